import { CfnRoute, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct, Dependable } from 'constructs';
import { needsLink, type CellPlan } from '../plan/model';
import type { Link as LinkKind } from '../plan/schema';
import { rangesOverLink } from '../plan/servers';
import { DirectConnectLink } from './link-direct-connect';
import type { LinkEnd, LinkEndProps } from './link-end';
import { TransitGatewayLink } from './link-transit-gateway';
import { VpnLink } from './link-vpn';
import { TunnelLogs } from './tunnel-logs';

export interface LinkProps {
  readonly cell: CellPlan;
  readonly vpc: IVpc;
  /** The cell's key for logs. */
  readonly logsKey: IKey;
}

/**
 * The way from a cell to the source, and between two cells while one takes over from the other: what it attaches to
 * exists, what attaches is made here, and a route in each subnet leads to each server that data moves from, or back to
 * the cell that reads. Nothing here lets anything in. It holds no data: what closes it is
 * the deletion of all but its logs, which are kept as those of the replications are.
 */
export class Link extends Construct {
  constructor(scope: Construct, id: string, { cell, vpc, logsKey }: LinkProps) {
    super(scope, id);
    const { link } = cell.cell;
    if (link === undefined) return;
    const logs = 'vpn' in link ? [new TunnelLogs(this, 'logs', { cell, key: logsKey })] : [];
    // With no move under way the link is closed, and its logs alone are there.
    if (!needsLink(cell.plan, cell.id)) return;
    const ranges = rangesOverLink(cell.plan, cell.id);
    const { target, attached } = linkEnd(this, { cell, vpc, link, ranges });
    for (const end of attached) end.node.addDependency(...logs);
    for (const [index, { routeTable }] of vpc.isolatedSubnets.entries()) {
      for (const range of ranges) {
        const route = new CfnRoute(this, `route ${index + 1} to ${range}`, {
          ...target,
          routeTableId: routeTable.routeTableId,
          destinationCidrBlock: range,
        });
        for (const end of attached) route.addResourceDependency(end);
      }
    }
    // Whatever depends on the link waits for its end in the cell. To name every route in each of them would take a large
    // part of a template's room.
    Dependable.implement(this, { dependencyRoots: [...attached] });
  }
}

function linkEnd(scope: Construct, props: LinkEndProps<LinkKind>): LinkEnd {
  const { link } = props;
  if ('transitGateway' in link) return new TransitGatewayLink(scope, 'transit-gateway', { ...props, link });
  if ('vpn' in link) return new VpnLink(scope, 'vpn', { ...props, link });
  return new DirectConnectLink(scope, 'direct-connect', { ...props, link });
}
