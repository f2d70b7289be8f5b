import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccountStack } from '../../lib/stacks/account-stack';
import { resourcesOf, type Resource } from '../support/replications';

const account = '222222222222';
let stack: AccountStack;
let template: Template;
beforeAll(() => {
  stack = new AccountStack(new App(), { account });
  template = Template.fromStack(stack);
});

test('is named after the account and stands in us-east-1', () => {
  expect([
    stack.node.path,
    stack.stackName,
    stack.region,
    stack.account,
    stack.terminationProtection,
  ]).toEqual([`account-${account}`, `account-${account}`, 'us-east-1', account, true]);
});

test('holds the two roles that DMS looks for, each with a policy of its own, and nothing else', () => {
  const resources = Object.values(template.toJSON()['Resources'] as Record<string, Resource>);
  expect(resources.map(({ Type, Properties }) => [Type, Properties['RoleName']])).toEqual([
    ['AWS::IAM::Role', 'dms-vpc-role'],
    ['AWS::IAM::ManagedPolicy', undefined],
    ['AWS::IAM::Role', 'dms-cloudwatch-logs-role'],
    ['AWS::IAM::ManagedPolicy', undefined],
  ]);
});

test('lets DMS write to no log group but those of DMS in this account', () => {
  const logs = [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogStreams',
    'logs:PutLogEvents',
  ];
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Statement: [
        { Effect: 'Allow', Action: ['logs:DescribeLogGroups', ...logs], Resource: '*' },
        {
          Effect: 'Deny',
          Action: logs,
          NotResource: [
            `arn:aws:logs:*:${account}:log-group:dms-tasks-*`,
            `arn:aws:logs:*:${account}:log-group:dms-serverless-replication-*`,
          ],
        },
      ],
    },
  });
});

test('lets DMS make network interfaces, and change nothing else of a network', () => {
  const statements = Object.values(resourcesOf(template, 'AWS::IAM::ManagedPolicy')).flatMap(
    ({ Properties }) => (Properties['PolicyDocument'] as { Statement: { Action: string[] }[] }).Statement,
  );
  const changes = statements
    .flatMap(({ Action }) => Action)
    .filter((action) => /^ec2:(?!Describe)/.test(action));
  expect(changes).toEqual([
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:ModifyNetworkInterfaceAttribute',
  ]);
});

test('lends the network role to DMS on behalf of this account alone', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'dms-vpc-role',
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'dms.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        },
      ],
    },
  });
});

test('tags what is shared', () => {
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::IAM::Role'))) {
    expect(Properties['Tags']).toEqual([
      { Key: 'cell', Value: 'shared' },
      { Key: 'data-class', Value: 'none' },
      { Key: 'dataset', Value: 'shared' },
      { Key: 'jurisdiction', Value: 'none' },
    ]);
  }
});
