import { CfnTransitGatewayAttachment } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { LinkEnd, LinkEndProps, TransitGatewayKind } from './link-end';

/** Every option of an attachment, off: the defaults of CloudFormation and of the API are not the same. */
const OPTIONS = {
  ApplianceModeSupport: 'disable',
  DnsSupport: 'disable',
  Ipv6Support: 'disable',
  SecurityGroupReferencingSupport: 'disable',
};

/**
 * The cell's VPC on a transit gateway that someone else keeps. Of the two types that CloudFormation has for this, the
 * one whose subnets change in place (CloudFormation template reference, `AWS::EC2::TransitGatewayAttachment`,
 * SubnetIds): with `AWS::EC2::TransitGatewayVpcAttachment` another zone would replace it under the routes.
 */
export class TransitGatewayLink extends Construct implements LinkEnd {
  readonly target: LinkEnd['target'];
  readonly attached: LinkEnd['attached'];

  constructor(scope: Construct, id: string, { vpc, link }: LinkEndProps<TransitGatewayKind>) {
    super(scope, id);
    this.target = { transitGatewayId: link.transitGateway };
    this.attached = [
      new CfnTransitGatewayAttachment(this, 'attachment', {
        transitGatewayId: link.transitGateway,
        vpcId: vpc.vpcId,
        subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
        options: OPTIONS,
      }),
    ];
  }
}
