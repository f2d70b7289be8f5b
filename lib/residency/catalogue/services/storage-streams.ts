import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

const TOPICS = `TopicsToReplicate TopicsToExclude CopyTopicConfigurations CopyAccessControlListsForTopics
  DetectAndCopyNewTopics ConsumerGroupsToReplicate ConsumerGroupsToExclude DetectAndCopyNewConsumerGroups`;

const SEARCH = ['OpenSearchService', 'Elasticsearch'];
const ANALYTICS = ['KinesisAnalytics', 'KinesisAnalyticsV2'];

/** Streams, brokers and search domains. */
export const CLASSIFIED: readonly Classification[] = [
  // Kinesis
  ...all({ kind: 'at-rest', good: ['KMS'] }, 'AWS::Kinesis::*.EncryptionType'),
  ...all({ kind: 'key' }, ...under('Kinesis::*', 'KeyId'), 'AWS::KinesisAnalyticsV2::Application.KeyId'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::Kinesis::Channel.StreamARN'),
  ...all({ kind: 'bucket' }, 'AWS::Kinesis::Channel.BucketARN', ...under('MSK::Channel', 'BucketArn')),
  ...not(WHY_NOT.owner, 'AWS::Kinesis::*.ExpectedBucketOwner', 'AWS::MSK::*.ExpectedBucketOwner'),
  ...not(WHY_NOT.code, ...under('Kinesis::Channel', 'SourceName Namespace'), 'AWS::MSK::Channel.SourceName'),

  // Firehose
  ...all({ kind: 'at-rest', good: ['CUSTOMER_MANAGED_CMK'] }, 'AWS::KinesisFirehose::DeliveryStream.KeyType'),
  ...all(
    { kind: 'at-rest', bad: ['NoEncryption'] },
    'AWS::KinesisFirehose::DeliveryStream.NoEncryptionConfig',
  ),
  ...all({ kind: 'in-transit', good: ['Enabled'] }, 'AWS::KinesisFirehose::DeliveryStream.SSLMode'),
  ...all(
    { kind: 'arn', incoming: true },
    ...under('KinesisFirehose::DeliveryStream', 'KinesisStreamARN MSKClusterARN'),
  ),
  ...all(
    { kind: 'host', incoming: true },
    'AWS::KinesisFirehose::DeliveryStream:DatabaseSourceConfiguration.Endpoint',
  ),
  // Snowflake's account, on whatever cloud.
  ...all(
    { kind: 'external' },
    'AWS::KinesisFirehose::DeliveryStream:SnowflakeDestinationConfiguration.AccountUrl',
  ),
  // The ARN of a function or a role, or a number.
  ...all({ kind: 'arn' }, 'AWS::KinesisFirehose::DeliveryStream:ProcessorParameter.ParameterValue'),
  ...all(
    { kind: 'region', incoming: true },
    'AWS::KinesisFirehose::DeliveryStream:SchemaConfiguration.Region',
  ),
  ...all(
    { kind: 'account', incoming: true },
    'AWS::KinesisFirehose::DeliveryStream:SchemaConfiguration.CatalogId',
  ),
  ...all({ kind: 'bucket' }, 'AWS::KinesisFirehose::DeliveryStream:CatalogConfiguration.WarehouseLocation'),
  ...not(WHY_NOT.own, 'AWS::KinesisFirehose::DeliveryStream.DeliveryStreamName'),
  ...not(
    NOT.credential,
    ...under('KinesisFirehose::DeliveryStream', 'AccessKey KeyPassphrase PublicCertificate'),
  ),
  ...not(
    WHY_NOT.prefix,
    ...under('KinesisFirehose::DeliveryStream', 'ErrorOutputPrefix Prefix S3ErrorOutputPrefix'),
  ),
  ...not(
    WHY_NOT.near,
    ...under('KinesisFirehose::DeliveryStream', 'LogStreamName DatabaseName VpcEndpointServiceName'),
  ),
  ...not(
    WHY_NOT.code,
    ...under(
      'KinesisFirehose::DeliveryStream',
      `CopyOptions AttributeName AttributeValue ParameterName DestinationDatabaseName UniqueKeys SourceName
       SurrogateKeys SnapshotWatermarkTable`,
    ),
  ),
  ...not(
    NOT.choice,
    ...under('KinesisFirehose::DeliveryStream', 'ContentEncoding'),
    'AWS::KinesisFirehose::DeliveryStream:SecretsManagerConfiguration.Enabled',
  ),

  // Kinesis Data Analytics, Managed Service for Apache Flink
  ...all({ kind: 'arn', incoming: true }, ...ANALYTICS.map((s) => `AWS::${s}::Application.ResourceARN`)),
  ...all({ kind: 'arn' }, ...ANALYTICS.map((s) => `AWS::${s}::Application:InputLambdaProcessor.ResourceARN`)),
  ...all({ kind: 'bucket', incoming: true }, ...ANALYTICS.map((s) => `AWS::${s}::*.BucketARN`)),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption.LogStreamARN',
  ),
  ...all({ kind: 'at-rest', good: ['CUSTOMER_MANAGED_KEY'] }, 'AWS::KinesisAnalyticsV2::Application.KeyType'),
  ...all({ kind: 'definition' }, 'AWS::KinesisAnalyticsV2::Application:PropertyGroup.PropertyMap'),
  ...not(
    WHY_NOT.prefix,
    ...under('KinesisAnalyticsV2::*', 'FileKey BasePath'),
    'AWS::KinesisAnalytics::*.FileKey',
  ),

  // MSK
  ...all(
    { kind: 'in-transit', good: ['TLS'] },
    'AWS::MSK::Cluster.ClientBroker',
    'AWS::MSK::*.EncryptionType',
  ),
  ...all({ kind: 'in-transit', good: ['true'] }, 'AWS::MSK::Cluster.InCluster'),
  ...all({ kind: 'public', bad: ['SERVICE_PROVIDED_EIPS'] }, 'AWS::MSK::Cluster:PublicAccess.Type'),
  ...all({ kind: 'arn' }, ...under('MSK::*', 'CertificateAuthorityArnList SecretArnList')),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::MSK::Cluster:S3.Bucket',
    'AWS::MSK::Replicator:S3.Bucket',
    'AWS::MSK::Channel:S3LogDestination.Bucket',
  ),
  ...all({ kind: 'arn', of: 'copy', incoming: true }, 'AWS::MSK::Replicator.SourceKafkaClusterArn'),
  ...all({ kind: 'arn', of: 'copy' }, ...under('MSK::Replicator', 'TargetKafkaClusterArn MskClusterArn')),
  ...all({ kind: 'host', of: 'copy' }, 'AWS::MSK::Replicator.BootstrapBrokerString'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::MSK::Channel.ClusterArn', 'AWS::MSK::Channel.TopicArn'),
  ...all({ kind: 'bucket' }, 'AWS::MSK::Channel.WarehouseLocation'),
  ...all({ kind: 'policy' }, 'AWS::MSK::ClusterPolicy.Policy', 'AWS::OSIS::Pipeline:ResourcePolicy.Policy'),
  ...all({ kind: 'definition' }, 'AWS::MSK::Configuration.ServerProperties'),
  ...not('an exporter that the brokers offer to the VPC', 'AWS::MSK::Cluster.EnabledInBroker'),
  ...not(WHY_NOT.near, ...under('MSK::*', 'ClientSubnets DeliveryStream LogGroup')),
  ...not(
    WHY_NOT.sign,
    ...under('MSK::*', 'Authentication TokenEndpointAuthenticationMethod'),
    'AWS::MSK::Cluster:VpcConnectivityTls.Enabled',
    'AWS::MSK::Cluster:Tls.Enabled',
  ),
  ...not(WHY_NOT.prefix, 'AWS::MSK::*.Prefix'),
  ...not(
    'whether logs are sent at all; where to is judged',
    'AWS::MSK::Cluster:S3.Enabled',
    'AWS::MSK::Cluster:CloudWatchLogs.Enabled',
  ),
  ...not(NOT.choice, 'AWS::MSK::Cluster.BrokerAZDistribution'),
  ...not(NOT.label, ...under('MSK::*', 'ReplicatorName DestinationDatabaseName')),
  ...not(
    'which topics and groups are copied to the target, which is judged',
    ...under('MSK::Replicator', TOPICS),
  ),

  // MSK Connect
  ...all({ kind: 'in-transit', good: ['TLS'] }, 'AWS::KafkaConnect::Connector.EncryptionType'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::KafkaConnect::Connector:S3LogDelivery.Bucket'),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::KafkaConnect::CustomPlugin.BucketArn'),
  // What the connector reads and where it writes; of the worker, base64.
  ...all(
    { kind: 'definition' },
    'AWS::KafkaConnect::Connector.ConnectorConfiguration',
    'AWS::KafkaConnect::WorkerConfiguration.PropertiesFileContent',
  ),
  ...not(WHY_NOT.sign, 'AWS::KafkaConnect::Connector.AuthenticationType'),
  ...not(
    'whether logs are sent at all; the bucket is judged',
    'AWS::KafkaConnect::Connector:S3LogDelivery.Enabled',
  ),
  ...not(WHY_NOT.prefix, ...under('KafkaConnect::*', 'Prefix FileKey ObjectVersion')),
  ...not(WHY_NOT.near, ...under('KafkaConnect::*', 'DeliveryStream LogGroup')),

  // OpenSearch
  ...all(
    { kind: 'policy' },
    ...SEARCH.map((s) => `AWS::${s}::Domain.AccessPolicies`),
    'AWS::OpenSearchServerless::AccessPolicy.Policy',
  ),
  // Of type `encryption` it names the key, of type `network` it opens collections to the internet.
  ...all(
    { kind: 'definition' },
    'AWS::OpenSearchServerless::SecurityPolicy.Policy',
    'AWS::OSIS::Pipeline.PipelineConfigurationBody',
  ),
  ...all(
    { kind: 'in-transit', good: ['true'] },
    ...SEARCH.flatMap((s) => [
      `AWS::${s}::Domain:NodeToNodeEncryptionOptions.Enabled`,
      `AWS::${s}::Domain.EnforceHTTPS`,
    ]),
  ),
  ...all(
    { kind: 'in-transit', bad: ['Policy-Min-TLS-1-0-2019-07'] },
    ...SEARCH.map((s) => `AWS::${s}::Domain.TLSSecurityPolicy`),
  ),
  ...all(
    { kind: 'at-rest', good: ['true'] },
    ...SEARCH.map((s) => `AWS::${s}::Domain:EncryptionAtRestOptions.Enabled`),
  ),
  ...all({ kind: 'at-rest', bad: ['true'] }, 'AWS::OpenSearchServerless::Collection.AWSOwnedKey'),
  ...all({ kind: 'public', bad: ['true'] }, ...SEARCH.map((s) => `AWS::${s}::Domain.AnonymousAuthEnabled`)),
  ...all({ kind: 'principal' }, ...SEARCH.map((s) => `AWS::${s}::Domain.MasterUserARN`)),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    ...SEARCH.map((s) => `AWS::${s}::Domain.CloudWatchLogsLogGroupArn`),
  ),
  ...all({ kind: 'role' }, 'AWS::OpenSearchService::Application.IamRoleForIdentityCenterApplicationArn'),
  ...not(WHY_NOT.own, ...SEARCH.map((s) => `AWS::${s}::Domain.DomainName`)),
  ...not(WHY_NOT.near, 'AWS::OpenSearch::DataSource.DomainName'),
  ...not(
    NOT.outside,
    ...SEARCH.flatMap((s) => under(`${s}::Domain`, 'CustomEndpoint CustomEndpointEnabled')),
  ),
  ...not(
    WHY_NOT.made,
    ...SEARCH.map((s) => `AWS::${s}::Domain.DomainArn`),
    'AWS::OpenSearchService::Application.Endpoint',
    ...under('OpenSearchServerless::Collection', 'CollectionEndpoint DashboardEndpoint'),
  ),
  ...not(
    WHY_NOT.sign,
    ...SEARCH.map((s) => `AWS::${s}::Domain:AdvancedSecurityOptionsInput.Enabled`),
    ...under('OpenSearchService::Domain', 'SubjectKey RolesKey PublicKey AnonymousAuthDisableDate'),
    'AWS::OpenSearchServerless::SecurityConfig.OpenSearchServerlessEntityId',
  ),
  ...not(
    WHY_NOT.sso,
    ...under(
      'OpenSearchService::*',
      'IdentityCenterInstanceARN IdentityCenterApplicationARN IamIdentityCenterInstanceArn',
    ),
    ...under('OpenSearchServerless::SecurityConfig', 'InstanceArn ApplicationArn'),
  ),
  ...not(
    NOT.choice,
    ...SEARCH.map((s) => `AWS::${s}::Domain.ZoneAwarenessEnabled`),
    ...under('OpenSearchServerless::*', 'StandbyReplicas ServerlessVectorAcceleration'),
    'AWS::OSIS::Pipeline.VpcEndpointManagement',
  ),
  ...not('how long documents are kept', 'AWS::OpenSearchServerless::LifecyclePolicy.Policy'),
  ...not(NOT.label, 'AWS::OpenSearchService::Application.DataSourceDescription'),

  // Amazon MQ
  ...all({ kind: 'public', good: ['false'] }, 'AWS::AmazonMQ::Broker.PubliclyAccessible'),
  ...all({ kind: 'at-rest', good: ['false'] }, 'AWS::AmazonMQ::Broker.UseAwsOwnedKey'),
  ...all({ kind: 'copy', bad: ['CRDR'] }, 'AWS::AmazonMQ::Broker.DataReplicationMode'),
  ...all(
    { kind: 'arn', of: 'copy', incoming: true },
    'AWS::AmazonMQ::Broker.DataReplicationPrimaryBrokerArn',
  ),
  // Base64; network connectors and shovels name other brokers there.
  ...all({ kind: 'definition' }, 'AWS::AmazonMQ::Configuration.Data'),
  ...not(WHY_NOT.near, 'AWS::AmazonMQ::ConfigurationAssociation.Broker'),
  ...not(WHY_NOT.own, 'AWS::AmazonMQ::Broker.BrokerName'),
  ...not(WHY_NOT.sign, 'AWS::AmazonMQ::*.AuthenticationStrategy', 'AWS::AmazonMQ::Broker.ReplicationUser'),
];

const OPENSEARCH = '(OpenSearch Service developer guide, “Data protection in Amazon OpenSearch Service”)';

export const REQUIRED: readonly Requirement[] = [
  need(
    'key',
    'Kinesis::Stream',
    'StreamEncryption.KeyId',
    'not encrypted by a KMS key unless one is named (Kinesis developer guide, “Data protection in Amazon Kinesis Data Streams”)',
  ),
  need(
    'key',
    'KinesisVideo::Stream',
    'KmsKeyId',
    'the key aws/kinesisvideo, which AWS manages, unless one is named (Kinesis Video Streams developer guide, “Using server-side encryption”)',
  ),
  need(
    'key',
    'KinesisFirehose::DeliveryStream',
    [
      'DeliveryStreamEncryptionConfigurationInput.KeyARN',
      'MSKSourceConfiguration',
      'DatabaseSourceConfiguration',
    ],
    'not encrypted unless told to be, except where the source is a stream that is (Firehose developer guide, “Data protection in Amazon Data Firehose”)',
    { notWith: 'KinesisStreamSourceConfiguration' },
  ),
  need(
    'key',
    'KinesisAnalyticsV2::Application',
    'ApplicationConfiguration.ApplicationEncryptionConfiguration.KeyId',
    'a key that AWS owns unless one is named (Managed Service for Apache Flink developer guide, “Encryption at rest”)',
  ),
  need(
    'key',
    'MSK::Cluster',
    'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
    'a key that AWS manages unless one is named (MSK developer guide, “Amazon MSK encryption”)',
  ),
  need(
    'key',
    'OSIS::Pipeline',
    'EncryptionAtRestOptions.KmsKeyArn',
    'a key that AWS owns unless one is named (CloudFormation, `AWS::OSIS::Pipeline`)',
    { onlyWith: 'BufferOptions.PersistentBufferEnabled' },
  ),
  ...['OpenSearchService::Domain', 'Elasticsearch::Domain'].flatMap((type) => [
    need('at-rest', type, 'EncryptionAtRestOptions.Enabled', `not encrypted unless told to be ${OPENSEARCH}`),
    need(
      'key',
      type,
      'EncryptionAtRestOptions.KmsKeyId',
      `the key aws/es, which AWS manages, unless one is named ${OPENSEARCH}`,
    ),
    need(
      'in-transit',
      type,
      'NodeToNodeEncryptionOptions.Enabled',
      `nodes speak without TLS unless told to ${OPENSEARCH}`,
    ),
    need(
      'in-transit',
      type,
      'DomainEndpointOptions.EnforceHTTPS',
      `plain HTTP is answered unless HTTPS is enforced ${OPENSEARCH}`,
    ),
  ]),
  need(
    'key',
    'AmazonMQ::Broker',
    'EncryptionOptions.KmsKeyId',
    'a key that AWS owns unless one is named (Amazon MQ developer guide, “Data protection in Amazon MQ”)',
  ),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::MSK::ServerlessCluster',
    why: 'the type takes no key: AWS encrypts under one of its own (CloudFormation, `AWS::MSK::ServerlessCluster`)',
  },
  {
    type: 'AWS::KinesisAnalytics::Application',
    why: 'the type takes no key: AWS encrypts under one of its own (CloudFormation, `AWS::KinesisAnalytics::Application`)',
  },
];
