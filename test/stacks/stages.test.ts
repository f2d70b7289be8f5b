import { STAGES, type Stage } from '../../lib/plan/schema';
import { planOf } from '../support/plans';
import { renderedStacks, type RenderedStack } from '../support/templates';

/** One cell, a dataset in each kind of store, one phase. */
function stacksAt(stage: Stage): RenderedStack[] {
  return renderedStacks(
    planOf({
      organization: 'o-exampleorg1',
      source: {
        country: 'CN',
        networks: ['10.8.0.0/16'],
        databases: {
          shop: { engine: 'mysql', host: '10.8.1.10', database: 'shop', secret: 'source/shop', ca },
          account: { engine: 'postgresql', host: '10.8.2.10', database: 'account', secret: 'source/pg', ca },
        },
        objects: {
          www: { host: '10.8.4.10', bucket: 'www', accessKey: 'domicile', secret: 'source/objects' },
        },
      },
      laws: [{ markets: ['SG'], jurisdictions: ['SG'], basis: 'memo' }],
      cells: {
        sg: {
          region: 'ap-southeast-1',
          account: '222222222222',
          cidr: '10.65.0.0/16',
          markets: ['SG'],
          domain: 'sg.data.example.com',
          zone: { id: 'Z0EXAMPLESG', name: 'data.example.com' },
          link: { transitGateway: 'tgw-0a1b2c3d4e5f60002' },
          agents: ['agent-0a1b2c3d4e5f60002'],
        },
      },
      datasets: {
        orders: { class: 'personal', from: 'shop', store: 'aurora-mysql', tables: { orders: table(['id']) } },
        account: {
          class: 'personal',
          from: 'account',
          store: 'aurora-postgresql',
          tables: { users: table(['country', 'id']) },
        },
        push: { class: 'personal', from: 'shop', store: 'dynamodb', tables: { topics: table(['id']) } },
        pages: { class: 'public', from: 'www', store: 's3' },
      },
      phases: { all: { datasets: ['orders', 'account', 'push', 'pages'], markets: ['SG'], stage } },
    }),
  );
}

const ca = 'certificates/beijing.pem';
const table = (key: string[]) => ({ market: 'country', key });

const byStage = Object.fromEntries(STAGES.map((stage) => [stage, stacksAt(stage)])) as Record<
  Stage,
  RenderedStack[]
>;

/** How many resources of a type a stack has at each stage. */
function count(stack: string, type: string): number[] {
  return STAGES.map(
    (stage) =>
      Object.values(byStage[stage].find(({ path }) => path === stack)?.template.Resources ?? {}).filter(
        (resource) => resource.Type === type,
      ).length,
  );
}

// planned, replicating, cutover, complete, retired: the table of docs/architecture.md.
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
  ['sg/data', 'AWS::SecretsManager::Secret', [0, 4, 4, 4, 0]],
  ['sg/replication', 'AWS::DMS::ReplicationConfig', [0, 3, 3, 0, 0]],
  ['sg/replication', 'AWS::DMS::Endpoint', [0, 5, 5, 0, 0]],
  ['sg/replication', 'AWS::EC2::SecurityGroupIngress', [0, 2, 2, 0, 0]],
  ['sg/replication', 'AWS::StepFunctions::StateMachine', [0, 1, 1, 0, 0]],
  ['sg/replication', 'AWS::Logs::LogGroup', [0, 4, 4, 4, 4]],
  ['sg/operations', 'AWS::SNS::Topic', [0, 1, 1, 1, 1]],
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
