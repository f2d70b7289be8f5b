import {
  GatewayVpcEndpoint,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  Peer,
  Port,
  SecurityGroup,
  type IVpc,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

const GATEWAYS = { s3: GatewayVpcEndpointAwsService.S3, dynamodb: GatewayVpcEndpointAwsService.DYNAMODB };
/** What replications and the cell's own services call from inside the VPC. */
const INTERFACES = {
  kms: InterfaceVpcEndpointAwsService.KMS,
  secretsmanager: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  logs: InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  monitoring: InterfaceVpcEndpointAwsService.CLOUDWATCH_MONITORING,
  sts: InterfaceVpcEndpointAwsService.STS,
};

export interface ServiceEndpointsProps {
  readonly cell: CellPlan;
  readonly vpc: IVpc;
}

/**
 * The only doors of the VPC: AWS services, and through them only the organization's principals and only the
 * organization's resources, so that stolen credentials of elsewhere cannot carry data out.
 */
export class ServiceEndpoints extends Construct {
  constructor(scope: Construct, id: string, { cell, vpc }: ServiceEndpointsProps) {
    super(scope, id);
    const organization = cell.plan.file.organization;
    const statement = (service: string) =>
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: [`${service}:*`],
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:PrincipalOrgID': organization, 'aws:ResourceOrgID': organization },
        },
      });

    for (const [name, service] of Object.entries(GATEWAYS)) {
      new GatewayVpcEndpoint(this, name, { vpc, service }).addToPolicy(statement(name));
    }
    // One group with the literal range: a reference to the VPC's own would hide it from the rules.
    const group = new SecurityGroup(this, 'group', {
      vpc,
      description: `${cell.id}: calls to AWS services`,
      allowAllOutbound: false,
    });
    group.addIngressRule(Peer.ipv4(cell.cell.cidr), Port.tcp(443), 'from inside the cell');
    for (const [name, service] of Object.entries(INTERFACES)) {
      new InterfaceVpcEndpoint(this, name, {
        vpc,
        service,
        privateDnsEnabled: true,
        open: false,
        securityGroups: [group],
      }).addToPolicy(statement(name === 'monitoring' ? 'cloudwatch' : name));
    }
  }
}
