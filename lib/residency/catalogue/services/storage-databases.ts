import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { need, under, WHY_NOT } from './storage-words';
import { all, not } from './words';

const AURORA_LIKE = ['RDS::*', 'DocDB::*', 'Neptune::*'];
const everyAurora = (names: string): string[] => AURORA_LIKE.flatMap((service) => under(service, names));

/** Databases, caches and warehouses. */
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
    ...everyAurora('PreferredMaintenanceWindow PreferredBackupWindow').filter(
      (name) => !name.startsWith('AWS::Neptune'),
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
const OWNED = (guide: string): string =>
  `a key that AWS owns or manages unless one is named (${guide}, “Encryption at rest”)`;
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
const REJECTED = 'MagneticStoreWriteProperties.MagneticStoreRejectedDataLocation.S3Configuration';

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
  need('at-rest', 'DynamoDB::Table', 'SSESpecification.SSEEnabled', OWNED('DynamoDB developer guide')),
  need('key', 'DynamoDB::Table', 'SSESpecification.KMSMasterKeyId', OWNED('DynamoDB developer guide')),
  need('at-rest', 'DynamoDB::GlobalTable', 'SSESpecification.SSEEnabled', OWNED('DynamoDB developer guide')),
  need(
    'key',
    'DynamoDB::GlobalTable',
    'Replicas[*].SSESpecification.KMSMasterKeyId',
    OWNED('DynamoDB developer guide'),
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
  need('key', 'ElastiCache::ReplicationGroup', 'KmsKeyId', OWNED('ElastiCache user guide')),
  need('key', 'ElastiCache::ServerlessCache', 'KmsKeyId', OWNED('ElastiCache user guide')),
  need('key', 'MemoryDB::Cluster', 'KmsKeyId', OWNED('MemoryDB developer guide')),
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
  need('key', 'Timestream::Database', 'KmsKeyId', OWNED('Timestream developer guide')),
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
    OWNED('Keyspaces developer guide'),
  ),
  need('key', 'QLDB::Ledger', 'KmsKey', OWNED('QLDB developer guide')),
  need('key', 'DSQL::Cluster', 'KmsEncryptionKey', OWNED('Aurora DSQL user guide')),
  need('key', 'FinSpace::Environment', 'KmsKeyId', OWNED('FinSpace user guide')),
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
  {
    type: 'AWS::Timestream::InfluxDBInstance',
    why: 'Timestream for InfluxDB encrypts under a key that AWS owns (Timestream developer guide, “Encryption at rest”)',
  },
  {
    type: 'AWS::Timestream::InfluxDBCluster',
    why: 'Timestream for InfluxDB encrypts under a key that AWS owns (Timestream developer guide, “Encryption at rest”)',
  },
];
