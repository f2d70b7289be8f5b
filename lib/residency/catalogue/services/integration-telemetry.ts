import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import type { Verdict } from '../verdict';
import {
  ALERT,
  CODE,
  DEFINITION,
  GIVEN,
  IDENTITIES,
  LOG,
  LOG_BUCKET,
  MATCHED,
  of,
  OWN,
  PREFIX,
} from './integration-words';
import { all, not } from './words';

const GATHERED: Verdict = { kind: 'arn', of: 'telemetry', incoming: true };
const GATHERED_REGION: Verdict = { kind: 'region', of: 'telemetry', incoming: true };
const GATHERED_ACCOUNT: Verdict = { kind: 'account', of: 'telemetry', incoming: true };
const READER: Verdict = { kind: 'account', of: 'telemetry' };
/** Draws what every region tells into one. */
const EVERYWHERE: Verdict = { kind: 'copy', of: 'telemetry', bad: ['true'] };
const LOG_DEFINITION: Verdict = { kind: 'definition', of: 'telemetry' };

const FIELD = 'a field within an event that is logged';
const RECORDED = 'which kinds of resources or events are recorded; where to is judged by itself';

export const CLASSIFIED: readonly Classification[] = [
  // CloudTrail
  ...all(
    EVERYWHERE,
    'AWS::CloudTrail::Trail.IsMultiRegionTrail',
    'AWS::CloudTrail::EventDataStore.MultiRegionEnabled',
  ),
  ...all(LOG_BUCKET, 'AWS::CloudTrail::Trail.S3BucketName'),
  ...all(
    LOG,
    ...of('AWS::CloudTrail::Trail', 'CloudWatchLogsLogGroupArn SnsTopicName'),
    'AWS::CloudTrail::EventDataStore.InsightsDestination',
    'AWS::CloudTrail::Channel:Destination.Location',
  ),
  ...not(
    RECORDED,
    ...of('AWS::CloudTrail::*', 'Field IncludeManagementEvents ExcludeManagementEventSources'),
    'AWS::CloudTrail::Trail:DataResource.Values',
    'AWS::CloudTrail::Channel.Source',
  ),
  ...not(PREFIX, 'AWS::CloudTrail::Trail.S3KeyPrefix'),
  ...not(NOT.label, 'AWS::CloudTrail::Trail.TrailName'),
  ...not(OWN, 'AWS::CloudTrail::ResourcePolicy.ResourceArn'),

  // Config
  ...all({ kind: 'region', of: 'telemetry' }, 'AWS::Config::AggregationAuthorization.AuthorizedAwsRegion'),
  ...all(READER, 'AWS::Config::AggregationAuthorization.AuthorizedAccountId'),
  ...all(GATHERED_REGION, ...of('AWS::Config::ConfigurationAggregator', 'AwsRegions')),
  ...all(GATHERED_ACCOUNT, ...of('AWS::Config::ConfigurationAggregator', 'AccountIds')),
  ...all(EVERYWHERE, ...of('AWS::Config::ConfigurationAggregator', 'AllAwsRegions')),
  ...all(
    LOG_BUCKET,
    'AWS::Config::DeliveryChannel.S3BucketName',
    ...of('AWS::Config::*', 'DeliveryS3Bucket'),
  ),
  ...all(
    LOG,
    'AWS::Config::DeliveryChannel.SnsTopicARN',
    'AWS::Config::ConfigRule:Source.SourceIdentifier',
    'AWS::Config::OrganizationConfigRule:OrganizationCustomRuleMetadata.LambdaFunctionArn',
  ),
  ...all(DEFINITION, ...of('AWS::Config::RemediationConfiguration:StaticValue', 'Value Values')),
  ...not(
    CODE,
    ...of('AWS::Config::*', 'TemplateS3Uri DocumentName PolicyText PolicyRuntime InputParameters'),
  ),
  ...not(
    RECORDED,
    ...of('AWS::Config::*', 'ComplianceResourceId ComplianceResourceTypes Owner EventSource AllSupported'),
    ...of(
      'AWS::Config::*',
      'IncludeGlobalResourceTypes ResourceTypes UseOnly ResourceIdScope ResourceTypesScope',
    ),
    ...of('AWS::Config::*', 'ExcludedAccounts DebugLogDeliveryAccounts'),
  ),
  ...not(PREFIX, ...of('AWS::Config::*', 'DeliveryS3KeyPrefix S3KeyPrefix')),
  ...not(NOT.near, ...of('AWS::Config::RemediationConfiguration', 'TargetId TargetVersion')),

  // CloudWatch Logs
  ...all(
    LOG,
    'AWS::Logs::Destination.TargetArn',
    'AWS::Logs::SubscriptionFilter.DestinationArn',
    'AWS::Logs::Delivery.DeliveryDestinationArn',
    'AWS::Logs::DeliveryDestination.DestinationResourceArn',
    'AWS::Logs::Integration:OpenSearchResourceConfig.ApplicationARN',
  ),
  ...all(
    GATHERED,
    'AWS::Logs::DeliverySource.ResourceArn',
    'AWS::Logs::LogAnomalyDetector.LogGroupArnList',
    'AWS::Logs::ScheduledQuery.LogGroupIdentifiers',
  ),
  ...all(LOG_BUCKET, 'AWS::Logs::ScheduledQuery:S3Configuration.DestinationIdentifier'),
  // Both name where audit findings or a subscription go.
  ...all(
    LOG_DEFINITION,
    'AWS::Logs::AccountPolicy.PolicyDocument',
    'AWS::Logs::LogGroup.DataProtectionPolicy',
  ),
  ...all(
    { kind: 'policy' },
    'AWS::Logs::Destination.DestinationPolicy',
    'AWS::Logs::DeliveryDestination:DestinationPolicy.DeliveryDestinationPolicy',
  ),
  ...not(
    NOT.label,
    ...of('AWS::Logs::*', 'PolicyName DestinationName DeliverySourceName DeliveryDestinationName'),
  ),
  ...not('the stack’s own account', 'AWS::Logs::LogAnomalyDetector.AccountId'),
  ...not('how senders of logs are told apart', 'AWS::Logs::LogGroup.BearerTokenAuthenticationEnabled'),
  ...not(
    FIELD,
    ...of('AWS::Logs::LogGroup', 'FieldIndexPolicies'),
    ...of('AWS::Logs::SubscriptionFilter', 'FilterPattern Distribution EmitSystemFields'),
    ...of('AWS::Logs::Delivery', 'RecordFields S3SuffixPath S3EnableHiveCompatiblePath'),
    ...of('AWS::Logs::DeliverySource', 'DeliverySourceConfiguration'),
    ...of(
      'AWS::Logs::Transformer',
      'Source Destination EventSource OverwriteIfExists Target WithKeys ValueKey',
    ),
  ),

  // CloudWatch, Application Signals, X-Ray
  ...all(
    LOG,
    ...of('AWS::CloudWatch::*', 'OKActions AlarmActions InsufficientDataActions'),
    'AWS::CloudWatch::MetricStream.FirehoseArn',
  ),
  ...all(GATHERED, 'AWS::CloudWatch::LogAlarm:ScheduledQueryConfiguration.LogGroupIdentifiers'),
  ...all(
    GATHERED_ACCOUNT,
    ...of('AWS::CloudWatch::*', 'AccountId'),
    ...of('AWS::ApplicationSignals::*', 'AccountId'),
  ),
  // Widgets show metrics and logs of the regions that they name.
  ...all({ kind: 'definition', of: 'telemetry', incoming: true }, 'AWS::CloudWatch::Dashboard.DashboardBody'),
  ...not(
    MATCHED,
    ...of('AWS::CloudWatch::*', 'ActionsSuppressor AlarmRule SlidingWindow IncludeLinkedAccountsMetrics'),
    ...of(
      'AWS::ApplicationSignals::*',
      'GroupingSourceKeys MetricSourceKeyAttributes MetricSourceAttributes',
    ),
    ...of('AWS::ApplicationSignals::*', 'KeyAttributes'),
    ...of('AWS::XRay::SamplingRule', 'RuleName RuleARN URLPath Host ResourceARN HTTPMethod'),
    ...of('AWS::XRay::ResourcePolicy', 'PolicyName BypassPolicyLockoutCheck'),
  ),

  // Observability across accounts
  ...all(LOG, 'AWS::Oam::Link.SinkIdentifier'),
  ...all({ kind: 'policy' }, 'AWS::Oam::Sink.Policy'),
  ...not(NOT.label, 'AWS::Oam::Link.LabelTemplate'),
  ...not(RECORDED, 'AWS::Oam::Link.ResourceTypes'),
  ...all(
    { kind: 'region', of: 'telemetry' },
    ...of('AWS::ObservabilityAdmin::OrganizationCentralizationRule:CentralizationRuleDestination', 'Region'),
    ...of('AWS::ObservabilityAdmin::OrganizationCentralizationRule:LogsBackupConfiguration', 'Region'),
    ...of('AWS::ObservabilityAdmin::OrganizationCentralizationRule:MetricsBackupConfiguration', 'Region'),
    ...of('AWS::ObservabilityAdmin::OrganizationTelemetryRule:TelemetryRule', 'Regions'),
    ...of('AWS::ObservabilityAdmin::TelemetryRule:TelemetryRule', 'Regions'),
  ),
  ...all(
    GATHERED_REGION,
    'AWS::ObservabilityAdmin::OrganizationCentralizationRule:CentralizationRuleSource.Regions',
  ),
  ...all(
    READER,
    'AWS::ObservabilityAdmin::OrganizationCentralizationRule:CentralizationRuleDestination.Account',
  ),
  ...all(EVERYWHERE, ...of('AWS::ObservabilityAdmin::*', 'AllRegions')),
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED'] },
    'AWS::ObservabilityAdmin::OrganizationCentralizationRule:LogsEncryptionConfiguration.EncryptionStrategy',
  ),
  ...all(
    { kind: 'at-rest', good: ['aws:kms'] },
    'AWS::ObservabilityAdmin::S3TableIntegration:EncryptionConfig.SseAlgorithm',
  ),
  ...all(LOG_DEFINITION, 'AWS::ObservabilityAdmin::TelemetryPipelines:TelemetryPipelineConfiguration.Body'),
  ...not(
    GIVEN,
    ...of('AWS::ObservabilityAdmin::OrganizationTelemetryRule:RegionStatus', 'Region Status RuleArn'),
    ...of('AWS::ObservabilityAdmin::TelemetryRule:RegionStatus', 'Region Status RuleArn'),
    'AWS::ObservabilityAdmin::TelemetryPipelines:TelemetryPipeline.Arn',
  ),
  ...not(
    RECORDED,
    ...of('AWS::ObservabilityAdmin::*', 'DataSourceSelectionCriteria EncryptedLogGroupStrategy UriPath'),
    ...of('AWS::ObservabilityAdmin::*', 'EncryptionConflictResolutionStrategy EncryptionScope'),
    ...of('AWS::ObservabilityAdmin::*', 'TelemetrySourceTypes DestinationPattern'),
  ),

  // Prometheus, Grafana
  ...all(LOG, ...of('AWS::APS::*', 'LogGroupArn'), ...of('AWS::APS::Scraper', 'WorkspaceArn DatasetArn')),
  ...all(LOG, 'AWS::APS::RuleGroupsNamespace.Workspace', 'AWS::APS::AnomalyDetector.Workspace'),
  ...all(GATHERED, 'AWS::APS::Scraper:EksConfiguration.ClusterArn'),
  ...all(LOG_DEFINITION, 'AWS::APS::Workspace.AlertManagerDefinition'),
  ...not(OWN, 'AWS::APS::ResourcePolicy.WorkspaceArn'),
  ...all(IDENTITIES, 'AWS::Grafana::Workspace:IdpMetadata.Url'),
  ...not(
    'how the workspace is signed in to, or which services of AWS it may read',
    ...of('AWS::Grafana::Workspace', 'NotificationDestinations AccountAccessType DataSources'),
    ...of('AWS::Grafana::Workspace', 'AuthenticationProviders Email PrefixListIds VpceIds'),
  ),

  // RUM, Evidently
  ...all(LOG, 'AWS::RUM::AppMonitor:MetricDestination.DestinationArn'),
  ...not(CODE, 'AWS::RUM::AppMonitor:JavaScriptSourceMaps.S3Uri'),
  ...not(NOT.choice, 'AWS::RUM::AppMonitor:MetricDestination.Destination'),
  ...not(
    MATCHED,
    ...of('AWS::RUM::AppMonitor', 'Domain DomainList ExcludedPages EventPattern ValueKey DimensionKeys'),
    ...of('AWS::RUM::AppMonitor', 'PolicyRevisionId'),
    ...of('AWS::Evidently::*', 'EntityIdKey ValueKey Segment'),
  ),
  ...all(LOG, 'AWS::Evidently::Project:DataDeliveryObject.LogGroup'),
  ...all(LOG_BUCKET, 'AWS::Evidently::Project:S3Destination.BucketName'),
  ...not(PREFIX, 'AWS::Evidently::Project:S3Destination.Prefix'),
  ...all(LOG, ...of('AWS::Evidently::*', 'Project')),
  ...not(NOT.near, ...of('AWS::Evidently::*', 'ApplicationId')),

  // Synthetics: replicas of a canary run in other regions.
  ...all({ kind: 'region', of: 'copy' }, 'AWS::Synthetics::Canary:Replica.Location'),
  ...all(LOG_BUCKET, 'AWS::Synthetics::Canary.ArtifactS3Location'),
  ...all(
    { kind: 'at-rest', good: ['SSE_KMS', 'SSE-KMS'] },
    'AWS::Synthetics::Canary:S3Encryption.EncryptionMode',
  ),
  ...all(GATHERED, 'AWS::Synthetics::Group.ResourceArns'),
  ...not(
    CODE,
    ...of('AWS::Synthetics::Canary:Code', 'S3Bucket S3Key S3ObjectVersion SourceLocationArn'),
    'AWS::Synthetics::Canary:Dependency.Reference',
  ),
  ...not(
    NOT.choice,
    ...of('AWS::Synthetics::Canary', 'DeleteLambdaResourcesOnCanaryDeletion ResourcesToReplicateTags'),
    ...of('AWS::Synthetics::Canary', 'ProvisionedResourceCleanup ActiveTracing'),
  ),
  ...not(
    GIVEN,
    'AWS::Synthetics::Canary:Replica.CanaryState',
    'AWS::Synthetics::Canary:ReplicaReplicationStatus.State',
  ),

  // Monitors of networks
  ...all(LOG_BUCKET, 'AWS::InternetMonitor::Monitor:S3Config.BucketName'),
  ...all(GATHERED_ACCOUNT, 'AWS::InternetMonitor::Monitor.LinkedAccountId'),
  ...not(
    MATCHED,
    ...of(
      'AWS::InternetMonitor::Monitor',
      'Resources ResourcesToAdd ResourcesToRemove IncludeLinkedAccounts',
    ),
  ),
  ...not(PREFIX, 'AWS::InternetMonitor::Monitor:S3Config.BucketPrefix'),
  ...all(GATHERED_REGION, 'AWS::NetworkFlowMonitor::Scope:TargetResource.Region'),
  ...all(GATHERED_ACCOUNT, 'AWS::NetworkFlowMonitor::Scope:TargetId.AccountId'),

  // Notifications to people and to chats outside AWS
  ...all(
    ALERT,
    'AWS::Chatbot::SlackChannelConfiguration.SlackWorkspaceId',
    'AWS::Chatbot::MicrosoftTeamsChannelConfiguration.TeamsTenantId',
    'AWS::NotificationsContacts::EmailContact.EmailAddress',
  ),
  ...all(GATHERED, ...of('AWS::Chatbot::*', 'SnsTopicArns')),
  ...not(
    'what may be done from a chat that is judged by its workspace',
    ...of('AWS::Chatbot::*', 'GuardrailPolicies CustomizationResourceArns SlackChannelId ActionName'),
  ),
  ...all({ kind: 'region', of: 'telemetry' }, 'AWS::Notifications::NotificationHub.Region'),
  ...all(GATHERED_REGION, 'AWS::Notifications::EventRule.Regions'),
  ...not(MATCHED, 'AWS::Notifications::EventRule.Source'),
  ...not(
    'a configuration or contact, whose ARN has no region; hubs and contacts are judged by themselves',
    ...of('AWS::Notifications::*', 'Arn ChannelArn NotificationConfigurationArn'),
    ...of('AWS::Notifications::*', 'ManagedNotificationConfigurationArn'),
  ),
  ...not(GIVEN, ...of('AWS::NotificationsContacts::EmailContact:EmailContact', 'Arn Address')),
];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::CloudTrail::EventDataStore',
    path: 'MultiRegionEnabled',
    kind: 'copy',
    why: 'An event data store gathers the events of every region unless told otherwise (CloudTrail API, CreateEventDataStore).',
  },
  {
    type: 'AWS::Logs::LogGroup',
    path: 'KmsKeyId',
    kind: 'key',
    why: 'log data is encrypted under a key of AWS (CloudWatch Logs user guide, “Encrypt log data using AWS KMS”)',
  },
  {
    type: 'AWS::Logs::LogAnomalyDetector',
    path: 'KmsKeyId',
    kind: 'key',
    why: 'anomalies and the model made of log events are encrypted under a key of AWS (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::Logs::Integration',
    path: 'ResourceConfig.OpenSearchResourceConfig.KmsKeyArn',
    kind: 'key',
    why: 'dashboards’ data is encrypted under a key of AWS (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::CloudTrail::Trail',
    path: 'KMSKeyId',
    kind: 'key',
    why: 'log files are encrypted with SSE-S3 (CloudTrail user guide, “Encrypting CloudTrail log files with AWS KMS keys”)',
  },
  {
    type: 'AWS::CloudTrail::EventDataStore',
    path: 'KmsKeyId',
    kind: 'key',
    why: 'events are encrypted under a key that CloudTrail owns (CloudTrail user guide, “Event data stores”)',
  },
  {
    type: 'AWS::APS::Workspace',
    path: 'KmsKeyArn',
    kind: 'key',
    why: 'metrics are encrypted under a key that AWS owns (Managed Service for Prometheus user guide, “Encryption at rest”)',
  },
  {
    type: 'AWS::ObservabilityAdmin::S3TableIntegration',
    path: 'Encryption.KmsKeyArn',
    kind: 'key',
    why: 'the key is optional, and without it none of the customer’s is used (CloudFormation reference of the property)',
  },
];

export const KEYLESS: readonly Keyless[] = [
  { type: 'AWS::RUM::AppMonitor', why: 'events of users’ sessions; no property takes a key' },
];
