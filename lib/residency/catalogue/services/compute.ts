import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

const CORS = 'which pages a browser lets call; who may call is judged by itself';

const SCALING: readonly Classification[] = [
  ...all(
    { kind: 'at-rest', good: ['true'] },
    ...of('AutoScaling', 'LaunchConfiguration:BlockDevice.Encrypted'),
  ),
  ...all(
    { kind: 'public', bad: ['true'] },
    ...of('AutoScaling', 'LaunchConfiguration.AssociatePublicIpAddress'),
  ),
  ...all({ kind: 'arn' }, ...of('AutoScaling', '*.Identifier')),
  ...not(
    NOT.near,
    ...of(
      'AutoScaling',
      `*.LaunchConfigurationName *.LoadBalancerNames *.PlacementGroup *.ResourceLabel *.KeyName
      *.ClassicLinkVPCSecurityGroups`,
    ),
    ...of('ApplicationAutoScaling', '*.ResourceId *.ScalingTargetId *.ResourceLabel *.PolicyName'),
    ...of('AutoScalingPlans', '*.ResourceId *.ResourceLabel'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'AutoScaling',
      '*.HttpEndpoint *.LifecycleTransition *.ImpairedZoneHealthCheckBehavior *.TargetCapacityTypes',
    ),
    ...of('ApplicationAutoScaling', '*.ScalableDimension'),
    ...of('AutoScalingPlans', '*.ScalableDimension *.ScalingPolicyUpdateBehavior'),
  ),
];

const FUNCTIONS: readonly Classification[] = [
  ...all(
    { kind: 'public', good: ['AWS_IAM'] },
    ...of('Lambda', 'Url.AuthType Permission.FunctionUrlAuthType'),
  ),
  ...all({ kind: 'public', good: ['AWS_IAM'] }, ...of('Serverless', 'Function:FunctionUrlConfig.AuthType')),
  ...all({ kind: 'principal' }, ...of('Lambda', 'Permission.Principal')),
  ...all(
    { kind: 'arn' },
    ...of('Lambda', '*.FunctionName *.Destination'),
    ...of('Serverless', 'Function:Destination.Destination'),
  ),
  ...all(
    { kind: 'arn', incoming: true },
    ...of('Lambda', '*.EventSourceArn EventSourceMapping:SourceAccessConfiguration.URI'),
    ...of('Lambda', 'EventSourceMapping:SchemaRegistryAccessConfig.URI'),
    ...of('Serverless', 'Function:SNSEvent.Topic Function:SQSEvent.Queue Function:KinesisEvent.Stream'),
    ...of('Serverless', 'Function:DynamoDBEvent.Stream'),
  ),
  ...all({ kind: 'host', incoming: true }, ...of('Lambda', '*.KafkaBootstrapServers *.SchemaRegistryURI')),
  ...all({ kind: 'definition' }, ...of('Lambda', 'Function:Environment.Variables')),
  ...all(
    { kind: 'definition' },
    ...of(
      'Serverless',
      `Function:FunctionEnvironment.Variables Api.DefinitionBody HttpApi.DefinitionBody StateMachine.Definition
      *.Authorizers StateMachine.DefinitionSubstitutions Api.Variables HttpApi.StageVariables`,
    ),
  ),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    ...of('Serverless', '*.DestinationArn *.LogGroupArn *.NotificationArns'),
  ),
  ...all(
    { kind: 'policy' },
    ...of('Serverless', '*.Statement *.CustomStatements Function.Policies StateMachine.Policies'),
  ),
  ...all({ kind: 'account' }, ...of('Serverless', '*.AwsAccountWhitelist')),
  ...all({ kind: 'role' }, ...of('Serverless', '*.PermissionsBoundaries Function.Role StateMachine.Role')),
  ...all({ kind: 'key' }, ...of('Serverless', 'Function:KeySAMPT.KeyId')),
  ...all({ kind: 'bucket', incoming: true }, ...of('Serverless', 'Function:S3Event.Bucket')),
  ...all({ kind: 'at-rest', good: ['true'] }, ...of('Serverless', 'SimpleTable:SSESpecification.SSEEnabled')),
  ...all({ kind: 'in-transit', bad: ['TLS_1_0'] }, ...of('Serverless', '*.SecurityPolicy')),
  ...not(
    'narrows who may call, and where events come from is judged at their source',
    ...of('Lambda', 'Permission.SourceArn *.PrincipalOrgID *.OrganizationId *.InvokedViaFunctionUrl'),
    ...of('Serverless', '*.AwsAccountBlacklist *.SourceVpcBlacklist *.SourceVpcWhitelist'),
  ),
  ...not(
    WHY.code,
    ...of('Lambda', '*.S3Bucket *.ImageUri *.Layers *.Uri *.SigningProfileVersionArns *.BaseImageArn'),
    ...of('Serverless', '*.CodeUri *.ImageUri *.ContentUri *.DefinitionUri *.Location'),
    ...of('Serverless', 'Function:S3Location.Bucket Api:S3Location.Bucket HttpApi:S3Location.Bucket'),
    ...of('Serverless', 'LayerVersion:S3Location.Bucket StateMachine:S3Location.Bucket'),
  ),
  ...not('certificates of authorities, no data of users', ...of('Serverless', '*.TruststoreUri')),
  ...not(
    CORS,
    ...of('Lambda', '*.AllowCredentials *.AllowOrigins *.ExposeHeaders *.AllowHeaders *.AllowMethods'),
  ),
  ...not(CORS, ...of('Serverless', '*.AllowOrigin *.AllowOrigins *.AddDefaultAuthorizerToCorsPreflight')),
  ...not(
    WHY.ownName,
    ...of('Serverless', '*.DomainName *.DistributedDomainName *.DisableExecuteApiEndpoint'),
  ),
  ...not(WHY.match, ...of('Serverless', '*.Pattern *.Models *.GatewayResponses')),
  ...not(WHY.pull, ...of('Lambda', '*.S3Key *.S3ObjectVersion *.FunctionVersion *.Qualifier')),
  ...not(WHY.ownName, ...of('Lambda', 'Function.FunctionName')),
  ...not(NOT.label, ...of('Lambda', '*.LicenseInfo *.LayerName')),
  ...not(
    'a log group or queue of its own region, by name',
    ...of('Lambda', 'Function:LoggingConfig.LogGroup *.Queues'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'Lambda',
      '*.BisectBatchOnFunctionError *.DirectS3Read *.NetworkProtocol *.AssociatedComputeResourceTypes',
    ),
    ...of(
      'Serverless',
      `*.Authorizer *.DefaultAuthorizer *.AuthorizationScopes *.MethodSettings *.EndpointConfiguration
      *.EvaluateTargetHealth *.FailOnWarnings *.RetentionPolicy`,
    ),
  ),
  ...not(NOT.label, ...of('ServerlessRepo', '*.Author *.HomePageUrl *.SourceCodeUrl')),
];

const PLATFORMS: readonly Classification[] = [
  ...all({ kind: 'public', bad: ['true'] }, ...of('AppRunner', '*.IsPubliclyAccessible')),
  ...all(
    { kind: 'definition' },
    ...of('AppRunner', '*.RuntimeEnvironmentVariables *.RuntimeEnvironmentSecrets'),
    ...of('ElasticBeanstalk', 'Environment.OptionSettings ConfigurationTemplate.OptionSettings'),
    ...of('Lightsail', 'Container:Container.Environment Domain:DomainEntry.Target'),
    ...of('ServiceDiscovery', 'Instance.InstanceAttributes'),
  ),
  ...not(
    'judged with its name, in the list of options',
    ...of('ElasticBeanstalk', 'ConfigurationTemplate:ConfigurationOptionSetting.Value'),
  ),
  ...all(
    { kind: 'public', good: ['false'] },
    ...of('Lightsail', '*.PubliclyAccessible *.AllowPublicOverrides'),
  ),
  ...all({ kind: 'public', good: ['private'] }, ...of('Lightsail', 'Bucket:AccessRules.GetObject')),
  ...all({ kind: 'in-transit', bad: ['http-only'] }, ...of('Lightsail', '*.ProtocolPolicy')),
  ...all({ kind: 'in-transit', bad: ['TLS-2016-08'] }, ...of('Lightsail', '*.TlsPolicyName')),
  ...all({ kind: 'in-transit', good: ['true'] }, ...of('Lightsail', '*.HttpsRedirectionEnabled')),
  ...all({ kind: 'range' }, ...of('Lightsail', 'Instance:Port.Cidrs Instance:Port.Ipv6Cidrs')),
  ...all({ kind: 'external', of: 'telemetry' }, ...of('Lightsail', '*.ContactEndpoint')),
  ...all({ kind: 'region', incoming: true }, ...of('Lightsail', 'Distribution:InputOrigin.RegionName')),
  ...all({ kind: 'arn' }, ...of('ServiceDiscovery', '*.ServiceId *.NamespaceId')),
  ...not(WHY.behind, ...of('AppMesh', 'VirtualNode:DnsServiceDiscovery.Hostname')),
  ...not(NOT.choice, ...of('AppMesh', '*.DefaultTargetHostname')),
  ...all(
    { kind: 'in-transit', bad: ['PERMISSIVE', 'DISABLED'] },
    ...of('AppMesh', 'VirtualGateway:VirtualGatewayListenerTls.Mode VirtualNode:ListenerTls.Mode'),
  ),
  ...all({ kind: 'in-transit', bad: ['false'] }, ...of('AppMesh', '*.Enforce')),
  ...all({ kind: 'account' }, ...of('AppMesh', '*.MeshOwner')),
  ...not(
    WHY.code,
    ...of('AppRunner', '*.RepositoryUrl'),
    ...of('ElasticBeanstalk', '*.S3Bucket *.Uri'),
    ...of('ElasticBeanstalk', '*.DockerfileLocation *.PlatformArn'),
  ),
  ...not(
    WHY.pull,
    ...of('AppRunner', '*.SourceDirectory *.ConfigurationSource'),
    ...of('ElasticBeanstalk', '*.S3Key *.DeleteSourceFromS3'),
  ),
  ...not(
    WHY.probe,
    ...of('AppRunner', '*.Path *.Protocol'),
    ...of(
      'AppMesh',
      '*.Path VirtualGateway:VirtualGatewayHealthCheckPolicy.Protocol VirtualNode:HealthCheck.Protocol',
    ),
    ...of('ServiceDiscovery', '*.ResourcePath'),
  ),
  ...not(WHY.match, ...of('AppMesh', '*.Suffix *.Exact')),
  ...not('certificates of authorities, no data of users', ...of('AppMesh', '*.CertificateAuthorityArns')),
  ...not(NOT.credential, ...of('AppMesh', '*.SecretName')),
  ...not(WHY.ownName, ...of('Lightsail', '*.DomainName *.DomainNames *.CertificateDomainName *.BucketName')),
  ...not(
    WHY.ownName,
    ...of('Lightsail', '*.CertificateAlternativeNames'),
    ...of('ElasticBeanstalk', '*.CNAMEPrefix'),
  ),
  ...not(WHY.reported, ...of('Lightsail', '*.PrincipalArn')),
  ...not(
    NOT.near,
    ...of('AppRunner', '*.ObservabilityConfigurationName *.ServiceName'),
    ...of(
      'Lightsail',
      '*.MonitoredResourceName *.BundleId *.ResourcesReceivingAccess *.ContainerName *.CertificateName *.LoadBalancerName',
    ),
    ...of('ElasticBeanstalk', '*.ApplicationName *.ResourceName *.EnvironmentName'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'Lightsail',
      `*.ContactProtocols *.ObjectVersioning *.Protocol *.CidrListAliases *.AccessFrom *.IsAttached *.IsAlias
      *.SessionStickinessLBCookieDurationSeconds`,
    ),
    ...of('AppMesh', 'VirtualGateway:VirtualGatewayPortMapping.Protocol VirtualNode:PortMapping.Protocol'),
    ...of('AppMesh', 'VirtualRouter:PortMapping.Protocol'),
    ...of('ServiceDiscovery', '*.RoutingPolicy'),
  ),
];

export const CLASSIFIED: readonly Classification[] = [...SCALING, ...FUNCTIONS, ...PLATFORMS];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    path: 'BlockDeviceMappings[*].Ebs.Encrypted',
    kind: 'at-rest',
    onlyWith: 'BlockDeviceMappings[*].Ebs',
    why: 'a new volume is not encrypted unless the account says so by default (Amazon EBS user guide, “Amazon EBS encryption”)',
  },
  {
    type: 'AWS::Lambda::Function',
    path: 'DurableConfig.KMSKeyArn',
    kind: 'key',
    onlyWith: 'DurableConfig',
    why: 'the state of durable executions is under a key that AWS owns (Lambda developer guide, “Data encryption at rest for Lambda”)',
  },
  {
    type: 'AWS::Serverless::SimpleTable',
    path: 'SSESpecification.SSEEnabled',
    kind: 'at-rest',
    why: 'a table is under a key that AWS owns (DynamoDB developer guide, “DynamoDB encryption at rest”)',
  },
  {
    type: 'AWS::AppRunner::Service',
    path: 'EncryptionConfiguration.KmsKey',
    kind: 'key',
    why: 'copies of the source and the service’s logs are under a key that AWS manages (App Runner developer guide, “Protecting data using encryption”)',
  },
];

const LIGHTSAIL =
  'Lightsail encrypts with keys that AWS manages and takes no other (Lightsail user guide, “Data protection in Amazon Lightsail”)';

export const KEYLESS: readonly Keyless[] = [
  ...['Bucket', 'Database', 'Disk', 'Instance'].map((name): Keyless => ({
    type: `AWS::Lightsail::${name}`,
    why: LIGHTSAIL,
  })),
];
