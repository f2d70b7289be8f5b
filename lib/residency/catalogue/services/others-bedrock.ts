import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { DEFINITION, IDENTITIES, SOURCE, WHY } from './others-words';
import { all, need, not, under } from './words';

const bedrock = (names: string): string[] => under('Bedrock::*', names);
const core = (names: string): string[] => under('BedrockAgentCore::*', names);

/** Bedrock and its agents. */
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
];

const owned = (guide: string): string =>
  `a key that AWS owns or manages unless one is named (${guide}, “Data encryption”)`;
const BEDROCK = owned('Bedrock user guide');
const AGENT_CORE = owned('AgentCore developer guide');
const MANAGED = 'KnowledgeBaseConfiguration.ManagedKnowledgeBaseConfiguration';
const VOLUMES = 'ComputeConfiguration.Ec2Configuration.Volumes';

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
];

export const KEYLESS: readonly Keyless[] = [];
