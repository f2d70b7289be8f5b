import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { CODE, DEFINITION, DESTINATION, LOG, LOG_BUCKET, of, OWN, OWNER, SOURCE } from './integration-words';
import { all, not } from './words';

const SHAPE = 'picks or shapes messages that pass; where they go is judged by itself';

export const CLASSIFIED: readonly Classification[] = [
  // SNS: an endpoint is an ARN, a URL, an e-mail address or a phone number.
  ...all({ kind: 'host' }, 'AWS::SNS::Subscription.Endpoint', 'AWS::SNS::Topic:Subscription.Endpoint'),
  ...all(
    { kind: 'in-transit', bad: ['http'] },
    'AWS::SNS::Subscription.Protocol',
    'AWS::SNS::Topic:Subscription.Protocol',
  ),
  ...all({ kind: 'region', incoming: true }, 'AWS::SNS::Subscription.Region'),
  ...all(SOURCE, 'AWS::SNS::Subscription.TopicArn'),
  ...all(DEFINITION, 'AWS::SNS::Subscription.RedrivePolicy'),
  // Names where audit findings go: log groups, buckets, delivery streams.
  ...all({ kind: 'definition', of: 'telemetry' }, 'AWS::SNS::Topic.DataProtectionPolicy'),
  ...not(
    SHAPE,
    ...of('AWS::SNS::Subscription', 'DeliveryPolicy FilterPolicy FilterPolicyScope RawMessageDelivery'),
    ...of('AWS::SNS::Subscription', 'ReplayPolicy'),
  ),
  ...not('how long the topic itself keeps messages', 'AWS::SNS::Topic.ArchivePolicy'),
  ...not('which deliveries are logged, in the same region', 'AWS::SNS::Topic:LoggingConfig.Protocol'),
  ...not(OWN, 'AWS::SNS::TopicPolicy.Topics', 'AWS::SNS::TopicInlinePolicy.TopicArn'),

  // SQS
  ...all(DEFINITION, 'AWS::SQS::Queue.RedrivePolicy'),
  ...not(
    'which queues of the same region may use this one for dead letters',
    'AWS::SQS::Queue.RedriveAllowPolicy',
  ),
  ...not(
    'a customer’s key is demanded of every queue and excludes it',
    'AWS::SQS::Queue.SqsManagedSseEnabled',
  ),
  ...not(OWN, 'AWS::SQS::QueuePolicy.Queues', 'AWS::SQS::QueueInlinePolicy.Queue'),

  // EventBridge
  ...all(
    SOURCE,
    'AWS::Events::Archive.SourceArn',
    'AWS::Events::Rule.EventBusName',
    'AWS::Events::Rule:RedshiftDataParameters.SecretManagerArn',
    'AWS::EventsV2::EventSource:PartnerEventsConfiguration.PartnerEventSourceArn',
    'AWS::EventsV2::Subscriber.EventBusArn',
    'AWS::EventSchemas::Discoverer.SourceArn',
  ),
  ...all(DESTINATION, 'AWS::Events::Rule:BatchParameters.JobDefinition'),
  ...all(
    { kind: 'policy' },
    'AWS::Events::EventBus.Policy',
    'AWS::Events::EventBusPolicy.Statement',
    'AWS::EventSchemas::RegistryPolicy.Policy',
  ),
  // A global endpoint: events are replicated to the second region unless that is switched off.
  ...all({ kind: 'region', of: 'copy' }, 'AWS::Events::Endpoint:Secondary.Route'),
  ...all({ kind: 'arn', of: 'copy' }, 'AWS::Events::Endpoint:EndpointEventBus.EventBusArn'),
  ...all({ kind: 'copy', bad: ['ENABLED'] }, 'AWS::Events::Endpoint:ReplicationConfig.State'),
  ...all(
    { kind: 'public', bad: ['ENABLED'] },
    'AWS::Events::Rule:AwsVpcConfiguration.AssignPublicIp',
    'AWS::Pipes::Pipe:AwsVpcConfiguration.AssignPublicIp',
    'AWS::Scheduler::Schedule:AwsVpcConfiguration.AssignPublicIp',
  ),
  ...not(
    SHAPE,
    'AWS::Events::Archive.EventPattern',
    'AWS::Events::Rule.EventPattern',
    'AWS::Events::ApiDestination.HttpMethod',
    'AWS::Events::Rule:RunCommandTarget.Values',
  ),
  ...not(NOT.credential, 'AWS::Events::Connection.AuthorizationType', 'AWS::Events::Connection.ApiKeyName'),
  ...not('a health check, which sees no data', 'AWS::Events::Endpoint:Primary.HealthCheck'),
  ...not('a partner’s own source of events', 'AWS::Events::EventBus.EventSourceName'),
  ...not(
    'an organization or account that the statement is held to',
    'AWS::Events::EventBusPolicy:Condition.Value',
  ),
  ...not('the key of a condition', 'AWS::Events::EventBusPolicy:Condition.Key'),
  ...not('set by EventBridge itself', 'AWS::Events::Connection:ResourceParameters.ResourceAssociationArn'),
  ...not(OWN, 'AWS::EventsV2::ResourcePolicy.EventBusArn'),
  ...not('schemas, in which no data is kept', 'AWS::EventSchemas::Discoverer.CrossAccount'),
  ...not(NOT.near, 'AWS::EventSchemas::Registry.RegistryName'),

  // Pipes: a source is an ARN or the address of a Kafka cluster.
  ...all({ kind: 'host', incoming: true }, 'AWS::Pipes::Pipe.Source'),
  ...all(DESTINATION, ...of('AWS::Pipes::Pipe', 'Target Enrichment JobDefinition')),
  ...all({ kind: 'host', incoming: true }, 'AWS::Pipes::Pipe.AdditionalBootstrapServers'),
  ...all(
    SOURCE,
    ...of('AWS::Pipes::Pipe', 'ClientCertificateTlsAuth SaslScram512Auth SaslScram256Auth BasicAuth'),
    ...of('AWS::Pipes::Pipe', 'ServerRootCaCertificate'),
    'AWS::Pipes::Pipe:PipeTargetRedshiftDataParameters.SecretManagerArn',
  ),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::Pipes::Pipe:EcsEnvironmentFile.Value'),
  ...all(
    DEFINITION,
    'AWS::Pipes::Pipe:EcsEnvironmentVariable.Value',
    'AWS::Pipes::Pipe:BatchEnvironmentVariable.Value',
  ),
  // An EventBridge global endpoint: two regions by nature.
  ...all({ kind: 'global' }, 'AWS::Pipes::Pipe:PipeTargetEventBridgeEventBusParameters.EndpointId'),
  ...all(LOG_BUCKET, 'AWS::Pipes::Pipe:S3LogDestination.BucketName'),
  ...all(
    LOG,
    'AWS::Pipes::Pipe:FirehoseLogDestination.DeliveryStreamArn',
    'AWS::Pipes::Pipe:CloudwatchLogsLogDestination.LogGroupArn',
  ),
  ...not(
    SHAPE,
    'AWS::Pipes::Pipe:PipeTargetKinesisStreamParameters.PartitionKey',
    ...of('AWS::Pipes::Pipe:PipeTargetEventBridgeEventBusParameters', 'Resources Source'),
    'AWS::Pipes::Pipe:DimensionMapping.DimensionName',
  ),
  ...not(
    NOT.near,
    'AWS::Pipes::Pipe:SelfManagedKafkaAccessConfigurationVpc.SecurityGroup',
    'AWS::Pipes::Pipe:PipeSourceRabbitMQBrokerParameters.VirtualHost',
    'AWS::Pipes::Pipe.QueueName',
  ),
  ...not('how much is logged; where to is judged by itself', 'AWS::Pipes::Pipe.IncludeExecutionData'),
  ...not(OWNER, 'AWS::Pipes::Pipe:S3LogDestination.BucketOwner'),

  // Scheduler: the input of a universal target names queues, buckets and functions.
  ...all(DEFINITION, 'AWS::Scheduler::Schedule:Target.Input'),
  ...not(
    SHAPE,
    'AWS::Scheduler::Schedule:EventBridgeParameters.Source',
    'AWS::Scheduler::Schedule:KinesisParameters.PartitionKey',
  ),

  // Step Functions
  ...all(
    DEFINITION,
    ...of('AWS::StepFunctions::StateMachine', 'DefinitionString Definition DefinitionSubstitutions'),
  ),
  ...all(LOG, 'AWS::StepFunctions::StateMachine:CloudWatchLogsLogGroup.LogGroupArn'),
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED_KMS_KEY'] },
    'AWS::StepFunctions::StateMachine:EncryptionConfiguration.Type',
    'AWS::StepFunctions::Activity:EncryptionConfiguration.Type',
  ),
  ...not(CODE, ...of('AWS::StepFunctions::StateMachine:S3Location', 'Bucket Version')),
  ...not(NOT.near, 'AWS::StepFunctions::StateMachineAlias:DeploymentPreference.Alarms'),
];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::Events::Endpoint',
    path: 'ReplicationConfig.State',
    kind: 'copy',
    why: 'A global endpoint sends every event to both regions unless told otherwise (EventBridge user guide, global endpoints).',
  },
  {
    type: 'AWS::SNS::Topic',
    path: 'KmsMasterKeyId',
    kind: 'key',
    why: 'a topic without a key keeps messages under a key of AWS (SNS developer guide, “Encryption at rest”)',
  },
  {
    type: 'AWS::SQS::Queue',
    path: 'KmsMasterKeyId',
    kind: 'key',
    why: 'a queue without a key uses SSE-SQS, a key that AWS owns (SQS developer guide, “Encryption at rest”)',
  },
  {
    type: 'AWS::Events::EventBus',
    path: 'KmsKeyIdentifier',
    kind: 'key',
    why: 'events are encrypted under a key that AWS owns (EventBridge user guide, “Encrypting event buses”)',
  },
  {
    type: 'AWS::Events::Archive',
    path: 'KmsKeyIdentifier',
    kind: 'key',
    why: 'archived events are encrypted under a key that AWS owns (EventBridge user guide, “Encrypting archives”)',
  },
  {
    type: 'AWS::EventsV2::EventBus',
    path: 'EncryptionConfiguration.KmsKeyIdentifier',
    kind: 'key',
    why: 'events are stored under a key that AWS owns (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::StepFunctions::StateMachine',
    path: 'EncryptionConfiguration.KmsKeyId',
    kind: 'key',
    why: 'inputs and outputs in the execution history are encrypted under a key that AWS owns (Step Functions developer guide, “Data at rest encryption”)',
  },
];

export const KEYLESS: readonly Keyless[] = [];
