import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { ownedKey, WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

/** Warehouses, time series, ledgers and databases of other makers. */
export const CLASSIFIED: readonly Classification[] = [
  // Redshift
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::Redshift::Cluster.Encrypted'),
  ...all(
    { kind: 'public', good: ['false'] },
    ...['Redshift', 'RedshiftServerless'].map((s) => `AWS::${s}::*.PubliclyAccessible`),
  ),
  ...all(
    { kind: 'region', of: 'copy' },
    'AWS::Redshift::Cluster.DestinationRegion',
    'AWS::RedshiftServerless::Namespace.DestinationRegion',
  ),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::RedshiftServerless::Namespace.DestinationKmsKeyId'),
  ...all(
    { kind: 'account', incoming: true },
    'AWS::Redshift::Cluster.OwnerAccount',
    'AWS::RedshiftServerless::Workgroup.SnapshotOwnerAccount',
  ),
  ...all({ kind: 'arn', incoming: true }, 'AWS::RedshiftServerless::Workgroup.SnapshotArn'),
  ...all({ kind: 'account' }, 'AWS::Redshift::EndpointAccess.ResourceOwner'),
  ...all(
    { kind: 'policy' },
    ...['Redshift', 'RedshiftServerless'].map((s) => `AWS::${s}::*.NamespaceResourcePolicy`),
  ),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::Redshift::Cluster:LoggingProperties.BucketName'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::Redshift::EventSubscription.SnsTopicArn'),
  ...not('when the key is changed, not which', 'AWS::Redshift::Cluster.RotateEncryptionKey'),
  ...not(
    WHY_NOT.near,
    ...under(
      'Redshift::*',
      'HsmClientCertificateIdentifier SnapshotCopyGrantName ClusterSecurityGroups SourceIds',
    ),
  ),
  ...not(NOT.address, 'AWS::Redshift::Cluster.ElasticIp'),
  ...not(NOT.choice, ...under('Redshift::*', 'AvailabilityZoneRelocation SnapshotCopyManual MultiAZ Force')),
  ...not(WHY_NOT.version, 'AWS::Redshift::Cluster.RevisionTarget'),
  ...not(WHY_NOT.prefix, 'AWS::Redshift::Cluster.S3KeyPrefix'),
  ...not(WHY_NOT.sso, 'AWS::Redshift::QEV2IdcApplication.IdcInstanceArn'),
  ...not('the name of a setting', 'AWS::RedshiftServerless::Workgroup.ParameterKey'),
  ...not(
    WHY_NOT.made,
    'AWS::Redshift::EndpointAccess:NetworkInterface.AvailabilityZone',
    'AWS::RedshiftServerless::Workgroup:NetworkInterface.AvailabilityZone',
    ...under('RedshiftServerless::Workgroup:Workgroup', 'WorkgroupArn PubliclyAccessible'),
    ...under(
      'RedshiftServerless::Namespace:Namespace',
      'NamespaceArn KmsKeyId DefaultIamRoleArn AdminPasswordSecretArn AdminPasswordSecretKmsKeyId',
    ),
    ...under('RedshiftServerless::Snapshot:Snapshot', 'NamespaceArn KmsKeyId OwnerAccount SnapshotArn'),
  ),

  // Timestream
  ...all({ kind: 'at-rest', good: ['SSE_KMS'] }, 'AWS::Timestream::*.EncryptionOption'),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...['ScheduledQuery', 'InfluxDBCluster', 'InfluxDBInstance'].map(
      (t) => `AWS::Timestream::${t}:S3Configuration.BucketName`,
    ),
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::Timestream::ScheduledQuery:SnsConfiguration.TopicArn'),
  ...all({ kind: 'public', good: ['false'] }, 'AWS::Timestream::*.PubliclyAccessible'),
  ...not('a bucket of InfluxDB’s, which is a database of the instance', ...under('Timestream::*', 'Bucket')),
  ...not('whether logs are sent at all; the bucket is judged', ...under('Timestream::*', 'Enabled')),
  ...not(WHY_NOT.own, 'AWS::Timestream::ScheduledQuery.ScheduledQueryName'),
  ...not(WHY_NOT.near, 'AWS::Timestream::Table.DatabaseName'),
  ...not(
    WHY_NOT.code,
    ...under(
      'Timestream::ScheduledQuery',
      'TimeColumn SourceColumn TargetMeasureName TargetMultiMeasureAttributeName TargetMultiMeasureName',
    ),
  ),

  // Keyspaces, QLDB, Aurora DSQL, Oracle Database@AWS
  ...all(
    { kind: 'region', of: 'copy' },
    'AWS::Cassandra::Keyspace.RegionList',
    'AWS::Cassandra::Table.Region',
    'AWS::DSQL::Cluster.WitnessRegion',
  ),
  ...all({ kind: 'arn', of: 'copy' }, 'AWS::DSQL::Cluster:MultiRegionProperties.Clusters'),
  ...all({ kind: 'at-rest', good: ['CUSTOMER_MANAGED_KMS_KEY'] }, 'AWS::Cassandra::Table.EncryptionType'),
  ...not(
    'one region or several, which are judged in the list beside it',
    'AWS::Cassandra::Keyspace.ReplicationStrategy',
  ),
  ...not(NOT.choice, 'AWS::Cassandra::Keyspace.ClientSideTimestampsEnabled'),
  ...not(
    WHY_NOT.made,
    ...under('DSQL::Cluster:EncryptionDetails', 'EncryptionStatus EncryptionType KmsKeyArn'),
  ),
  ...all({ kind: 'region', of: 'copy', incoming: true }, 'AWS::ODB::OdbNetwork.CrossRegionS3RestoreSources'),
  ...all({ kind: 'policy' }, 'AWS::ODB::OdbNetwork.KmsPolicyDocument'),
  // Oracle's operations collect it, outside AWS.
  ...all(
    { kind: 'copy', of: 'telemetry', bad: ['true'] },
    ...under(
      'ODB::CloudVmCluster',
      'IsDiagnosticsEventsEnabled IsHealthMonitoringEnabled IsIncidentLogsEnabled',
    ),
  ),
  ...not(WHY_NOT.near, 'AWS::ODB::*.DbServers'),
  ...not(WHY_NOT.own, 'AWS::ODB::CloudVmCluster.Hostname', 'AWS::ODB::OdbNetwork.CustomDomainName'),
  ...not(NOT.label, 'AWS::ODB::CloudExadataInfrastructure:CustomerContact.Email'),
  ...not(NOT.credential, 'AWS::ODB::CloudVmCluster.SshPublicKeys'),
  ...not(
    'whether clients show a certificate too; TLS is on either way',
    'AWS::ODB::CloudAutonomousVmCluster.IsMtlsEnabledVmCluster',
  ),
  ...not(
    'whether the network reaches a service of the same region; its policy is judged',
    ...under('ODB::OdbNetwork', 'S3Access KmsAccess'),
  ),
  ...not(NOT.choice, 'AWS::ODB::OdbNetwork.DeleteAssociatedResources'),
  ...not(
    WHY_NOT.made,
    ...under('ODB::CloudVmCluster:DbNode', 'DbNodeArn Hostname DbServerId BackupIpId HostIpId'),
    ...under('ODB::OdbNetwork', 'ServiceNetworkArn ResourceGatewayArn DomainName'),
    ...under('ODB::OdbNetwork:S3Access', 'S3PolicyDocument'),
    ...under('ODB::OdbNetwork:KmsAccess', 'KmsPolicyDocument'),
    ...under('ODB::OdbNetwork:StsAccess', 'StsPolicyDocument'),
    'AWS::ODB::OdbNetwork:CrossRegionS3RestoreSourcesAccess.Region',
  ),

  // FinSpace
  ...not(
    WHY_NOT.sign,
    ...under('FinSpace::Environment', 'SamlMetadataURL FederationURN ApplicationCallBackURL'),
  ),
  ...not(NOT.label, 'AWS::FinSpace::Environment:SuperuserParameters.EmailAddress'),
  ...not('sample data that AWS provides', 'AWS::FinSpace::Environment.DataBundles'),
];

const SECRET =
  'the secret lies under aws/secretsmanager, which AWS manages, unless a key is named (Redshift management guide, “Managing Amazon Redshift admin passwords using AWS Secrets Manager”)';
const REJECTED = 'MagneticStoreWriteProperties.MagneticStoreRejectedDataLocation.S3Configuration';

export const REQUIRED: readonly Requirement[] = [
  need(
    'key',
    'Redshift::Cluster',
    'KmsKeyId',
    'a key that AWS owns unless one is named (Redshift management guide, “Amazon Redshift database encryption”)',
  ),
  need('key', 'Redshift::Cluster', 'MasterPasswordSecretKmsKeyId', SECRET, {
    onlyWith: 'ManageMasterPassword',
  }),
  need(
    'key',
    'Redshift::SnapshotCopyGrant',
    'KmsKeyId',
    'the default key of the region unless one is named (CloudFormation, `AWS::Redshift::SnapshotCopyGrant`)',
  ),
  need(
    'key',
    'Redshift::Integration',
    'KMSKeyId',
    'a key that AWS owns unless one is named (Redshift management guide, “Zero-ETL integrations”)',
  ),
  need(
    'key',
    'RedshiftServerless::Namespace',
    'KmsKeyId',
    'a key that AWS owns unless one is named (Redshift management guide, “Changing the AWS KMS key for a namespace”)',
  ),
  need('key', 'RedshiftServerless::Namespace', 'AdminPasswordSecretKmsKeyId', SECRET, {
    onlyWith: 'ManageAdminPassword',
  }),
  need(
    'key',
    'RedshiftServerless::Namespace',
    'SnapshotCopyConfigurations[*].DestinationKmsKeyId',
    'a key that AWS owns unless one is named (Redshift Serverless API reference, `CreateSnapshotCopyConfiguration`)',
    { onlyWith: 'SnapshotCopyConfigurations' },
  ),
  need('key', 'Timestream::Database', 'KmsKeyId', ownedKey('Timestream developer guide')),
  need(
    'key',
    'Timestream::ScheduledQuery',
    'KmsKeyId',
    'a key that Timestream owns unless one is named, which error reports are encrypted under too (CloudFormation, `AWS::Timestream::ScheduledQuery`)',
  ),
  need(
    'key',
    'Timestream::Table',
    `${REJECTED}.KmsKeyId`,
    'rejected records are encrypted with SSE-S3 unless a key is named (Timestream API reference, `S3Configuration`)',
    { onlyWith: REJECTED },
  ),
  need(
    'key',
    'Cassandra::Table',
    'EncryptionSpecification.KmsKeyIdentifier',
    ownedKey('Keyspaces developer guide'),
  ),
  need('key', 'QLDB::Ledger', 'KmsKey', ownedKey('QLDB developer guide')),
  need('key', 'DSQL::Cluster', 'KmsEncryptionKey', ownedKey('Aurora DSQL user guide')),
  need('key', 'FinSpace::Environment', 'KmsKeyId', ownedKey('FinSpace user guide')),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::Timestream::InfluxDBInstance',
    why: 'the type takes no key: AWS encrypts under one of its own (CloudFormation, `AWS::Timestream::InfluxDBInstance`)',
  },
  {
    type: 'AWS::Timestream::InfluxDBCluster',
    why: 'the type takes no key: AWS encrypts under one of its own (CloudFormation, `AWS::Timestream::InfluxDBCluster`)',
  },
];
