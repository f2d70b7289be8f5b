import { CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { movesOverLink, type CellPlan } from '../plan/model';
import type { Clusters } from './aurora-stores';

export interface ReadersIngressProps {
  readonly cell: CellPlan;
  readonly clusters: Clusters;
}

/**
 * Lets the cells that take databases over from this one reach just those clusters, at their one port, for as long as they
 * do. What they may do there is up to the login that they are given: `docs/later-moves.md` asks for reading alone.
 */
export class ReadersIngress extends Construct {
  constructor(scope: Construct, id: string, { cell, clusters }: ReadersIngressProps) {
    super(scope, id);
    const leaving = movesOverLink(cell.plan, cell.id).filter((move) => move.from === cell.id);
    const pairs = new Map(leaving.map((move) => [`${move.dataset} to ${move.cell}`, move]));
    for (const [name, move] of pairs) {
      const cluster = clusters.get(move.dataset);
      const reader = cell.plan.file.cells[move.cell];
      if (cluster === undefined || reader === undefined) continue;
      new CfnSecurityGroupIngress(this, name, {
        groupId: cluster.securityGroup.securityGroupId,
        cidrIp: reader.cidr,
        ipProtocol: 'tcp',
        fromPort: cluster.port,
        toPort: cluster.port,
        description: `replications of ${move.cell}`,
      });
    }
  }
}
