import { STAGES, type Stage } from '../../lib/plan/schema';
import { stacksByStage, stageRows } from '../support/stages';
import { rowsOfPage, written } from './stage-table';

const byStage = stacksByStage();
const rows = stageRows(byStage);

/** How many resources of a type a stack has at each stage. */
function count(stack: string, type: string): readonly number[] {
  return rows.find((row) => row.stack === stack && row.type === type)?.counts ?? [];
}

test('docs/stages.md says what exists in which stack at which stage', () => {
  expect(rowsOfPage()).toEqual(written(rows));
});

// planned, replicating, cutover, complete, retired: what of the table must not change with a new page.
test.each([
  ['sg/keys', 'AWS::KMS::Key', [6, 6, 6, 6, 6]],
  ['sg/network', 'AWS::EC2::VPC', [0, 1, 1, 1, 1]],
  ['sg/network', 'AWS::EC2::VPCEndpoint', [0, 7, 7, 7, 7]],
  ['sg/perimeter', 'AWS::CertificateManager::Certificate', [0, 1, 1, 1, 1]],
  ['sg/perimeter', 'AWS::WAFv2::WebACL', [0, 1, 1, 1, 1]],
  ['sg/edge', 'AWS::CloudFront::Distribution', [0, 1, 1, 1, 1]],
  ['sg/data', 'AWS::RDS::DBCluster', [0, 2, 2, 2, 2]],
  ['sg/data', 'AWS::DynamoDB::Table', [0, 3, 3, 3, 3]],
  ['sg/data', 'AWS::S3::Bucket', [0, 4, 4, 4, 4]],
  ['sg/data', 'AWS::Backup::BackupVault', [0, 2, 2, 2, 2]],
  ['sg/data', 'AWS::SecretsManager::Secret', [0, 5, 5, 5, 0]],
  ['sg/replication', 'AWS::DMS::ReplicationConfig', [0, 3, 3, 0, 0]],
  ['sg/replication', 'AWS::DMS::Endpoint', [0, 5, 5, 0, 0]],
  ['sg/replication', 'AWS::EC2::SecurityGroupIngress', [0, 2, 2, 0, 0]],
  ['sg/replication', 'AWS::EC2::TransitGatewayAttachment', [0, 1, 1, 0, 0]],
  // Two servers, three zones.
  ['sg/replication', 'AWS::EC2::Route', [0, 6, 6, 0, 0]],
  ['sg/replication', 'AWS::DataSync::Task', [0, 1, 1, 0, 0]],
  ['sg/replication', 'AWS::DataSync::LocationObjectStorage', [0, 1, 1, 0, 0]],
  ['sg/replication', 'AWS::DataSync::LocationS3', [0, 1, 1, 0, 0]],
  ['sg/replication', 'AWS::Logs::LogGroup', [0, 5, 5, 5, 5]],
  ['sg/replication', 'AWS::StepFunctions::StateMachine', [0, 1, 1, 0, 0]],
  ['sg/operations', 'AWS::SNS::Topic', [0, 3, 3, 3, 3]],
  // Six of each of two replications to Aurora, five of the one to DynamoDB, its refused rows, the runbook; stores, vaults.
  ['sg/operations', 'AWS::CloudWatch::Alarm', [0, 26, 26, 7, 7]],
  ['sg/operations', 'AWS::Events::Rule', [0, 7, 7, 5, 5]],
  ['sg/operations', 'AWS::Logs::MetricFilter', [0, 5, 5, 0, 0]],
  ['sg/operations', 'AWS::CloudWatch::Dashboard', [0, 1, 1, 1, 1]],
  ['sg/edge-logs', 'AWS::Logs::Delivery', [0, 1, 1, 1, 1]],
])('%s holds %s as the table of stages says', (stack, type, expected) => {
  expect(count(stack, type)).toEqual(expected);
});

test('the stacks are the same at every stage', () => {
  const paths = (stage: Stage) => byStage[stage].map(({ path }) => path).sort();
  for (const stage of STAGES) expect(paths(stage)).toEqual(paths('planned'));
});

test('no stack is ever without resources', () => {
  for (const stage of STAGES) {
    for (const { path, template } of byStage[stage]) {
      expect({ stage, path, empty: Object.keys(template.Resources).length === 0 }).toEqual({
        stage,
        path,
        empty: false,
      });
    }
  }
});
