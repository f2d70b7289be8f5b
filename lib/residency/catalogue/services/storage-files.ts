import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

/** File systems, volumes and backups. */
export const CLASSIFIED: readonly Classification[] = [
  // EFS
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::EFS::FileSystem.Encrypted'),
  ...all({ kind: 'policy' }, 'AWS::EFS::FileSystem.FileSystemPolicy'),
  ...all({ kind: 'region', of: 'copy' }, 'AWS::EFS::FileSystem:ReplicationDestination.Region'),
  ...all({ kind: 'zone', of: 'copy' }, 'AWS::EFS::FileSystem:ReplicationDestination.AvailabilityZoneName'),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::EFS::FileSystem:ReplicationDestination.KmsKeyId'),
  ...all({ kind: 'arn', of: 'copy' }, 'AWS::EFS::FileSystem:ReplicationDestination.FileSystemId'),
  ...not(NOT.near, 'AWS::EFS::*.FileSystemId'),
  ...not(WHY_NOT.granted, ...under('EFS::AccessPoint', 'OwnerGid OwnerUid Permissions')),
  ...not(
    NOT.choice,
    ...under(
      'EFS::FileSystem',
      `BypassPolicyLockoutSafetyCheck TransitionToIA TransitionToPrimaryStorageClass TransitionToArchive
       ReplicationOverwriteProtection`,
    ),
  ),
  ...not(WHY_NOT.made, 'AWS::EFS::FileSystem.StatusMessage'),

  // FSx
  ...all(
    { kind: 'bucket' },
    'AWS::FSx::DataRepositoryAssociation.DataRepositoryPath',
    'AWS::FSx::FileSystem:LustreConfiguration.ExportPath',
  ),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::FSx::FileSystem:LustreConfiguration.ImportPath'),
  // `s3://…` or `nfs://host/…`; what is changed in the cache is written back.
  ...all({ kind: 'host' }, 'AWS::FSx::FileCache:DataRepositoryAssociation.DataRepositoryPath'),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    ...under('FSx::*', 'AuditLogDestination Destination EventLogDestination'),
  ),
  ...all({ kind: 'arn', incoming: true }, 'AWS::FSx::Volume:OriginSnapshot.SnapshotARN'),
  ...all({ kind: 'arn' }, 'AWS::FSx::*.DomainJoinServiceAccountSecret'),
  ...all({ kind: 'policy' }, 'AWS::FSx::S3AccessPointAttachment:S3AccessPoint.Policy'),
  // The other deployments encrypt in transit (FSx for Lustre user guide, “Encrypting data in transit”).
  ...all(
    { kind: 'in-transit', bad: ['SCRATCH_1'] },
    'AWS::FSx::FileSystem:LustreConfiguration.DeploymentType',
  ),
  ...not(WHY_NOT.made, 'AWS::FSx::S3AccessPointAttachment:S3AccessPoint.ResourceARN'),
  ...not(
    WHY_NOT.tags,
    ...under(
      'FSx::*',
      'CopyTagsToBackups CopyTagsToVolumes CopyTagsToSnapshots CopyTagsToDataRepositoryAssociations',
    ),
  ),
  ...not(
    'the name of a directory’s domain, not an address: its servers are reached within the network',
    'AWS::FSx::*.DomainName',
  ),
  ...not(NOT.address, ...under('FSx::*', 'DnsIps EndpointIpAddressRange EndpointIpv6AddressRange Clients')),
  ...not(NOT.label, 'AWS::FSx::FileSystem:WindowsConfiguration.Aliases'),
  ...not(WHY_NOT.prefix, 'AWS::FSx::DataRepositoryAssociation.FileSystemPath'),
  ...not(
    NOT.choice,
    ...under(
      'FSx::*',
      `Events AutoImportPolicy FileShareAccessAuditLogLevel RootVolumeSecurityStyle CopyStrategy SnapshotPolicy
       SecurityStyle`,
    ),
  ),

  // Backup
  ...all(
    { kind: 'arn', of: 'copy' },
    ...under('Backup::BackupPlan', 'DestinationBackupVaultArn TargetLogicallyAirGappedBackupVaultArn'),
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::Backup::*.SNSTopicArn'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::Backup::ReportPlan.S3BucketName'),
  ...all({ kind: 'region', of: 'telemetry', incoming: true }, 'AWS::Backup::ReportPlan.Regions'),
  ...all({ kind: 'account', of: 'telemetry', incoming: true }, 'AWS::Backup::ReportPlan.Accounts'),
  ...all({ kind: 'arn', of: 'telemetry', incoming: true }, 'AWS::Backup::ReportPlan.FrameworkArns'),
  ...all({ kind: 'definition' }, 'AWS::Backup::RestoreTestingSelection.RestoreMetadataOverrides'),
  ...not(WHY_NOT.near, ...under('Backup::*', 'TargetBackupVault BackupPlanId')),
  ...not(WHY_NOT.own, 'AWS::Backup::*.BackupVaultName'),
  ...not(
    'chooses among what lies in the plan’s own region and account',
    ...under(
      'Backup::*',
      `Resources NotResources ResourceTypes ConditionKey ComplianceResourceTypes ComplianceResourceIds
       ResourceIdentifiers IncludeVaults ExcludeVaults ProtectedResourceArns`,
    ),
  ),
  ...not('who approves a restore; it is asked, not given data', 'AWS::Backup::*.MpaApprovalTeamArn'),
  ...not(NOT.choice, ...under('Backup::BackupPlan', 'BackupOptions OptInToArchiveForSupportedResources')),
  ...not(WHY_NOT.prefix, 'AWS::Backup::ReportPlan.S3KeyPrefix'),
  // A hypervisor on premises, whose machines are backed up from there to here.
  ...all({ kind: 'host', incoming: true }, 'AWS::BackupGateway::Hypervisor.Host'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::BackupGateway::Hypervisor.LogGroupArn'),

  // Data Lifecycle Manager
  ...all({ kind: 'account', of: 'copy' }, 'AWS::DLM::LifecyclePolicy.TargetAccounts'),
  // A region's code, or the ARN of an Outpost.
  ...all({ kind: 'region', of: 'copy' }, ...under('DLM::LifecyclePolicy', 'TargetRegion Target')),
  ...all(
    { kind: 'copy', bad: ['OUTPOST_LOCAL', 'LOCAL_ZONE'] },
    'AWS::DLM::LifecyclePolicy:CreateRule.Location',
  ),
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::DLM::LifecyclePolicy.Encrypted'),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::DLM::LifecyclePolicy.CmkArn'),
  ...all({ kind: 'account', incoming: true }, 'AWS::DLM::LifecyclePolicy:EventParameters.SnapshotOwner'),
  ...all({ kind: 'arn' }, 'AWS::DLM::LifecyclePolicy:Script.ExecutionHandler'),
  ...not(WHY_NOT.tags, 'AWS::DLM::LifecyclePolicy.CopyTags'),
  ...not(
    NOT.choice,
    ...under('DLM::LifecyclePolicy', 'DefaultPolicy ResourceTypes ResourceLocations PolicyLanguage'),
  ),
  ...not(WHY_NOT.version, ...under('DLM::LifecyclePolicy', 'UnshareIntervalUnit IntervalUnit')),

  // Storage Gateway, Recycle Bin
  ...all({ kind: 'at-rest', good: ['true'] }, 'AWS::StorageGateway::*.KMSEncrypted'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::StorageGateway::Volume.SourceVolumeARN'),
  ...not(
    NOT.label,
    'AWS::StorageGateway::Volume.TargetName',
    ...under('Rbin::Rule', 'ResourceTagKey ResourceTagValue'),
  ),
];

const EFS =
  'the key aws/elasticfilesystem, which AWS manages, unless one is named (EFS user guide, “Encrypting data at rest”)';
const FSX = 'a key that AWS manages unless one is named (FSx user guides, “Encryption of data at rest”)';
const GATEWAY =
  'SSE-S3 unless KMS is switched on and a key is named (Storage Gateway user guide, “Data encryption using AWS KMS”)';
const COPIES = 'PolicyDetails.Schedules[*].CrossRegionCopyRules';

export const REQUIRED: readonly Requirement[] = [
  need(
    'at-rest',
    'EFS::FileSystem',
    'Encrypted',
    'not encrypted unless told to be (EFS user guide, “Encrypting data at rest”)',
  ),
  need('key', 'EFS::FileSystem', 'KmsKeyId', EFS),
  need(
    'key',
    'EFS::FileSystem',
    [
      'ReplicationConfiguration.Destinations[*].KmsKeyId',
      'ReplicationConfiguration.Destinations[*].FileSystemId',
    ],
    EFS,
    { onlyWith: 'ReplicationConfiguration.Destinations' },
  ),
  need('key', 'FSx::FileSystem', 'KmsKeyId', FSX),
  need('key', 'FSx::FileCache', 'KmsKeyId', FSX),
  need(
    'key',
    'Backup::BackupVault',
    'EncryptionKeyArn',
    'the key aws/backup, which AWS manages, unless one is named (Backup developer guide, “Encryption for backups”)',
  ),
  need(
    'key',
    'Backup::LogicallyAirGappedBackupVault',
    'EncryptionKeyArn',
    'a key that AWS owns unless one is named (Backup developer guide, “Logically air-gapped vault”)',
  ),
  need(
    'key',
    'DLM::LifecyclePolicy',
    `${COPIES}[*].CmkArn`,
    'the account’s default key for EBS unless one is named (CloudFormation, `CrossRegionCopyRule`)',
    { onlyWith: COPIES },
  ),
  ...['Tape', 'Volume'].flatMap((type) => [
    need('at-rest', `StorageGateway::${type}`, 'KMSEncrypted', GATEWAY),
    need('key', `StorageGateway::${type}`, 'KMSKey', GATEWAY),
  ]),
];

export const KEYLESS: readonly Keyless[] = [];
