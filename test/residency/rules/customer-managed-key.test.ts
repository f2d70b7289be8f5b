import { describeRule, found, one, resources } from '../support';

const rule = 'customer-managed-key';
const encrypted = (algorithm: string, key?: string): object => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, ...(key && { KMSMasterKeyID: key }) } },
    ],
  },
});

describeRule(rule, 'AWS::S3::Bucket', {
  valid: [
    ['SSE-KMS with a key', encrypted('aws:kms', 'alias/cell')],
    ['double encryption with a key', encrypted('aws:kms:dsse', 'alias/cell')],
    [
      'SSE-S3 where server access logs are delivered',
      encrypted('AES256'),
      {
        Other: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            ...encrypted('aws:kms', 'k'),
            LoggingConfiguration: { DestinationBucketName: { Ref: 'It' } },
          },
        },
      },
    ],
    [
      'SSE-S3 where a load balancer delivers its logs, the bucket known by name',
      { ...encrypted('AES256'), BucketName: 'balancer-logs' },
      {
        Balancer: {
          Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
          Properties: { LoadBalancerAttributes: [{ Key: 'access_logs.s3.bucket', Value: 'balancer-logs' }] },
        },
      },
    ],
  ],
  invalid: [
    ['no encryption written', {}],
    ['SSE-S3', encrypted('AES256')],
    [
      'SSE-S3 where the bucket’s own access log lies among its data',
      { ...encrypted('AES256'), LoggingConfiguration: { DestinationBucketName: { Ref: 'It' } } },
    ],
    [
      'the same by name',
      { ...encrypted('AES256'), BucketName: 'own', LoggingConfiguration: { DestinationBucketName: 'own' } },
    ],
    ['SSE-KMS without a key', encrypted('aws:kms')],
    ['the key that AWS manages', encrypted('aws:kms', 'alias/aws/s3')],
    [
      'an algorithm behind a condition',
      { BucketEncryption: { 'Fn::If': ['C', encrypted('aws:kms', 'k'), { Ref: 'AWS::NoValue' }] } },
    ],
  ],
});

describeRule(rule, 'AWS::RDS::DBCluster', {
  valid: [
    ['encryption with a key', { StorageEncrypted: true, KmsKeyId: 'k' }],
    ['a switch written as text', { StorageEncrypted: 'true', KmsKeyId: 'k' }],
    [
      'a managed password under a key',
      {
        StorageEncrypted: true,
        KmsKeyId: 'k',
        ManageMasterUserPassword: true,
        MasterUserSecret: { KmsKeyId: 'k' },
      },
    ],
  ],
  invalid: [
    ['the switch without a key', { StorageEncrypted: true }],
    [
      'a managed password without a key',
      { StorageEncrypted: true, KmsKeyId: 'k', ManageMasterUserPassword: true },
    ],
    [
      'performance insights without a key',
      { StorageEncrypted: true, KmsKeyId: 'k', PerformanceInsightsEnabled: true },
    ],
  ],
});

describeRule(rule, 'AWS::RDS::DBInstance', {
  valid: [
    ['an instance of a cluster', { DBClusterIdentifier: 'cluster' }],
    [
      'performance insights switched off',
      { DBClusterIdentifier: 'cluster', EnablePerformanceInsights: false },
    ],
  ],
  invalid: [
    ['an instance by itself without encryption', {}],
    [
      'performance insights without a key',
      { DBClusterIdentifier: 'cluster', EnablePerformanceInsights: true },
    ],
    [
      'an instance that is of a cluster only sometimes',
      { DBClusterIdentifier: { 'Fn::If': ['C', 'cluster', { Ref: 'AWS::NoValue' }] } },
    ],
  ],
});

describeRule(rule, 'AWS::DynamoDB::Table', {
  valid: [['a key', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'k' } }]],
  invalid: [
    ['nothing written', {}],
    ['encryption without a key', { SSESpecification: { SSEEnabled: true } }],
  ],
});

describeRule(rule, 'AWS::DynamoDB::GlobalTable', {
  valid: [
    [
      'a key at every replica',
      { SSESpecification: { SSEEnabled: true }, Replicas: [{ SSESpecification: { KMSMasterKeyId: 'k' } }] },
    ],
  ],
  invalid: [
    [
      'a key at one replica of two',
      {
        SSESpecification: { SSEEnabled: true },
        Replicas: [{ SSESpecification: { KMSMasterKeyId: 'k' } }, {}],
      },
    ],
    ['no replica to see', { SSESpecification: { SSEEnabled: true } }],
  ],
});

describe('customer-managed-key on what names a key in one property', () => {
  const types = [
    ['AWS::SecretsManager::Secret', 'KmsKeyId'],
    ['AWS::Logs::LogGroup', 'KmsKeyId'],
    ['AWS::SNS::Topic', 'KmsMasterKeyId'],
    ['AWS::SQS::Queue', 'KmsMasterKeyId'],
    ['AWS::Backup::BackupVault', 'EncryptionKeyArn'],
    ['AWS::DMS::ReplicationInstance', 'KmsKeyId'],
  ] as const;

  test.each(types)('finds %s without %s, empty, and with a key of AWS', (type, path) => {
    const of = (value: unknown): object => ({
      Type: type,
      Properties: value === undefined ? {} : { [path]: value },
    });
    const template = resources({
      Absent: of(undefined),
      Empty: of(''),
      Managed: of('alias/aws/thing'),
      Own: of('alias/own'),
    });
    expect(found(rule, template)).toEqual([`Absent ${path}`, `Empty ${path}`, `Managed ${path}`]);
  });

  test('finds a serverless replication without a key', () => {
    const of = (compute: object): object => ({
      Type: 'AWS::DMS::ReplicationConfig',
      Properties: { ComputeConfig: compute },
    });
    expect(found(rule, resources({ Bad: of({}), Good: of({ KmsKeyId: 'k' }) }))).toEqual([
      'Bad ComputeConfig.KmsKeyId',
    ]);
  });
});

describeRule(rule, 'AWS::DMS::Endpoint', {
  valid: [['a key', { KmsKeyId: 'k' }]],
  invalid: [
    ['no key', {}],
    ['the key that AWS manages', { KmsKeyId: 'alias/aws/dms' }],
  ],
});

describeRule(rule, 'AWS::OpenSearchServerless::SecurityPolicy', {
  valid: [['a key of the customer’s', { Policy: '{"AWSOwnedKey":false,"KmsARN":"k"}' }]],
  invalid: [['a key of AWS’s', { Policy: '{"AWSOwnedKey":true}' }]],
});

test('a type that can be given no key is found wherever it stands', () => {
  expect(found(rule, one('AWS::DAX::Cluster', {}))).toContain('It');
});
