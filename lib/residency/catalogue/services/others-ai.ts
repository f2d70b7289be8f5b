import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { DEFINITION, IDENTITIES, need, SOURCE, under, WHY } from './others-words';
import { all, not } from './words';

const bedrock = (names: string): string[] => under('Bedrock::*', names);
const core = (names: string): string[] => under('BedrockAgentCore::*', names);
const kendra = (names: string): string[] => under('Kendra::*', names);

/** Bedrock, its agents, search, chat and language; SageMaker is in a file of its own. */
export const CLASSIFIED: readonly Classification[] = [
  // Bedrock. A model may be named by its id, by an inference profile of several regions, or by an ARN.
  ...all(
    { kind: 'arn' },
    ...bedrock(
      `FoundationModel ModelId CopyFrom GuardrailIdentifier Lambda OverrideLambda Policies AgentIdentifier`,
    ),
  ),
  // A profile of guardrails spreads requests over the regions of a continent.
  ...all({ kind: 'global' }, 'AWS::Bedrock::Guardrail.GuardrailProfileArn'),
  ...all(
    SOURCE,
    ...['Flow', 'FlowVersion'].map(
      (type) => `AWS::Bedrock::${type}:RetrievalFlowNodeS3Configuration.BucketName`,
    ),
    'AWS::Bedrock::DataSource:S3DataSourceConfiguration.BucketArn',
  ),
  ...all(
    { kind: 'bucket' },
    'AWS::Bedrock::DataSource:S3Location.URI',
    'AWS::Bedrock::KnowledgeBase:S3Location.URI',
  ),
  ...all(
    { kind: 'host', incoming: true },
    ...under('Bedrock::DataSource', 'HostUrl SiteUrls Domain'),
    'AWS::Bedrock::DataSource:SeedUrl.Url',
  ),
  ...all({ kind: 'host' }, 'AWS::Bedrock::KnowledgeBase:PineconeConfiguration.ConnectionString'),
  ...all(
    DEFINITION,
    'AWS::Bedrock::DataSource.ConnectorParameters',
    ...under('Bedrock::Flow', 'DefinitionString DefinitionSubstitutions'),
  ),
  ...not(WHY.owner, ...bedrock('BucketOwnerAccountId')),
  ...not(
    WHY.code,
    ...under('Bedrock::Agent', 'S3BucketName S3ObjectKey'),
    'AWS::Bedrock::Flow:S3Location.Bucket',
    'AWS::Bedrock::Prompt:TextS3Location.Bucket',
    ...bedrock('Schema Json'),
  ),
  ...not(
    WHY.options,
    ...bedrock(
      `AdditionalModelRequestFields ModelConfiguration SkipResourceInUseCheckOnDelete Daily LastDayOfMonth
       Input Output Iterator Collector LoopInput Auto Any UserAgentHeader`,
    ),
  ),
  ...not(WHY.part, ...bedrock('Source Target SourceOutput TargetInput')),
  ...not(
    'a language, although its documentation speaks of a region',
    ...['Flow', 'FlowVersion'].map((type) => `AWS::Bedrock::${type}:LexFlowNodeConfiguration.LocaleId`),
  ),
  ...not(WHY.match, ...under('Bedrock::DataSource', 'InclusionFilters ExclusionFilters Scope')),
  ...not(WHY.sign, ...under('Bedrock::DataSource', 'AuthType')),
  ...not(NOT.choice, ...bedrock('DataDeletionPolicy TierName')),
  ...not(
    'a name of PrivateLink’s, in the stack’s own region',
    'AWS::Bedrock::KnowledgeBase.EndpointServiceName',
  ),

  // AgentCore
  ...all({ kind: 'arn' }, ...core('SecretId ResourceConfigurationIdentifier ModelId')),
  ...all(
    { kind: 'external' },
    'AWS::BedrockAgentCore::Harness:HarnessOpenAiModelConfig.ApiKeyArn',
    'AWS::BedrockAgentCore::Harness:HarnessGeminiModelConfig.ApiKeyArn',
    'AWS::BedrockAgentCore::PaymentCredentialProvider:CoinbaseCdpConfigurationInput.ApiKeyId',
    'AWS::BedrockAgentCore::PaymentCredentialProvider:StripePrivyConfigurationInput.AppId',
  ),
  ...all({ kind: 'host' }, 'AWS::BedrockAgentCore::Harness:HarnessLiteLlmModelConfig.ApiBase'),
  ...all(SOURCE, 'AWS::BedrockAgentCore::Dataset:S3Source.S3Uri'),
  ...all(IDENTITIES, ...core('DiscoveryUrl Issuer AuthorizationEndpoint TokenEndpoint AuthorizationUrl')),
  ...all({ kind: 'public', bad: ['NONE'] }, 'AWS::BedrockAgentCore::Gateway.AuthorizerType'),
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::BedrockAgentCore::CapacityProvider.Encrypted'),
  ...all({ kind: 'policy' }, 'AWS::BedrockAgentCore::ResourcePolicy.Policy'),
  ...all(
    DEFINITION,
    ...core('EnvironmentVariables InlinePayload'),
    'AWS::BedrockAgentCore::ConfigurationBundle.Configuration',
    'AWS::BedrockAgentCore::GatewayTarget.ParameterValues',
  ),
  ...not(
    WHY.code,
    ...core('ContainerUri InputSchema Examples'),
    'AWS::BedrockAgentCore::Runtime:S3Location.Bucket',
    'AWS::BedrockAgentCore::GatewayTarget:S3Configuration.Uri',
    'AWS::BedrockAgentCore::Harness:HarnessSkillS3Source.Uri',
    'AWS::BedrockAgentCore::Harness:HarnessSkillGitSource.Url',
  ),
  ...not(WHY.owner, 'AWS::BedrockAgentCore::GatewayTarget.BucketOwnerAccountId'),
  ...not(
    'a name by which something within the network is reached',
    ...core('RoutingDomain'),
    ...['Harness', 'OAuth2CredentialProvider', 'Runtime'].map(
      (type) => `AWS::BedrockAgentCore::${type}:PrivateEndpointOverride.Domain`,
    ),
  ),
  ...not(NOT.outside, ...core('DefaultReturnUrl AllowedResourceOauth2ReturnUrls')),
  ...not(
    NOT.credential,
    ...core(
      `JsonKey ApiKeySecretSource ClientSecretSource WalletSecretSource AppSecretSource
       AuthorizationPrivateKeySource AuthorizationPrivateKey CredentialLocation ClientAuthenticationMethod
       ApiKeySecretJsonKey WalletSecretJsonKey AppSecretJsonKey AuthorizationPrivateKeyJsonKey AuthorizationId`,
    ),
    'AWS::BedrockAgentCore::PaymentCredentialProvider:CoinbaseCdpConfigurationOutput.ApiKeyId',
    'AWS::BedrockAgentCore::CapacityProvider.SshKeyName',
  ),
  ...not(WHY.sign, 'AWS::BedrockAgentCore::PaymentManager.AuthorizerType'),
  ...not(WHY.match, ...core('DimensionKeys'), 'AWS::BedrockAgentCore::GatewayRule:IamPrincipal.Arn'),
  ...not(WHY.own, ...core('HarnessName AgentRuntimeName TargetVersion')),
  ...not(WHY.near, ...core('HarnessId PolicyEngineId TargetName')),
  ...not('MCP, A2A and HTTP of AgentCore all go over TLS', ...core('ProtocolType ProtocolConfiguration')),
  ...not(NOT.choice, ...core('AwsIam None Disabled AdditionalModelRequestFields')),
  ...not(
    WHY.made,
    'AWS::BedrockAgentCore::GatewayTarget:ManagedResourceDetails.Domain',
    'AWS::BedrockAgentCore::ConfigurationBundle:VersionCreatedBySource.Arn',
    ...core('ResourceAssociationArn ResourceGatewayArn WorkloadIdentityArn'),
    'AWS::BedrockAgentCore::Harness:HarnessManagedMemoryConfiguration.Arn',
    'AWS::BedrockAgentCore::Runtime:HostingEnvironment.Arn',
  ),

  // Kendra
  ...all(
    { kind: 'host', incoming: true },
    ...under('Kendra::DataSource', 'SeedUrls SiteMaps Urls ServerUrl HostUrl DatabaseHost'),
    'AWS::Kendra::DataSource:WebCrawlerBasicAuthentication.Host',
  ),
  ...all(
    { kind: 'external', incoming: true },
    'AWS::Kendra::DataSource:OneDriveConfiguration.TenantDomain',
    'AWS::Kendra::DataSource:GoogleDriveConfiguration.SecretArn',
  ),
  ...all({ kind: 'arn' }, 'AWS::Kendra::DataSource.Credentials'),
  ...all(SOURCE, ...under('Kendra::DataSource', 'BucketName'), ...kendra('Bucket')),
  ...all(DEFINITION, 'AWS::Kendra::DataSource.Template'),
  ...all(IDENTITIES, 'AWS::Kendra::Index:JwtTokenTypeConfiguration.URL'),
  ...not(
    WHY.match,
    ...under(
      'Kendra::DataSource',
      `ConditionDocumentAttributeKey TargetDocumentAttributeKey TargetDocumentAttributeValueDeletion
       ExcludeSharedDrives ExcludeUserAccounts UrlExclusionPatterns UrlInclusionPatterns InclusionPatterns
       ExclusionPatterns DataSourceFieldName`,
    ),
  ),
  ...not(WHY.prefix, ...under('Kendra::DataSource', 'KeyPath S3Prefix')),
  ...not(NOT.choice, 'AWS::Kendra::DataSource.SharePointVersion'),
  ...not(WHY.near, 'AWS::Kendra::DataSource.IndexId'),
  ...not(
    WHY.sign,
    'AWS::Kendra::DataSource.AuthenticationType',
    ...under('Kendra::Index', 'UserContextPolicy KeyLocation'),
  ),

  // Q Business
  ...all(DEFINITION, 'AWS::QBusiness::DataSource.Configuration', 'AWS::QBusiness::Plugin.Payload'),
  ...all(IDENTITIES, 'AWS::QBusiness::WebExperience.AuthenticationUrl'),
  ...all({ kind: 'role' }, 'AWS::QBusiness::WebExperience.SecretsRole'),
  ...not(
    WHY.sso,
    ...under('QBusiness::Application', 'IdentityCenterInstanceArn'),
    'AWS::QBusiness::DataAccessor.IdcTrustedTokenIssuerArn',
  ),
  ...not(
    'an identity provider that IAM knows, in no region; it vouches for people and stores nothing',
    'AWS::QBusiness::Application.IamIdentityProviderArn',
  ),
  ...not(
    WHY.sign,
    ...under('QBusiness::DataAccessor', 'AuthenticationType ExternalIds'),
    ...under('QBusiness::Plugin', 'NoAuthConfiguration AuthorizationUrl TokenUrl'),
  ),
  ...not(WHY.code, 'AWS::QBusiness::Plugin:S3.Bucket'),
  ...not(WHY.match, 'AWS::QBusiness::Permission.ConditionKey'),
  ...not(
    NOT.outside,
    ...under('QBusiness::WebExperience', 'Origins CustomCSSUrl LogoUrl FontUrl FaviconUrl'),
  ),

  // Lex
  ...all({ kind: 'region', of: 'copy' }, 'AWS::Lex::Bot.ReplicaRegions'),
  ...all({ kind: 'arn', incoming: true }, ...under('Lex::Bot', 'KendraIndex BedrockKnowledgeBaseArn')),
  ...all({ kind: 'host', incoming: true }, 'AWS::Lex::Bot.DomainEndpoint'),
  ...all({ kind: 'arn', of: 'telemetry' }, ...under('Lex::*', 'CloudWatchLogGroupArn')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...under('Lex::*', 'S3BucketArn')),
  ...all(SOURCE, 'AWS::Lex::Bot:GrammarSlotTypeSource.S3BucketName'),
  // What is said goes to Deepgram.
  ...all({ kind: 'external' }, 'AWS::Lex::Bot:DeepgramSpeechModelConfig.ApiTokenSecretArn'),
  ...all({ kind: 'arn' }, 'AWS::Lex::Bot.BedrockGuardrailIdentifier'),
  ...all({ kind: 'policy' }, 'AWS::Lex::ResourcePolicy.Policy'),
  ...not(NOT.outside, 'AWS::Lex::Bot.ImageUrl'),
  ...not(WHY.code, 'AWS::Lex::Bot:S3Location.S3Bucket'),
  ...not(WHY.prefix, ...under('Lex::Bot', 'S3ObjectKey S3ObjectVersion')),
  ...not(WHY.near, ...under('Lex::BotVersion', 'BotId SourceBotVersion')),

  // Comprehend, Transcribe, Translate, Rekognition
  ...all(
    SOURCE,
    ...under('Comprehend::*', 'TestS3Uri AnnotationDataS3Uri SourceDocumentsS3Uri'),
    ...['InputDataConfig', 'Documents'].map(
      (part) => `AWS::Comprehend::DocumentClassifier:DocumentClassifier${part}.S3Uri`,
    ),
    ...['Documents', 'Annotations', 'EntityList'].map(
      (part) => `AWS::Comprehend::EntityRecognizer:EntityRecognizer${part}.S3Uri`,
    ),
    ...under('Comprehend::DocumentClassifier:AugmentedManifestsListItem', 'S3Uri'),
    ...under('Comprehend::EntityRecognizer:AugmentedManifestsListItem', 'S3Uri'),
    ...under('Transcribe::*', 'VocabularyFileUri VocabularyFilterFileUri'),
    'AWS::Translate::ParallelData.S3Uri',
  ),
  ...all({ kind: 'policy' }, ...under('Comprehend::*', 'ModelPolicy')),
  ...not(WHY.own, 'AWS::Comprehend::DocumentClassifier.VersionName'),
  ...all({ kind: 'key' }, 'AWS::Translate::ParallelData:EncryptionKey.Id'),
  ...not(WHY.match, 'AWS::Transcribe::CallAnalyticsCategory.Targets'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::Rekognition::StreamProcessor:NotificationChannel.Arn'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::Rekognition::StreamProcessor:KinesisVideoStream.Arn'),
  // Amazon keeps what is opted in, to train its own models.
  ...all({ kind: 'copy', bad: ['true'] }, 'AWS::Rekognition::StreamProcessor.OptIn'),
  ...not(WHY.prefix, 'AWS::Rekognition::StreamProcessor.ObjectKeyPrefix'),

  // Forecast, Personalize, Fraud Detector, Lookout
  ...not(
    'what the data is about, such as retail',
    ...under('Forecast::*', 'Domain'),
    ...under('Personalize::*', 'Domain'),
  ),
  ...not(
    'a recipe that AWS has for everyone, whose ARN names no region',
    'AWS::Personalize::Solution.RecipeArn',
  ),
  ...all(SOURCE, 'AWS::Personalize::Dataset:DataSource.DataLocation'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::Personalize::MetricAttribution.Path'),
  ...not(WHY.part, ...under('FraudDetector::*', 'DataSource DefaultValue')),
  ...not(
    NOT.choice,
    ...under('LookoutEquipment::InferenceScheduler', 'DataUploadFrequency InputTimeZoneOffset'),
  ),
  ...all(SOURCE, ...under('LookoutEquipment::InferenceScheduler:S3InputConfiguration', 'Bucket')),
  ...all(SOURCE, ...under('LookoutMetrics::AnomalyDetector', 'HistoricalDataPathList TemplatedPathList')),
  ...all({ kind: 'host', incoming: true }, ...under('LookoutMetrics::AnomalyDetector', 'DatabaseHost')),
  ...all({ kind: 'arn', of: 'telemetry' }, ...under('LookoutMetrics::Alert', 'SnsTopicArn')),
  ...not(NOT.near, 'AWS::LookoutMetrics::AnomalyDetector.SecurityGroupIdList'),

  // Health
  ...all({ kind: 'at-rest', good: ['CUSTOMER_MANAGED_KMS_KEY'] }, 'AWS::HealthLake::FHIRDatastore.CmkType'),
  ...not(
    WHY.sign,
    ...under('HealthLake::FHIRDatastore', 'AuthorizationStrategy FineGrainedAuthorizationEnabled Metadata'),
  ),
  ...not(WHY.made, 'AWS::HealthAgent::Domain.EncryptionType'),
  ...all({ kind: 'key' }, ...under('Omics::*', 'KeyArn')),
  ...all({ kind: 'bucket' }, 'AWS::Omics::SequenceStore.FallbackLocation'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::Omics::SequenceStore.AccessLogLocation'),
  ...all({ kind: 'policy' }, 'AWS::Omics::SequenceStore.S3AccessPolicy'),
  ...not(
    WHY.code,
    ...under(
      'Omics::*',
      'DefinitionUri readmeUri ContainerRegistryMapUri UpstreamRegistryUrl EcrAccountId SourceImage DestinationImage',
    ),
  ),
  ...not(WHY.owner, ...under('Omics::*', 'WorkflowBucketOwnerId CacheBucketOwnerId')),
];

const owned = (guide: string): string =>
  `a key that AWS owns or manages unless one is named (${guide}, “Data encryption”)`;
const BEDROCK = owned('Bedrock user guide');
const AGENT_CORE = owned('AgentCore developer guide');
const COMPREHEND =
  'a key of the customer’s only where one is named (Comprehend developer guide, “KMS encryption in Amazon Comprehend”)';
const LEX =
  'audio is under a key of Amazon S3’s unless one is named (Lex V2 developer guide, “Creating conversation logs”)';
const OMICS = owned('HealthOmics user guide');
const MANAGED = 'KnowledgeBaseConfiguration.ManagedKnowledgeBaseConfiguration';
const VOLUMES = 'ComputeConfiguration.Ec2Configuration.Volumes';
const AUDIO = 'ConversationLogSettings.AudioLogSettings';

export const REQUIRED: readonly Requirement[] = [
  need('key', 'Bedrock::Agent', 'CustomerEncryptionKeyArn', BEDROCK),
  need('key', 'Bedrock::Flow', 'CustomerEncryptionKeyArn', BEDROCK),
  need('key', 'Bedrock::Session', 'EncryptionKeyArn', BEDROCK),
  need('key', 'Bedrock::DataSource', 'ServerSideEncryptionConfiguration.KmsKeyArn', BEDROCK),
  need('key', 'Bedrock::DataAutomationProject', 'KmsKeyId', BEDROCK),
  need('key', 'Bedrock::DataAutomationLibrary', 'EncryptionConfiguration.KmsKeyId', BEDROCK),
  need('key', 'Bedrock::KnowledgeBase', `${MANAGED}.ServerSideEncryptionConfiguration.KmsKeyArn`, BEDROCK, {
    onlyWith: MANAGED,
  }),
  need('key', 'BedrockAgentCore::Memory', 'EncryptionKeyArn', AGENT_CORE),
  need('key', 'BedrockAgentCore::Dataset', 'KmsKeyArn', AGENT_CORE),
  need('key', 'BedrockAgentCore::Harness', 'Memory.ManagedMemoryConfiguration.EncryptionKeyArn', AGENT_CORE, {
    onlyWith: 'Memory.ManagedMemoryConfiguration',
  }),
  need(
    'key',
    'BedrockAgentCore::CapacityProvider',
    `${VOLUMES}[*].EbsConfiguration.KmsKeyId`,
    'the account’s default key of EBS unless one is named (EBS user guide, “Amazon EBS encryption”)',
    { onlyWith: VOLUMES },
  ),
  need('key', 'Kendra::Index', 'ServerSideEncryptionConfiguration.KmsKeyId', owned('Kendra developer guide')),
  need('key', 'QBusiness::Application', 'EncryptionConfiguration.KmsKeyId', owned('Q Business user guide')),
  need('key', 'Lex::BotAlias', `${AUDIO}[*].Destination.S3Bucket.KmsKeyArn`, LEX, { onlyWith: AUDIO }),
  need('key', 'Lex::Bot', `TestBotAliasSettings.${AUDIO}[*].Destination.S3Bucket.KmsKeyArn`, LEX, {
    onlyWith: `TestBotAliasSettings.${AUDIO}`,
  }),
  ...['VolumeKmsKeyId', 'ModelKmsKeyId'].flatMap((key) => [
    need('key', 'Comprehend::DocumentClassifier', key, COMPREHEND),
    need('key', 'Comprehend::EntityRecognizer', key, COMPREHEND),
    need('key', 'Comprehend::Flywheel', `DataSecurityConfig.${key}`, COMPREHEND),
  ]),
  need('key', 'Comprehend::Flywheel', 'DataSecurityConfig.DataLakeKmsKeyId', COMPREHEND),
  need('key', 'Comprehend::DocumentClassifier', 'OutputDataConfig.KmsKeyId', COMPREHEND, {
    onlyWith: 'OutputDataConfig.S3Uri',
  }),
  need('key', 'Translate::ParallelData', 'EncryptionKey.Id', owned('Translate developer guide')),
  need(
    'key',
    'Rekognition::StreamProcessor',
    'KmsKeyId',
    'results are under no key of the customer’s unless one is named (Rekognition API reference, `CreateStreamProcessor`)',
    { onlyWith: 'S3Destination' },
  ),
  need('key', 'Forecast::Dataset', 'EncryptionConfig.KmsKeyArn', owned('Forecast developer guide')),
  need('key', 'Personalize::DatasetGroup', 'KmsKeyArn', owned('Personalize developer guide')),
  need(
    'key',
    'Personalize::MetricAttribution',
    'MetricsOutputConfig.S3DataDestination.KmsKeyArn',
    owned('Personalize developer guide'),
    { onlyWith: 'MetricsOutputConfig.S3DataDestination' },
  ),
  need(
    'key',
    'LookoutEquipment::InferenceScheduler',
    'ServerSideKmsKeyId',
    owned('Lookout for Equipment user guide'),
  ),
  need(
    'key',
    'LookoutEquipment::InferenceScheduler',
    'DataOutputConfiguration.KmsKeyId',
    owned('Lookout for Equipment user guide'),
  ),
  need('key', 'LookoutMetrics::AnomalyDetector', 'KmsKeyArn', owned('Lookout for Metrics developer guide')),
  need(
    'key',
    'HealthLake::FHIRDatastore',
    'SseConfiguration.KmsEncryptionConfig.KmsKeyId',
    owned('HealthLake developer guide'),
  ),
  need('key', 'HealthImaging::Datastore', 'KmsKeyArn', owned('HealthImaging developer guide')),
  ...['AnnotationStore', 'ReferenceStore', 'SequenceStore', 'VariantStore'].map((store) =>
    need('key', `Omics::${store}`, 'SseConfig.KeyArn', OMICS),
  ),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::Rekognition::Collection',
    why: 'the vectors of faces in a collection are encrypted under a key of the service’s, and no other (Rekognition developer guide, “Data encryption”)',
  },
];
