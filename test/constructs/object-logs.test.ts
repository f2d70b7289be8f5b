import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ObjectLogs } from '../../lib/constructs/object-logs';
import { referenceCell } from '../support/plans';

const GROUP = 'arn:aws:logs:us-east-1:111111111111:log-group:/aws/datasync/us:*';

function logs() {
  const cell = referenceCell('us');
  const stack = new Stack(new App(), 'replication', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  const { groupArn } = new ObjectLogs(stack, 'logs', { cell, key: new Key(stack, 'key') });
  return { template: Template.fromStack(stack), groupArn };
}

test('the group lies under the key for logs', () => {
  const { template, groupArn } = logs();
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: '/aws/datasync/us',
    KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^key'), 'Arn'] },
  });
  expect(groupArn).toBe(GROUP);
});

test('DataSync may write to it for tasks of this account and region, and to no other', () => {
  const { template } = logs();
  const [policy] = Object.values(template.findResources('AWS::Logs::ResourcePolicy')) as [
    { DependsOn: string[]; Properties: { PolicyName: string; PolicyDocument: string } },
  ];
  expect(policy.DependsOn).toEqual([expect.stringMatching(/^logsgroup/)]);
  expect(policy.Properties.PolicyName).toBe('us-datasync');
  expect(JSON.parse(policy.Properties.PolicyDocument)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DataSync',
        Effect: 'Allow',
        Principal: { Service: 'datasync.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: GROUP,
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111111111111' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:datasync:us-east-1:111111111111:task/*' },
        },
      },
    ],
  });
});
