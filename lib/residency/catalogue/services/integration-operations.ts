import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import type { Verdict } from '../verdict';
import {
  ALERT,
  CODE,
  DEFINITION,
  DESTINATION,
  EXTERNAL,
  GIVEN,
  IDENTITY_CENTER,
  LOG,
  LOG_BUCKET,
  MATCHED,
  of,
  OWN,
  OWNER,
  PREFIX,
  SOURCE,
} from './integration-words';
import { all, not } from './words';

const REPORT_HOST: Verdict = { kind: 'host', of: 'telemetry' };
const FOUND: Verdict = { kind: 'arn', of: 'telemetry', incoming: true };
const FOUND_REGION: Verdict = { kind: 'region', of: 'telemetry', incoming: true };
const FOUND_ACCOUNT: Verdict = { kind: 'account', of: 'telemetry', incoming: true };
const READER: Verdict = { kind: 'account', of: 'telemetry' };
const ROLLUP: Verdict = { kind: 'copy', of: 'telemetry' };

const LIST = 'a list that is compared with; none of the users’ data';
const AZURE = 'a region of another vendor, which findings come from';
const TESTED = 'what is tested or assessed; none of its data goes there';

export const CLASSIFIED: readonly Classification[] = [
  // Systems Manager
  ...all(LOG_BUCKET, 'AWS::SSM::Association:S3OutputLocation.OutputS3BucketName'),
  ...all(LOG_BUCKET, ...of('AWS::SSM::MaintenanceWindowTask', 'OutputS3BucketName S3Bucket')),
  ...all(LOG_BUCKET, ...of('AWS::SSM::ResourceDataSync', 'BucketName')),
  ...all(
    { kind: 'region', of: 'telemetry' },
    'AWS::SSM::Association:S3OutputLocation.OutputS3Region',
    'AWS::SSM::MaintenanceWindowTask:LoggingInfo.Region',
    ...of('AWS::SSM::ResourceDataSync', 'BucketRegion'),
  ),
  ...all(FOUND_REGION, 'AWS::SSM::ResourceDataSync:SyncSource.SourceRegions'),
  ...all({ ...ROLLUP, bad: ['true'] }, 'AWS::SSM::ResourceDataSync:SyncSource.IncludeFutureRegions'),
  ...all(
    DEFINITION,
    'AWS::SSM::Association.Parameters',
    'AWS::SSM::Document.Content',
    ...of('AWS::SSM::MaintenanceWindowTask', 'TaskParameters Parameters Payload Input'),
  ),
  ...all({ kind: 'role' }, 'AWS::SSM::Association.AssociationDispatchAssumeRole'),
  ...all(LOG, 'AWS::SSM::MaintenanceWindowTask:NotificationConfig.NotificationArn'),
  ...all(SOURCE, 'AWS::SSM::Association.CalendarNames', 'AWS::SSM::Association.Name'),
  ...all({ kind: 'policy' }, 'AWS::SSM::ResourcePolicy.Policy'),
  ...not(OWN, 'AWS::SSM::ResourcePolicy.ResourceArn'),
  ...not(
    'a connector to another vendor’s cloud, which inventory comes from',
    'AWS::SSM::CloudConnector.ConfigConnectorArn',
  ),
  ...not(PREFIX, ...of('AWS::SSM::*', 'OutputS3KeyPrefix S3Prefix BucketPrefix')),
  ...not(
    NOT.near,
    ...of('AWS::SSM::Association', 'DocumentVersion AutomationTargetParameterName'),
    'AWS::SSM::MaintenanceWindowTask:MaintenanceWindowLambdaParameters.Qualifier',
  ),
  ...not(CODE, ...of('AWS::SSM::Document', 'Values')),
  ...not(
    NOT.choice,
    ...of('AWS::SSM::*', 'AllowUnassociatedTargets OwnerInformation ApprovedPatchesEnableNonSecurity'),
    ...of('AWS::SSM::*', 'AvailableSecurityUpdatesComplianceStatus EnableNonSecurity'),
    'AWS::SSM::OpsItem.Source',
  ),
  ...all({ kind: 'external', of: 'telemetry' }, 'AWS::SSMContacts::ContactChannel.ChannelAddress'),
  ...all(LOG, ...of('AWS::SSMContacts::*', 'RotationIds ChannelId ContactId ContactIds')),
  ...not('a time zone', 'AWS::SSMContacts::Rotation.TimeZoneId'),
  ...all({ kind: 'region', of: 'copy' }, 'AWS::SSMIncidents::ReplicationSet:ReplicationRegion.RegionName'),
  ...all(
    LOG,
    'AWS::SSMIncidents::ResponsePlan.Engagements',
    'AWS::SSMIncidents::ResponsePlan:NotificationTargetItem.SnsTopicArn',
    'AWS::SSMIncidents::ResponsePlan:ChatChannel.ChatbotSns',
  ),
  ...all(ALERT, 'AWS::SSMIncidents::ResponsePlan:PagerDutyConfiguration.SecretId'),
  ...not(NOT.choice, 'AWS::SSMIncidents::ReplicationSet.DeletionProtected'),
  ...not(NOT.choice, 'AWS::SSMIncidents::ResponsePlan:SsmAutomation.TargetAccount'),
  ...not(OWNER, 'AWS::SSMGuiConnect::Preferences:S3Bucket.BucketOwner'),
  ...all(
    DEFINITION,
    'AWS::SSMQuickSetup::ConfigurationManager:ConfigurationDefinition.Parameters',
    'AWS::SSMQuickSetup::LifecycleAutomation.AutomationParameters',
  ),
  ...not(NOT.label, 'AWS::SSMQuickSetup::LifecycleAutomation.ResourceKey'),

  // Findings of security services
  ...all(
    { ...ROLLUP, bad: ['ALL_REGIONS', 'ALL_REGIONS_EXCEPT_SPECIFIED'] },
    'AWS::SecurityHub::FindingAggregator.RegionLinkingMode',
  ),
  ...all(
    FOUND_REGION,
    'AWS::SecurityHub::FindingAggregator.Regions',
    'AWS::SecurityHub::AggregatorV2.LinkedRegions',
  ),
  ...all(READER, 'AWS::SecurityHub::DelegatedAdmin.AdminAccountId'),
  ...all(
    ALERT,
    'AWS::SecurityHub::ConnectorV2:JiraCloudProviderConfiguration.ProjectKey',
    'AWS::SecurityHub::ConnectorV2:ServiceNowProviderConfiguration.InstanceName',
  ),
  ...all(LOG, 'AWS::SecurityHub::AutomationRuleV2:ExternalIntegrationConfiguration.ConnectorArn'),
  ...all(FOUND, 'AWS::SecurityHub::ProductSubscription.ProductArn'),
  ...not(AZURE, ...of('AWS::SecurityHub::*', 'AzureRegions AWSConfigConnectorArn')),
  ...not(AZURE, ...of('AWS::InspectorV2::*', 'AzureRegions AwsConfigConnectorArn')),
  ...not(
    'a control, standard or filter; none of the users’ data',
    ...of('AWS::SecurityHub::*', 'UpdatedBy Comparison EnableDefaultStandards ProductArn StandardsArn Cidr'),
    ...of('AWS::SecurityHub::*', 'StandardsControlArn DisabledSecurityControlIdentifiers SecurityControlId'),
    ...of('AWS::SecurityHub::*', 'EnabledSecurityControlIdentifiers SecurityControlArn AutoEnable'),
    ...of('AWS::SecurityHub::*', 'AutoEnableStandards ConfigurationPolicyId TargetId'),
  ),
  ...all(LOG_BUCKET, 'AWS::GuardDuty::PublishingDestination:CFNDestinationProperties.DestinationArn'),
  ...all(READER, 'AWS::GuardDuty::Master.MasterId', 'AWS::Detective::OrganizationAdmin.AccountId'),
  ...all(FOUND_ACCOUNT, 'AWS::GuardDuty::Member.MemberId', 'AWS::Macie::Member.AccountId'),
  ...all(FOUND, 'AWS::Detective::MemberInvitation.GraphArn'),
  ...not(
    LIST,
    ...of('AWS::GuardDuty::*', 'Location'),
    ...of('AWS::Macie::AllowList', 'BucketName ObjectKey'),
  ),
  ...not(OWNER, ...of('AWS::GuardDuty::*', 'ExpectedBucketOwner')),
  ...not(GIVEN, 'AWS::GuardDuty::MalwareProtectionPlan:CFNStatusReasons.Code'),
  ...not(TESTED, 'AWS::GuardDuty::MalwareProtectionPlan:S3Bucket.BucketName'),
  ...not(
    'the address of an account of the organization, which is invited by it',
    ...of('AWS::GuardDuty::Member', 'Email DisableEmailNotification'),
    'AWS::Macie::Member.Email',
    ...of('AWS::Detective::MemberInvitation', 'MemberEmailAddress DisableEmailNotification'),
    'AWS::AuditManager::Assessment:AWSAccount.EmailAddress',
  ),
  ...not(
    TESTED,
    'AWS::Inspector::AssessmentTarget.AssessmentTargetName',
    ...of('AWS::Inspector::AssessmentTarget', 'ResourceGroupArn'),
    ...of('AWS::Inspector::AssessmentTemplate', 'AssessmentTargetArn RulesPackageArns'),
    ...of('AWS::InspectorV2::*', 'SecurityLevel OneTime AccountIds TargetResourceTags'),
    ...of('AWS::AccessAnalyzer::Analyzer', 'AccountIds ResourceArns ResourceTypes'),
  ),
  ...not(
    NOT.credential,
    'AWS::InspectorV2::CodeSecurityIntegration:UpdateGitLabSelfManagedIntegrationDetail.authCode',
  ),
  ...all(LOG_BUCKET, 'AWS::AuditManager::Assessment:AssessmentReportsDestination.Destination'),

  // Security Lake
  ...all({ kind: 'region', of: 'copy' }, 'AWS::SecurityLake::DataLake:ReplicationConfiguration.Regions'),
  ...all(FOUND_ACCOUNT, 'AWS::SecurityLake::AwsLogSource.Accounts'),
  ...all(
    { kind: 'principal', of: 'telemetry' },
    'AWS::SecurityLake::Subscriber:SubscriberIdentity.Principal',
  ),
  ...all(REPORT_HOST, 'AWS::SecurityLake::SubscriberNotification:HttpsNotificationConfiguration.Endpoint'),
  ...not(MATCHED, ...of('AWS::SecurityLake::*', 'SourceName SourceVersion AccessTypes HttpMethod')),
  ...not(
    NOT.credential,
    ...of('AWS::SecurityLake::*', 'ExternalId AuthorizationApiKeyName AuthorizationApiKeyValue'),
  ),
  ...not(
    'a queue that Security Lake makes in the subscriber’s region',
    'AWS::SecurityLake::SubscriberNotification:NotificationConfiguration.SqsNotificationConfiguration',
  ),

  // Resilience and faults
  ...all(
    FOUND_REGION,
    'AWS::ResilienceHub::App:PhysicalResourceId.AwsRegion',
    'AWS::ResilienceHubV2::Service.Regions',
  ),
  ...all(FOUND_ACCOUNT, 'AWS::ResilienceHub::App:PhysicalResourceId.AwsAccountId'),
  ...all(LOG, 'AWS::ResilienceHub::App:EventSubscription.SnsTopicArn'),
  ...all(LOG_BUCKET, 'AWS::ResilienceHubV2::Service:S3ReportOutputConfiguration.BucketPath'),
  ...not(OWNER, 'AWS::ResilienceHubV2::Service:S3ReportOutputConfiguration.BucketOwner'),
  ...not(
    CODE,
    ...of('AWS::ResilienceHubV2::Service:ResourceConfiguration', 'TfStateFileUrl DesignFileS3Url'),
  ),
  ...not(
    TESTED,
    ...of(
      'AWS::ResilienceHub::*',
      'ResourceName TerraformSourceName EksSourceName PolicyDescription PolicyName',
    ),
    ...of('AWS::ResilienceHub::*', 'DataLocationConstraint'),
    ...of(
      'AWS::ResilienceHubV2::*',
      'DisasterRecoveryApproach PolicyName SystemIdentifier CfnStackArn ClusterArn',
    ),
  ),
  ...not(NOT.credential, 'AWS::ResilienceHubV2::Service:CrossAccountRoleConfiguration.ExternalId'),
  ...all(LOG, ...of('AWS::FIS::ExperimentTemplate', 'LogGroupArn')),
  ...all(FOUND, 'AWS::FIS::ExperimentTemplate:ExperimentTemplateStopCondition.Value'),
  ...all(LOG_BUCKET, ...of('AWS::FIS::ExperimentTemplate', 'BucketName')),
  ...not(PREFIX, ...of('AWS::FIS::ExperimentTemplate', 'Prefix')),
  ...not(
    TESTED,
    ...of(
      'AWS::FIS::*',
      'Targets Source ResourceTags ResourceArns AccountTargeting DashboardIdentifier AccountId',
    ),
  ),

  // Insights, investigations and agents
  ...all(LOG, ...of('AWS::ApplicationInsights::Application', 'OpsItemSNSTopicArn SNSNotificationArn')),
  ...not(
    TESTED,
    ...of('AWS::ApplicationInsights::Application', 'AttachMissingPermission ResourceList ComponentName'),
    ...of('AWS::ApplicationInsights::Application', 'ComponentARN JMXURL HostPort'),
  ),
  ...all(LOG, 'AWS::DevOpsGuru::NotificationChannel:SnsChannelConfig.TopicArn'),
  ...not(MATCHED, 'AWS::DevOpsGuru::ResourceCollection:TagCollection.AppBoundaryKey'),
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED_KMS_KEY'] },
    'AWS::AIOps::InvestigationGroup:EncryptionConfigMap.EncryptionConfigurationType',
  ),
  ...all({ kind: 'policy' }, 'AWS::AIOps::InvestigationGroup.InvestigationGroupPolicy'),
  ...all(LOG, 'AWS::AIOps::InvestigationGroup:ChatbotNotificationChannel.SNSTopicArn'),
  ...all(ALERT, 'AWS::AIOps::InvestigationGroup:ChatbotNotificationChannel.ChatConfigurationArns'),
  ...all(
    EXTERNAL,
    'AWS::DevOpsAgent::Association:GitHubConfiguration.Owner',
    'AWS::DevOpsAgent::Association:SlackConfiguration.WorkspaceId',
    'AWS::DevOpsAgent::Association:DynatraceConfiguration.EnvId',
    'AWS::DevOpsAgent::Association:ServiceNowConfiguration.InstanceId',
    'AWS::DevOpsAgent::Association:GitLabConfiguration.ProjectId',
    'AWS::DevOpsAgent::Association:PagerDutyConfiguration.CustomerEmail',
    'AWS::DevOpsAgent::Association:AzureConfiguration.SubscriptionId',
    'AWS::DevOpsAgent::Association:MCPServerNewRelicConfiguration.AccountId',
    'AWS::DevOpsAgent::Service:DynatraceServiceDetails.AccountUrn',
    'AWS::DevOpsAgent::Service:NewRelicApiKeyConfig.AccountId',
    'AWS::DevOpsAgent::Service:AzureIdentityServiceDetails.TenantId',
  ),
  ...all({ kind: 'host' }, 'AWS::DevOpsAgent::PrivateConnection:ServiceManagedMode.HostAddress'),
  ...all(DESTINATION, 'AWS::DevOpsAgent::PrivateConnection:SelfManagedMode.ResourceConfigurationId'),
  ...all(FOUND_ACCOUNT, ...of('AWS::DevOpsAgent::Association:SourceAwsConfiguration', 'AccountId')),
  ...all(FOUND_ACCOUNT, ...of('AWS::DevOpsAgent::Association:AWSConfiguration', 'AccountId')),
  ...all(FOUND, 'AWS::DevOpsAgent::Association:AWSResource.ResourceArn'),
  ...not(IDENTITY_CENTER, ...of('AWS::DevOpsAgent::*', 'IdcInstanceArn IdcApplicationArn')),
  ...not(
    GIVEN,
    ...of('AWS::DevOpsAgent::Service:RegisteredMCPServerDetails', 'Endpoint AuthorizationMethod'),
    ...of('AWS::DevOpsAgent::Service:RegisteredGitLabServiceDetails', 'TargetUrl'),
    ...of('AWS::DevOpsAgent::Service:RegisteredNewRelicDetails', 'AccountId Region'),
    ...of('AWS::DevOpsAgent::Service:RegisteredDynatraceDetails', 'AccountUrn'),
    ...of('AWS::DevOpsAgent::Service:RegisteredServiceNowDetails', 'InstanceUrl'),
    ...of('AWS::DevOpsAgent::Service:RegisteredAzureIdentityDetails', 'WebIdentityRoleArn'),
    ...of('AWS::DevOpsAgent::Service:RegisteredMCPServerSigV4Details', 'Endpoint Region RoleArn McpRoleArn'),
    ...of('AWS::DevOpsAgent::Service:RegisteredMCPServerGrafanaDetails', 'Endpoint AuthorizationMethod'),
  ),
  ...not(
    'a region of another vendor; the account there is judged',
    'AWS::DevOpsAgent::Service:NewRelicApiKeyConfig.Region',
  ),
  ...not(
    NOT.choice,
    ...of(
      'AWS::DevOpsAgent::*',
      'Metadata ResourceMetadata Resources EnableWebhookUpdates AlertPolicyIds Action',
    ),
    ...of('AWS::DevOpsAgent::*', 'TargetUrlPrivateConnectionName ExchangeUrlPrivateConnectionName'),
  ),
  ...not(NOT.credential, ...of('AWS::DevOpsAgent::*', 'ExchangeParameters ApiKeyName AuthorizationHeader')),
  ...all(
    SOURCE,
    ...of('AWS::SecurityAgent::AgentSpace:AWSResources', 'LogGroups SecretArns LambdaFunctionArns'),
    'AWS::SecurityAgent::Pentest:Authentication.Value',
  ),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::SecurityAgent::AgentSpace:AWSResources.S3Buckets'),
  ...all({ kind: 'bucket', incoming: true }, ...of('AWS::SecurityAgent::Pentest', 'S3Location')),
  ...not(IDENTITY_CENTER, ...of('AWS::SecurityAgent::*', 'IdCInstanceArn IdCApplicationArn')),
  ...not(
    TESTED,
    ...of('AWS::SecurityAgent::*', 'Uri Uris EnableEmailMfa MfaForwardingAddress ProviderResourceId Pattern'),
    ...of('AWS::SecurityAgent::*', 'Domain TargetDomainName'),
  ),
];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::SecurityLake::DataLake',
    path: 'EncryptionConfiguration.KmsKeyId',
    kind: 'key',
    why: 'the key is optional, and without it none of the customer’s is used (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::SSMIncidents::ReplicationSet',
    path: 'Regions[*].RegionConfiguration.SseKmsKeyId',
    kind: 'key',
    why: 'the key is optional, and without it none of the customer’s is used (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::AIOps::InvestigationGroup',
    path: 'EncryptionConfig.KmsKeyId',
    kind: 'key',
    why: 'investigations’ data is encrypted under a key that AWS owns unless one is named (CloudWatch investigations API reference, EncryptionConfiguration)',
  },
  {
    type: 'AWS::DevOpsAgent::AgentSpace',
    path: 'KmsKeyArn',
    kind: 'key',
    why: 'data is encrypted under keys that AWS manages (AWS Support user guide, “Security for AWS DevOps Agent”)',
  },
  {
    type: 'AWS::SecurityAgent::AgentSpace',
    path: 'KmsKeyId',
    kind: 'key',
    why: 'data is encrypted under AWS managed keys (Security Agent user guide, “Customer managed keys”)',
  },
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::SSM::Parameter',
    why: 'CloudFormation makes no SecureString, and other parameters are not encrypted with a key of the customer’s',
  },
];
