import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { cellPlan } from '../../lib/plan/model';
import type { Stage } from '../../lib/plan/schema';
import { OldCellStack } from '../../lib/stacks/old-cell-stack';
import { indiaAt } from '../support/plans';
import { propertiesOf, resourcesOf } from '../support/replications';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: string;
  readonly NotResource?: string;
  readonly Condition?: unknown;
}

function templateAt(stage: Stage): Template {
  const stack = new OldCellStack(new App(), 'from-sg', { cell: cellPlan(indiaAt(stage), 'in'), from: 'sg' });
  return Template.fromStack(stack);
}

const template = templateAt('replicating');

function statementsOf(dataset: string): Statement[] {
  const [policy] = Object.entries(resourcesOf(template, 'AWS::IAM::ManagedPolicy')).filter(([id]) =>
    id.startsWith(`${dataset}india`),
  );
  return (policy?.[1].Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
}

test('a location is the old cell’s bucket, below the dataset’s prefix, read by a role of the taking cell', () => {
  expect(
    Object.values(resourcesOf(template, 'AWS::DataSync::LocationS3')).map((one) => one.Properties),
  ).toEqual([
    expect.objectContaining({
      S3BucketArn: 'arn:aws:s3:::sg-files-222222222222-ap-southeast-1',
      S3Config: { BucketAccessRoleArn: 'arn:aws:iam::444444444444:role/in-files-india-reader' },
    }),
    expect.objectContaining({
      S3BucketArn: 'arn:aws:s3:::sg-pages-222222222222-ap-southeast-1',
      Subdirectory: 'shop/',
      S3Config: { BucketAccessRoleArn: 'arn:aws:iam::444444444444:role/in-pages-india-reader' },
    }),
  ]);
});

test('a location comes after what its role may do', () => {
  for (const { DependsOn = [] } of Object.values(resourcesOf(template, 'AWS::DataSync::LocationS3')))
    expect(DependsOn).toContainEqual(expect.stringMatching(/accesspolicy/));
});

test('the role is DataSync’s, for resources of the taking account in either region', () => {
  const role = propertiesOf(template, 'AWS::IAM::Role', { RoleName: 'in-files-india-reader' });
  const [trust] = (role['AssumeRolePolicyDocument'] as { Statement: Statement[] }).Statement;
  expect(trust?.Condition).toEqual({
    StringEquals: { 'aws:SourceAccount': '444444444444' },
    ArnLike: {
      'aws:SourceArn': [
        'arn:aws:datasync:ap-south-1:444444444444:*',
        'arn:aws:datasync:ap-southeast-1:444444444444:*',
      ],
    },
  });
});

test.each([
  ['files', '', 'personal'],
  ['pages', 'shop/', 'public'],
])('of %s the role reads one prefix in one bucket, and writes nowhere', (dataset, prefix, dataClass) => {
  const bucket = `arn:aws:s3:::sg-${dataset}-222222222222-ap-southeast-1`;
  const [look, read, nothingElse, key, ...more] = statementsOf(dataset);
  expect(more).toEqual([]);
  expect(look).toMatchObject({ Effect: 'Allow', Resource: bucket });
  expect(read).toMatchObject({
    Effect: 'Allow',
    Condition: { StringEquals: { 'aws:ResourceAccount': '222222222222' } },
  });
  expect(nothingElse).toMatchObject({
    Effect: 'Deny',
    Action: read?.Action,
    NotResource: `${bucket}/${prefix}*`,
  });
  expect(key).toEqual({
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: 'arn:aws:kms:ap-southeast-1:222222222222:key/????????-????-????-????-????????????',
    Condition: {
      StringEquals: { 'kms:ViaService': 's3.ap-southeast-1.amazonaws.com' },
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': `alias/sg/${dataClass}` },
    },
  });
  for (const { Action } of [look, read].filter((one) => one !== undefined))
    for (const action of [Action].flat()) expect(action).toMatch(/^s3:(Get|List)/);
});

test('once the move is complete, the locations are left alone: no role, no right', () => {
  const types = Object.values(
    templateAt('complete').toJSON()['Resources'] as Record<string, { Type: string }>,
  );
  expect(new Set(types.map(({ Type }) => Type))).toEqual(new Set(['AWS::DataSync::LocationS3']));
});
