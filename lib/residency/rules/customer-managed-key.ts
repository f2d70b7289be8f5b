import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import { own } from '../json';
import { read, type Reading } from '../read';
import type { Resolver } from '../resolver';
import type { Rule } from '../rule';
import type { Resource } from '../templates';

interface Encryption {
  /** Path of the property that names the key. */
  readonly key: string;
  /** Property that switches encryption on, and the values that do. */
  readonly on?: readonly [path: string, ...values: string[]];
  /** Property without which, or with `false`, there is nothing to encrypt. */
  readonly onlyWith?: string;
  /** Property with which another resource decides. */
  readonly notWith?: string;
}

const KMS = ['aws:kms', 'aws:kms:dsse'] as const;
const DEFAULT_ENCRYPTION =
  'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault';

const STORES: Readonly<Record<string, readonly Encryption[]>> = {
  'AWS::S3::Bucket': [
    { key: `${DEFAULT_ENCRYPTION}.KMSMasterKeyID`, on: [`${DEFAULT_ENCRYPTION}.SSEAlgorithm`, ...KMS] },
  ],
  'AWS::RDS::DBCluster': [
    { key: 'KmsKeyId', on: ['StorageEncrypted', 'true'] },
    { key: 'MasterUserSecret.KmsKeyId', onlyWith: 'ManageMasterUserPassword' },
    { key: 'PerformanceInsightsKmsKeyId', onlyWith: 'PerformanceInsightsEnabled' },
  ],
  'AWS::RDS::DBInstance': [
    // The volume of an Aurora instance is its cluster's.
    { key: 'KmsKeyId', on: ['StorageEncrypted', 'true'], notWith: 'DBClusterIdentifier' },
    { key: 'MasterUserSecret.KmsKeyId', onlyWith: 'ManageMasterUserPassword' },
    { key: 'PerformanceInsightsKMSKeyId', onlyWith: 'EnablePerformanceInsights' },
  ],
  'AWS::DynamoDB::Table': [
    { key: 'SSESpecification.KMSMasterKeyId', on: ['SSESpecification.SSEEnabled', 'true'] },
  ],
  'AWS::DynamoDB::GlobalTable': [
    { key: 'Replicas[*].SSESpecification.KMSMasterKeyId', on: ['SSESpecification.SSEEnabled', 'true'] },
  ],
  'AWS::SecretsManager::Secret': [{ key: 'KmsKeyId' }],
  'AWS::Logs::LogGroup': [{ key: 'KmsKeyId' }],
  'AWS::SNS::Topic': [{ key: 'KmsMasterKeyId' }],
  'AWS::SQS::Queue': [{ key: 'KmsMasterKeyId' }],
  'AWS::Backup::BackupVault': [{ key: 'EncryptionKeyArn' }],
  'AWS::DMS::ReplicationConfig': [{ key: 'ComputeConfig.KmsKeyId' }],
  'AWS::DMS::ReplicationInstance': [{ key: 'KmsKeyId' }],
  'AWS::DMS::Endpoint': [{ key: 'KmsKeyId' }],
};

export const customerManagedKey: Rule = {
  id: 'customer-managed-key',
  what: 'what holds data names a KMS key of the customer',
  why: 'A key that AWS owns or manages has a policy nobody here writes, so access to the data cannot be tied to its jurisdiction. A bucket that server access logs or load balancer logs are delivered to may use SSE-S3, since AWS delivers them to no other (S3 user guide, “Enabling Amazon S3 server access logging”).',
  fix: 'name a customer managed key, and switch encryption on where that is separate',
  level: 'error',
  types: Object.keys(STORES),
  examples: {
    bad: {
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/aws/secretsmanager' } },
    },
    good: {
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/cell/personal' } },
    },
  },
  check(hearing) {
    for (const encryption of STORES[hearing.resource.type] ?? []) checkEncryption(hearing, encryption);
  },
};

function checkEncryption(hearing: Hearing, { key, on, onlyWith, notWith }: Encryption): void {
  if (onlyWith !== undefined && !hearing.read(onlyWith).some((reading) => canBeOn(hearing, reading))) return;
  if (notWith !== undefined && hearing.read(notWith).every((reading) => reading.value !== undefined)) return;
  const { resource } = hearing;
  if (resource.type === 'AWS::S3::Bucket' && logTargets(hearing.resolver).has(resource)) {
    hearing.require(
      `${DEFAULT_ENCRYPTION}.SSEAlgorithm`,
      (text) => text === 'AES256' || KMS.some((algorithm) => algorithm === text),
      'the bucket is not encrypted',
    );
    return;
  }
  if (on !== undefined) {
    const [path, ...values] = on;
    hearing.require(
      path,
      (text) => values.includes(text),
      `encryption with a key is not switched on; allowed is ${values.join(', ')}`,
    );
  }
  hearing.require(key, isCustomers, 'no customer managed key is named');
}

/** A text that cannot be worked out names some key: where that leads is judged by `key-region`. */
function isCustomers(text: string): boolean {
  return text !== '' && !/(?:^|:)alias\/aws\//.test(text) && !/^AWS_OWNED/.test(text);
}

function canBeOn(hearing: Hearing, reading: Reading): boolean {
  return hearing.texts(reading).some((text) => text === 'true' || !isKnown(text));
}

const targets = new WeakMap<Resolver, ReadonlySet<Resource>>();

/** Buckets that server access logs or load balancer logs are delivered to. */
function logTargets(resolver: Resolver): ReadonlySet<Resource> {
  const known = targets.get(resolver);
  if (known !== undefined) return known;
  const found = new Set<Resource>();
  const add = (value: unknown, from: Resource): void => {
    for (const text of value === undefined ? [] : resolver.texts(value, from.template)) {
      const bucket = resolver.resource(text, ['AWS::S3::Bucket'], from.template);
      // Its own log among its data does not make a bucket a log bucket.
      if (bucket !== undefined && bucket !== from) found.add(bucket);
    }
  };
  for (const bucket of resolver.templates.ofType('AWS::S3::Bucket')) {
    for (const { value } of read(bucket, 'LoggingConfiguration.DestinationBucketName', resolver))
      add(value, bucket);
  }
  for (const balancer of resolver.templates.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')) {
    for (const { value } of read(balancer, 'LoadBalancerAttributes[*]', resolver)) {
      if (own(value, 'Key') === 'access_logs.s3.bucket') add(own(value, 'Value'), balancer);
    }
  }
  targets.set(resolver, found);
  return found;
}
