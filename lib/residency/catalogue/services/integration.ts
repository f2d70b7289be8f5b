import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import type { Verdict } from '../verdict';
import { all, not } from './words';

const LOG: Verdict = { kind: 'arn', of: 'telemetry' };
/** Something of the stack's own region by its ARN, but names of another region or account are taken as well. */
const DESTINATION: Verdict = { kind: 'arn' };
const SOURCE: Verdict = { kind: 'arn', incoming: true };
const IDENTITIES: Verdict = { kind: 'host', incoming: true };
const DEFINITION: Verdict = { kind: 'definition' };
const ON: Verdict = { kind: 'at-rest', good: ['true'] };
/** TLS 1.0 and 1.1 are accepted; every policy that is named `SecurityPolicy_…` starts at TLS 1.2. */
const TLS: Verdict = { kind: 'in-transit', bad: ['TLS_1_0'] };
/** Requests are decrypted in edge locations of every country (API Gateway guide, “API endpoint types”). */
const EDGE: Verdict = { kind: 'in-transit', bad: ['EDGE'] };

const CODE = 'code, a schema, a template or settings that are deployed; none of the users’ data';
const OWN = 'what the policy is attached to; whom it lets in is judged in the document';
const SHAPE = 'picks or shapes messages that pass; where they go is judged by itself';
const CALLERS = 'how callers are told apart; a public API is its purpose and opens no store';
const CERTIFICATE = 'a certificate, which holds no data; that of an edge endpoint has to be in us-east-1';

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
    'AWS::SNS::Subscription.DeliveryPolicy',
    'AWS::SNS::Subscription.FilterPolicy',
    'AWS::SNS::Subscription.FilterPolicyScope',
    'AWS::SNS::Subscription.RawMessageDelivery',
    'AWS::SNS::Subscription.ReplayPolicy',
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
  ...all(
    DESTINATION,
    'AWS::Pipes::Pipe.Target',
    'AWS::Pipes::Pipe.Enrichment',
    'AWS::Pipes::Pipe.JobDefinition',
  ),
  ...all({ kind: 'host', incoming: true }, 'AWS::Pipes::Pipe.AdditionalBootstrapServers'),
  ...all(
    SOURCE,
    'AWS::Pipes::Pipe.ClientCertificateTlsAuth',
    'AWS::Pipes::Pipe.SaslScram512Auth',
    'AWS::Pipes::Pipe.SaslScram256Auth',
    'AWS::Pipes::Pipe.BasicAuth',
    'AWS::Pipes::Pipe.ServerRootCaCertificate',
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
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::Pipes::Pipe:S3LogDestination.BucketName'),
  ...all(
    LOG,
    'AWS::Pipes::Pipe:FirehoseLogDestination.DeliveryStreamArn',
    'AWS::Pipes::Pipe:CloudwatchLogsLogDestination.LogGroupArn',
  ),
  ...not(
    SHAPE,
    'AWS::Pipes::Pipe:PipeTargetKinesisStreamParameters.PartitionKey',
    'AWS::Pipes::Pipe:PipeTargetEventBridgeEventBusParameters.Resources',
    'AWS::Pipes::Pipe:PipeTargetEventBridgeEventBusParameters.Source',
    'AWS::Pipes::Pipe:DimensionMapping.DimensionName',
  ),
  ...not(
    NOT.near,
    'AWS::Pipes::Pipe:SelfManagedKafkaAccessConfigurationVpc.SecurityGroup',
    'AWS::Pipes::Pipe:PipeSourceRabbitMQBrokerParameters.VirtualHost',
    'AWS::Pipes::Pipe.QueueName',
  ),
  ...not('how much is logged; where to is judged by itself', 'AWS::Pipes::Pipe.IncludeExecutionData'),
  ...not('checks who owns the bucket', 'AWS::Pipes::Pipe:S3LogDestination.BucketOwner'),

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
    'AWS::StepFunctions::StateMachine.DefinitionString',
    'AWS::StepFunctions::StateMachine.Definition',
    'AWS::StepFunctions::StateMachine.DefinitionSubstitutions',
  ),
  ...all(LOG, 'AWS::StepFunctions::StateMachine:CloudWatchLogsLogGroup.LogGroupArn'),
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED_KMS_KEY'] },
    'AWS::StepFunctions::StateMachine:EncryptionConfiguration.Type',
    'AWS::StepFunctions::Activity:EncryptionConfiguration.Type',
  ),
  ...not(
    CODE,
    'AWS::StepFunctions::StateMachine:S3Location.Bucket',
    'AWS::StepFunctions::StateMachine:S3Location.Version',
  ),
  ...not(NOT.near, 'AWS::StepFunctions::StateMachineAlias:DeploymentPreference.Alarms'),

  // AppSync
  ...all({ kind: 'in-transit', good: ['true'] }, 'AWS::AppSync::ApiCache.TransitEncryptionEnabled'),
  ...all(ON, 'AWS::AppSync::ApiCache.AtRestEncryptionEnabled'),
  ...all({ kind: 'host' }, 'AWS::AppSync::DataSource:HttpConfig.Endpoint'),
  ...all(
    DESTINATION,
    'AWS::AppSync::DataSource:RdsHttpEndpointConfig.DbClusterIdentifier',
    'AWS::AppSync::*.AuthorizerUri',
    'AWS::AppSync::SourceApiAssociation.MergedApiIdentifier',
  ),
  ...all(SOURCE, 'AWS::AppSync::SourceApiAssociation.SourceApiIdentifier'),
  ...all(
    IDENTITIES,
    'AWS::AppSync::GraphQLApi:OpenIDConnectConfig.Issuer',
    'AWS::AppSync::Api:OpenIDConnectConfig.Issuer',
  ),
  ...all(
    { kind: 'region', incoming: true },
    'AWS::AppSync::GraphQLApi:CognitoUserPoolConfig.AwsRegion',
    'AWS::AppSync::GraphQLApi:UserPoolConfig.AwsRegion',
    'AWS::AppSync::Api:CognitoConfig.AwsRegion',
  ),
  ...not(
    CODE,
    'AWS::AppSync::*.CodeS3Location',
    'AWS::AppSync::*.RequestMappingTemplateS3Location',
    'AWS::AppSync::*.ResponseMappingTemplateS3Location',
    'AWS::AppSync::*.DefinitionS3Location',
  ),
  ...not(
    CALLERS,
    'AWS::AppSync::*.AuthenticationType',
    'AWS::AppSync::*.AuthorizationType',
    'AWS::AppSync::*.AuthType',
  ),
  ...not(
    NOT.near,
    'AWS::AppSync::*.DataSourceName',
    'AWS::AppSync::Resolver:PipelineConfig.Functions',
    'AWS::AppSync::Resolver:CachingConfig.CachingKeys',
  ),
  ...not(NOT.label, 'AWS::AppSync::*.OwnerContact'),
  ...not(NOT.choice, 'AWS::AppSync::GraphQLApi:EnhancedMetricsConfig.DataSourceLevelMetricsBehavior'),
  ...not('given by AppSync, not to it', 'AWS::AppSync::Api:DnsMap.Realtime', 'AWS::AppSync::Api:DnsMap.Http'),
  ...not(NOT.outside, 'AWS::AppSync::*.DomainName'),
  ...not(CERTIFICATE, 'AWS::AppSync::DomainName.CertificateArn'),

  // API Gateway: the URI of an integration is a URL or an ARN.
  ...all(
    { kind: 'host' },
    'AWS::ApiGateway::Method:Integration.Uri',
    'AWS::ApiGatewayV2::Integration.IntegrationUri',
    'AWS::ApiGatewayV2::Api.Target',
  ),
  ...all(
    DESTINATION,
    'AWS::ApiGateway::Authorizer.AuthorizerUri',
    'AWS::ApiGatewayV2::Authorizer.AuthorizerUri',
    'AWS::ApiGateway::Method:Integration.IntegrationTarget',
  ),
  ...all(SOURCE, 'AWS::ApiGateway::Authorizer.ProviderARNs'),
  ...all(IDENTITIES, 'AWS::ApiGatewayV2::Authorizer:JWTConfiguration.Issuer'),
  ...all(
    DEFINITION,
    'AWS::ApiGateway::RestApi.Body',
    'AWS::ApiGatewayV2::Api.Body',
    // Parameters of an AWS service integration: `Region`, `QueueUrl`, `StreamName`.
    'AWS::ApiGatewayV2::Integration.RequestParameters',
    'AWS::ApiGateway::Stage.Variables',
    'AWS::ApiGateway::Deployment:StageDescription.Variables',
    'AWS::ApiGatewayV2::Stage.StageVariables',
  ),
  ...all(
    { kind: 'role' },
    'AWS::ApiGatewayV2::*.CredentialsArn',
    'AWS::ApiGatewayV2::Authorizer.AuthorizerCredentialsArn',
  ),
  ...all({ kind: 'policy' }, 'AWS::ApiGateway::RestApi.Policy', 'AWS::ApiGateway::DomainNameV2.Policy'),
  ...all(LOG, 'AWS::ApiGateway::*.DestinationArn', 'AWS::ApiGatewayV2::*.DestinationArn'),
  ...all(ON, 'AWS::ApiGateway::*.CacheDataEncrypted'),
  ...all(
    TLS,
    'AWS::ApiGateway::*.SecurityPolicy',
    'AWS::ApiGatewayV2::DomainName:DomainNameConfiguration.SecurityPolicy',
  ),
  ...all(
    EDGE,
    'AWS::ApiGateway::*.Types',
    'AWS::ApiGatewayV2::DomainName:DomainNameConfiguration.EndpointType',
  ),
  ...not(
    CODE,
    'AWS::ApiGateway::*.TruststoreUri',
    'AWS::ApiGateway::*.TruststoreVersion',
    'AWS::ApiGatewayV2::*.TruststoreUri',
    'AWS::ApiGatewayV2::*.TruststoreVersion',
    'AWS::ApiGateway::RestApi:S3Location.Bucket',
    'AWS::ApiGateway::RestApi:S3Location.Version',
    'AWS::ApiGatewayV2::Api:BodyS3Location.Bucket',
    'AWS::ApiGateway::Model.Schema',
    'AWS::ApiGatewayV2::Model.Schema',
  ),
  ...not(
    CALLERS,
    'AWS::ApiGateway::*.AuthorizationScopes',
    'AWS::ApiGateway::*.AuthorizationType',
    'AWS::ApiGateway::*.AuthType',
    'AWS::ApiGateway::*.IdentitySource',
    'AWS::ApiGateway::*.EndpointAccessMode',
    'AWS::ApiGateway::*.DisableExecuteApiEndpoint',
    'AWS::ApiGateway::*.AccessAssociationSource',
    'AWS::ApiGateway::*.AccessAssociationSourceType',
    'AWS::ApiGateway::UsagePlanKey.KeyId',
    'AWS::ApiGatewayV2::*.AuthorizationScopes',
    'AWS::ApiGatewayV2::*.AuthorizationType',
    'AWS::ApiGatewayV2::*.AuthorizerType',
    'AWS::ApiGatewayV2::*.AuthorizerPayloadFormatVersion',
    'AWS::ApiGatewayV2::*.IdentitySource',
    'AWS::ApiGatewayV2::*.DisableExecuteApiEndpoint',
    'AWS::ApiGatewayV2::Stage.AccessPolicyId',
    'AWS::ApiGatewayV2::Api:Cors.AllowOrigins',
  ),
  ...not(
    CERTIFICATE,
    'AWS::ApiGateway::*.CertificateArn',
    'AWS::ApiGateway::*.RegionalCertificateArn',
    'AWS::ApiGateway::*.OwnershipVerificationCertificateArn',
    'AWS::ApiGateway::*.ClientCertificateId',
    'AWS::ApiGatewayV2::*.CertificateArn',
    'AWS::ApiGatewayV2::*.CertificateName',
    'AWS::ApiGatewayV2::*.OwnershipVerificationCertificateArn',
  ),
  ...not(
    NOT.near,
    'AWS::ApiGateway::*.StageName',
    'AWS::ApiGateway::*.Stage',
    'AWS::ApiGateway::*.AuthorizerId',
    'AWS::ApiGateway::*.RequestValidatorId',
    'AWS::ApiGateway::*.ResourceId',
    'AWS::ApiGateway::*.ConnectionId',
    'AWS::ApiGateway::*.ParentId',
    'AWS::ApiGateway::*.CloneFrom',
    'AWS::ApiGateway::*.DeploymentId',
    'AWS::ApiGateway::*.UsagePlanId',
    'AWS::ApiGatewayV2::*.AuthorizerId',
    'AWS::ApiGatewayV2::*.IntegrationId',
    'AWS::ApiGatewayV2::*.RouteId',
    'AWS::ApiGatewayV2::Route.Target',
    'AWS::ApiGatewayV2::ApiGatewayManagedOverrides:RouteOverrides.Target',
  ),
  ...not(
    'a path, key or shape of requests and responses',
    'AWS::ApiGateway::*.BasePath',
    'AWS::ApiGateway::*.ResourcePath',
    'AWS::ApiGateway::*.Path',
    'AWS::ApiGatewayV2::*.ApiMappingKey',
    'AWS::ApiGatewayV2::*.RouteKey',
    'AWS::ApiGatewayV2::*.RouteResponseKey',
    'AWS::ApiGatewayV2::*.IntegrationResponseKey',
    'AWS::ApiGatewayV2::*.ResponseTemplates',
    'AWS::ApiGatewayV2::*.ResponseParameters',
    'AWS::ApiGatewayV2::*.ResponseModels',
    'AWS::ApiGatewayV2::*.RequestModels',
    'AWS::ApiGatewayV2::Route.RequestParameters',
    'AWS::ApiGatewayV2::Integration:ResponseParameter.Destination',
    'AWS::ApiGatewayV2::Integration:ResponseParameter.Source',
    'AWS::ApiGatewayV2::Integration:TlsConfig.ServerNameToVerify',
  ),
  ...not(
    NOT.choice,
    'AWS::ApiGateway::*.FailOnWarnings',
    'AWS::ApiGatewayV2::*.FailOnWarnings',
    'AWS::ApiGatewayV2::Api.ProtocolType',
    'AWS::ApiGatewayV2::Stage.RouteSettings',
  ),
  ...not(NOT.outside, 'AWS::ApiGateway::*.DomainName', 'AWS::ApiGatewayV2::*.DomainName'),

  // Cognito
  ...all(
    DESTINATION,
    'AWS::Cognito::*.CreateAuthChallenge',
    'AWS::Cognito::*.CustomMessage',
    'AWS::Cognito::*.DefineAuthChallenge',
    'AWS::Cognito::*.PostAuthentication',
    'AWS::Cognito::*.PostConfirmation',
    'AWS::Cognito::*.PreAuthentication',
    'AWS::Cognito::*.PreSignUp',
    'AWS::Cognito::*.PreTokenGeneration',
    'AWS::Cognito::*.UserMigration',
    'AWS::Cognito::*.VerifyAuthChallengeResponse',
    'AWS::Cognito::*.OriginationIdentity',
  ),
  ...all({ kind: 'role' }, 'AWS::Cognito::*.SnsCallerArn', 'AWS::Cognito::*.CallerArn'),
  ...all(
    DEFINITION,
    'AWS::Cognito::IdentityPool.CognitoEvents',
    'AWS::Cognito::UserPoolIdentityProvider.ProviderDetails',
  ),
  ...all(
    IDENTITIES,
    'AWS::Cognito::IdentityPool:CognitoIdentityProvider.ProviderName',
    'AWS::Cognito::IdentityPoolPrincipalTag.IdentityProviderName',
  ),
  ...all({ kind: 'public', good: ['false'] }, 'AWS::Cognito::IdentityPool.AllowUnauthenticatedIdentities'),
  ...all(
    { kind: 'region', of: 'copy' },
    'AWS::Cognito::UserPoolReplica.RegionName',
    'AWS::Cognito::UserPoolDomain:FailoverType.SecondaryRegion',
  ),
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED_KEY'] },
    'AWS::Cognito::UserPool:KeyConfiguration.KeyType',
  ),
  ...all(LOG, 'AWS::Cognito::UserPoolClient:AnalyticsConfiguration.ApplicationArn'),
  ...all(
    { kind: 'copy', of: 'telemetry', bad: ['true'] },
    'AWS::Cognito::UserPoolClient:AnalyticsConfiguration.UserDataShared',
  ),
  ...all(
    LOG,
    'AWS::Cognito::LogDeliveryConfiguration:CloudWatchLogsConfiguration.LogGroupArn',
    'AWS::Cognito::LogDeliveryConfiguration:FirehoseConfiguration.StreamArn',
  ),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::Cognito::LogDeliveryConfiguration:S3Configuration.BucketArn',
  ),
  ...all(TLS, 'AWS::Cognito::UserPoolDomain:CustomDomainConfigType.SecurityPolicy'),
  ...not(CERTIFICATE, 'AWS::Cognito::UserPoolDomain:CustomDomainConfigType.CertificateArn'),
  ...not(
    NOT.outside,
    'AWS::Cognito::UserPoolClient.CallbackURLs',
    'AWS::Cognito::UserPoolClient.DefaultRedirectURI',
    'AWS::Cognito::UserPoolClient.LogoutURLs',
    'AWS::Cognito::UserPoolDomain.Domain',
    'AWS::Cognito::UserPool.WebAuthnRelyingPartyID',
    'AWS::Cognito::Terms.Links',
    'AWS::Cognito::*.ReplyToEmailAddress',
  ),
  ...not(
    NOT.label,
    'AWS::Cognito::*.SmsAuthenticationMessage',
    'AWS::Cognito::*.EmailVerificationSubject',
    'AWS::Cognito::*.EmailVerificationMessage',
    'AWS::Cognito::*.EmailAuthenticationMessage',
    'AWS::Cognito::*.EmailAuthenticationSubject',
    'AWS::Cognito::*.EmailMessageByLink',
    'AWS::Cognito::*.EmailMessage',
    'AWS::Cognito::*.EmailSubject',
    'AWS::Cognito::*.EmailSubjectByLink',
    'AWS::Cognito::*.DefaultEmailOption',
    'AWS::Cognito::UserPoolIdentityProvider.ProviderName',
    'AWS::Cognito::UserPoolIdentityProvider.IdpIdentifiers',
    'AWS::Cognito::UserPoolResourceServer.Identifier',
    'AWS::Cognito::UserPoolUser.ClientMetadata',
    'AWS::Cognito::ManagedLoginBranding.Settings',
    'AWS::Cognito::ManagedLoginBranding.ReturnMergedResources',
    'AWS::Cognito::ManagedLoginBranding:AssetType.ResourceId',
    'AWS::Cognito::Terms.TermsSource',
  ),
  ...not(
    'how people sign in and what their tokens hold; it moves no data',
    'AWS::Cognito::IdentityPool.SupportedLoginProviders',
    'AWS::Cognito::IdentityPool:CognitoIdentityProvider.ServerSideTokenCheck',
    'AWS::Cognito::IdentityPool:CognitoIdentityProvider.ClientId',
    'AWS::Cognito::IdentityPoolPrincipalTag.PrincipalTags',
    'AWS::Cognito::UserPool.WebAuthnUserVerification',
    'AWS::Cognito::UserPool.WebAuthnFactorConfiguration',
    'AWS::Cognito::*.AdvancedSecurityMode',
    'AWS::Cognito::*.CustomAuthMode',
    'AWS::Cognito::*.AllowedFirstAuthFactors',
    'AWS::Cognito::UserPoolClient.EnablePropagateAdditionalUserContextData',
    'AWS::Cognito::UserPoolClient.AllowedOAuthScopes',
    'AWS::Cognito::UserPoolClient.AllowedOAuthFlowsUserPoolClient',
    'AWS::Cognito::UserPoolClient.AllowedOAuthFlows',
    'AWS::Cognito::UserPoolClient.ExplicitAuthFlows',
    'AWS::Cognito::UserPoolClient.PreventUserExistenceErrors',
    'AWS::Cognito::*.BlockedIPRangeList',
    'AWS::Cognito::*.SkippedIPRangeList',
  ),
  ...not(
    NOT.choice,
    'AWS::Cognito::*.EmailSendingAccount',
    'AWS::Cognito::LogDeliveryConfiguration:LogConfiguration.EventSource',
  ),
  ...not(
    NOT.near,
    'AWS::Cognito::IdentityPool:CognitoStreams.StreamName',
    'AWS::Cognito::*.ConfigurationSet',
  ),
  ...not(NOT.credential, 'AWS::Cognito::*.ExternalId'),

  // Verified Permissions
  ...all(IDENTITIES, 'AWS::VerifiedPermissions::IdentitySource:OpenIdConnectConfiguration.Issuer'),
  ...all(SOURCE, 'AWS::VerifiedPermissions::IdentitySource:CognitoUserPoolConfiguration.UserPoolArn'),
  ...all({ kind: 'key' }, 'AWS::VerifiedPermissions::PolicyStore:KmsEncryptionSettings.Key'),
  ...not(
    'given by the service, not to it',
    'AWS::VerifiedPermissions::IdentitySource:IdentitySourceDetails.DiscoveryUrl',
    'AWS::VerifiedPermissions::IdentitySource:IdentitySourceDetails.UserPoolArn',
    'AWS::VerifiedPermissions::PolicyStore:KmsEncryptionState.Key',
    'AWS::VerifiedPermissions::PolicyStore:KmsEncryptionState.EncryptionContext',
    'AWS::VerifiedPermissions::PolicyStore:EncryptionState.Default',
  ),
  ...not(
    'part of authorization rules, which hold none of the users’ data',
    'AWS::VerifiedPermissions::*.EntityIdPrefix',
    'AWS::VerifiedPermissions::*.PrincipalIdClaim',
    'AWS::VerifiedPermissions::PolicyStore:EncryptionSettings.Default',
    'AWS::VerifiedPermissions::PolicyStore:KmsEncryptionSettings.EncryptionContext',
  ),

  // AppConfig
  ...all(DESTINATION, 'AWS::AppConfig::Extension:Action.Uri'),
  ...all(DEFINITION, 'AWS::AppConfig::ConfigurationProfile:Validators.Content'),
  ...not(
    CODE,
    'AWS::AppConfig::ConfigurationProfile.LocationUri',
    'AWS::AppConfig::DeploymentStrategy.ReplicateTo',
    'AWS::AppConfig::ExperimentDefinition.FlagKey',
  ),
  ...not(
    NOT.near,
    'AWS::AppConfig::*.ApplicationId',
    'AWS::AppConfig::*.ConfigurationProfileId',
    'AWS::AppConfig::*.ExtensionReference',
    'AWS::AppConfig::*.ResourceIdentifier',
    'AWS::AppConfig::*.ExtensionIdentifier',
    'AWS::AppConfig::*.EnvironmentIdentifier',
    'AWS::AppConfig::*.ApplicationIdentifier',
    'AWS::AppConfig::*.ConfigurationProfileIdentifier',
  ),
];

export const REQUIRED: readonly Requirement[] = [
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
  {
    type: 'AWS::Cognito::UserPool',
    path: 'KeyConfiguration.KmsKeyArn',
    kind: 'key',
    why: 'users’ profiles are encrypted under a key that AWS owns (Cognito developer guide, “Data protection”)',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: 'MethodSettings[*].CacheDataEncrypted',
    kind: 'at-rest',
    onlyWith: 'MethodSettings[*].CachingEnabled',
    why: 'cached responses are not encrypted unless told so (API Gateway developer guide, “Cache settings for REST APIs”)',
  },
  {
    type: 'AWS::ApiGateway::Deployment',
    path: 'StageDescription.CacheDataEncrypted',
    kind: 'at-rest',
    onlyWith: 'StageDescription.CachingEnabled',
    why: 'cached responses are not encrypted unless told so (API Gateway developer guide, “Cache settings for REST APIs”)',
  },
  {
    type: 'AWS::ApiGateway::Deployment',
    path: 'StageDescription.MethodSettings[*].CacheDataEncrypted',
    kind: 'at-rest',
    onlyWith: 'StageDescription.MethodSettings[*].CachingEnabled',
    why: 'cached responses are not encrypted unless told so (API Gateway developer guide, “Cache settings for REST APIs”)',
  },
];

export const KEYLESS: readonly Keyless[] = [];
