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

test('holds the two roles that DMS looks for, and nothing else', () => {
  const resources = Object.values(template.toJSON()['Resources'] as Record<string, Resource>);
  expect(resources.map(({ Type, Properties }) => [Type, Properties['RoleName']])).toEqual([
    ['AWS::IAM::Role', 'dms-vpc-role'],
    ['AWS::IAM::Role', 'dms-cloudwatch-logs-role'],
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
