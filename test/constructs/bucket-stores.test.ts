import type { Template } from 'aws-cdk-lib/assertions';
import { changedCell, dataTemplate, DISTRIBUTION, keyOf, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

let template: Template;

beforeAll(() => {
  template = dataTemplate(referenceCell('sg'), DISTRIBUTION);
});

function bucket(what: string, from = template) {
  const [id, resource] =
    Object.entries(resourcesOf(from, 'AWS::S3::Bucket')).find(
      ([, { Properties }]) => Properties?.['BucketName'] === `sg-${what}-222222222222-ap-southeast-1`,
    ) ?? [];
  if (id === undefined) throw new Error(`no bucket for ${what}`);
  const policies = Object.values(resourcesOf(from, 'AWS::S3::BucketPolicy'));
  const policy = policies.find(({ Properties }) => (Properties?.['Bucket'] as { Ref: string }).Ref === id);
  const document = policy?.Properties?.['PolicyDocument'] as { Statement: Statement[] } | undefined;
  return { id, resource, policy, statements: document?.Statement ?? [] };
}

const ALL = ['pages', 'assets', 'files', 'access-logs', 'edge-logs', 'evidence'];

test.each(ALL)('the bucket for %s is closed to the public, versioned, kept', (what) => {
  const { resource, policy } = bucket(what);
  expect(resource?.DeletionPolicy).toBe('RetainExceptOnCreate');
  expect(policy?.DeletionPolicy).toBe('RetainExceptOnCreate');
  expect(resource?.Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    VersioningConfiguration: { Status: 'Enabled' },
  });
  expect(resource?.Properties).not.toHaveProperty('ReplicationConfiguration');
});

test.each(ALL)(
  'the bucket for %s denies whatever is not TLS 1.2, or from outside the organization',
  (what) => {
    const { id, statements } = bucket(what);
    const Resource = [
      { 'Fn::GetAtt': [id, 'Arn'] },
      { 'Fn::Join': ['', [{ 'Fn::GetAtt': [id, 'Arn'] }, '/*']] },
    ];
    const denial = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Resource };
    for (const Condition of [
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorg1' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    ]) {
      expect(statements).toContainEqual(expect.objectContaining({ ...denial, Condition }));
    }
  },
);

test.each([
  ['pages', 'public'],
  ['assets', 'public'],
  ['files', 'personal'],
  ['edge-logs', 'edge'],
])('the bucket for %s lies under the %s key', (what, purpose) => {
  expect(bucket(what).resource?.Properties?.['BucketEncryption']).toEqual({
    ServerSideEncryptionConfiguration: [
      {
        BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyOf(purpose) },
      },
    ],
  });
});

test.each(['pages', 'assets', 'files'])('no object of %s may be put under another key', (what) => {
  const algorithm = 's3:x-amz-server-side-encryption';
  const key = `${algorithm}-aws-kms-key-id`;
  const ours = keyOf(what === 'files' ? 'personal' : 'public');
  const denied = bucket(what).statements.filter(({ Action }) => Action === 's3:PutObject');
  expect(denied.map(({ Effect, Condition }) => [Effect, Condition])).toEqual([
    // Also a request that names the algorithm and no key: S3 would take the key that AWS manages.
    ['Deny', { Null: { [algorithm]: 'false' }, StringNotEquals: { [key]: ours } }],
    ['Deny', { Null: { [algorithm]: 'false' }, StringNotEquals: { [algorithm]: 'aws:kms' } }],
  ]);
});

test.each(ALL)('no object of %s may be put under a key that the request brings along', (what) => {
  expect(bucket(what).resource?.Properties?.['BucketEncryption']).toMatchObject({
    ServerSideEncryptionConfiguration: [{ BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } }],
  });
});

test.each(['pages', 'assets'])('the cell’s distribution alone may read %s', (what) => {
  expect(bucket(what).statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([
    expect.objectContaining({
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Condition: { StringEquals: { 'aws:SourceArn': DISTRIBUTION } },
    }),
  ]);
});

test('no distribution reads what is not served', () => {
  expect(bucket('files').statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
  const hidden = changedCell('sg', (plan) => {
    const pages = plan.datasets['pages'];
    if (pages !== undefined) pages.cdn = false;
  });
  const { statements } = bucket('pages', dataTemplate(hidden, DISTRIBUTION));
  expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
});

test.each(['pages', 'assets', 'files', 'edge-logs'])('who asks for %s is logged in the cell', (what) => {
  const { id } = bucket('access-logs');
  expect(bucket(what).resource?.Properties?.['LoggingConfiguration']).toEqual({
    DestinationBucketName: { Ref: id },
    LogFilePrefix: `${what}/`,
  });
});

test('S3 may put access logs of the cell’s buckets, each under its own name', () => {
  const allowed = bucket('access-logs').statements.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed).toHaveLength(5);
  for (const statement of allowed) {
    expect(statement).toMatchObject({
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:SourceAccount': '222222222222' } },
    });
  }
});

test('only deliveries of this cell put edge logs', () => {
  const allowed = bucket('edge-logs').statements.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed.map(({ Action }) => Action)).toEqual(['s3:PutObject', ['s3:GetBucketAcl', 's3:ListBucket']]);
  for (const statement of allowed) {
    expect(statement).toMatchObject({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': '222222222222' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:logs:us-east-1:222222222222:delivery-source:sg-edge' },
      },
    });
  }
});

test('logs go when the plan’s days are over, old versions of objects when backups do', () => {
  const rules = (what: string) =>
    (bucket(what).resource?.Properties?.['LifecycleConfiguration'] as { Rules: object[] }).Rules;
  expect(rules('edge-logs')).toEqual([expect.objectContaining({ ExpirationInDays: 365 })]);
  expect(rules('access-logs')).toEqual([expect.objectContaining({ ExpirationInDays: 365 })]);
  expect(rules('files')).toEqual([
    expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 35 } }),
  ]);
});
