import {
  CfnVPCGatewayAttachment,
  CfnVPNConnection,
  CfnVPNConnectionRoute,
  type CfnRouteProps,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { names } from '../plan/names';
import { LinkAlarms } from './alarms/link';
import type { LinkEnd, LinkEndProps, VpnKind } from './link-end';
import { vpnTunnel } from './vpn-tunnel';

/**
 * A site-to-site VPN between a virtual private gateway and a customer gateway that both exist. Its routes are static:
 * neither side can announce more than is written here. AWS makes a pre-shared key for each tunnel and keeps it in
 * Secrets Manager; with `Standard` storage everyone who may describe the connection could read it. What watches it stands
 * beside it, since AWS alone names it.
 */
export class VpnLink extends Construct implements LinkEnd {
  readonly target: Pick<CfnRouteProps, 'gatewayId'>;
  readonly attached: LinkEnd['attached'];

  constructor(scope: Construct, id: string, { cell, vpc, link, ranges }: LinkEndProps<VpnKind>) {
    super(scope, id);
    const { gateway, customerGateway } = link.vpn;
    const attachment = new CfnVPCGatewayAttachment(this, 'attachment', {
      vpcId: vpc.vpcId,
      vpnGatewayId: gateway,
    });
    const logGroupArn = `arn:aws:logs:${cell.cell.region}:${cell.cell.account}:log-group:${names.tunnelLogs(cell)}`;
    const connection = new CfnVPNConnection(this, 'connection', {
      type: 'ipsec.1',
      vpnGatewayId: gateway,
      customerGatewayId: customerGateway,
      staticRoutesOnly: true,
      preSharedKeyStorage: 'SecretsManager',
      vpnTunnelOptionsSpecifications: [vpnTunnel(logGroupArn), vpnTunnel(logGroupArn)],
    });
    for (const range of ranges) {
      new CfnVPNConnectionRoute(this, `to ${range}`, {
        vpnConnectionId: connection.ref,
        destinationCidrBlock: range,
      });
    }
    new LinkAlarms(this, 'alarms', { cell, vpnId: connection.ref });
    this.target = { gatewayId: gateway };
    this.attached = [attachment, connection];
  }
}
