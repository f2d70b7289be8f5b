import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

const ENGINES =
  `PostgreSqlSettings MySqlSettings OracleSettings MicrosoftSqlServerSettings MariaDbSettings DocDbSettings
  MongoDbSettings IbmDb2LuwSettings IbmDb2zOsSettings SybaseAseSettings`.split(/\s+/);

/** What moves data from one store to another. */
export const CLASSIFIED: readonly Classification[] = [
  // DataSync: a location may be source or destination; the task says which.
  ...not(
    'judged by whether a task reads or writes there, by the rule datasync-direction',
    ...under(
      'DataSync::*',
      `ServerHostname Hostname AzureBlobContainerUrl EfsFilesystemArn FsxFilesystemArn StorageVirtualMachineArn`,
    ),
    'AWS::DataSync::LocationS3.S3BucketArn',
  ),
  ...all({ kind: 'host', incoming: true }, 'AWS::DataSync::LocationHDFS.KmsKeyProviderUri'),
  ...all({ kind: 'in-transit', good: ['TLS1_2'] }, 'AWS::DataSync::LocationEFS.InTransitEncryption'),
  ...all({ kind: 'in-transit', good: ['HTTPS'] }, 'AWS::DataSync::LocationObjectStorage.ServerProtocol'),
  ...all(
    { kind: 'in-transit', good: ['PRIVACY'] },
    ...under('DataSync::LocationHDFS', 'RpcProtection DataTransferProtection'),
  ),
  ...all({ kind: 'arn', incoming: true }, 'AWS::DataSync::Task.SourceLocationArn'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::DataSync::Task.CloudWatchLogGroupArn'),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::DataSync::Task:TaskReportConfigDestinationS3.S3BucketArn',
  ),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::DataSync::Task:ManifestConfigSourceS3.S3BucketArn'),
  ...not(
    'a bucket of the server that is judged by its name',
    'AWS::DataSync::LocationObjectStorage.BucketName',
  ),
  ...not(
    WHY_NOT.made,
    ...['AzureBlob', 'FSxONTAP', 'FSxWindows', 'HDFS', 'ObjectStorage', 'SMB'].flatMap((name) =>
      ['CmkSecretConfig', 'ManagedSecretConfig'].map(
        (each) => `AWS::DataSync::Location${name}:${each}.SecretArn`,
      ),
    ),
    ...under('DataSync::Task:S3', 'S3BucketArn BucketAccessRoleArn'),
  ),
  ...not(WHY_NOT.prefix, 'AWS::DataSync::*.Subdirectory'),
  ...not(
    NOT.credential,
    ...under('DataSync::*', 'ActivationKey KerberosKeytab KerberosPrincipal SecretKey AccessKey'),
  ),
  ...not(
    WHY_NOT.sign,
    ...under('DataSync::*', 'AzureBlobAuthenticationType AuthenticationType KerberosKrb5Conf Domain'),
  ),
  ...not(
    'which authority signed the server’s certificate',
    'AWS::DataSync::LocationObjectStorage.ServerCertificate',
  ),
  ...not(
    NOT.choice,
    ...under(
      'DataSync::*',
      `AzureAccessTier S3StorageClass PreserveDevices PosixPermissions PreserveDeletedFiles SecurityDescriptorCopyFlags
       ObjectMetadata ObjectVersionIds`,
    ),
  ),

  // DMS: an endpoint or provider may be source or target.
  ...not(
    'judged by whether data is read or written there, by the rule dms-direction',
    ...under('DMS::*', 'ServerName Broker EndpointUri'),
    ...under('DMS::Endpoint', 'BucketName StreamArn'),
  ),
  ...all({ kind: 'host', incoming: true }, 'AWS::DMS::*.AsmServer'),
  ...not('judged by engine, by the rule dms-tls', 'AWS::DMS::Endpoint.SslMode'),
  ...all({ kind: 'in-transit', bad: ['none'] }, 'AWS::DMS::DataProvider.SslMode'),
  ...all({ kind: 'in-transit', good: ['true'] }, 'AWS::DMS::DataProvider:SybaseAseSettings.EncryptPassword'),
  ...all(
    { kind: 'in-transit', good: ['ssl-encryption'] },
    'AWS::DMS::Endpoint:RedisSettings.SslSecurityProtocol',
  ),
  ...all(
    { kind: 'in-transit', good: ['ssl-encryption', 'ssl-authentication', 'sasl-ssl'] },
    'AWS::DMS::Endpoint:KafkaSettings.SecurityProtocol',
  ),
  ...all({ kind: 'at-rest', good: ['SSE_KMS', 'sse-kms'] }, 'AWS::DMS::Endpoint.EncryptionMode'),
  ...all(
    { kind: 'public', bad: ['public-read', 'public-read-write', 'authenticated-read'] },
    'AWS::DMS::Endpoint:S3Settings.CannedAclForObjects',
  ),
  ...not('judged by `dms-not-public`', 'AWS::DMS::*.PubliclyAccessible'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::DMS::*.SourceEndpointArn'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::DMS::EventSubscription.SnsTopicArn'),
  ...all(
    { kind: 'arn' },
    ...under(
      'DMS::*',
      'SecretsManagerSecretId SecretsManagerOracleAsmSecretId SecretsManagerSecurityDbEncryptionSecretId',
    ),
    'AWS::DMS::MigrationProject.InstanceProfileArn',
    ...under('DMS::MigrationProject', 'InstanceProfileIdentifier DataProviderIdentifier'),
    'AWS::DMS::DataMigration.MigrationProjectIdentifier',
  ),
  // They overrule what is written elsewhere, hosts and TLS among it; time travel logs name a bucket.
  ...all(
    { kind: 'definition' },
    'AWS::DMS::Endpoint.ExtraConnectionAttributes',
    'AWS::DMS::ReplicationConfig.ReplicationSettings',
    'AWS::DMS::ReplicationTask.ReplicationTaskSettings',
  ),
  ...not(NOT.address, 'AWS::DMS::*.DnsNameServers'),
  ...not(
    NOT.credential,
    ...under('DMS::*', 'CertificateWallet AsmUser SecurityDbEncryption SecurityDbEncryptionName'),
  ),
  ...not(WHY_NOT.owner, 'AWS::DMS::Endpoint.ExpectedBucketOwner'),
  ...not(WHY_NOT.prefix, ...under('DMS::Endpoint', 'BucketFolder S3BucketFolder CdcPath')),
  ...not(WHY_NOT.sign, ...under('DMS::*', 'AuthType AuthSource AuthMechanism IamAuthEnabled')),
  ...not(
    WHY_NOT.near,
    ...under('DMS::*', 'SourceIds VpcSecurityGroups DatabaseName BabelfishDatabaseName SlotName PluginName'),
  ),
  ...not(
    NOT.label,
    ...under(
      'DMS::*',
      `ResourceIdentifier ReplicationConfigIdentifier ReplicationTaskIdentifier ReplicationSubnetGroupDescription
       DataMigrationIdentifier`,
    ),
  ),
  ...not(
    WHY_NOT.version,
    ...under(
      'DMS::*',
      'EngineVersion PreferredMaintenanceWindow CdcStartPosition CurrentLsn ReplicationInstanceClass',
    ),
  ),
  ...not(
    WHY_NOT.code,
    ...under(
      'DMS::*',
      `AfterConnectScript TableMappings SupplementalSettings TaskData ExternalTableDefinition TimestampColumnName
       ControlTablesFileGroup`,
    ),
  ),
  ...not(
    NOT.choice,
    ...under(
      'DMS::*',
      `EngineName AllowSelectNestedTables EnableHomogenousTablespace ReadTableSpaceName NoHexPrefix IncludeNullAndEmpty
       CleanSourceMetadataOnMismatch CdcInsertsAndUpdates ParquetTimestampInMillisecond DatePartitionEnabled CdcInsertsOnly
       AddTrailingPaddingCharacter GlueCatalogGeneration MapBooleanAsBoolean SetDataCaptureChanges KeepCsvFiles
       ReadBackupOnly SafeguardPolicy QuerySingleAlwaysOnNode TrimSpaceInChar HeartbeatEnable ReplicationType MultiAZ
       AutoMinorVersionUpgrade AllowMajorVersionUpgrade`,
    ),
  ),

  // AppFlow
  ...all(
    { kind: 'copy', good: ['S3', 'Redshift', 'EventBridge', 'LookoutMetrics'] },
    'AWS::AppFlow::Flow:DestinationFlowConfig.ConnectorType',
  ),
  ...all(
    { kind: 'external' },
    'AWS::AppFlow::ConnectorProfile:SnowflakeConnectorProfileProperties.AccountName',
    'AWS::AppFlow::Flow:UpsolverDestinationProperties.BucketName',
  ),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::AppFlow::Flow:ErrorHandlingConfig.BucketName',
    'AWS::AppFlow::Flow:SuccessResponseHandlingConfig.BucketName',
  ),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::AppFlow::Flow:S3SourceProperties.BucketName'),
  ...all(
    { kind: 'definition' },
    'AWS::AppFlow::Flow.CustomProperties',
    'AWS::AppFlow::ConnectorProfile:CustomConnectorProfileProperties.ProfileProperties',
  ),
  ...not(NOT.outside, ...under('AppFlow::ConnectorProfile', 'AuthCodeUrl RedirectUri')),
  ...not(
    NOT.credential,
    ...under(
      'AppFlow::ConnectorProfile',
      'SecretKey AuthCode ApiSecretKey ApplicationKey AccessKeyId SecretAccessKey Datakey',
    ),
  ),
  ...all({ kind: 'arn' }, 'AWS::AppFlow::ConnectorProfile.ClientCredentialsArn'),
  ...not(
    WHY_NOT.sign,
    ...under(
      'AppFlow::ConnectorProfile',
      'AuthenticationType CustomAuthenticationType OAuth2GrantType TokenUrlCustomProperties OAuthScopes',
    ),
  ),
  ...not(
    NOT.choice,
    ...under(
      'AppFlow::*',
      'IsRedshiftServerless usePrivateLinkForMetadataAndAuthorization PreserveSourceDataTyping FailOnFirstError IncludeSourceFiles',
    ),
  ),
  ...not(WHY_NOT.prefix, ...under('AppFlow::*', 'BucketPrefix PathPrefixHierarchy')),
  ...not(WHY_NOT.version, 'AWS::AppFlow::Flow.ApiVersion'),
  ...not(
    WHY_NOT.code,
    ...under('AppFlow::Flow', 'SourceFields DestinationField S3 EntityName ObjectPath Object'),
  ),

  // Transfer Family
  ...all({ kind: 'in-transit', bad: ['FTP'] }, 'AWS::Transfer::Server.Protocols'),
  ...all(
    {
      kind: 'in-transit',
      // They still allow SHA-1 or CBC (Transfer Family user guide, “Security policies”).
      bad: [
        'TransferSecurityPolicy-2018-11',
        'TransferSecurityPolicy-2020-06',
        'TransferSecurityPolicy-FIPS-2020-06',
        'TransferSFTPConnectorSecurityPolicy-2023-07',
      ],
    },
    'AWS::Transfer::*.SecurityPolicyName',
  ),
  ...all(
    { kind: 'in-transit', bad: ['NONE', 'DES_EDE3_CBC'] },
    'AWS::Transfer::Connector:As2Config.EncryptionAlgorithm',
  ),
  ...all({ kind: 'public', bad: ['PUBLIC'] }, 'AWS::Transfer::Server.EndpointType'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::Transfer::Server.StructuredLogDestinations'),
  ...all(
    { kind: 'arn' },
    'AWS::Transfer::Server.Certificate',
    'AWS::Transfer::Server:IdentityProviderDetails.Function',
    ...under('Transfer::Connector', 'UserSecretId BasicAuthSecretId'),
    'AWS::Transfer::Workflow:CustomStepDetails.Target',
  ),
  ...all({ kind: 'host', incoming: true }, 'AWS::Transfer::Connector:ConnectorAsyncMdnConfig.Url'),
  // `/bucket/path`
  ...all(
    { kind: 'bucket' },
    ...under('Transfer::User', 'HomeDirectory Target'),
    ...under(
      'Transfer::Agreement',
      `BaseDirectory FailedFilesDirectory MdnFilesDirectory PayloadFilesDirectory StatusFilesDirectory
       TemporaryFilesDirectory`,
    ),
  ),
  ...all(
    { kind: 'role' },
    ...under('Transfer::*', 'InvocationRole ExecutionRole'),
    'AWS::Transfer::WebApp:IdentityProviderDetails.Role',
  ),
  ...not(NOT.near, ...under('Transfer::*', 'ServerId ServerIds')),
  ...not(WHY_NOT.sso, ...under('Transfer::WebApp', 'ApplicationArn InstanceArn')),
  ...not(NOT.outside, 'AWS::Transfer::WebApp.AccessEndpoint'),
  ...not(NOT.credential, ...under('Transfer::*', 'TrustedHostKeys SshPublicKeys HostKeyBody')),
  ...not(
    NOT.label,
    ...under('Transfer::Server', 'PreAuthenticationLoginBanner PostAuthenticationLoginBanner'),
  ),
  ...not(NOT.address, ...under('Transfer::Server', 'AddressAllocationIds PassiveIp')),
  ...not('narrows what the user’s role may do', 'AWS::Transfer::User.Policy'),
  ...not('which file a step takes; where it puts it is judged', 'AWS::Transfer::Workflow.SourceFileLocation'),
  ...not(WHY_NOT.sign, 'AWS::Transfer::Server.SftpAuthenticationMethods'),
  ...not(
    NOT.choice,
    'AWS::Transfer::Certificate.Usage',
    ...under('Transfer::*', 'Domain SetStatOption TlsSessionResumptionMode WebAppEndpointPolicy'),
  ),

  // Elastic Disaster Recovery, Application Migration Service
  ...all({ kind: 'bucket' }, 'AWS::DRS::LaunchConfigurationTemplate.ExportBucketArn'),
  ...all({ kind: 'at-rest', bad: ['NONE'] }, 'AWS::DRS::ReplicationConfigurationTemplate.EbsEncryption'),
  ...all(
    { kind: 'public', bad: ['PUBLIC_IP'] },
    'AWS::DRS::ReplicationConfigurationTemplate.DataPlaneRouting',
  ),
  ...all(
    { kind: 'public', good: ['false'] },
    'AWS::DRS::ReplicationConfigurationTemplate.CreatePublicIP',
    'AWS::MGN::LaunchConfigurationTemplate.AssociatePublicIpAddress',
  ),
  ...all({ kind: 'account', of: 'copy', incoming: true }, 'AWS::DRS::SourceNetwork.OriginAccountID'),
  ...all({ kind: 'region', of: 'copy', incoming: true }, 'AWS::DRS::SourceNetwork.OriginRegion'),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::MGN::Connector.OutputS3BucketName',
    'AWS::MGN::LaunchConfigurationTemplate.S3LogBucket',
  ),
  ...all(
    { kind: 'bucket', incoming: true },
    'AWS::MGN::NetworkMigrationDefinition:SourceS3Configuration.S3Bucket',
  ),
  ...all(
    { kind: 'at-rest', good: ['true'] },
    'AWS::MGN::LaunchConfigurationTemplate.EnableParametersEncryption',
  ),
  ...all({ kind: 'arn' }, 'AWS::MGN::LaunchConfigurationTemplate.SsmDocumentName'),
  ...not(WHY_NOT.owner, 'AWS::MGN::*.S3BucketOwner'),
  ...not(WHY_NOT.prefix, ...under('MGN::*', 'S3OutputKeyPrefix S3Key')),
  ...not(
    NOT.choice,
    ...under(
      'DRS::*',
      'TargetInstanceTypeRightSizingMethod CopyPrivateIp CopyTags LaunchIntoSourceInstance AssociateDefaultSecurityGroup ReplicationServerInstanceType UseDedicatedReplicationServer StagingAreaTags AutoReplicateNewDisks InternetProtocol',
    ),
    ...under(
      'MGN::*',
      'TargetInstanceTypeRightSizingMethod CopyPrivateIp CopyTags S3OutputEnabled TargetDeployment SourceEnvironment',
    ),
  ),
];

const DMS =
  'the default key for DMS, which AWS manages, unless one is named (DMS user guide, “Setting an encryption key and specifying AWS KMS permissions”)';
const STAGED =
  'SSE-S3 unless SSE_KMS and a key are named (DMS user guide, “Creating AWS KMS keys to encrypt Amazon S3 target objects”)';
const APPFLOW =
  'a key that AppFlow manages unless one is named (AppFlow user guide, “Data protection in Amazon AppFlow”)';

export const REQUIRED: readonly Requirement[] = [
  need(
    'in-transit',
    'DataSync::LocationEFS',
    'InTransitEncryption',
    'no TLS unless told to (DataSync user guide, “Configuring AWS DataSync transfers with Amazon EFS”)',
  ),
  need('key', 'DMS::ReplicationConfig', 'ComputeConfig.KmsKeyId', DMS),
  need('key', 'DMS::ReplicationInstance', 'KmsKeyId', DMS),
  need('key', 'DMS::Endpoint', 'KmsKeyId', DMS),
  need('key', 'DMS::Endpoint', 'S3Settings.ServerSideEncryptionKmsKeyId', STAGED, {
    onlyWith: 'S3Settings',
    // It describes the tables of a source, which DMS only reads.
    notWith: 'S3Settings.ExternalTableDefinition',
  }),
  need('key', 'DMS::Endpoint', 'RedshiftSettings.ServerSideEncryptionKmsKeyId', STAGED, {
    onlyWith: 'RedshiftSettings.BucketName',
  }),
  need(
    'in-transit',
    'DMS::Endpoint',
    'KafkaSettings.SecurityProtocol',
    'no TLS unless told to (DMS user guide, “Using Apache Kafka as a target”)',
    { onlyWith: 'KafkaSettings' },
  ),
  ...ENGINES.map((name) =>
    need(
      'in-transit',
      'DMS::DataProvider',
      `Settings.${name}.SslMode`,
      'no TLS unless told to (DMS API reference, `DmsSslModeValue`)',
      { onlyWith: `Settings.${name}` },
    ),
  ),
  need(
    'key',
    'DMS::InstanceProfile',
    'KmsKeyArn',
    'a key that AWS owns unless one is named (CloudFormation, `AWS::DMS::InstanceProfile`)',
  ),
  need('key', 'AppFlow::Flow', 'KMSArn', APPFLOW),
  need('key', 'AppFlow::ConnectorProfile', 'KMSArn', APPFLOW),
  need(
    'key',
    'DRS::ReplicationConfigurationTemplate',
    'EbsEncryptionKeyArn',
    'the account’s default key for EBS unless one is named (Elastic Disaster Recovery user guide, “Replication settings”)',
  ),
];

export const KEYLESS: readonly Keyless[] = [];
