import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

const ON_HOST = 'a path or device of the host or container itself';

export const CLASSIFIED: readonly Classification[] = [
  ...all(
    { kind: 'at-rest', good: ['true'] },
    ...of(
      'ECS',
      '*.S3EncryptionEnabled *.CloudWatchEncryptionEnabled Service:ServiceManagedEBSVolumeConfiguration.Encrypted',
    ),
  ),
  ...all({ kind: 'at-rest', good: ['KMS', 'KMS_DSSE'] }, ...of('ECR', '*.EncryptionType')),
  ...all(
    { kind: 'in-transit', good: ['ENABLED'] },
    ...of('ECS', '*.TransitEncryption'),
    ...of('Batch', '*.TransitEncryption'),
  ),
  ...all(
    { kind: 'public', bad: ['ENABLED'] },
    ...of('ECS', '*.AssignPublicIp'),
    ...of('Batch', '*.AssignPublicIp'),
  ),
  ...all(
    { kind: 'public', good: ['false'] },
    ...of('EKS', 'Cluster:ResourcesVpcConfig.EndpointPublicAccess'),
  ),
  ...all({ kind: 'range' }, ...of('EKS', 'Cluster:ResourcesVpcConfig.PublicAccessCidrs')),
  ...all({ kind: 'key' }, ...of('EKS', 'Cluster:Provider.KeyArn')),
  ...all({ kind: 'principal' }, ...of('EKS', 'AccessEntry.PrincipalArn')),
  ...all(
    { kind: 'policy' },
    ...of('EKS', 'PodIdentityAssociation.Policy'),
    ...of('ECR', 'RepositoryCreationTemplate.RepositoryPolicy'),
  ),
  ...all(
    { kind: 'role' },
    ...of('ECS', '*.Ec2InstanceProfileArn'),
    ...of('Batch', '*.Ec2InstanceProfileArn'),
  ),
  ...all(
    { kind: 'region', of: 'copy' },
    ...of('ECR', 'ReplicationConfiguration:ReplicationDestination.Region'),
  ),
  ...all(
    { kind: 'account', of: 'copy' },
    ...of('ECR', 'ReplicationConfiguration:ReplicationDestination.RegistryId'),
  ),
  // An Outpost stands in a building of the customer's, wherever its parent region is.
  ...all({ kind: 'external' }, ...of('EKS', 'Cluster:OutpostConfig.OutpostArns')),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of('ECS', 'Cluster:ExecuteCommandLogConfiguration.S3BucketName'),
  ),
  ...all(
    { kind: 'bucket', incoming: true },
    ...of('ECS', 'TaskDefinition:EnvironmentFile.Value'),
    ...of('ECS', 'DaemonTaskDefinition:EnvironmentFile.Value'),
  ),
  ...all(
    { kind: 'arn' },
    ...of(
      'ECS',
      '*.Cluster *.Service Cluster.Namespace Service.Namespace *.TaskSetId *.TaskDefinition *.TestListenerRule *.ProductionListenerRule',
    ),
    ...of('Batch', '*.ComputeEnvironment *.ServiceEnvironment *.ConsumableResource *.JobQueue'),
  ),
  ...all(
    { kind: 'arn', incoming: true },
    ...of('ECS', '*.ValueFrom *.CredentialSpecs *.CredentialsParameter'),
    ...of('Batch', '*.ValueFrom *.CredentialsParameter'),
  ),
  // Lists of names with values, and options of log drivers such as `awslogs-region`.
  ...all(
    { kind: 'definition' },
    ...of('ECS', '*.Options *.HookDetails *.DriverOpts TaskDefinition:ContainerDefinition.Environment'),
    ...of('ECS', 'DaemonTaskDefinition.Environment ExpressGatewayService.Environment'),
    ...of('Batch', 'JobDefinition:LogConfiguration.Options JobDefinition:FirelensConfiguration.Options'),
    ...of(
      'Batch',
      'JobDefinition:ContainerProperties.Environment JobDefinition:TaskContainerProperties.Environment',
    ),
    ...of('Batch', 'JobDefinition:MultiNodeContainerProperties.Environment JobDefinition:EksContainer.Env'),
    ...of('EKS', 'Addon.ConfigurationValues'),
  ),
  ...not(
    'the organization’s identity centre; `IdcRegion` says where',
    ...of('EKS', '*.IdcInstanceArn *.IdcManagedApplicationArn'),
  ),
  ...not('a policy of EKS’s own, of no region', ...of('EKS', 'AccessEntry:AccessPolicy.PolicyArn')),
  ...not('rules of how long images are kept', ...of('ECR', '*.LifecyclePolicyText *.LifecyclePolicy')),
  ...not('the registry of its own account', ...of('ECR', 'Repository.RegistryId')),
  ...not('a principal whose pulls are not counted', ...of('ECR', 'PullTimeUpdateExclusion.PrincipalArn')),
  ...not(
    WHY.code,
    ...of('ECS', '*.Image'),
    ...of('Batch', '*.Image'),
    ...of('ECR', 'PullThroughCacheRule.UpstreamRegistryUrl'),
  ),
  ...not(
    'names within Kubernetes, or labels of it',
    ...of('EKS', '*.ServiceAccount *.KubernetesGroups'),
    ...of(
      'Batch',
      '*.ServiceAccountName *.Labels *.DnsPolicy *.HostNetwork *.ShareProcessNamespace *.ImagePullPolicy',
    ),
  ),
  ...not(
    ON_HOST,
    ...of('ECS', '*.SourcePath *.HostPath *.Permissions *.SourceVolume *.SourceContainer'),
    ...of('Batch', '*.HostPath *.Permissions *.SourceVolume *.SourcePath'),
  ),
  ...not(
    WHY.ownName,
    ...of('ECS', '*.DnsName *.Hostname *.Domain *.DnsSearchDomains *.ServiceName *.ExternalId'),
  ),
  ...not(
    'an address of a resolver in the container’s own settings; forwarding rules are judged',
    ...of('ECS', '*.DnsServers'),
  ),
  ...not(
    WHY.reported,
    ...of(
      'ECS',
      `*.LogGroups *.ServiceSecurityGroups *.MetricAlarms *.LoadBalancerSecurityGroups *.ScalableTarget
      *.ApplicationAutoScalingPolicies *.AccessType *.Endpoint ExpressGatewayService:IngressPathArns.ListenerArn
      ExpressGatewayService:IngressPathArns.LoadBalancerArn ExpressGatewayService:IngressPathArns.TargetGroupArns
      ExpressGatewayService:IngressPathArns.ListenerRuleArn ExpressGatewayService:IngressPathArns.CertificateArn
      ExpressGatewayService:ExpressGatewayServiceConfiguration.ServiceRevisionArn
      ExpressGatewayService:ExpressGatewayServiceConfiguration.TaskDefinitionArn`,
    ),
    ...of('EKS', '*.ServerUrl'),
  ),
  ...not(WHY.pull, ...of('ECS', '*.S3KeyPrefix')),
  ...not('which repositories are copied; where to is judged', ...of('ECR', '*.Filter')),
  ...not(
    NOT.near,
    ...of(
      'ECS',
      '*.CapacityProviders *.CapacityProvider *.AlarmNames *.FilesystemId *.AccessPointId *.LoadBalancerName',
    ),
    ...of(
      'EKS',
      '*.ActiveCertificateAuthorityId *.VpceIds *.SourceSecurityGroups *.Ec2SshKey Nodegroup:LaunchTemplateSpecification.Id',
    ),
    ...of(
      'Batch',
      '*.AccessPointId *.PlacementGroup *.ConsumableResourceName *.QuotaShareName *.ShareIdentifier',
    ),
  ),
  ...not(
    'a setting of encryption whose only value is the right one; its key is judged',
    ...of('EKS', 'Cluster:EncryptionConfig.Resources'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'ECS',
      `*.AvailabilityZoneRebalancing *.SourceServiceRevisionCleanup *.IAM *.DockerSecurityOptions
      *.VersionConsistency *.AppProtocol *.Protocol`,
    ),
    ...of(
      'EKS',
      `*.IpFamily *.EndpointPrivateAccess *.BootstrapClusterCreatorAdminPermissions *.AuthenticationMode
      *.DeletePropagationPolicy *.EnableCrossNamespace`,
    ),
    ...of('Batch', '*.InstanceTypes *.TargetInstanceTypes *.TargetNodes *.Iam *.InSharePreemption'),
  ),
];

const EFS_PLAIN =
  'a task mounts a file system without TLS unless told (ECS developer guide, “Specify an Amazon EFS file system in an Amazon ECS task definition”)';

/** Where tasks and jobs mount file systems. */
const MOUNTS: readonly (readonly [type: string, mount: string])[] = [
  ['AWS::ECS::TaskDefinition', 'Volumes[*].EFSVolumeConfiguration'],
  ['AWS::Batch::JobDefinition', 'ContainerProperties.Volumes[*].EfsVolumeConfiguration'],
  ['AWS::Batch::JobDefinition', 'EcsProperties.TaskProperties[*].Volumes[*].EfsVolumeConfiguration'],
  [
    'AWS::Batch::JobDefinition',
    'NodeProperties.NodeRangeProperties[*].Container.Volumes[*].EfsVolumeConfiguration',
  ],
  [
    'AWS::Batch::JobDefinition',
    'NodeProperties.NodeRangeProperties[*].EcsProperties.TaskProperties[*].Volumes[*].EfsVolumeConfiguration',
  ],
];

export const REQUIRED: readonly Requirement[] = [
  ...MOUNTS.map(([type, mount]): Requirement => ({
    type,
    path: `${mount}.TransitEncryption`,
    kind: 'in-transit',
    onlyWith: mount,
    why: EFS_PLAIN,
  })),
  {
    type: 'AWS::ECS::Service',
    path: 'VolumeConfigurations[*].ManagedEBSVolume.Encrypted',
    kind: 'at-rest',
    onlyWith: 'VolumeConfigurations[*].ManagedEBSVolume',
    why: 'a new volume is not encrypted unless the account says so by default (Amazon EBS user guide, “Amazon EBS encryption”)',
  },
  {
    type: 'AWS::ECS::Service',
    path: 'VolumeConfigurations[*].ManagedEBSVolume.KmsKeyId',
    kind: 'key',
    onlyWith: 'VolumeConfigurations[*].ManagedEBSVolume',
    why: 'an encrypted volume that names no key is under aws/ebs, which AWS manages (Amazon EBS user guide, “Amazon EBS encryption”)',
  },
  {
    type: 'AWS::ECS::Cluster',
    path: 'Configuration.ExecuteCommandConfiguration.LogConfiguration.S3EncryptionEnabled',
    kind: 'at-rest',
    onlyWith: 'Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName',
    why: 'what is typed into a container is written to the bucket unencrypted unless told (ECS developer guide, “Monitor Amazon ECS containers with ECS Exec”)',
  },
  {
    type: 'AWS::ECS::Cluster',
    path: 'Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchEncryptionEnabled',
    kind: 'at-rest',
    onlyWith: 'Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName',
    why: 'what is typed into a container is logged unencrypted unless told (ECS developer guide, “Monitor Amazon ECS containers with ECS Exec”)',
  },
  ...['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'].map((type): Requirement => ({
    type,
    path: 'EncryptionConfiguration.KmsKey',
    kind: 'key',
    why: 'images are under a key of Amazon S3’s, or of aws/ecr, unless one is named (ECR user guide, “Encryption at rest”)',
  })),
  {
    type: 'AWS::EKS::Cluster',
    path: 'EncryptionConfig[*].Provider.KeyArn',
    kind: 'key',
    why: 'what the Kubernetes API keeps is under a key that AWS owns, before version 1.28 its secrets are not enveloped at all (EKS user guide, “Default envelope encryption for all Kubernetes API data”)',
  },
  {
    type: 'AWS::EKS::Cluster',
    path: ['ResourcesVpcConfig.EndpointPublicAccess', 'ResourcesVpcConfig.PublicAccessCidrs'],
    kind: 'public',
    why: 'the API server answers the whole internet by default (EKS user guide, “Cluster API server endpoint”)',
  },
  {
    type: 'AWS::EKS::Nodegroup',
    path: 'RemoteAccess.SourceSecurityGroups',
    kind: 'public',
    onlyWith: 'RemoteAccess.Ec2SshKey',
    why: 'with a key pair and no source group, port 22 of the nodes is open to the internet (EKS API reference, “RemoteAccessConfig”)',
  },
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::ECR::PublicRepository',
    why: 'its images are for everyone, from a gallery that belongs to no region (ECR Public user guide)',
  },
];
