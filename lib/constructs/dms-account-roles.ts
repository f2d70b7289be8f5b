import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';

export interface DmsAccountRolesProps {
  readonly account: string;
}

/** What DMS does to stand in a VPC (DMS user guide, AWS managed policies, AmazonDMSVPCManagementRole). */
const NETWORK = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeAvailabilityZones',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeInternetGateways',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ec2:ModifyNetworkInterfaceAttribute',
];
/** What it does to write logs (the same, AmazonDMSCloudWatchLogsRole), and the groups it does that in. */
const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
const LOG_GROUPS = ['dms-tasks-*', 'dms-serverless-replication-*'];

/**
 * The two roles that DMS looks for by name, one of each in an account (DMS user guide, CHAP_Security.APIRole). Their
 * policies allow what AWS's own for them do, but logs in this account alone.
 */
export class DmsAccountRoles extends Construct {
  constructor(scope: Construct, id: string, { account }: DmsAccountRolesProps) {
    super(scope, id);
    const network = new Role(this, 'network', {
      roleName: 'dms-vpc-role',
      assumedBy: new ServicePrincipal('dms.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    new ManagedPolicy(this, 'network-policy', {
      roles: [network],
      statements: [new PolicyStatement({ actions: NETWORK, resources: ['*'] })],
    });
    const logs = new Role(this, 'logs', {
      roleName: 'dms-cloudwatch-logs-role',
      // Without conditions: DMS writes no logs when the role has one (terraform-aws-modules/terraform-aws-dms, #84).
      assumedBy: new ServicePrincipal('dms.amazonaws.com'),
    });
    new ManagedPolicy(this, 'logs-policy', {
      roles: [logs],
      statements: [
        new PolicyStatement({ actions: ['logs:DescribeLogGroups', ...LOGS], resources: ['*'] }),
        new PolicyStatement({
          sid: 'NoOtherGroup',
          effect: Effect.DENY,
          actions: LOGS,
          notResources: LOG_GROUPS.map((name) => `arn:aws:logs:*:${account}:log-group:${name}`),
        }),
      ],
    });
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]':
        'DMS makes network interfaces and log streams, which have no name before they exist, and looks networks and log groups up by calls that take no resource; a denial shuts out every log group but those of DMS in this account',
    });
  }
}
