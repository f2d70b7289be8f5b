import { CfnFlowLog, IpAddresses, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { acknowledge } from './acknowledge';
import { CellLogGroup } from './log-group';

export interface SealedVpcProps {
  readonly cell: CellPlan;
  readonly logsKey: IKey;
}

/** A VPC without a way in or out: isolated subnets, no internet gateway, no NAT; every flow is logged. */
export class SealedVpc extends Vpc {
  constructor(scope: Construct, id: string, { cell, logsKey }: SealedVpcProps) {
    const prefixLength = Number(cell.cell.cidr.split('/')[1]);
    super(scope, id, {
      ipAddresses: IpAddresses.cidr(cell.cell.cidr),
      availabilityZones: [...cell.zones],
      createInternetGateway: false,
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
      // A sixteenth of the range for each zone: the rest is free for what a link or a later tier needs.
      subnetConfiguration: [
        { name: 'data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: prefixLength + 4 },
      ],
    });
    acknowledge(this, {
      'NIST.800.53.R5-VPCDefaultSecurityGroupClosed':
        'nothing joins the default security group, which admits only its own members; closing it takes a Lambda function with rights to change security groups, in every cell',
    });
    logFlows(this, cell, logsKey);
  }
}

function logFlows(vpc: Vpc, cell: CellPlan, key: IKey): void {
  const group = new CellLogGroup(vpc, 'FlowLogs', { cell, key });
  const role = new Role(vpc, 'FlowLogsRole', {
    assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': cell.cell.account } },
    }),
  });
  const policy = new ManagedPolicy(vpc, 'FlowLogsPolicy', {
    roles: [role],
    statements: [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [group.attrArn],
      }),
    ],
  });
  const flowLog = new CfnFlowLog(vpc, 'FlowLog', {
    resourceId: vpc.vpcId,
    resourceType: 'VPC',
    trafficType: 'ALL',
    logGroupName: group.ref,
    deliverLogsPermissionArn: role.roleArn,
  });
  flowLog.node.addDependency(policy);
}
