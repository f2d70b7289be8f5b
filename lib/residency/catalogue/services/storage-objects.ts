import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

const BLOCKS = 'BlockPublicAcls BlockPublicPolicy IgnorePublicAcls RestrictPublicBuckets';
const KMS = ['aws:kms', 'aws:kms:dsse'];

/** S3 and what builds on its buckets. */
export const CLASSIFIED: readonly Classification[] = [
  // S3: where data and what tells of it goes.
  ...all({ kind: 'bucket', of: 'copy' }, 'AWS::S3::Bucket:ReplicationDestination.Bucket'),
  ...all({ kind: 'account', of: 'copy' }, 'AWS::S3::Bucket:ReplicationDestination.Account'),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::S3::Bucket:EncryptionConfiguration.ReplicaKmsKeyID'),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::S3::Bucket:LoggingConfiguration.DestinationBucketName',
    'AWS::S3::Bucket:Destination.BucketArn',
    'AWS::S3::StorageLens:S3BucketDestination.Arn',
    'AWS::S3Express::DirectoryBucket:Destination.BucketArn',
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::S3::Bucket.TableBucketArn'),
  ...all({ kind: 'account', of: 'telemetry' }, 'AWS::S3::StorageLens:S3BucketDestination.AccountId'),
  ...all(
    { kind: 'arn' },
    ...under('S3::Bucket', 'Function Queue Topic'),
    'AWS::S3ObjectLambda::AccessPoint.SupportingAccessPoint',
    'AWS::S3ObjectLambda::AccessPointPolicy.ObjectLambdaAccessPoint',
  ),
  ...all({ kind: 'key' }, 'AWS::S3::StorageLens:SSEKMS.KeyId'),
  // Uploads enter, and downloads leave, at edge locations of every country.
  ...all({ kind: 'copy', bad: ['Enabled'] }, 'AWS::S3::Bucket.AccelerationStatus'),
  ...all(
    { kind: 'policy' },
    ...['S3::*', 'S3Express::*', 'S3Outposts::*'].flatMap((s) => under(s, 'Policy')),
  ),
  ...all({ kind: 'policy' }, 'AWS::S3Files::*.Policy', 'AWS::S3Vectors::*.Policy'),
  ...all({ kind: 'principal' }, 'AWS::S3::AccessGrant.GranteeIdentifier'),
  // Who reads it, and how it is encrypted.
  ...all({ kind: 'public', good: ['true'] }, ...under('S3::*', BLOCKS), ...under('S3Express::*', BLOCKS)),
  ...all(
    { kind: 'public', bad: ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'] },
    'AWS::S3::Bucket.AccessControl',
  ),
  ...all(
    { kind: 'at-rest', good: KMS },
    'AWS::S3::Bucket.SSEAlgorithm',
    'AWS::S3::Bucket.SseAlgorithm',
    'AWS::S3Express::DirectoryBucket.SSEAlgorithm',
    'AWS::S3Tables::TableBucket.SSEAlgorithm',
    'AWS::S3Vectors::*.SseType',
  ),
  ...all({ kind: 'in-transit', bad: ['http'] }, 'AWS::S3::Bucket.Protocol'),
  ...all({ kind: 'zone' }, 'AWS::S3Express::DirectoryBucket.LocationName'),
  // An Outpost stands in a building of the customer's, in whatever country.
  ...all({ kind: 'external' }, 'AWS::S3Outposts::*.OutpostId'),
  ...all({ kind: 'arn', of: 'copy' }, 'AWS::S3Tables::TableBucket.DestinationTableBucketARN'),
  // S3: nothing to judge.
  ...not(
    WHY_NOT.own,
    'AWS::S3::Bucket.BucketName',
    'AWS::S3::Bucket.BucketNamePrefix',
    'AWS::S3Express::DirectoryBucket.BucketName',
    'AWS::S3Outposts::Bucket.BucketName',
    'AWS::S3Tables::TableBucket.TableBucketName',
    'AWS::S3Vectors::VectorBucket.VectorBucketName',
    'AWS::S3Vectors::Index.IndexName',
  ),
  ...not(NOT.near, ...under('S3Vectors::*', 'VectorBucketName'), 'AWS::S3::*.MrapName'),
  ...not(
    'which bucket the policy is of',
    ...['S3', 'S3Express', 'S3Outposts'].map((service) => `AWS::${service}::BucketPolicy.Bucket`),
  ),
  ...not(
    WHY_NOT.owner,
    'AWS::S3::Bucket:Destination.BucketAccountId',
    'AWS::S3Express::DirectoryBucket:Destination.BucketAccountId',
  ),
  ...not(
    WHY_NOT.made,
    'AWS::S3::Bucket.TableArn',
    'AWS::S3::StorageLens.StorageLensArn',
    'AWS::S3::*.IsPublic',
    ...under('S3ObjectLambda::AccessPoint', `IsPublic ${BLOCKS}`),
    ...under('S3Outposts::Endpoint', 'Message ErrorCode'),
  ),
  ...not(
    'whose events or objects are meant, of the bucket itself',
    ...under('S3::Bucket', 'AccessPointArn Event'),
  ),
  ...not(
    'whose requests are counted, of the bucket itself',
    'AWS::S3Express::DirectoryBucket.AccessPointArn',
  ),
  ...not(WHY_NOT.sso, ...under('S3::*', 'ApplicationArn IdentityCenterArn')),
  ...not(
    NOT.outside,
    'AWS::S3::Bucket:RedirectAllRequestsTo.HostName',
    'AWS::S3::Bucket:RedirectRule.HostName',
  ),
  ...not(
    'which pages may let a browser read: it opens no object',
    ...under('S3::Bucket', 'AllowedOrigins ExposedHeaders'),
  ),
  ...not(
    NOT.choice,
    ...under(
      'S3::Bucket',
      `ObjectLockEnabled BucketNamespace TransitionDefaultMinimumObjectSize ObjectOwnership StorageClass
       BucketKeyEnabled PartitionDateSource SimplePrefix`,
    ),
    'AWS::S3Express::DirectoryBucket.BucketKeyEnabled',
    'AWS::S3::StorageLens.OutputSchemaVersion',
    'AWS::S3Tables::*.StorageClass',
    'AWS::S3Outposts::Endpoint.AccessType',
    'AWS::S3Files::FileSystem.AcceptBucketWarning',
  ),
  ...not(
    'one zone or several; the zone is judged by LocationName',
    'AWS::S3Express::DirectoryBucket.DataRedundancy',
  ),
  ...not('the kind of encryption that is refused', 'AWS::S3::Bucket:BlockedEncryptionTypes.EncryptionType'),
  ...not(
    'who owns the replicas; the account is judged beside it',
    'AWS::S3::Bucket:AccessControlTranslation.Owner',
  ),
  ...not(WHY_NOT.prefix, ...under('S3::*', 'LogFilePrefix Prefix S3SubPrefix TableNamespace')),
  ...not(NOT.label, 'AWS::S3::Bucket:ReplicationRule.Id'),
  ...not(
    'chooses of which regions and buckets figures are shown, or not shown',
    ...under('S3::StorageLens', 'Regions Buckets Include Exclude'),
  ),
  ...not('the organization whose figures are shown: it is of no region', 'AWS::S3::StorageLens:AwsOrg.Arn'),
  ...not('says that no key is named, which is asked for', 'AWS::S3::StorageLens.SSES3'),
  ...not(
    'whether reports also go to tables of the home region',
    'AWS::S3::StorageLens:StorageLensTableDestination.IsEnabled',
  ),
  ...not(
    WHY_NOT.granted,
    ...under('S3::AccessGrant', 'AccessGrantsLocationId Permission'),
    'AWS::S3Express::AccessPoint.Permissions',
  ),
  ...not('buckets of the instance’s own region and account', 'AWS::S3::AccessGrantsLocation.LocationScope'),
  ...not(WHY_NOT.code, 'AWS::S3Tables::Table.Transform', 'AWS::S3Vectors::Index.NonFilterableMetadataKeys'),
  ...not(NOT.address, 'AWS::S3Outposts::Endpoint.CustomerOwnedIpv4Pool'),
  ...not(WHY_NOT.granted, ...under('S3Files::AccessPoint', 'OwnerUid OwnerGid Permissions')),
];

const S3 =
  'S3 user guide, “Setting default server-side encryption behavior for Amazon S3 buckets”: SSE-S3 unless a key is named';
const SSE =
  'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.KMSMasterKeyID';
const METADATA = 'SSE-S3 unless a key is named (S3 user guide, “Metadata tables”)';

export const REQUIRED: readonly Requirement[] = [
  need('key', 'S3::Bucket', SSE, S3),
  need('key', 'S3Express::DirectoryBucket', SSE, S3),
  ...BLOCKS.split(' ').map((name) =>
    need(
      'public',
      'S3::Bucket',
      `PublicAccessBlockConfiguration.${name}`,
      'a setting that is left out is off (S3 user guide, “Blocking public access to your Amazon S3 storage”)',
    ),
  ),
  ...['JournalTableConfiguration', 'InventoryTableConfiguration', 'AnnotationTableConfiguration'].map(
    (name) =>
      need('key', 'S3::Bucket', `MetadataConfiguration.${name}.EncryptionConfiguration.KmsKeyArn`, METADATA, {
        onlyWith: `MetadataConfiguration.${name}`,
      }),
  ),
  need(
    'key',
    'S3::StorageLens',
    'StorageLensConfiguration.DataExport.S3BucketDestination.Encryption.SSEKMS.KeyId',
    'SSE-S3 where it is asked for; the bucket decides where nothing is said (S3 API reference, `StorageLensDataExportEncryption`)',
    { onlyWith: 'StorageLensConfiguration.DataExport.S3BucketDestination.Encryption' },
  ),
  need(
    'key',
    'S3Tables::TableBucket',
    'EncryptionConfiguration.KMSKeyArn',
    'SSE-S3 unless a key is named (S3 user guide, “Protecting S3 table data with encryption”)',
  ),
  need(
    'key',
    'S3Vectors::VectorBucket',
    'EncryptionConfiguration.KmsKeyArn',
    'SSE-S3 unless a key is named (S3 user guide, “Data protection and encryption in S3 Vectors”)',
  ),
  need(
    'key',
    'S3Files::FileSystem',
    'KmsKeyId',
    'a key that AWS owns unless one is named (S3 user guide, “Encryption” of S3 Files)',
  ),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::S3Outposts::Bucket',
    why: 'S3 on Outposts encrypts with SSE-S3 or with keys that each request brings, never with KMS (S3 on Outposts user guide, “Data encryption in S3 on Outposts”)',
  },
];
