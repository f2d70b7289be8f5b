import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { DEFINITION, IDENTITIES, SOURCE, WHY } from './others-words';
import { all, need, not, under } from './words';

const kendra = (names: string): string[] => under('Kendra::*', names);

/** Search, chat, language, pictures, forecasts and health; Bedrock and SageMaker are in files of their own. */
export const CLASSIFIED: readonly Classification[] = [
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
const COMPREHEND =
  'a key of the customer’s only where one is named (Comprehend developer guide, “KMS encryption in Amazon Comprehend”)';
const LEX =
  'audio is under a key of Amazon S3’s unless one is named (Lex V2 developer guide, “Creating conversation logs”)';
const OMICS = owned('HealthOmics user guide');
const AUDIO = 'ConversationLogSettings.AudioLogSettings';

export const REQUIRED: readonly Requirement[] = [
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
