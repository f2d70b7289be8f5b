import { CfnDirectConnectGatewayAssociation } from 'aws-cdk-lib/aws-directconnect';
import { CfnVPCGatewayAttachment, CfnVPNGateway } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { DirectConnectKind, LinkEnd, LinkEndProps } from './link-end';

/**
 * The cell's VPC on a Direct Connect gateway, by a virtual private gateway of its own. The gateway tells the source of
 * the cell's range and of no other. It takes only gateways that are attached to a VPC already (Direct Connect API,
 * CreateDirectConnectGatewayAssociation).
 */
export class DirectConnectLink extends Construct implements LinkEnd {
  readonly target: LinkEnd['target'];
  readonly attached: LinkEnd['attached'];

  constructor(scope: Construct, id: string, { cell, vpc, link }: LinkEndProps<DirectConnectKind>) {
    super(scope, id);
    const gateway = new CfnVPNGateway(this, 'gateway', { type: 'ipsec.1' });
    const attachment = new CfnVPCGatewayAttachment(this, 'attachment', {
      vpcId: vpc.vpcId,
      vpnGatewayId: gateway.ref,
    });
    const association = new CfnDirectConnectGatewayAssociation(this, 'association', {
      directConnectGatewayId: link.directConnectGateway,
      associatedGatewayId: gateway.ref,
      allowedPrefixesToDirectConnectGateway: [cell.cell.cidr],
      acceptDirectConnectGatewayAssociationProposalRoleArn: link.acceptedBy,
    });
    association.addResourceDependency(attachment);
    this.target = { gatewayId: gateway.ref };
    this.attached = [attachment, association];
  }
}
