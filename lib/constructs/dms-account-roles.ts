import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';

export interface DmsAccountRolesProps {
  readonly account: string;
}

/**
 * The two roles that DMS looks for by name, one of each in an account (DMS user guide, CHAP_Security.APIRole), with
 * the policies that AWS keeps for them.
 */
export class DmsAccountRoles extends Construct {
  constructor(scope: Construct, id: string, { account }: DmsAccountRolesProps) {
    super(scope, id);
    new Role(this, 'network', {
      roleName: 'dms-vpc-role',
      assumedBy: new ServicePrincipal('dms.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      managedPolicies: [awsManaged('AmazonDMSVPCManagementRole')],
    });
    new Role(this, 'logs', {
      roleName: 'dms-cloudwatch-logs-role',
      // Without conditions: DMS writes no logs when the role has one (terraform-aws-modules/terraform-aws-dms, #84).
      assumedBy: new ServicePrincipal('dms.amazonaws.com'),
      managedPolicies: [awsManaged('AmazonDMSCloudWatchLogsRole')],
    });
    acknowledge(this, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonDMSVPCManagementRole]':
        'DMS makes network interfaces, which have no name before they exist, so that a policy of our own would need the same wildcard; AWS adds to this one what DMS comes to need',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonDMSCloudWatchLogsRole]':
        'it reaches the log groups of DMS only; DMS names the streams in them, so that a policy of our own would need the same wildcards',
    });
  }
}

function awsManaged(name: string) {
  return ManagedPolicy.fromAwsManagedPolicyName(`service-role/${name}`);
}
