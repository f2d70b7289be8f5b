import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import type { Verdict } from '../verdict';
import {
  CERTIFICATE,
  CODE,
  DEFINITION,
  DESTINATION,
  GIVEN,
  IDENTITIES,
  LOG,
  LOG_BUCKET,
  of,
  SOURCE,
} from './integration-words';
import { all, not } from './words';

const ON: Verdict = { kind: 'at-rest', good: ['true'] };
/** TLS 1.0 and 1.1 are accepted; every policy that is named `SecurityPolicy_…` starts at TLS 1.2. */
const TLS: Verdict = { kind: 'in-transit', bad: ['TLS_1_0'] };
/** Requests are decrypted in edge locations of every country (API Gateway developer guide, “Edge-optimized API endpoints”). */
const EDGE: Verdict = { kind: 'in-transit', bad: ['EDGE'] };

const CALLERS = 'how callers are told apart; a public API is its purpose and opens no store';

export const CLASSIFIED: readonly Classification[] = [
  // AppSync
  ...all(DEFINITION, 'AWS::AppSync::GraphQLApi.EnvironmentVariables'),
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
    ...of('AWS::AppSync::*', 'CodeS3Location RequestMappingTemplateS3Location'),
    ...of('AWS::AppSync::*', 'ResponseMappingTemplateS3Location DefinitionS3Location'),
  ),
  ...not(CALLERS, ...of('AWS::AppSync::*', 'AuthenticationType AuthorizationType AuthType')),
  ...not(
    NOT.near,
    'AWS::AppSync::*.DataSourceName',
    'AWS::AppSync::Resolver:PipelineConfig.Functions',
    'AWS::AppSync::Resolver:CachingConfig.CachingKeys',
  ),
  ...not(NOT.label, 'AWS::AppSync::*.OwnerContact'),
  ...not(NOT.choice, 'AWS::AppSync::GraphQLApi:EnhancedMetricsConfig.DataSourceLevelMetricsBehavior'),
  ...not(GIVEN, 'AWS::AppSync::Api:DnsMap.Realtime', 'AWS::AppSync::Api:DnsMap.Http'),
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
    ...of('AWS::ApiGateway::*', 'TruststoreUri TruststoreVersion'),
    ...of('AWS::ApiGatewayV2::*', 'TruststoreUri TruststoreVersion'),
    ...of('AWS::ApiGateway::RestApi:S3Location', 'Bucket Version'),
    'AWS::ApiGatewayV2::Api:BodyS3Location.Bucket',
    'AWS::ApiGateway::Model.Schema',
    'AWS::ApiGatewayV2::Model.Schema',
  ),
  ...not(
    CALLERS,
    ...of('AWS::ApiGateway::*', 'AuthorizationScopes AuthorizationType AuthType IdentitySource'),
    ...of('AWS::ApiGateway::*', 'EndpointAccessMode DisableExecuteApiEndpoint AccessAssociationSource'),
    ...of('AWS::ApiGateway::*', 'AccessAssociationSourceType'),
    'AWS::ApiGateway::UsagePlanKey.KeyId',
    ...of('AWS::ApiGatewayV2::*', 'AuthorizationScopes AuthorizationType AuthorizerType'),
    ...of('AWS::ApiGatewayV2::*', 'AuthorizerPayloadFormatVersion IdentitySource'),
    ...of('AWS::ApiGatewayV2::*', 'DisableExecuteApiEndpoint'),
    'AWS::ApiGatewayV2::Stage.AccessPolicyId',
    'AWS::ApiGatewayV2::Api:Cors.AllowOrigins',
  ),
  ...not(
    CERTIFICATE,
    ...of('AWS::ApiGateway::*', 'CertificateArn RegionalCertificateArn'),
    ...of('AWS::ApiGateway::*', 'OwnershipVerificationCertificateArn ClientCertificateId'),
    ...of('AWS::ApiGatewayV2::*', 'CertificateArn CertificateName OwnershipVerificationCertificateArn'),
  ),
  ...not(
    NOT.near,
    ...of('AWS::ApiGateway::*', 'StageName Stage AuthorizerId RequestValidatorId ResourceId ConnectionId'),
    ...of('AWS::ApiGateway::*', 'ParentId CloneFrom DeploymentId UsagePlanId'),
    ...of('AWS::ApiGatewayV2::*', 'AuthorizerId IntegrationId RouteId'),
    'AWS::ApiGatewayV2::Route.Target',
    'AWS::ApiGatewayV2::ApiGatewayManagedOverrides:RouteOverrides.Target',
  ),
  ...not(
    'a path, key or shape of requests and responses',
    ...of('AWS::ApiGateway::*', 'BasePath ResourcePath Path'),
    ...of('AWS::ApiGatewayV2::*', 'ApiMappingKey RouteKey RouteResponseKey IntegrationResponseKey'),
    ...of('AWS::ApiGatewayV2::*', 'ResponseTemplates ResponseParameters ResponseModels RequestModels'),
    'AWS::ApiGatewayV2::Route.RequestParameters',
    ...of('AWS::ApiGatewayV2::Integration:ResponseParameter', 'Destination Source'),
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
    ...of('AWS::Cognito::*', 'CreateAuthChallenge CustomMessage DefineAuthChallenge PostAuthentication'),
    ...of('AWS::Cognito::*', 'PostConfirmation PreAuthentication PreSignUp PreTokenGeneration'),
    ...of('AWS::Cognito::*', 'UserMigration VerifyAuthChallengeResponse OriginationIdentity'),
  ),
  ...all({ kind: 'role' }, 'AWS::Cognito::*.SnsCallerArn', 'AWS::Cognito::*.CallerArn'),
  ...all(
    DEFINITION,
    'AWS::Cognito::IdentityPool.CognitoEvents',
    'AWS::Cognito::UserPoolIdentityProvider.ProviderDetails',
  ),
  ...all(IDENTITIES, 'AWS::Cognito::IdentityPool:CognitoIdentityProvider.ProviderName'),
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
  ...all(LOG_BUCKET, 'AWS::Cognito::LogDeliveryConfiguration:S3Configuration.BucketArn'),
  ...all(TLS, 'AWS::Cognito::UserPoolDomain:CustomDomainConfigType.SecurityPolicy'),
  ...not(CERTIFICATE, 'AWS::Cognito::UserPoolDomain:CustomDomainConfigType.CertificateArn'),
  ...not(
    NOT.outside,
    ...of('AWS::Cognito::UserPoolClient', 'CallbackURLs DefaultRedirectURI LogoutURLs'),
    'AWS::Cognito::UserPoolDomain.Domain',
    'AWS::Cognito::UserPool.WebAuthnRelyingPartyID',
    'AWS::Cognito::Terms.Links',
    'AWS::Cognito::*.ReplyToEmailAddress',
  ),
  ...not(
    NOT.label,
    ...of('AWS::Cognito::*', 'SmsAuthenticationMessage EmailVerificationSubject EmailVerificationMessage'),
    ...of('AWS::Cognito::*', 'EmailAuthenticationMessage EmailAuthenticationSubject EmailMessageByLink'),
    ...of('AWS::Cognito::*', 'EmailMessage EmailSubject EmailSubjectByLink DefaultEmailOption'),
    ...of('AWS::Cognito::UserPoolIdentityProvider', 'ProviderName IdpIdentifiers'),
    'AWS::Cognito::UserPoolResourceServer.Identifier',
    'AWS::Cognito::UserPoolUser.ClientMetadata',
    ...of('AWS::Cognito::ManagedLoginBranding', 'Settings ReturnMergedResources'),
    'AWS::Cognito::ManagedLoginBranding:AssetType.ResourceId',
    'AWS::Cognito::Terms.TermsSource',
  ),
  ...not(
    'how people sign in and what their tokens hold; it moves no data',
    // Providers of IAM, whose ARNs have no region.
    ...of('AWS::Cognito::IdentityPool', 'SupportedLoginProviders SamlProviderARNs OpenIdConnectProviderARNs'),
    ...of('AWS::Cognito::IdentityPool:CognitoIdentityProvider', 'ServerSideTokenCheck ClientId'),
    ...of('AWS::Cognito::IdentityPoolPrincipalTag', 'PrincipalTags IdentityProviderName'),
    ...of('AWS::Cognito::UserPool', 'WebAuthnUserVerification WebAuthnFactorConfiguration'),
    ...of('AWS::Cognito::*', 'AdvancedSecurityMode CustomAuthMode AllowedFirstAuthFactors'),
    ...of('AWS::Cognito::UserPoolClient', 'EnablePropagateAdditionalUserContextData AllowedOAuthScopes'),
    ...of('AWS::Cognito::UserPoolClient', 'AllowedOAuthFlowsUserPoolClient AllowedOAuthFlows'),
    ...of('AWS::Cognito::UserPoolClient', 'ExplicitAuthFlows PreventUserExistenceErrors'),
    ...of('AWS::Cognito::*', 'BlockedIPRangeList SkippedIPRangeList'),
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
    GIVEN,
    ...of('AWS::VerifiedPermissions::IdentitySource:IdentitySourceDetails', 'DiscoveryUrl UserPoolArn'),
    ...of('AWS::VerifiedPermissions::PolicyStore:KmsEncryptionState', 'Key EncryptionContext'),
    'AWS::VerifiedPermissions::PolicyStore:EncryptionState.Default',
  ),
  ...not(
    'part of authorization rules, which hold none of the users’ data',
    ...of('AWS::VerifiedPermissions::*', 'EntityIdPrefix PrincipalIdClaim'),
    'AWS::VerifiedPermissions::PolicyStore:EncryptionSettings.Default',
    'AWS::VerifiedPermissions::PolicyStore:KmsEncryptionSettings.EncryptionContext',
  ),

  // AppConfig
  ...all(
    DESTINATION,
    'AWS::AppConfig::Extension:Action.Uri',
    ...of('AWS::AppConfig::*', 'ExtensionReference ResourceIdentifier ExtensionIdentifier'),
    ...of('AWS::AppConfig::*', 'EnvironmentIdentifier ApplicationIdentifier ConfigurationProfileIdentifier'),
  ),
  ...not(
    CODE,
    'AWS::AppConfig::ConfigurationProfile.LocationUri',
    'AWS::AppConfig::ConfigurationProfile:Validators.Content',
    'AWS::AppConfig::DeploymentStrategy.ReplicateTo',
    'AWS::AppConfig::ExperimentDefinition.FlagKey',
  ),
  ...not(NOT.near, ...of('AWS::AppConfig::*', 'ApplicationId ConfigurationProfileId')),
];

export const REQUIRED: readonly Requirement[] = [
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
