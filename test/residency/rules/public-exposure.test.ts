import { describeRule, found, one } from '../support';

const rule = 'public-exposure';
const blocked = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

describeRule(rule, 'AWS::S3::Bucket', {
  valid: [
    ['all four settings', { PublicAccessBlockConfiguration: blocked }],
    ['settings written as text', { PublicAccessBlockConfiguration: { ...blocked, BlockPublicAcls: 'true' } }],
  ],
  invalid: [
    ['nothing written', {}],
    ['three settings', { PublicAccessBlockConfiguration: { ...blocked, RestrictPublicBuckets: undefined } }],
    ['one setting off', { PublicAccessBlockConfiguration: { ...blocked, IgnorePublicAcls: false } }],
    [
      'one setting off in one branch',
      { PublicAccessBlockConfiguration: { ...blocked, IgnorePublicAcls: { 'Fn::If': ['C', true, false] } } },
    ],
    [
      'a public access control list',
      { PublicAccessBlockConfiguration: blocked, AccessControl: 'PublicRead' },
    ],
  ],
});

const policy = (statement: object): object => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', ...statement }] },
});
const everyone = { Principal: '*' };
describeRule(rule, 'AWS::S3::BucketPolicy', {
  valid: [
    ['one account', policy({ Principal: { AWS: 'arn:aws:iam::111111111111:root' } })],
    ['a service', policy({ Principal: { Service: 'cloudfront.amazonaws.com' } })],
    ['everyone denied', policy({ ...everyone, Effect: 'Deny' })],
    [
      'everyone of an organization',
      policy({ ...everyone, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ],
    [
      'everyone from a source',
      policy({ ...everyone, Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::b' } } }),
    ],
    [
      'a principal of another resource',
      policy({ Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }),
      { Role: { Type: 'AWS::IAM::Role' } },
    ],
  ],
  invalid: [
    ['everyone', policy(everyone)],
    [
      'everyone in a statement that is no list',
      { PolicyDocument: { Statement: { Effect: 'Allow', Principal: '*' } } },
    ],
    ['everyone of AWS', policy({ Principal: { AWS: '*' } })],
    ['everyone among others', policy({ Principal: { AWS: ['111111111111', '*'] } })],
    ['everyone but one', policy({ NotPrincipal: { AWS: '111111111111' } })],
    [
      'everyone outside an organization',
      policy({ ...everyone, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ],
    [
      'everyone of any organization',
      policy({ ...everyone, Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } } }),
    ],
    [
      'everyone, if the key is there',
      policy({ ...everyone, Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ],
    [
      'everyone from any source',
      policy({ ...everyone, Condition: { ArnLike: { 'aws:SourceArn': 'arn:*' } } }),
    ],
    ['everyone over TLS', policy({ ...everyone, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    [
      'everyone when a condition holds',
      policy({ Principal: { 'Fn::If': ['C', '*', { AWS: '111111111111' }] } }),
    ],
    [
      'a document in a string',
      { PolicyDocument: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*' }] }) },
    ],
  ],
});

describe('a policy for everyone', () => {
  const held = (operator: string, key: string, value: unknown): object =>
    policy({ ...everyone, Condition: { [operator]: { [key]: value } } });

  test.each<[string, string, unknown]>([
    ['StringEquals', 'aws:PrincipalOrgID', 'o-1'],
    ['StringEquals', 'aws:PrincipalAccount', '111111111111'],
    ['StringLike', 'aws:PrincipalOrgPaths', 'o-1/*'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111111111111:role/*'],
    ['ArnLike', 'aws:PrincipalArn', { 'Fn::GetAtt': ['Role', 'Arn'] }],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111111111111:*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::b'],
    ['ArnLike', 'aws:SourceArn', { 'Fn::Sub': '${Role.Arn}/*' }],
  ])('is accepted if %s holds %s to %j', (operator, key, value) => {
    const role = { Role: { Type: 'AWS::IAM::Role' } };
    expect(found(rule, one('AWS::S3::BucketPolicy', held(operator, key, value), role))).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['StringLike', 'aws:PrincipalOrgID', 'o-*'],
    ['StringLike', 'aws:PrincipalOrgID', ['o-1', 'o-?']],
    ['StringLike', 'aws:PrincipalAccount', '1*'],
    ['StringLike', 'kms:CallerAccount', '1?1111111111'],
    ['StringLike', 'aws:SourceVpc', 'vpc-*'],
    ['StringLike', 'aws:PrincipalOrgPaths', 'o-*/r-1/'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/reader'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::1111?1111111:role/reader'],
    ['StringLike', 'aws:PrincipalArn', '*role/reader'],
    ['StringLike', 'aws:PrincipalArn', 'arn:aws:iam*'],
    ['StringLike', 'aws:SourceArn', 'arn:aws:sns:*'],
    ['StringLike', 'aws:SourceArn', 'arn:aws:*::111111111111:topic'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::logs-*'],
    ['StringEquals', 'aws:PrincipalOrgID', ''],
  ])('is found if %s holds %s to %j only', (operator, key, value) => {
    expect(found(rule, one('AWS::S3::BucketPolicy', held(operator, key, value)))).toHaveLength(1);
  });
});

test.each([
  ['AWS::KMS::Key', 'KeyPolicy'],
  ['AWS::SNS::TopicPolicy', 'PolicyDocument'],
  ['AWS::SQS::QueuePolicy', 'PolicyDocument'],
  ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy'],
  ['AWS::Backup::BackupVault', 'AccessPolicy'],
  ['AWS::IAM::Role', 'AssumeRolePolicyDocument'],
])('a policy for everyone is found on %s', (type, path) => {
  const document = { Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: '*' }] };
  expect(found(rule, one(type, { [path]: document }))).toEqual([`It ${path}.Statement[0]`]);
});

describeRule(rule, 'AWS::RDS::DBInstance', {
  valid: [
    ['a private instance', { PubliclyAccessible: false }],
    ['an instance of a cluster', { DBClusterIdentifier: 'c' }],
  ],
  invalid: [
    ['a public instance', { PubliclyAccessible: true, DBSubnetGroupName: 'g' }],
    ['an instance in the default VPC that does not say', {}],
  ],
});

describeRule(rule, 'AWS::EC2::SecurityGroup', {
  valid: [['a range', { SecurityGroupIngress: [{ CidrIp: '10.0.0.0/16' }] }]],
  invalid: [
    ['everyone', { SecurityGroupIngress: [{ CidrIp: '10.0.0.0/16' }, { CidrIp: '0.0.0.0/0' }] }],
    ['everyone over IPv6', { SecurityGroupIngress: [{ CidrIpv6: '::/0' }] }],
    ['half of everyone', { SecurityGroupIngress: [{ CidrIp: '128.0.0.0/1' }] }],
    ['whoever a parameter says', { SecurityGroupIngress: [{ CidrIp: { Ref: 'Nothing' } }] }],
  ],
});

describeRule(rule, 'AWS::EC2::SecurityGroupIngress', {
  valid: [['another group', { SourceSecurityGroupId: 'sg-1' }]],
  invalid: [['everyone', { CidrIp: '0.0.0.0/0' }]],
});
