import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCRATCH } from './build';

/** CloudFormation takes no more in one template. */
const PER_TEMPLATE = 500;

/** Kinds of resource that an ordinary app is made of, each referring to others of its template. */
const KINDS: readonly ((n: number) => { readonly Type: string; readonly Properties: object })[] = [
  () => ({ Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: policy('kms:*') } }),
  (n) => ({
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn(`R${n - 1}`) } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  }),
  (n) => ({ Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: arn(`R${n - 2}`) } }),
  (n) => ({ Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: { Ref: `R${n - 3}` } } }),
  (n) => ({
    Type: 'AWS::SNS::Subscription',
    Properties: { Protocol: 'sqs', TopicArn: { Ref: `R${n - 1}` }, Endpoint: arn(`R${n - 2}`) },
  }),
  (n) => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arn(`R${n - 5}`) },
    },
  }),
  () => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
    },
  }),
  (n) => ({
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { ZipFile: 'exports.handler = () => {}' },
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Role: arn(`R${n - 1}`),
      KmsKeyArn: arn(`R${n - 7}`),
      Environment: { Variables: { TABLE: { Ref: `R${n - 2}` } } },
    },
  }),
  (n) => ({
    Type: 'AWS::Logs::LogGroup',
    Properties: { LogGroupName: { 'Fn::Sub': `/f/\${R${n - 1}}` }, KmsKeyId: arn(`R${n - 8}`) },
  }),
  (n) => ({
    Type: 'AWS::SecretsManager::Secret',
    Properties: { KmsKeyId: { 'Fn::Join': ['', [arn(`R${n - 9}`)]] }, GenerateSecretString: {} },
  }),
];

/** Writes `count` resources as templates into a folder of their own, and returns it. */
export function writeTemplates(count: number): string {
  const folder = join(SCRATCH, `templates-${count}`);
  mkdirSync(folder, { recursive: true });
  for (let first = 0; first < count; first += PER_TEMPLATE) {
    const numbers = Array.from({ length: Math.min(PER_TEMPLATE, count - first) }, (_, index) => index);
    const Resources = Object.fromEntries(
      numbers.map((n) => [`R${n}`, (KINDS[n % KINDS.length] ?? KINDS[0])?.(n)]),
    );
    writeFileSync(join(folder, `stack-${first / PER_TEMPLATE}.json`), JSON.stringify({ Resources }));
  }
  return folder;
}

function arn(logicalId: string): object {
  return { 'Fn::GetAtt': [logicalId, 'Arn'] };
}

function policy(action: string): object {
  const root = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
  return { Statement: [{ Effect: 'Allow', Principal: { AWS: root }, Action: action, Resource: '*' }] };
}
