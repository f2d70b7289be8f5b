import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { ownedKey, WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

const AURORA_LIKE = ['RDS::*', 'DocDB::*', 'Neptune::*'];
const everyAurora = (names: string): string[] => AURORA_LIKE.flatMap((service) => under(service, names));

/** Databases and caches. */
export const CLASSIFIED: readonly Classification[] = [
  // RDS, DocumentDB and Neptune
  ...all({ kind: 'at-rest', good: ['true'] }, ...everyAurora('StorageEncrypted')),
  ...all(
    { kind: 'public', good: ['false'] },
    ...under('RDS::*', 'PubliclyAccessible'),
    'AWS::Neptune::*.PubliclyAccessible',
  ),
  ...all(
    { kind: 'arn', of: 'copy', incoming: true },
    ...everyAurora('SourceDBClusterIdentifier'),
    ...under(
      'RDS::*',
      `ReplicationSourceIdentifier SourceDBInstanceIdentifier SourceDBInstanceAutomatedBackupsArn
       DBSnapshotIdentifier DBClusterSnapshotIdentifier SnapshotIdentifier SourceCustomDbEngineVersionIdentifier`,
    ),
    'AWS::DocDB::DBCluster.SnapshotIdentifier',
    ...under('Neptune::*', 'SnapshotIdentifier DBSnapshotIdentifier'),
  ),
  ...not(
    WHY_NOT.own,
    'AWS::RDS::DBSnapshot.DBSnapshotIdentifier',
    'AWS::RDS::ClusterSnapshot.DBClusterSnapshotIdentifier',
  ),
  ...all({ kind: 'region', of: 'copy', incoming: true }, 'AWS::RDS::*.SourceRegion'),
  // Any region may join a global cluster.
  ...all({ kind: 'global', of: 'copy' }, ...everyAurora('GlobalClusterIdentifier')),
  ...all({ kind: 'region', of: 'copy' }, 'AWS::RDS::DBInstance.AutomaticBackupReplicationRegion'),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::RDS::DBInstance.AutomaticBackupReplicationKmsKeyId'),
  ...all({ kind: 'copy', bad: ['outposts', 'local'] }, 'AWS::RDS::DBInstance.BackupTarget'),
  ...all({ kind: 'in-transit', good: ['true'] }, 'AWS::RDS::DBProxy.RequireTLS'),
  ...all(
    { kind: 'bucket', incoming: true },
    'AWS::RDS::CustomDBEngineVersion.DatabaseInstallationFilesS3BucketName',
  ),
  ...all({ kind: 'range' }, 'AWS::RDS::*.CIDRIP', 'AWS::Redshift::*.CIDRIP'),
  ...all(
    { kind: 'account' },
    ...['RDS::*', 'ElastiCache::*', 'Redshift::*'].flatMap((s) => under(s, 'EC2SecurityGroupOwnerId')),
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, ...everyAurora('SnsTopicArn')),
  ...all(
    { kind: 'arn', incoming: true },
    ...['RDS', 'Redshift'].map((s) => `AWS::${s}::Integration.SourceArn`),
  ),
  ...all({ kind: 'arn', of: 'copy' }, ...['RDS', 'Redshift'].map((s) => `AWS::${s}::Integration.TargetArn`)),
  // Among the parameters: roles, and switches of TLS such as `tls`, `rds.force_ssl`, `require_secure_transport`.
  ...all({ kind: 'definition' }, ...everyAurora('Parameters'), 'AWS::RDS::OptionGroup:OptionSetting.Value'),
  ...not(
    WHY_NOT.made,
    'AWS::RDS::DBCluster.SecretArn',
    'AWS::RDS::DBInstance.SecretArn',
    ...under('RDS::*', 'Address HostedZoneId'),
  ),
  ...not('whether connections to the endpoint may write', 'AWS::RDS::DBProxyEndpoint.TargetRole'),
  ...not(WHY_NOT.tags, ...everyAurora('CopyTagsToSnapshot')),
  ...not(
    WHY_NOT.near,
    ...everyAurora('SourceIds'),
    ...under(
      'RDS::*',
      `Domain SourceDbClusterResourceId SourceDbiResourceId DBSecurityGroups VPCSecurityGroups DBProxyName
       VpcSecurityGroupMemberships DBSecurityGroupMemberships CACertificateIdentifier`,
    ),
  ),
  ...not('an API of AWS in the same region, behind IAM', 'AWS::RDS::DBCluster.EnableHttpEndpoint'),
  ...not(
    'the name of a directory’s domain, not an address: its servers are reached within the network',
    ...under('RDS::DBInstance', 'DomainFqdn DomainOu'),
  ),
  ...not(NOT.address, 'AWS::RDS::DBInstance.DomainDnsIps'),
  ...not(
    'whether writes travel within the global cluster, which is judged by its identifier, or the local one',
    ...under('RDS::DBCluster', 'EnableGlobalWriteForwarding EnableLocalWriteForwarding'),
  ),
  ...not(
    WHY_NOT.sign,
    ...under(
      'RDS::*',
      'EnableIAMDatabaseAuthentication MasterUserAuthenticationType DefaultAuthScheme IAMAuth ClientPasswordAuthType AuthScheme',
    ),
    'AWS::Neptune::DBCluster.IamAuthEnabled',
    'AWS::DocDBElastic::Cluster.AuthType',
  ),
  ...not(
    NOT.choice,
    ...under(
      'RDS::*',
      'MultiAZ Engine DBInstanceClass DBClusterInstanceClass ReplicaMode CertificateRotationRestart',
    ),
    'AWS::DocDB::DBInstance.CertificateRotationRestart',
  ),
  ...not(
    WHY_NOT.version,
    ...['RDS::*', 'DocDB::*'].flatMap((each) =>
      under(each, 'PreferredMaintenanceWindow PreferredBackupWindow'),
    ),
    'AWS::RDS::*.EngineVersion',
    'AWS::DocDBElastic::Cluster.PreferredMaintenanceWindow',
  ),
  ...not(WHY_NOT.prefix, 'AWS::RDS::CustomDBEngineVersion.DatabaseInstallationFilesS3Prefix'),
  ...not(WHY_NOT.code, 'AWS::RDS::DBProxyTargetGroup.InitQuery'),
  ...not(
    'goes with a key, which is judged by itself',
    'AWS::RDS::Integration.AdditionalEncryptionContext',
    'AWS::Redshift::Integration.AdditionalEncryptionContext',
  ),

  // Neptune Analytics
  ...all({ kind: 'public', good: ['false'] }, 'AWS::NeptuneGraph::Graph.PublicConnectivity'),
  // `s3://…`, an endpoint or a snapshot of Neptune
  ...all({ kind: 'host', incoming: true }, 'AWS::NeptuneGraph::Graph:ImportTask.Source'),
  ...all({ kind: 'bucket' }, 'AWS::NeptuneGraph::Graph:NeptuneImportOptions.S3ExportPath'),

  // DynamoDB and its cache
  ...all(
    { kind: 'region', of: 'copy' },
    'AWS::DynamoDB::GlobalTable:ReplicaSpecification.Region',
    'AWS::DynamoDB::GlobalTable:GlobalTableWitness.Region',
  ),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::DynamoDB::GlobalTable:ReplicaSSESpecification.KMSMasterKeyId'),
  ...all({ kind: 'arn', of: 'copy', incoming: true }, 'AWS::DynamoDB::GlobalTable.GlobalTableSourceArn'),
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::DynamoDB::*.SSEEnabled', 'AWS::DAX::Cluster.SSEEnabled'),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::DynamoDB::Table:S3BucketSource.S3Bucket'),
  ...not(WHY_NOT.owner, 'AWS::DynamoDB::Table.S3BucketOwner'),
  ...not(WHY_NOT.prefix, 'AWS::DynamoDB::Table.S3KeyPrefix'),
  ...not(
    'how the replicas agree, whose regions are judged',
    ...under('DynamoDB::GlobalTable', 'MultiRegionConsistency GlobalTableSettingsReplicationMode'),
  ),
  ...not(NOT.choice, 'AWS::DynamoDB::GlobalTable:ReplicaSpecification.DeletionProtectionEnabled'),
  ...not(WHY_NOT.code, 'AWS::DynamoDB::Table.KeySchema'),
  ...all({ kind: 'in-transit', good: ['TLS'] }, 'AWS::DAX::Cluster.ClusterEndpointEncryptionType'),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    'AWS::DAX::Cluster.NotificationTopicARN',
    'AWS::ElastiCache::*.NotificationTopicArn',
    'AWS::MemoryDB::*.SnsTopicArn',
  ),
  ...not(WHY_NOT.version, 'AWS::DAX::ParameterGroup.ParameterNameValues'),

  // ElastiCache and MemoryDB
  ...all(
    { kind: 'in-transit', good: ['true'] },
    'AWS::ElastiCache::*.TransitEncryptionEnabled',
    'AWS::MemoryDB::*.TLSEnabled',
  ),
  ...all(
    { kind: 'in-transit', bad: ['preferred'] },
    'AWS::ElastiCache::ReplicationGroup.TransitEncryptionMode',
  ),
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::ElastiCache::ReplicationGroup.AtRestEncryptionEnabled'),
  // ARNs of files in S3
  ...all(
    { kind: 'bucket', incoming: true },
    ...['ElastiCache', 'MemoryDB'].map((s) => `AWS::${s}::*.SnapshotArns`),
  ),
  ...all({ kind: 'arn', incoming: true }, 'AWS::ElastiCache::ServerlessCache.SnapshotArnsToRestore'),
  ...all({ kind: 'region', of: 'copy' }, 'AWS::ElastiCache::GlobalReplicationGroup.ReplicationGroupRegion'),
  ...all(
    { kind: 'global', of: 'copy' },
    'AWS::ElastiCache::ReplicationGroup.GlobalReplicationGroupId',
    'AWS::MemoryDB::Cluster.MultiRegionClusterName',
    'AWS::MemoryDB::MultiRegionCluster.MultiRegionClusterNameSuffix',
  ),
  ...all({ kind: 'zone' }, 'AWS::ElastiCache::ReplicationGroup.PreferredCacheClusterAZs'),
  ...not(
    'whether the group is the first or a copy; its region is judged',
    'AWS::ElastiCache::GlobalReplicationGroup:GlobalReplicationGroupMember.Role',
  ),
  ...not(
    NOT.label,
    ...under(
      'ElastiCache::*',
      'GlobalReplicationGroupIdSuffix GlobalReplicationGroupDescription ReplicationGroupDescription',
    ),
  ),
  ...not(WHY_NOT.near, 'AWS::ElastiCache::UserGroup.UserIds'),
  ...not(
    NOT.choice,
    ...under('ElastiCache::*', 'AutomaticFailoverEnabled DataTieringEnabled Engine IpDiscovery Durability'),
    ...under('MemoryDB::*', 'IpDiscovery Engine'),
  ),
  ...not(
    WHY_NOT.version,
    'AWS::ElastiCache::*.EngineVersion',
    ...under('MemoryDB::*', 'EngineVersion Parameters'),
  ),
  ...not(
    WHY_NOT.made,
    ...under('ElastiCache::ReplicationGroup', 'AddressesList Ports PortsList Addresses'),
    'AWS::MemoryDB::Snapshot:ClusterConfiguration.TopicArn',
  ),
];

const RDS =
  'not encrypted, or under a key that AWS manages, unless told otherwise (RDS user guide, “Encrypting Amazon RDS resources”)';
const AURORA =
  'not encrypted, or under a key that AWS manages, unless told otherwise (Aurora user guide, “Encrypting Amazon Aurora resources”)';
const DOCDB =
  'not encrypted, or under a key that AWS manages, unless told otherwise (DocumentDB developer guide, “Encrypting Amazon DocumentDB data at rest”)';
const NEPTUNE =
  'not encrypted, or under a key that AWS manages, unless told otherwise (Neptune user guide, “Encrypting Neptune resources at rest”)';
const SECRET =
  'the secret lies under aws/secretsmanager, which AWS manages, unless a key is named (RDS user guide, “Password management with Amazon RDS and AWS Secrets Manager”)';
const INSIGHTS =
  'the account’s default key, which AWS manages, unless one is named (RDS user guide, “Turning Performance Insights on and off”)';
const REDIS = 'off unless switched on (ElastiCache user guide, “Data security in Amazon ElastiCache”)';
/** A restored or replicated instance has the encryption of what it comes from, and may not say otherwise. */
const ORIGINS = [
  'SourceDBInstanceIdentifier',
  'SourceDbiResourceId',
  'SourceDBClusterIdentifier',
  'SourceDBInstanceAutomatedBackupsArn',
  'DBSnapshotIdentifier',
  'DBClusterSnapshotIdentifier',
];
const OF_CLUSTER = { notWith: 'DBClusterIdentifier' };
const RESTORED = ['SourceDBClusterIdentifier', 'SnapshotIdentifier'];

export const REQUIRED: readonly Requirement[] = [
  need('at-rest', 'RDS::DBInstance', ['StorageEncrypted', ...ORIGINS], RDS, OF_CLUSTER),
  need('key', 'RDS::DBInstance', ['KmsKeyId', ...ORIGINS], RDS, OF_CLUSTER),
  need('key', 'RDS::DBInstance', 'MasterUserSecret.KmsKeyId', SECRET, {
    onlyWith: 'ManageMasterUserPassword',
  }),
  need('key', 'RDS::DBInstance', 'PerformanceInsightsKMSKeyId', INSIGHTS, {
    onlyWith: 'EnablePerformanceInsights',
  }),
  need(
    'key',
    'RDS::DBInstance',
    'AutomaticBackupReplicationKmsKeyId',
    'the default key of the other region unless one is named (RDS user guide, “Replicating automated backups to another AWS Region”)',
    { onlyWith: 'AutomaticBackupReplicationRegion' },
  ),
  need(
    'public',
    'RDS::DBInstance',
    ['PubliclyAccessible', 'DBClusterIdentifier', 'SourceDBInstanceIdentifier'],
    'without a subnet group the instance gets a public address in the default VPC (RDS API reference, `CreateDBInstance`)',
    { notWith: 'DBSubnetGroupName' },
  ),
  need('at-rest', 'RDS::DBCluster', ['StorageEncrypted', 'SourceDbClusterResourceId', ...RESTORED], AURORA),
  need('key', 'RDS::DBCluster', ['KmsKeyId', 'SourceDbClusterResourceId', ...RESTORED], AURORA),
  need('key', 'RDS::DBCluster', 'MasterUserSecret.KmsKeyId', SECRET, {
    onlyWith: 'ManageMasterUserPassword',
  }),
  need('key', 'RDS::DBCluster', 'PerformanceInsightsKmsKeyId', INSIGHTS, {
    onlyWith: 'PerformanceInsightsEnabled',
  }),
  need('at-rest', 'RDS::GlobalCluster', 'StorageEncrypted', AURORA, { notWith: 'SourceDBClusterIdentifier' }),
  need(
    'in-transit',
    'RDS::DBProxy',
    'RequireTLS',
    'clients may connect without TLS unless it is required (RDS API reference, `CreateDBProxy`)',
  ),
  need(
    'key',
    'RDS::Integration',
    'KMSKeyId',
    'a key that AWS owns unless one is named (CloudFormation, `AWS::RDS::Integration`)',
  ),
  need('at-rest', 'DocDB::DBCluster', ['StorageEncrypted', ...RESTORED], DOCDB),
  need('key', 'DocDB::DBCluster', ['KmsKeyId', ...RESTORED], DOCDB),
  need('key', 'DocDB::DBCluster', 'MasterUserSecretKmsKeyId', SECRET, {
    onlyWith: 'ManageMasterUserPassword',
  }),
  need('at-rest', 'DocDB::GlobalCluster', 'StorageEncrypted', DOCDB, {
    notWith: 'SourceDBClusterIdentifier',
  }),
  need('key', 'DocDBElastic::Cluster', 'KmsKeyId', DOCDB),
  need('at-rest', 'Neptune::DBCluster', ['StorageEncrypted', ...RESTORED], NEPTUNE),
  need('key', 'Neptune::DBCluster', ['KmsKeyId', ...RESTORED], NEPTUNE),
  need('at-rest', 'Neptune::GlobalCluster', 'StorageEncrypted', NEPTUNE, {
    notWith: 'SourceDBClusterIdentifier',
  }),
  need(
    'key',
    'NeptuneGraph::Graph',
    'KmsKeyIdentifier',
    'a key that AWS manages unless one is named (CloudFormation, `AWS::NeptuneGraph::Graph`)',
  ),
  // Without a specification the table is encrypted, under a key that AWS owns: its own requirement below finds that.
  need('at-rest', 'DynamoDB::Table', 'SSESpecification.SSEEnabled', ownedKey('DynamoDB developer guide'), {
    onlyWith: 'SSESpecification',
  }),
  need('key', 'DynamoDB::Table', 'SSESpecification.KMSMasterKeyId', ownedKey('DynamoDB developer guide')),
  need(
    'at-rest',
    'DynamoDB::GlobalTable',
    'SSESpecification.SSEEnabled',
    ownedKey('DynamoDB developer guide'),
  ),
  need(
    'key',
    'DynamoDB::GlobalTable',
    'Replicas[*].SSESpecification.KMSMasterKeyId',
    ownedKey('DynamoDB developer guide'),
  ),
  need(
    'at-rest',
    'DAX::Cluster',
    'SSESpecification.SSEEnabled',
    'not encrypted unless told to be (DynamoDB developer guide, “DAX encryption at rest”)',
  ),
  need(
    'in-transit',
    'DAX::Cluster',
    'ClusterEndpointEncryptionType',
    'not encrypted unless told to be (DynamoDB developer guide, “DAX encryption in transit”)',
  ),
  need('in-transit', 'ElastiCache::CacheCluster', 'TransitEncryptionEnabled', REDIS),
  need('in-transit', 'ElastiCache::ReplicationGroup', 'TransitEncryptionEnabled', REDIS),
  need('at-rest', 'ElastiCache::ReplicationGroup', 'AtRestEncryptionEnabled', REDIS),
  need('key', 'ElastiCache::ReplicationGroup', 'KmsKeyId', ownedKey('ElastiCache user guide')),
  need('key', 'ElastiCache::ServerlessCache', 'KmsKeyId', ownedKey('ElastiCache user guide')),
  need('key', 'MemoryDB::Cluster', 'KmsKeyId', ownedKey('MemoryDB developer guide')),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::DAX::Cluster',
    why: 'DAX encrypts under a key that AWS manages, and no other (DynamoDB developer guide, “DAX encryption at rest”)',
  },
  {
    type: 'AWS::ElastiCache::CacheCluster',
    why: 'only replication groups and serverless caches encrypt at rest under a key (ElastiCache user guide, “At-rest encryption in ElastiCache”)',
  },
];
