import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topics, topicArn } from '../../lib/constructs/topics';
import { referenceCell } from '../support/plans';

const cell = referenceCell('sg');
const stack = new Stack(new App(), 'operations', {
  env: { account: '222222222222', region: 'ap-southeast-1' },
});
const keys = { operations: new Key(stack, 'operations'), logs: new Key(stack, 'logs') };
new Topics(stack, 'topics', { cell, keys });
const template = Template.fromStack(stack);

test.each([
  ['sg-alarms', 'operations', 'homes@example.com'],
  ['sg-key-alarms', 'logs', 'homes@example.com'],
  ['sg-approval-1', 'operations', 'privacy@example.com'],
  ['sg-approval-2', 'operations', 'platform@example.com'],
])('topic %s is under the cell’s key for %s and reaches %s alone', (name, purpose, address) => {
  const [[id, topic], ...more] = Object.entries(
    template.findResources('AWS::SNS::Topic', { Properties: { TopicName: name } }),
  ) as [[string, { Properties: object }]];
  expect(more).toEqual([]);
  expect(topic.Properties).toMatchObject({
    KmsMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${purpose}`)), 'Arn'] },
  });
  const subscribed = Object.values(
    template.findResources('AWS::SNS::Subscription', { Properties: { TopicArn: { Ref: id } } }),
  ) as { Properties: { Endpoint: string; Protocol: string } }[];
  expect(subscribed.map(({ Properties }) => [Properties.Protocol, Properties.Endpoint])).toEqual([
    ['email', address],
  ]);
});

test('only alarms of the account, and events, may publish without a role, and only over TLS', () => {
  const statements = Object.values(template.findResources('AWS::SNS::TopicPolicy')).flatMap(
    ({ Properties }) =>
      (Properties as { PolicyDocument: { Statement: Record<string, unknown>[] } }).PolicyDocument.Statement,
  );
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
  const publish = { Effect: 'Allow', Action: 'sns:Publish', Resource: topicArn(cell, 'alarms') };
  const events = { Sid: 'Events', Principal: { Service: 'events.amazonaws.com' } };
  // EventBridge gives no account: under a condition on it no event would be told.
  expect(allowed).toEqual([
    {
      ...publish,
      Sid: 'Alarms',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '222222222222' } },
    },
    { ...publish, ...events },
    { ...publish, ...events, Resource: topicArn(cell, 'key-alarms') },
  ]);
  const denied = statements.filter(({ Effect }) => Effect === 'Deny');
  expect(denied).toHaveLength(4);
  for (const { Condition } of denied) expect(Condition).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
});
