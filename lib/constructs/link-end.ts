import type { CfnResource } from 'aws-cdk-lib';
import type { CfnRouteProps, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { CellPlan } from '../plan/model';
import type { Link } from '../plan/schema';

/** The cell's end of a link, whatever kind it is of. */
export interface LinkEnd {
  /** What routes to the source point at. */
  readonly target: Pick<CfnRouteProps, 'gatewayId' | 'transitGatewayId'>;
  /** What has to be there before anything uses the link, and until nothing does. */
  readonly attached: readonly CfnResource[];
}

export interface LinkEndProps<Kind extends Link> {
  readonly cell: CellPlan;
  readonly vpc: IVpc;
  readonly link: Kind;
  /** Addresses at the source, as IPv4 ranges, that the link leads to. */
  readonly ranges: readonly string[];
}

export type TransitGatewayKind = Extract<Link, { transitGateway: string }>;
export type VpnKind = Extract<Link, { vpn: object }>;
export type DirectConnectKind = Extract<Link, { directConnectGateway: string }>;
