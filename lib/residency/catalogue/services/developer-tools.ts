import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

const BUILDS: readonly Classification[] = [
  ...all({ kind: 'at-rest', good: ['false'] }, ...of('CodeBuild', '*.EncryptionDisabled')),
  ...all({ kind: 'in-transit', bad: ['true'] }, ...of('CodeBuild', '*.InsecureSsl')),
  ...all({ kind: 'public', bad: ['PUBLIC_READ'] }, ...of('CodeBuild', 'Project.Visibility')),
  ...all({ kind: 'bucket' }, ...of('CodeBuild', 'Project:Artifacts.Location Project:ProjectCache.Location')),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of('CodeBuild', 'Project:S3LogsConfig.Location ReportGroup:S3ReportExportConfig.Bucket'),
  ),
  ...all({ kind: 'host', incoming: true }, ...of('CodeBuild', 'Project:ProjectFileSystemLocation.Location')),
  ...all({ kind: 'arn', incoming: true }, ...of('CodeBuild', '*.Credential')),
  ...all({ kind: 'definition' }, ...of('CodeBuild', 'Project:Environment.EnvironmentVariables')),
  ...not(
    WHY.code,
    ...of('CodeBuild', 'Project:Source.Location *.SourceVersion *.SourceIdentifier *.Certificate'),
  ),
  // Lets the report go to a bucket of another account.
  ...all({ kind: 'account', of: 'telemetry' }, ...of('CodeBuild', '*.BucketOwner')),
  ...not(NOT.outside, ...of('CodeBuild', '*.TargetUrl *.BadgeEnabled *.Webhook')),
  ...not(NOT.credential, ...of('CodeBuild', '*.Resource *.AuthType')),
  ...not(WHY.pull, ...of('CodeBuild', '*.Path *.Packaging')),
  ...not(WHY.match, ...of('CodeBuild', '*.Domain *.Entities')),
  ...not(NOT.choice, ...of('CodeBuild', '*.HostKernel')),
  ...all({ kind: 'bucket' }, ...of('CodePipeline', 'Pipeline:ArtifactStore.Location')),
  // Actions and stores of another region have the artifacts copied there.
  ...all(
    { kind: 'region', of: 'copy' },
    ...of(
      'CodePipeline',
      'Pipeline:ArtifactStoreMap.Region Pipeline:ActionDeclaration.Region Pipeline:RuleDeclaration.Region',
    ),
  ),
  ...all(
    { kind: 'definition' },
    ...of('CodePipeline', '*.Configuration Pipeline:ActionDeclaration.EnvironmentVariables'),
  ),
  ...all({ kind: 'public', bad: ['UNAUTHENTICATED'] }, ...of('CodePipeline', 'Webhook.Authentication')),
  ...all({ kind: 'range' }, ...of('CodePipeline', 'Webhook:WebhookAuthConfiguration.AllowedIPRange')),
  ...not(
    NOT.outside,
    ...of(
      'CodePipeline',
      '*.EntityUrlTemplate *.ExecutionUrlTemplate *.RevisionUrlTemplate *.ThirdPartyConfigurationUrl',
    ),
  ),
  ...not('who offers the action: AWS, a third party, or the customer', ...of('CodePipeline', '*.Owner')),
  ...not(NOT.near, ...of('CodePipeline', '*.SourceActionName *.TargetPipeline')),
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('CodeDeploy', '*.TriggerTargetArn')),
  ...not(WHY.code, ...of('CodeDeploy', 'DeploymentGroup:S3Location.Bucket')),
  ...not(NOT.near, ...of('CodeDeploy', '*.ApplicationName')),
  ...not(NOT.choice, ...of('CodeDeploy', '*.ComputePlatform')),
  ...not(WHY.code, ...of('CodeCommit', 'Repository:S3.Bucket *.ObjectVersion')),
  ...all({ kind: 'account' }, ...of('CodeArtifact', '*.DomainOwner')),
  ...not(WHY.ownName, ...of('CodeArtifact', '*.DomainName')),
  ...not(WHY.code, ...of('CodeArtifact', '*.Upstreams *.ExternalConnections')),
  ...not(WHY.code, ...of('CodeStar', '*.RepositoryOwner *.ObjectVersion GitHubRepository:S3.Bucket')),
  ...not(WHY.code, ...of('CodeStarConnections', '*.OwnerId'), ...of('CodeConnections', '*.ProviderEndpoint')),
  ...not('a certificate, no data of users', ...of('CodeConnections', '*.TlsCertificate')),
  ...not(NOT.near, ...of('CodeStarConnections', '*.ResourceName')),
  ...not(NOT.choice, ...of('CodeStarConnections', '*.TriggerResourceUpdateOn')),
  // A chat that AWS's client tells is known by an ARN of no region.
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('CodeStarNotifications', '*.TargetAddress')),
  ...all({ kind: 'arn', incoming: true }, ...of('CodeStarNotifications', '*.Resource')),
  ...all({ kind: 'principal' }, ...of('Cloud9', '*.OwnerArn')),
  ...not(WHY.code, ...of('Cloud9', '*.RepositoryUrl')),
];

const SITES: readonly Classification[] = [
  ...all({ kind: 'definition' }, ...of('Amplify', 'App:CustomRule.Target *.EnvironmentVariables')),
  ...all({ kind: 'arn' }, ...of('Amplify', '*.CertificateArn *.CustomCertificateArn')),
  ...not(
    WHY.ownName,
    ...of('Amplify', '*.DomainName *.EnableAutoSubDomain *.AutoSubDomainCreationPatterns *.BranchName'),
  ),
  ...not(WHY.match, ...of('Amplify', 'App:CustomRule.Condition App:CustomRule.Source')),
  ...not(NOT.near, ...of('Amplify', '*.AppId')),
  ...not(NOT.choice, ...of('Amplify', '*.EnablePullRequestPreview *.EnableBasicAuth')),
  ...all({ kind: 'bucket' }, ...of('AmplifyUIBuilder', '*.Bucket')),
  ...all({ kind: 'public', bad: ['public'] }, ...of('AmplifyUIBuilder', '*.AccessLevel')),
  ...not(NOT.label, ...of('AmplifyUIBuilder', '*.SourceId')),
  ...all({ kind: 'host' }, ...of('RefactorSpaces', 'Service:UrlEndpointInput.Url')),
  ...not(WHY.probe, ...of('RefactorSpaces', 'Service:UrlEndpointInput.HealthUrl')),
  ...not(
    NOT.near,
    ...of('RefactorSpaces', '*.EnvironmentIdentifier *.ServiceIdentifier *.ApplicationIdentifier'),
  ),
  ...not(WHY.match, ...of('RefactorSpaces', '*.SourcePath *.AppendSourcePath')),
];

const STACKS: readonly Classification[] = [
  ...all({ kind: 'in-transit', good: ['true'] }, ...of('OpsWorks', 'App.EnableSsl')),
  ...all({ kind: 'at-rest', good: ['true'] }, ...of('OpsWorks', 'Layer:VolumeConfiguration.Encrypted')),
  ...all({ kind: 'public', bad: ['true'] }, ...of('OpsWorks', '*.AutoAssignPublicIps')),
  ...all({ kind: 'public', bad: ['true'] }, ...of('OpsWorksCM', '*.AssociatePublicIpAddress')),
  ...all({ kind: 'role' }, ...of('OpsWorks', '*.CustomInstanceProfileArn *.DefaultInstanceProfileArn')),
  ...all({ kind: 'principal' }, ...of('OpsWorks', '*.IamUserArn')),
  ...all({ kind: 'arn', incoming: true }, ...of('OpsWorks', 'App:DataSource.Arn *.RdsDbInstanceArn')),
  ...all({ kind: 'definition' }, ...of('OpsWorks', '*.CustomJson *.Attributes App.Environment')),
  ...not(WHY.code, ...of('OpsWorks', '*.Url')),
  ...not(
    WHY.ownName,
    ...of('OpsWorks', '*.Domains *.Hostname *.HostnameTheme'),
    ...of('OpsWorksCM', '*.CustomDomain'),
  ),
  ...not('a certificate, no data of users', ...of('OpsWorksCM', '*.CustomCertificate')),
  ...not(NOT.credential, ...of('OpsWorks', '*.SshKey *.SshPublicKey')),
  ...not(NOT.near, ...of('OpsWorks', '*.ElasticIps *.Ip *.SshKeyName *.DefaultSshKeyName *.SourceStackId')),
  ...not(
    NOT.choice,
    ...of('OpsWorks', '*.Secure *.AutoAssignElasticIps *.ClonePermissions *.UseOpsworksSecurityGroups'),
  ),
];

const IMAGES: readonly Classification[] = [
  ...all(
    { kind: 'region', of: 'copy' },
    ...of('ImageBuilder', 'DistributionConfiguration:Distribution.Region'),
  ),
  ...all(
    { kind: 'account', of: 'copy' },
    ...of('ImageBuilder', '*.TargetAccountIds *.UserIds *.AmiAccountId *.AccountId'),
  ),
  ...all(
    { kind: 'principal', of: 'copy' },
    ...of('ImageBuilder', '*.OrganizationArns *.OrganizationalUnitArns'),
  ),
  ...all({ kind: 'public', bad: ['all'] }, ...of('ImageBuilder', '*.UserGroups')),
  ...all({ kind: 'at-rest', good: ['true'] }, ...of('ImageBuilder', '*.Encrypted')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('ImageBuilder', '*.S3BucketName')),
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('ImageBuilder', '*.SnsTopicArn')),
  ...all({ kind: 'arn', incoming: true }, ...of('ImageBuilder', '*.ParentImage')),
  ...not(WHY.code, ...of('ImageBuilder', '*.Uri *.DockerfileTemplateUri *.Image')),
  ...not(
    WHY.reported,
    ...of(
      'ImageBuilder',
      `*.Major *.Minor *.Patch Component:LatestVersion.Arn ContainerRecipe:LatestVersion.Arn
      Image:LatestVersion.Arn ImageRecipe:LatestVersion.Arn Workflow:LatestVersion.Arn`,
    ),
  ),
  ...not(WHY.match, ...of('ImageBuilder', 'LifecyclePolicy.Regions *.SharedAccounts *.IsPublic')),
  ...not(NOT.label, ...of('ImageBuilder', '*.AmiTags *.ResourceTags')),
  ...not(WHY.pull, ...of('ImageBuilder', '*.S3KeyPrefix')),
  ...not(NOT.near, ...of('ImageBuilder', '*.RepositoryName *.ParameterName *.HostId')),
  ...not(NOT.choice, ...of('ImageBuilder', '*.Tenancy')),
];

const WORKFLOWS: readonly Classification[] = [
  ...all({ kind: 'definition' }, ...of('MWAA', '*.AirflowConfigurationOptions')),
  ...all({ kind: 'public', good: ['PRIVATE_ONLY'] }, ...of('MWAA', '*.WebserverAccessMode')),
  ...all({ kind: 'bucket', incoming: true }, ...of('MWAA', '*.SourceBucketArn')),
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('MWAA', '*.CloudWatchLogGroupArn')),
  ...not(
    WHY.pull,
    ...of(
      'MWAA',
      `*.RequirementsS3Path *.PluginsS3Path *.StartupScriptS3Path *.DagS3Path *.RequirementsS3ObjectVersion
      *.PluginsS3ObjectVersion *.StartupScriptS3ObjectVersion`,
    ),
    ...of('MWAAServerless', '*.ObjectKey'),
  ),
  ...not(NOT.choice, ...of('MWAA', '*.EndpointManagement')),
  ...not(WHY.code, ...of('MWAAServerless', '*.Bucket')),
];

export const CLASSIFIED: readonly Classification[] = [
  ...BUILDS,
  ...SITES,
  ...STACKS,
  ...IMAGES,
  ...WORKFLOWS,
];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::CodeBuild::Project',
    path: 'EncryptionKey',
    kind: 'key',
    onlyWith: 'Artifacts.Location',
    why: 'artifacts in S3 are under aws/s3, which AWS manages (CodeBuild user guide, “Data encryption”)',
  },
  {
    type: 'AWS::CodeBuild::ReportGroup',
    path: 'ExportConfig.S3Destination.EncryptionKey',
    kind: 'key',
    onlyWith: 'ExportConfig.S3Destination',
    why: 'exported reports are under aws/s3, which AWS manages (CodeBuild user guide, “Data encryption”)',
  },
  {
    type: 'AWS::CodePipeline::Pipeline',
    path: ['ArtifactStore.EncryptionKey.Id', 'ArtifactStores[*].ArtifactStore.EncryptionKey.Id'],
    kind: 'key',
    why: 'artifacts are under aws/s3, which AWS manages (CodePipeline user guide, “Configure server-side encryption for artifacts stored in Amazon S3 for CodePipeline”)',
  },
  {
    type: 'AWS::CodeCommit::Repository',
    path: 'KmsKeyId',
    kind: 'key',
    why: 'a repository is under aws/codecommit, which AWS manages (CodeCommit user guide, “AWS KMS and encryption”)',
  },
  {
    type: 'AWS::CodeArtifact::Domain',
    path: 'EncryptionKey',
    kind: 'key',
    why: 'packages are under aws/codeartifact, which AWS manages (CodeArtifact user guide, “Data protection in AWS CodeArtifact”)',
  },
  {
    type: 'AWS::MWAA::Environment',
    path: 'KmsKey',
    kind: 'key',
    why: 'the environment’s data are under a key that AWS owns (Amazon MWAA user guide, “Encryption on Amazon MWAA”)',
  },
  {
    type: 'AWS::MWAAServerless::Workflow',
    path: 'EncryptionConfiguration.KmsKeyId',
    kind: 'key',
    why: 'a workflow’s data are under a key that AWS manages (Amazon MWAA Serverless API reference, “EncryptionConfiguration”)',
  },
  {
    type: 'AWS::OpsWorks::Layer',
    path: 'VolumeConfigurations[*].Encrypted',
    kind: 'at-rest',
    onlyWith: 'VolumeConfigurations',
    why: 'a layer’s volumes are not encrypted unless told (OpsWorks API reference, “VolumeConfiguration”)',
  },
];

export const KEYLESS: readonly Keyless[] = [];
