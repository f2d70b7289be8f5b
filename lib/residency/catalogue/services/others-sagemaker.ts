import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { DEFINITION, IDENTITIES, SOURCE, WHY } from './others-words';
import { all, need, not, under } from './words';

/** Types of jobs that watch a model, the name of their output beside each. */
const MONITORS = {
  DataQualityJobDefinition: 'DataQualityJobOutputConfig',
  ModelBiasJobDefinition: 'ModelBiasJobOutputConfig',
  ModelExplainabilityJobDefinition: 'ModelExplainabilityJobOutputConfig',
  ModelQualityJobDefinition: 'ModelQualityJobOutputConfig',
} as const;
const every = (names: string): string[] => under('SageMaker::*', names);

export const CLASSIFIED: readonly Classification[] = [
  // What models and jobs read.
  ...all(
    SOURCE,
    ...every(
      'ModelDataUrl ArtifactUrl SamplePayloadUrl ShapBaselineUri DataCapturedDestinationS3Uri SourceS3Uri',
    ),
    ...[...Object.keys(MONITORS), 'MonitoringSchedule'].map(
      (type) => `AWS::SageMaker::${type}:ConstraintsResource.S3Uri`,
    ),
    ...['DataQualityJobDefinition', 'MonitoringSchedule'].map(
      (type) => `AWS::SageMaker::${type}:StatisticsResource.S3Uri`,
    ),
    ...['ModelBiasJobDefinition', 'ModelQualityJobDefinition'].map(
      (type) => `AWS::SageMaker::${type}:MonitoringGroundTruthS3Input.S3Uri`,
    ),
    'AWS::SageMaker::Model:S3DataSource.S3Uri',
    ...under('SageMaker::ModelPackage:S3DataSource', 'S3Uri'),
    ...under('SageMaker::ModelPackage:S3ModelDataSource', 'S3Uri'),
    ...under('SageMaker::ModelPackage:MetricsSource', 'S3Uri'),
    ...under('SageMaker::ModelPackage:FileSource', 'S3Uri'),
    ...under('SageMaker::ProcessingJob:S3Input', 'S3Uri'),
    ...under('SageMaker::AIWorkloadConfig:AIWorkloadS3DataSource', 'S3Uri'),
  ),
  // Where they write.
  ...all(
    { kind: 'bucket' },
    'AWS::SageMaker::DeviceFleet.S3OutputLocation',
    'AWS::SageMaker::EndpointConfig.S3FailurePath',
    'AWS::SageMaker::InferenceExperiment:DataStorageConfig.Destination',
    'AWS::SageMaker::MlflowApp.ArtifactStoreUri',
    'AWS::SageMaker::MlflowTrackingServer.ArtifactStoreUri',
  ),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    'AWS::SageMaker::EndpointConfig:CoreDumpConfig.DestinationS3Uri',
  ),
  ...all({ kind: 'bucket', of: 'copy' }, 'AWS::SageMaker::EndpointConfig:DataCaptureConfig.DestinationS3Uri'),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    ...under('SageMaker::EndpointConfig', 'ErrorTopic SuccessTopic'),
    'AWS::SageMaker::Workteam.NotificationTopicArn',
  ),
  // Names that may be ARNs of another account or region.
  ...all({ kind: 'arn' }, 'AWS::SageMaker::Model.ModelPackageName'),
  ...all(
    { kind: 'role' },
    'AWS::SageMaker::Cluster.ExecutionRole',
    'AWS::SageMaker::Cluster.ClusterRole',
    'AWS::SageMaker::ModelPackage.ValidationRole',
  ),
  ...all({ kind: 'policy' }, 'AWS::SageMaker::ModelPackageGroup.ModelPackageGroupPolicy'),
  ...all({ kind: 'range' }, 'AWS::SageMaker::Workforce:SourceIpConfig.Cidrs'),
  ...all(
    DEFINITION,
    ...every('Environment PipelineDefinitionBody'),
    'AWS::SageMaker::AppImageConfig:CustomImageContainerEnvironmentVariable.Value',
  ),
  ...all(
    IDENTITIES,
    ...under(
      'SageMaker::Workforce:OidcConfig',
      'AuthorizationEndpoint Issuer JwksUri LogoutEndpoint TokenEndpoint UserInfoEndpoint',
    ),
  ),
  ...all({ kind: 'in-transit', good: ['true'] }, ...every('EnableInterContainerTrafficEncryption')),
  // The way to and from the internet.
  ...all({ kind: 'public', good: ['Disabled'] }, 'AWS::SageMaker::NotebookInstance.DirectInternetAccess'),
  ...all({ kind: 'public', good: ['VpcOnly'] }, 'AWS::SageMaker::Domain.AppNetworkAccessType'),
  ...not(
    'narrows what containers reach within the network, which security groups bound',
    ...every('EnableNetworkIsolation'),
  ),
  ...not(
    'a way in for operators, by Systems Manager and IAM',
    'AWS::SageMaker::EndpointConfig.EnableSSMAccess',
  ),
  ...not(
    WHY.code,
    ...every(
      `ImageUri Image RepositoryUrl RecordPreprocessorSourceUri PostAnalyticsProcessorSourceUri ConfigUri
       ContainerImage TemplateURL RStudioPackageManagerUrl AdditionalCodeRepositories DefaultCodeRepository`,
    ),
    'AWS::SageMaker::Pipeline:S3Location.Bucket',
  ),
  ...not(
    WHY.own,
    ...every('ContainerHostname JobDefinitionName'),
    ...under('SageMaker::Domain', 'DomainName'),
    ...under('SageMaker::MlflowTrackingServer', 'TrackingServerName'),
    'AWS::SageMaker::Action.ActionName',
    'AWS::SageMaker::Artifact.ArtifactName',
    'AWS::SageMaker::Context.ContextName',
    'AWS::SageMaker::AIWorkloadConfig.AIWorkloadConfigName',
  ),
  ...not(WHY.near, ...every('EndpointConfigName OwnerUserProfileName SourceModelVariantName')),
  ...not(WHY.shown, ...every('DefaultLandingUri')),
  ...not(
    WHY.tells,
    ...every('SourceUri SourceId'),
    ...under('SageMaker::ModelCard', 'ModelDataUrl ModelOwner ModelId Domain'),
    'AWS::SageMaker::ModelPackage.Domain',
  ),
  ...not('within the container', ...every('LocalPath MetricsEndpointPath')),
  ...not(
    NOT.choice,
    ...every('SupportedTransformInstanceTypes TrackingServerSize EnableCaching FSxLustreDeletionPolicy'),
    ...under('SageMaker::Cluster', 'Spot OnDemand RootVolume'),
    ...under('SageMaker::ClusterSchedulerConfig', 'FairShare IdleResourceSharing'),
    ...under(
      'SageMaker::EndpointConfig',
      `JsonContentTypes CsvContentTypes EnableExplanations LabelHeaders FeatureTypes FeatureHeaders
       EnableEnhancedMetrics EnableDetailedObservability`,
    ),
    'AWS::SageMaker::Domain.AppSecurityGroupManagement',
    'AWS::SageMaker::Endpoint.RetainAllVariantProperties',
    'AWS::SageMaker::Model.ModelCacheSetting',
    'AWS::SageMaker::Space.SpaceManagedResources',
  ),
  ...not(
    WHY.sign,
    'AWS::SageMaker::Domain.AuthMode',
    'AWS::SageMaker::PartnerApp.AuthType',
    'AWS::SageMaker::Workforce.AuthenticationRequestExtraParams',
  ),
  ...not(WHY.made, 'AWS::SageMaker::MonitoringSchedule:MonitoringExecutionSummary.ProcessingJobArn'),
];

const VOLUME =
  'the volume’s key is one that AWS owns unless one is named (SageMaker developer guide, “Protect data at rest using encryption”)';
const OUTPUT =
  'the account’s default key of Amazon S3, aws/s3, unless one is named (SageMaker API reference, `KmsKeyId` of the output)';
const DOMAIN =
  'the domain’s file system lies under a key that AWS manages unless one is named (CloudFormation, `AWS::SageMaker::Domain`)';
const FEATURES =
  'a key that AWS owns or manages unless one is named (SageMaker developer guide, “Security and access control” of Feature Store)';
const TRAFFIC =
  'containers talk in the clear unless told otherwise (SageMaker developer guide, “Protect communications between ML compute instances”)';
const TRAFFIC_SWITCH = 'NetworkConfig.EnableInterContainerTrafficEncryption';
const SCHEDULED = 'MonitoringScheduleConfig.MonitoringJobDefinition';

export const REQUIRED: readonly Requirement[] = [
  need('key', 'SageMaker::NotebookInstance', 'KmsKeyId', VOLUME),
  need(
    'public',
    'SageMaker::NotebookInstance',
    'DirectInternetAccess',
    'a notebook reaches the internet directly unless told otherwise (SageMaker developer guide, “Connect a notebook instance in a VPC to external resources”)',
  ),
  need('key', 'SageMaker::Domain', 'KmsKeyId', DOMAIN),
  need('key', 'SageMaker::Domain', 'DefaultUserSettings.SharingSettings.S3KmsKeyId', OUTPUT, {
    onlyWith: 'DefaultUserSettings.SharingSettings.S3OutputPath',
  }),
  need('key', 'SageMaker::UserProfile', 'UserSettings.SharingSettings.S3KmsKeyId', OUTPUT, {
    onlyWith: 'UserSettings.SharingSettings.S3OutputPath',
  }),
  need('key', 'SageMaker::EndpointConfig', 'KmsKeyId', VOLUME),
  need('key', 'SageMaker::EndpointConfig', 'DataCaptureConfig.KmsKeyId', OUTPUT, {
    onlyWith: 'DataCaptureConfig.DestinationS3Uri',
  }),
  need('key', 'SageMaker::EndpointConfig', 'AsyncInferenceConfig.OutputConfig.KmsKeyId', OUTPUT, {
    onlyWith: 'AsyncInferenceConfig.OutputConfig',
  }),
  ...['ProductionVariants', 'ShadowProductionVariants'].map((variants) =>
    need('key', 'SageMaker::EndpointConfig', `${variants}[*].CoreDumpConfig.KmsKeyId`, OUTPUT, {
      onlyWith: `${variants}[*].CoreDumpConfig`,
    }),
  ),
  need('key', 'SageMaker::FeatureGroup', 'OnlineStoreConfig.SecurityConfig.KmsKeyId', FEATURES, {
    onlyWith: 'OnlineStoreConfig',
  }),
  need('key', 'SageMaker::FeatureGroup', 'OfflineStoreConfig.S3StorageConfig.KmsKeyId', FEATURES, {
    onlyWith: 'OfflineStoreConfig',
  }),
  ...Object.entries(MONITORS).flatMap(([type, output]) => [
    need('key', `SageMaker::${type}`, 'JobResources.ClusterConfig.VolumeKmsKeyId', VOLUME),
    need('key', `SageMaker::${type}`, `${output}.KmsKeyId`, OUTPUT),
    need('in-transit', `SageMaker::${type}`, TRAFFIC_SWITCH, TRAFFIC),
  ]),
  need(
    'key',
    'SageMaker::MonitoringSchedule',
    `${SCHEDULED}.MonitoringResources.ClusterConfig.VolumeKmsKeyId`,
    VOLUME,
    { onlyWith: SCHEDULED },
  ),
  need('key', 'SageMaker::MonitoringSchedule', `${SCHEDULED}.MonitoringOutputConfig.KmsKeyId`, OUTPUT, {
    onlyWith: SCHEDULED,
  }),
  need('in-transit', 'SageMaker::MonitoringSchedule', `${SCHEDULED}.${TRAFFIC_SWITCH}`, TRAFFIC, {
    onlyWith: SCHEDULED,
  }),
  need('key', 'SageMaker::ProcessingJob', 'ProcessingResources.ClusterConfig.VolumeKmsKeyId', VOLUME),
  need('key', 'SageMaker::ProcessingJob', 'ProcessingOutputConfig.KmsKeyId', OUTPUT, {
    onlyWith: 'ProcessingOutputConfig',
  }),
  need('in-transit', 'SageMaker::ProcessingJob', TRAFFIC_SWITCH, TRAFFIC),
  need('key', 'SageMaker::InferenceExperiment', 'KmsKey', VOLUME),
  need('key', 'SageMaker::InferenceExperiment', 'DataStorageConfig.KmsKey', OUTPUT, {
    onlyWith: 'DataStorageConfig',
  }),
  need('key', 'SageMaker::DeviceFleet', 'OutputConfig.KmsKeyId', OUTPUT),
  ...['InstanceGroups', 'RestrictedInstanceGroups'].map((groups) =>
    need(
      'key',
      'SageMaker::Cluster',
      `${groups}[*].InstanceStorageConfigs[*].EbsVolumeConfig.VolumeKmsKeyId`,
      VOLUME,
      { onlyWith: `${groups}[*].InstanceStorageConfigs` },
    ),
  ),
  need(
    'key',
    'SageMaker::PartnerApp',
    'KmsKeyId',
    'a key that AWS owns unless one is named (SageMaker API reference, `CreatePartnerApp`)',
  ),
];

export const KEYLESS: readonly Keyless[] = [];
