import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import {
  CERTIFICATE,
  CODE,
  DEFINITION,
  DESTINATION,
  EXTERNAL,
  GIVEN,
  LOG,
  MATCHED,
  of,
  OWN,
  PICTURE,
  PREFIX,
  RECIPIENT,
  SOURCE,
} from './integration-words';
import { all, not } from './words';

const PERSON = 'a field of a person’s record that a template fills in';
const PHONE = 'the number that people see or that calls come from; its region is judged by its ARN';

export const CLASSIFIED: readonly Classification[] = [
  // SES
  ...all(
    { kind: 'in-transit', good: ['REQUIRE'] },
    'AWS::SES::ConfigurationSet:DeliveryOptions.TlsPolicy',
    'AWS::SES::ConfigurationSet:TrackingOptions.HttpsPolicy',
  ),
  ...all({ kind: 'in-transit', good: ['Require'] }, 'AWS::SES::ReceiptRule:Rule.TlsPolicy'),
  ...all({ kind: 'in-transit', good: ['REQUIRED', 'FIPS'] }, 'AWS::SES::MailManagerIngressPoint.TlsPolicy'),
  ...all({ kind: 'region', of: 'copy' }, 'AWS::SES::MultiRegionEndpoint:RouteDetailsItems.Region'),
  ...all({ kind: 'arn', of: 'copy' }, 'AWS::SES::ConfigurationSet:ArchivingOptions.ArchiveArn'),
  ...all(
    LOG,
    ...of('AWS::SES::ConfigurationSetEventDestination:SnsDestination', 'TopicARN'),
    ...of('AWS::SES::ConfigurationSetEventDestination:KinesisFirehoseDestination', 'DeliveryStreamARN'),
    ...of('AWS::SES::ConfigurationSetEventDestination:EventBridgeDestination', 'EventBusArn'),
  ),
  ...all(
    DESTINATION,
    'AWS::SES::MailManagerRuleSet:ArchiveAction.TargetArchive',
    'AWS::SES::Tenant:ResourceAssociation.ResourceArn',
    // Add-ons read the mail that they judge.
    'AWS::SES::*.Analyzer',
  ),
  ...all(SOURCE, 'AWS::SES::MailManagerRelay:RelayAuthentication.SecretArn'),
  ...all(EXTERNAL, 'AWS::SES::MailManagerRuleSet:ReplaceRecipientAction.ReplaceWith'),
  ...not(CERTIFICATE, 'AWS::SES::EmailIdentityCertificate.CertificateArn'),
  ...not(
    NOT.near,
    ...of('AWS::SES::*', 'ConfigurationSetName EmailIdentity TrafficPolicyId RuleSetId AddressLists'),
  ),
  ...not(
    NOT.label,
    ...of('AWS::SES::*', 'AddressListName IngressPointName TrafficPolicyName DomainSigningSelector'),
  ),
  ...not(PREFIX, ...of('AWS::SES::*', 'ObjectKeyPrefix S3Prefix')),
  ...not(
    NOT.choice,
    ...of('AWS::SES::*', 'Enabled MatchingEventTypes DimensionValueSource OptimizedSharedDelivery'),
    ...of(
      'AWS::SES::*',
      'EmailForwardingEnabled StatusToUpdate NoAuthentication Drop ActionFailurePolicy MailFrom',
    ),
  ),
  ...not(RECIPIENT, ...of('AWS::SES::*', 'FromAddress FromEmailAddress')),
  ...not(
    NOT.outside,
    ...of('AWS::SES::*', 'CustomRedirectDomain MailFromDomain SuccessRedirectionURL FailureRedirectionURL'),
  ),
  ...not(
    'which senders are listened to; mail comes from everywhere by its nature',
    ...of('AWS::SES::ReceiptFilter:IpFilter', 'Policy Cidr'),
    'AWS::SES::MailManagerRuleSet:RuleIpExpression.Values',
    'AWS::SES::MailManagerTrafficPolicy:IngressTlsProtocolExpression.Value',
    'AWS::SES::MailManagerTrafficPolicy:IngressTlsProtocolToEvaluate.Attribute',
  ),

  // Pinpoint: a push channel hands messages over to the vendor of the telephone.
  ...all(
    EXTERNAL,
    ...of('AWS::Pinpoint::APNSChannel', 'Certificate TokenKey'),
    ...of('AWS::Pinpoint::APNSSandboxChannel', 'Certificate TokenKey'),
    ...of('AWS::Pinpoint::APNSVoipChannel', 'Certificate TokenKey'),
    ...of('AWS::Pinpoint::APNSVoipSandboxChannel', 'Certificate TokenKey'),
    ...of('AWS::Pinpoint::GCMChannel', 'ApiKey ServiceJson'),
    ...of('AWS::Pinpoint::BaiduChannel', 'ApiKey'),
    ...of('AWS::Pinpoint::ADMChannel', 'ClientId'),
  ),
  ...all(
    DESTINATION,
    ...of('AWS::Pinpoint::*', 'LambdaFunctionName'),
    'AWS::Pinpoint::EmailChannel.Identity',
  ),
  ...all({ kind: 'host' }, 'AWS::Pinpoint::Campaign:CustomDeliveryConfiguration.DeliveryUri'),
  ...not(
    NOT.credential,
    ...of('AWS::Pinpoint::*', 'DefaultAuthenticationMethod TokenKeyId SecretKey EntityId'),
  ),
  ...not(
    PICTURE,
    ...of('AWS::Pinpoint::*', 'MediaUrl ImageSmallIconUrl SmallImageIconUrl ImageUrl ImageIconUrl Url Link'),
  ),
  ...not(
    MATCHED,
    ...of('AWS::Pinpoint::*', 'Metrics Attributes UserAttributes EndpointTypes Include CustomConfig'),
  ),
  ...not(PHONE, ...of('AWS::Pinpoint::*', 'OriginationNumber SenderId')),
  ...not(RECIPIENT, ...of('AWS::Pinpoint::*', 'FromAddress')),
  ...all(
    LOG,
    ...of(
      'AWS::PinpointEmail::ConfigurationSetEventDestination',
      'TopicArn ApplicationArn DeliveryStreamArn',
    ),
  ),
  ...not(NOT.outside, ...of('AWS::PinpointEmail::*', 'CustomRedirectDomain MailFromDomain')),
  ...not(
    NOT.choice,
    ...of('AWS::PinpointEmail::*', 'EventDestinationName ConfigurationSetName Enabled MatchingEventTypes'),
    ...of('AWS::PinpointEmail::*', 'DimensionValueSource'),
  ),

  // End User Messaging
  ...all(LOG, ...of('AWS::SMSVOICE::ConfigurationSet', 'LogGroupArn DeliveryStreamArn TopicArn')),
  ...all(EXTERNAL, 'AWS::SMSVOICE::VerifiedDestinationNumber.DestinationPhoneNumber'),
  ...not(NOT.label, 'AWS::SMSVOICE::ConfigurationSet:EventDestination.EventDestinationName'),
  ...not(PHONE, ...of('AWS::SMSVOICE::Pool', 'OriginationIdentities SharedRoutesEnabled')),
  ...not('a form for the registry of senders', 'AWS::SMSVOICE::RegistrationAttachment.AttachmentUrl'),
  ...not(OWN, 'AWS::SMSVOICE::ResourcePolicy.ResourceArn'),

  // Connect
  ...all({ kind: 'key' }, 'AWS::Connect::InstanceStorageConfig:EncryptionConfig.KeyId'),
  ...all(
    { kind: 'at-rest', good: ['KMS'] },
    'AWS::Connect::InstanceStorageConfig:EncryptionConfig.EncryptionType',
  ),
  ...all(DEFINITION, 'AWS::Connect::ContactFlow.Content', 'AWS::Connect::ContactFlowModule.Content'),
  ...all(
    DESTINATION,
    ...of('AWS::Connect::*', 'InstanceId ContactFlowModuleId Associations OutboundEmailAddressId'),
  ),
  // It spreads the calls of one instance over two regions.
  ...all({ kind: 'global', of: 'copy' }, 'AWS::Connect::TrafficDistributionGroup.InstanceArn'),
  ...all(
    EXTERNAL,
    'AWS::Connect::QuickConnect:PhoneNumberQuickConnectConfig.PhoneNumber',
    'AWS::Connect::User:UserPhoneConfig.DeskPhoneNumber',
    'AWS::Connect::User:PhoneNumberConfig.PhoneNumber',
  ),
  ...all({ kind: 'account', of: 'copy' }, 'AWS::Connect::DataLakeAssociation.TargetAccountId'),
  ...not(PREFIX, 'AWS::Connect::InstanceStorageConfig:S3Config.BucketPrefix'),
  ...not(NOT.outside, 'AWS::Connect::ApprovedOrigin.Origin', 'AWS::Connect::Workspace:WorkspacePage.Slug'),
  ...not(PICTURE, 'AWS::Connect::Workspace:MediaItem.Source', 'AWS::Connect::View.Template'),
  ...not(CODE, 'AWS::Connect::Prompt.S3Uri'),
  ...not('a public key that callers encrypt with', 'AWS::Connect::SecurityKey.Key'),
  ...not(PHONE, ...of('AWS::Connect::TestCase', 'DestinationPhoneNumber SourcePhoneNumber')),
  ...not(
    NOT.label,
    ...of('AWS::Connect::*', 'TargetSection EventSourceName EmptyValue SecurityProfileName MetricFilterKey'),
    ...of('AWS::Connect::*', 'AssignContactCategoryActions EndAssociatedTasksActions'),
    ...of('AWS::Connect::User:UserIdentityInfo', 'Email SecondaryEmail'),
    'AWS::Connect::EmailAddress.EmailAddress',
  ),
  ...not(
    'what an agent of the instance may see',
    ...of('AWS::Connect::SecurityProfile', 'Permissions ApplicationPermissions TagRestrictedResources'),
    'AWS::Connect::SecurityProfile.HierarchyRestrictedResources',
  ),
  ...not(GIVEN, ...of('AWS::Connect::Metric:CreatedByInfo', 'AWSIdentityArn ConnectUserArn')),
  ...not(
    PHONE,
    'AWS::ConnectCampaigns::Campaign:OutboundCallConfig.ConnectSourcePhoneNumber',
    ...of('AWS::ConnectCampaignsV2::Campaign', 'ConnectSourcePhoneNumber ConnectSourceEmailAddress'),
    ...of('AWS::ConnectCampaignsV2::Campaign', 'SourceEmailAddressDisplayName'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'AWS::ConnectCampaignsV2::Campaign',
      'AgentlessConfig LocalTimeZoneDetection LocalTimeZoneDetectionScope',
    ),
  ),

  // Chime SDK
  ...all({ kind: 'in-transit', good: ['true'] }, 'AWS::Chime::VoiceConnector.RequireEncryption'),
  ...all(
    { kind: 'bucket' },
    'AWS::Chime::MediaInsightsPipelineConfiguration:PostCallAnalyticsSettings.OutputLocation',
    'AWS::Chime::MediaInsightsPipelineConfiguration:S3RecordingSinkConfiguration.Destination',
  ),
  ...all(
    DESTINATION,
    'AWS::Chime::MediaInsightsPipelineConfiguration:KinesisDataStreamSinkConfiguration.InsightsTarget',
    'AWS::Chime::Channel.ChimeBearer',
  ),
  ...not(NOT.choice, 'AWS::Chime::AppInstanceBot:InvokedBy.TargetedMessages'),

  // Customer Profiles: a domain is a name in its region.
  ...not(NOT.near, ...of('AWS::CustomerProfiles::*', 'DomainName')),
  ...all(DESTINATION, 'AWS::CustomerProfiles::EventStream.Uri'),
  ...all({ kind: 'host', of: 'telemetry' }, 'AWS::CustomerProfiles::Domain.DeadLetterQueueUrl'),
  // A bucket or the connector that data is drawn from.
  ...all({ kind: 'host', incoming: true }, 'AWS::CustomerProfiles::Integration.Uri'),
  ...all(
    { kind: 'bucket', incoming: true },
    'AWS::CustomerProfiles::Integration:S3SourceProperties.BucketName',
  ),
  ...not(GIVEN, 'AWS::CustomerProfiles::EventStream:DestinationDetails.Uri'),
  ...not(PREFIX, ...of('AWS::CustomerProfiles::*', 'S3KeyName BucketPrefix')),
  ...not(
    'a field or rule of how records are matched and mapped',
    ...of(
      'AWS::CustomerProfiles::*',
      'TimestampSource SourceName Address EmailAddress PhoneNumber SourceFields',
    ),
    ...of(
      'AWS::CustomerProfiles::*',
      'DestinationField S3 OperatorPropertyKey Target Source TargetFieldName',
    ),
    ...of('AWS::CustomerProfiles::*', 'SegmentFilter Unlimited'),
  ),

  // Amazon Q in Connect
  ...all(
    SOURCE,
    'AWS::Wisdom::AssistantAssociation:ExternalBedrockKnowledgeBaseConfig.BedrockKnowledgeBaseArn',
    'AWS::Wisdom::KnowledgeBase:AppIntegrationsConfiguration.AppIntegrationArn',
  ),
  // A model’s id may be that of an inference profile, which computes in several regions.
  ...all(DESTINATION, 'AWS::Wisdom::AIPrompt.ModelId', 'AWS::Wisdom::*.AssistantId'),
  ...all({ kind: 'host', incoming: true }, 'AWS::Wisdom::KnowledgeBase:SeedUrl.Url'),
  ...not(NOT.outside, 'AWS::Wisdom::KnowledgeBase:RenderingConfiguration.TemplateUri'),
  ...not(CODE, 'AWS::Wisdom::MessageTemplate:MessageTemplateAttachment.S3PresignedUrl'),
  ...not(
    MATCHED,
    ...of('AWS::Wisdom::*', 'InclusionFilters ExclusionFilters Scope Criteria'),
    ...of('AWS::Wisdom::*', 'InputSchema OutputSchema Annotations ShortcutKey'),
  ),
  ...not(
    NOT.near,
    ...of('AWS::Wisdom::*', 'EmailResponseAIPromptId EmailQueryReformulationAIPromptId'),
    ...of('AWS::Wisdom::*', 'EmailOverviewAIPromptId EmailGenerativeAnswerAIPromptId'),
  ),
  ...not(
    PERSON,
    ...of(
      'AWS::Wisdom::MessageTemplate',
      'ProfileARN AccountNumber PhoneNumber MobilePhoneNumber HomePhoneNumber',
    ),
    ...of('AWS::Wisdom::MessageTemplate', 'BusinessPhoneNumber Address1 Address2 Address3 Address4'),
    ...of(
      'AWS::Wisdom::MessageTemplate',
      'ShippingAddress1 ShippingAddress2 ShippingAddress3 ShippingAddress4',
    ),
    ...of('AWS::Wisdom::MessageTemplate', 'MailingAddress1 MailingAddress2 MailingAddress3 MailingAddress4'),
    ...of('AWS::Wisdom::MessageTemplate', 'BillingAddress1 BillingAddress2 BillingAddress3 BillingAddress4'),
  ),

  // Cases, AppIntegrations
  ...all(DESTINATION, 'AWS::Cases::Case.CustomerId'),
  ...not(NOT.label, 'AWS::Cases::CaseRule:OperandTwo.EmptyValue'),
  ...all({ kind: 'host', incoming: true }, 'AWS::AppIntegrations::DataIntegration.SourceURI'),
  // A page that is embedded where agents work and told of the contacts they handle.
  ...all(
    { kind: 'host' },
    ...of('AWS::AppIntegrations::Application:ExternalUrlConfig', 'AccessUrl ApprovedOrigins'),
  ),
  ...not(
    'what the embedded page is told; where it lives is judged',
    'AWS::AppIntegrations::Application.Permissions',
  ),
  ...not('a partner’s own source of events', 'AWS::AppIntegrations::EventIntegration:EventFilter.Source'),
];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::SES::ConfigurationSet',
    path: 'DeliveryOptions.TlsPolicy',
    kind: 'in-transit',
    why: 'mail goes out in the clear to servers that offer no TLS (SES developer guide, “Amazon SES and security protocols”)',
  },
  {
    type: 'AWS::SES::ReceiptRule',
    path: 'Rule.TlsPolicy',
    kind: 'in-transit',
    why: 'mail is taken in without TLS, the default is Optional (SES API reference, ReceiptRule)',
  },
  {
    type: 'AWS::SES::MailManagerArchive',
    path: 'KmsKeyArn',
    kind: 'key',
    why: 'the key is optional, and without it none of the customer’s is used (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::Connect::InstanceStorageConfig',
    path: 'S3Config.EncryptionConfig.KeyId',
    kind: 'key',
    onlyWith: 'S3Config.BucketName',
    why: 'recordings and transcripts are stored without a key of the customer’s (Connect administrator guide, “Key management”)',
  },
  {
    type: 'AWS::CustomerProfiles::Domain',
    path: 'DefaultEncryptionKey',
    kind: 'key',
    why: 'profiles are encrypted under an AWS managed key (CloudFormation reference of the property)',
  },
  {
    type: 'AWS::Wisdom::Assistant',
    path: 'ServerSideEncryptionConfiguration.KmsKeyId',
    kind: 'key',
    why: 'content is encrypted under a key that the service owns (Connect administrator guide, “Key management”)',
  },
  {
    type: 'AWS::Wisdom::KnowledgeBase',
    path: 'ServerSideEncryptionConfiguration.KmsKeyId',
    kind: 'key',
    why: 'documents are encrypted under a key that the service owns (Connect administrator guide, “Key management”)',
  },
];

export const KEYLESS: readonly Keyless[] = [
  { type: 'AWS::Pinpoint::App', why: 'endpoints, segments and their attributes; no property takes a key' },
  { type: 'AWS::SES::ContactList', why: 'people’s addresses; no property takes a key' },
  { type: 'AWS::SMSVOICE::OptOutList', why: 'people’s telephone numbers; no property takes a key' },
  { type: 'AWS::Chime::AppInstance', why: 'messages of its channels; no property takes a key' },
  { type: 'AWS::Cases::Domain', why: 'customers’ cases; no property takes a key' },
];
