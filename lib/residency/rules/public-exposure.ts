import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import { isOpen } from '../policies';
import type { Rule } from '../rule';

/** Properties that hold the policy of a resource; what it opens, it opens to other accounts. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::BucketPolicy': ['PolicyDocument'],
  'AWS::KMS::Key': ['KeyPolicy'],
  'AWS::SNS::TopicPolicy': ['PolicyDocument'],
  'AWS::SQS::QueuePolicy': ['PolicyDocument'],
  'AWS::SecretsManager::ResourcePolicy': ['ResourcePolicy'],
  'AWS::Backup::BackupVault': ['AccessPolicy'],
  'AWS::DynamoDB::Table': [
    'ResourcePolicy.PolicyDocument',
    'StreamSpecification.ResourcePolicy.PolicyDocument',
  ],
  'AWS::DynamoDB::GlobalTable': ['Replicas[*].ResourcePolicy.PolicyDocument'],
  'AWS::Logs::ResourcePolicy': ['PolicyDocument'],
  'AWS::Logs::LogGroup': ['ResourcePolicyDocument'],
  'AWS::Kinesis::ResourcePolicy': ['ResourcePolicy'],
  'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
};
const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
const PUBLIC_ACL = /^(?:PublicRead|PublicReadWrite|AuthenticatedRead)$/;
const INGRESS: Readonly<Record<string, string>> = {
  'AWS::EC2::SecurityGroup': 'SecurityGroupIngress[*].',
  'AWS::EC2::SecurityGroupIngress': '',
};
const DATABASES = new Set(['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']);

export const publicExposure: Rule = {
  id: 'public-exposure',
  what: 'no bucket, policy, database or security group is open to everyone',
  why: 'What everyone may read lives everywhere. All four settings of S3 Block Public Access must be written, since an absent one is off in a template. A policy for every principal must hold it to an organization, an account or a source.',
  fix: 'close it: all four Block Public Access settings true, a Condition on the organization or source, PubliclyAccessible false, an ingress range of your own',
  level: 'error',
  types: ['AWS::S3::Bucket', ...Object.keys(POLICIES), ...Object.keys(INGRESS), ...DATABASES],
  examples: {
    bad: { Bucket: { Type: 'AWS::S3::Bucket' } },
    good: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          PublicAccessBlockConfiguration: Object.fromEntries(BLOCKS.map((name) => [name, true])),
        },
      },
    },
  },
  check(hearing) {
    const { type } = hearing.resource;
    if (type === 'AWS::S3::Bucket') checkBucket(hearing);
    if (DATABASES.has(type)) checkDatabase(hearing);
    const ingress = INGRESS[type];
    if (ingress !== undefined) checkIngress(hearing, ingress);
    for (const path of POLICIES[type] ?? []) checkPolicy(hearing, path);
  },
};

function checkBucket(hearing: Hearing): void {
  for (const name of BLOCKS)
    hearing.require(
      `PublicAccessBlockConfiguration.${name}`,
      (text) => text === 'true',
      'public access is not blocked',
    );
  for (const reading of hearing.read('AccessControl'))
    for (const text of hearing.texts(reading))
      if (PUBLIC_ACL.test(text) || !isKnown(text))
        hearing.find(reading.path, text, 'the access control list is public');
}

/** A standalone instance without a subnet group goes to the default VPC, where it is public unless told otherwise. */
function checkDatabase(hearing: Hearing): void {
  const path = 'PubliclyAccessible';
  const placed = ['DBSubnetGroupName', 'DBClusterIdentifier'].some((name) =>
    hearing.read(name).every((reading) => reading.value !== undefined),
  );
  for (const reading of hearing.read(path)) {
    if (reading.value !== undefined || (hearing.resource.type === 'AWS::RDS::DBInstance' && !placed))
      hearing.requireOf(
        reading,
        (text) => text === 'false',
        'the database may get a public address; allowed is false',
      );
  }
}

function checkIngress(hearing: Hearing, prefix: string): void {
  for (const name of ['CidrIp', 'CidrIpv6']) {
    for (const reading of hearing.read(`${prefix}${name}`))
      for (const text of hearing.texts(reading))
        if (!isKnown(text) || /\/[0-7]$/.test(text))
          hearing.find(reading.path, text, 'the security group lets everyone in');
  }
}

function checkPolicy(hearing: Hearing, path: string): void {
  for (const document of hearing.read(path)) {
    if (document.value !== undefined)
      for (const statement of isOpen(document, hearing))
        hearing.find(
          statement.path,
          statement.principal,
          'the policy allows every principal, without a condition that names an organization, account or source',
        );
  }
}
