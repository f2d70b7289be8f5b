import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { DEFINITION, SOURCE, WHY } from './others-words';
import { all, need, not, under } from './words';

const iot = (names: string): string[] => under('IoT::*', names);
const greengrass = (names: string): string[] => under('Greengrass::*', names);
const siteWise = (names: string): string[] => under('IoTSiteWise::*', names);
const wireless = (names: string): string[] => under('IoTWireless::*', names);
const DEVICE = 'on the device itself';

/** Things that speak to AWS, and what runs on them. */
export const CLASSIFIED: readonly Classification[] = [
  // IoT Core: where messages and alerts go.
  ...all(
    { kind: 'arn', of: 'telemetry' },
    'AWS::IoT::AccountAuditConfiguration:AuditNotificationTarget.TargetArn',
    'AWS::IoT::Logging.LogDestination',
    'AWS::IoT::MitigationAction.TopicArn',
    'AWS::IoT::SecurityProfile.AlertTargetArn',
  ),
  ...all({ kind: 'role' }, 'AWS::IoT::MitigationAction.RoleArnForLogging'),
  ...all(
    { kind: 'public', bad: ['public-read', 'public-read-write', 'authenticated-read'] },
    'AWS::IoT::TopicRule:S3Action.CannedAcl',
  ),
  ...all(DEFINITION, 'AWS::IoT::TopicRule:KafkaAction.ClientProperties'),
  ...all({ kind: 'arn' }, 'AWS::IoT::TopicRuleDestination.SecretId', 'AWS::IoT::Job.Targets'),
  // A certificate of a thing, or an identity of Cognito.
  ...all(
    { kind: 'arn' },
    ...['PolicyPrincipalAttachment', 'ThingPrincipalAttachment'].map((type) => `AWS::IoT::${type}.Principal`),
  ),
  // The two that still take TLS 1.0 and 1.1 (IoT Core developer guide, “Security policies”).
  ...all(
    {
      kind: 'in-transit',
      bad: ['IoTSecurityPolicy_TLS12_1_0_2015_01', 'IoTSecurityPolicy_TLS12_1_0_2016_01'],
    },
    'AWS::IoT::DomainConfiguration.SecurityPolicy',
  ),
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED_KMS_KEY'] },
    'AWS::IoT::EncryptionConfiguration.EncryptionType',
  ),
  ...all({ kind: 'role' }, 'AWS::IoT::EncryptionConfiguration.KmsAccessRoleArn'),
  ...not('the stack’s own account', ...iot('AccountId')),
  ...not(
    WHY.code,
    ...iot('DocumentSource DestinationPackageVersions'),
    ...['SoftwarePackageVersion', 'Stream'].map((type) => `AWS::IoT::${type}:S3Location.Bucket`),
  ),
  ...not(WHY.prefix, 'AWS::IoT::Stream.Version'),
  ...not('every protocol of the endpoint goes over TLS', 'AWS::IoT::DomainConfiguration.ApplicationProtocol'),
  ...not(
    WHY.sign,
    ...under(
      'IoT::DomainConfiguration',
      'AuthenticationType DefaultAuthorizerName AllowAuthorizerOverride EnableOCSPCheck',
    ),
    ...under('IoT::Authorizer', 'TokenKeyName TokenSigningPublicKeys'),
    'AWS::IoT::CertificateProvider.AccountDefaultForOperations',
  ),
  ...not(
    WHY.own,
    ...iot(
      'AuthorizerName DomainConfigurationName PolicyName SecurityProfileName SecurityProfileDescription',
    ),
    'AWS::IoT::DomainConfiguration.DomainName',
  ),
  ...not(
    WHY.near,
    'AWS::IoT::ResourceSpecificLogging.TargetName',
    ...under('IoT::TopicRule', 'InputName DeliveryStreamName'),
  ),
  ...not(WHY.part, ...iot('UserPropertyKey PartitionKey SecretKey')),
  ...not(NOT.choice, ...iot('TargetCheckNames TargetSelection BatchAcrossTopics')),
  ...not(WHY.made, ...iot('ServerCertificateStatusDetail ErrorCode')),

  // Analytics, events, fleets
  ...all({ kind: 'bucket' }, 'AWS::IoTFleetWise::Campaign:S3Config.BucketArn'),
  ...not(
    'a bucket of the service’s own is asked for; that a customer’s is named instead is required',
    ...under('IoTAnalytics::*', 'ServiceManagedS3'),
  ),
  ...not(WHY.code, 'AWS::IoTAnalytics::Dataset:ContainerAction.Image'),
  ...not(WHY.prefix, ...under('IoTAnalytics::*', 'KeyPrefix FileName'), 'AWS::IoTFleetWise::Campaign.Prefix'),
  ...not(WHY.near, 'AWS::IoTAnalytics::Pipeline.LambdaName'),
  ...not(
    WHY.options,
    'AWS::IoTAnalytics::Datastore.JsonConfiguration',
    'AWS::IoTFleetWise::Vehicle.OnChange',
  ),
  ...not(WHY.part, 'AWS::IoTFleetWise::Campaign.DataPartitionId'),
  ...not(
    DEVICE,
    'AWS::IoTFleetWise::Campaign.StorageLocation',
    ...under('IoTFleetWise::DecoderManifest', 'ProtocolName ProtocolVersion'),
  ),

  // SiteWise, TwinMaker
  ...all({ kind: 'principal' }, 'AWS::IoTSiteWise::AccessPolicy.arn'),
  ...all({ kind: 'at-rest', good: ['KMS_BASED_ENCRYPTION'] }, 'AWS::IoTSiteWise::Workspace.EncryptionType'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::IoTSiteWise::Dataset.KnowledgeBaseArn'),
  ...all(
    DEFINITION,
    ...siteWise('EnvironmentVariables'),
    'AWS::IoTSiteWise::Gateway:GatewayCapabilitySummary.CapabilityConfiguration',
  ),
  ...not(
    WHY.near,
    ...siteWise(
      `AssetModelId AssetExternalId ExternalId AssetModelExternalId ParentAssetModelCompositeModelExternalId
       PropertyExternalId HierarchyExternalId AssetModelPropertyExternalId InterfaceAssetModelPropertyExternalId`,
    ),
  ),
  ...not(WHY.people, ...under('IoTSiteWise::Portal', 'NotificationSenderEmail PortalContactEmail')),
  ...not(WHY.sign, 'AWS::IoTSiteWise::Portal.PortalAuthMode'),
  ...not(WHY.sso, 'AWS::IoTSiteWise::Application.IdcInstanceArn'),
  ...not(
    'what is allowed; to whom is judged beside it',
    'AWS::IoTSiteWise::AccessPolicy.AccessPolicyPermission',
  ),
  ...not(WHY.code, 'AWS::IoTSiteWise::Task.EcrUri'),
  ...all(SOURCE, 'AWS::IoTTwinMaker::Scene.ContentLocation'),
  ...not(
    WHY.part,
    ...under(
      'IoTTwinMaker::*',
      'IsExternalId IsStoredExternally TargetComponentTypeId TargetComponentName TargetEntityId',
    ),
  ),
  ...not(WHY.made, ...under('IoTTwinMaker::*', 'Error')),
  ...not('which service of the same region it follows', 'AWS::IoTTwinMaker::SyncJob.SyncSource'),

  // Wireless
  ...all(SOURCE, 'AWS::IoTWireless::WirelessDeviceImportTask.DeviceCreationFile'),
  ...not(WHY.code, ...wireless('FirmwareUpdateImage UpdateDataSource')),
  ...not(WHY.near, ...wireless('DestinationName SidewalkManufacturingSn')),
  ...not('an account of Amazon Sidewalk, none of AWS', ...wireless('PartnerAccountId AccountLinked')),
  ...not(
    NOT.credential,
    ...wireless('AppSKey NwkSKey NwkKey AppKey FNwkSIntKey SNwkSIntKey NwkSEncKey'),
    'AWS::IoTWireless::PartnerAccount:SidewalkAccountInfoWithFingerprint.Arn',
  ),
  ...not('how the radio is used', ...wireless('Supports32BitFCnt UlRatePolicy DlRatePolicy')),

  // Greengrass
  ...all({ kind: 'arn' }, ...greengrass('Target')),
  ...all({ kind: 'arn', incoming: true }, ...greengrass('Source')),
  ...all(SOURCE, ...greengrass('S3Uri')),
  ...all(
    DEFINITION,
    ...greengrass('Parameters Variables'),
    ...under('GreengrassV2::ComponentVersion', 'InlineRecipe EnvironmentVariables'),
    'AWS::GreengrassV2::Deployment.Merge',
  ),
  ...not(WHY.near, ...greengrass('ResourceId ResourceDefinitionId')),
  ...not(
    DEVICE,
    ...greengrass('Permission SourcePath DestinationPath GroupOwner GroupPermission AutoAddGroupOwner'),
    ...under('GreengrassV2::ComponentVersion', 'SourcePath DestinationPath AddGroupOwner Permission'),
  ),
  ...not(NOT.choice, 'AWS::GreengrassV2::Deployment.FailureHandlingPolicy'),
];

export const REQUIRED: readonly Requirement[] = [
  need(
    'key',
    'IoTSiteWise::Workspace',
    'KmsKeyId',
    'a key that the service owns unless one is named (CloudFormation, `AWS::IoTSiteWise::Workspace`)',
  ),
  need(
    'key',
    'IoTAnalytics::Channel',
    'ChannelStorage.CustomerManagedS3',
    'a bucket of the service’s, under a key that it owns, unless a customer’s is named (IoT Analytics user guide, “Data protection”)',
  ),
  need(
    'key',
    'IoTAnalytics::Datastore',
    [
      'DatastoreStorage.CustomerManagedS3',
      'DatastoreStorage.IotSiteWiseMultiLayerStorage.CustomerManagedS3Storage',
    ],
    'a bucket of the service’s, under a key that it owns, unless a customer’s is named (IoT Analytics user guide, “Data protection”)',
  ),
];

export const KEYLESS: readonly Keyless[] = [];
