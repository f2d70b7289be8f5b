import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { databaseMoves, underWay } from '../../../lib/constructs/database-moves';
import type { Machine } from '../../../lib/constructs/runbook/asl';
import { definition } from '../../../lib/constructs/runbook/definition';
import { LOGGING, actionsOf, permissions, reading } from '../../../lib/constructs/runbook/permissions';
import { Runbook } from '../../../lib/constructs/runbook/runbook';
import { RunbookLogs } from '../../../lib/constructs/runbook/runbook-logs';
import { subjectOf, type Subject } from '../../../lib/constructs/runbook/subject';
import { propertiesOf, resourcesOf } from '../../support/replications';
import { ORDERS, PAGES, TOPICS, movingCell, movingSubject } from '../../support/runbook/subject';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

function templateOf(stage: Subject['stage'] = 'cutover'): Template {
  const cell = movingCell({ stage });
  const stack = new Stack(new App(), 'replication', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  const key = new Key(stack, 'operations');
  const group = new RunbookLogs(stack, 'logs', { cell, key: new Key(stack, 'logs-key') }).groups.get('move');
  if (group === undefined) throw new Error('no log group');
  new Runbook(stack, 'runbook', {
    cell,
    phase: 'move',
    moves: underWay(databaseMoves(cell)),
    objects: movingSubject().objects,
    key,
    logs: group,
  });
  return Template.fromStack(stack);
}

const template = templateOf();

function statements(of = template): Statement[] {
  return Object.values(resourcesOf(of, 'AWS::IAM::ManagedPolicy')).flatMap(
    ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
  );
}

function machineOf(of = template): Machine {
  return JSON.parse(
    String(propertiesOf(of, 'AWS::StepFunctions::StateMachine')['DefinitionString']),
  ) as Machine;
}

const actions = ({ Action }: Statement) => (Array.isArray(Action) ? Action : [Action]);
const allowing = (action: string) =>
  statements().filter((statement) => statement.Effect === 'Allow' && actions(statement).includes(action));

test('is a standard state machine of its fixed name, traced, and logged without what goes in and out', () => {
  expect(propertiesOf(template, 'AWS::StepFunctions::StateMachine')).toMatchObject({
    StateMachineName: 'sg-move',
    StateMachineType: 'STANDARD',
    TracingConfiguration: { Enabled: true },
    LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
  });
});

test('logs to a group made beforehand under the key for logs', () => {
  const [[id, group] = ['', undefined]] = Object.entries(resourcesOf(template, 'AWS::Logs::LogGroup'));
  expect(group?.Properties).toMatchObject({
    LogGroupName: '/aws/vendedlogs/states/sg-move',
    KmsKeyId: { 'Fn::GetAtt': [expect.stringContaining('logskey') as string, 'Arn'] },
  });
  expect(propertiesOf(template, 'AWS::StepFunctions::StateMachine')['LoggingConfiguration']).toMatchObject({
    Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': [id, 'Arn'] } } }],
  });
});

test('its role is taken on by this state machine alone', () => {
  const role = propertiesOf(template, 'AWS::IAM::Role')['AssumeRolePolicyDocument'];
  expect(role).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'states.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': '222222222222' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:states:ap-southeast-1:222222222222:stateMachine:sg-move' },
        },
      },
    ],
  });
});

test.each(['replicating', 'cutover'] as const)(
  '%s: may do what its definition does, and nothing else',
  (stage) => {
    const of = templateOf(stage);
    const allowed = statements(of)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(actions)
      .filter((action) => !LOGGING.includes(action) && !action.startsWith('kms:'));
    expect([...new Set(allowed)].sort()).toEqual(actionsOf(machineOf(of)));
  },
);

test('uses no action but these', () => {
  expect(actionsOf(machineOf())).toEqual([
    'cloudwatch:DescribeAlarms',
    'datasync:DescribeTask',
    'datasync:DescribeTaskExecution',
    'datasync:StartTaskExecution',
    'dms:DescribeReplicationTableStatistics',
    'dms:DescribeReplications',
    'dms:StartReplication',
    'dms:StopReplication',
    's3:GetObject',
    's3:ListBucketVersions',
    's3:PutObject',
    'sns:Publish',
    'states:ListExecutions',
  ]);
  expect(actionsOf(machineOf(templateOf('replicating')))).not.toContain('dms:StopReplication');
});

const replications = [ORDERS, TOPICS].map(
  (dataset) => `arn:aws:dms:ap-southeast-1:222222222222:replication-config:sg-${dataset}-move`,
);
const bucket = 'arn:aws:s3:::sg-evidence-222222222222-ap-southeast-1';

test.each([
  ['dms:StartReplication', replications],
  ['dms:StopReplication', replications],
  ['dms:DescribeReplicationTableStatistics', replications],
  ['states:ListExecutions', ['arn:aws:states:ap-southeast-1:222222222222:stateMachine:sg-move']],
  ['s3:ListBucketVersions', [bucket]],
  [
    's3:GetObject',
    [
      `${bucket}/schema/move/${ORDERS}.json`,
      `${bucket}/schema/move/${TOPICS}.json`,
      `${bucket}/proof/move/${TOPICS}.json`,
    ],
  ],
  [
    'sns:Publish',
    ['alarms', 'approval-1', 'approval-2'].map(
      (topic) => `arn:aws:sns:ap-southeast-1:222222222222:sg-${topic}`,
    ),
  ],
  ['datasync:DescribeTask', movingSubject().objects.map(({ taskArn }) => taskArn)],
  ['datasync:StartTaskExecution', movingSubject().objects.map(({ taskArn }) => taskArn)],
])('%s: only there', (action, resources) => {
  expect(allowing(action).map(({ Resource }) => [Resource].flat())).toEqual([resources]);
});

test.each([
  ['s3:PutObject', `${bucket}/evidence/move/*`],
  ['datasync:DescribeTaskExecution', `${movingSubject().objects[0]?.taskArn}/execution/*`],
])('%s: whatever is not there is denied', (action, pattern) => {
  const denied = statements().filter(
    (statement) => statement.Effect === 'Deny' && actions(statement).includes(action),
  );
  expect(denied).toEqual([{ Effect: 'Deny', Action: action, NotResource: pattern }]);
});

test('of twenty replications no policy is larger than IAM takes', () => {
  const [of] = movingSubject({ datasets: [TOPICS] }).replications;
  if (of === undefined) throw new Error('no replication');
  const replications = Array.from({ length: 20 }, (_, index) => {
    const dataset = `a-dataset-of-long-${String(index).padStart(2, '0')}`;
    return { ...of, dataset, arn: of.arn.replace(TOPICS, 'of-long-name') };
  });
  const subject = { ...movingSubject(), replications };
  const key = new Key(new Stack(), 'key');
  for (const policy of [reading(subject), permissions(subject, definition(subject), key)]) {
    const text = JSON.stringify(policy.map((statement) => statement.toStatementJson() as unknown));
    expect(text.length).toBeLessThan(6_144 - 200);
  }
});

test('its history, which holds the tokens of approvals, lies under the key for operations', () => {
  expect(propertiesOf(template, 'AWS::StepFunctions::StateMachine')['EncryptionConfiguration']).toEqual({
    Type: 'CUSTOMER_MANAGED_KMS_KEY',
    KmsKeyId: { 'Fn::GetAtt': [expect.stringContaining('operations') as string, 'Arn'] },
    KmsDataKeyReusePeriodSeconds: 300,
  });
});

test('uses the key for operations for itself, for its logs, and through S3 and SNS alone', () => {
  const used = allowing('kms:GenerateDataKey');
  for (const { Resource } of used)
    expect(Resource).toEqual({ 'Fn::GetAtt': [expect.stringContaining('operations') as string, 'Arn'] });
  expect(used.map(({ Action, Condition }) => [[Action].flat(), Condition])).toEqual([
    [
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      {
        StringEquals: {
          'kms:EncryptionContext:aws:states:stateMachineArn':
            'arn:aws:states:ap-southeast-1:222222222222:stateMachine:sg-move',
        },
      },
    ],
    [
      ['kms:GenerateDataKey'],
      { StringEquals: { 'kms:EncryptionContext:SourceArn': 'arn:aws:logs:ap-southeast-1:222222222222:*' } },
    ],
    [
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      {
        StringEquals: {
          'kms:ViaService': ['s3.ap-southeast-1.amazonaws.com', 'sns.ap-southeast-1.amazonaws.com'],
        },
      },
    ],
  ]);
});

test('what it holds names every dataset, with the tables of the plan', () => {
  const subject = movingSubject();
  expect(subject.replications.map(({ dataset, count, validated }) => [dataset, count, validated])).toEqual([
    [ORDERS, 3, true],
    [TOPICS, 1, false],
  ]);
  expect(subject.uncovered).toEqual([]);
  expect(movingSubject({ datasets: [ORDERS, TOPICS, PAGES] }).uncovered).toEqual([]);
});

test('a dataset without a replication or a task is not covered', () => {
  const cell = movingCell();
  const moves = underWay(databaseMoves(cell)).filter(({ holding }) => holding.id === ORDERS);
  expect(subjectOf({ cell, phase: 'move', moves, objects: [] }).uncovered).toEqual([TOPICS, PAGES]);
});
