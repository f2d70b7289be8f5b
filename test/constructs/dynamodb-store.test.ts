import { App, Stack } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CellTable } from '../../lib/constructs/dynamodb-store';
import { changedCell, dataTemplate, keyOf, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';

let template: Template;

beforeAll(() => {
  template = dataTemplate(referenceCell('sg'));
});

test('a table’s key is made of strings, partition first', () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    TableName: 'sg-messaging-subscription',
    KeySchema: [
      { AttributeName: 'user_id', KeyType: 'HASH' },
      { AttributeName: 'topic', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'user_id', AttributeType: 'S' },
      { AttributeName: 'topic', AttributeType: 'S' },
    ],
    Tags: Match.arrayWith([
      { Key: 'data-class', Value: 'personal' },
      { Key: 'dataset', Value: 'messaging' },
    ]),
  });
});

test('every table lies under the key of its class, can be restored to any second, is protected and kept', () => {
  const tables = Object.values(resourcesOf(template, 'AWS::DynamoDB::Table'));
  expect(tables).toHaveLength(3);
  for (const { Properties, DeletionPolicy } of tables) {
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyOf('personal') },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      DeletionProtectionEnabled: true,
    });
  }
});

test('the tables that DMS writes failed rows to are made before it would make them without our key', () => {
  for (const TableName of ['awsdms_apply_exceptions', 'awsdms_full_load_exceptions']) {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TableName,
      KeySchema: [{ AttributeName: 'HashKey,RangeKey,TableName', KeyType: 'HASH' }],
    });
  }
});

test('a cell without datasets in dynamodb has no table at all', () => {
  const without = changedCell('sg', (plan) => {
    const phase = plan.phases['services'];
    if (phase !== undefined) phase.datasets = ['files'];
  });
  dataTemplate(without).resourceCountIs('AWS::DynamoDB::Table', 0);
});

test.each([[[]], [['a', 'b', 'c']]])('a key of columns %j is refused', (attributes) => {
  const stack = new Stack(new App(), 'stack');
  const key = new Key(stack, 'key');
  expect(
    () => new CellTable(stack, 'table', { cell: referenceCell('sg'), key, name: 'sg-a-b', attributes }),
  ).toThrow(
    `table sg-a-b has a key of ${attributes.length} columns; dynamodb takes one or two: shorten its key in the plan`,
  );
});
