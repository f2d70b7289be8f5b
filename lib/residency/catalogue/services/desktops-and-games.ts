import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

const DESKTOPS: readonly Classification[] = [
  ...all(
    { kind: 'at-rest', good: ['true'] },
    ...of('WorkSpaces', '*.RootVolumeEncryptionEnabled *.UserVolumeEncryptionEnabled'),
    ...of('WorkspacesInstances', '*.Encrypted'),
  ),
  ...all({ kind: 'key' }, ...of('WorkSpacesWeb', '*.CustomerManagedKey')),
  ...all(
    { kind: 'role' },
    ...of('WorkspacesInstances', 'WorkspaceInstance:IamInstanceProfileSpecification.Arn'),
  ),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of('AppStream', '*.S3BucketArn'),
    ...of('WorkSpacesWeb', '*.Bucket'),
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('WorkSpacesWeb', '*.KinesisStreamArn')),
  // Files of users go to Google Drive or OneDrive.
  ...all(
    { kind: 'copy', bad: ['GOOGLE_DRIVE', 'ONE_DRIVE'] },
    ...of('AppStream', 'Stack:StorageConnector.ConnectorType'),
  ),
  ...all({ kind: 'external' }, ...of('AppStream', 'Stack:StorageConnector.Domains')),
  ...all({ kind: 'arn' }, ...of('AppStream', 'Stack:StorageConnector.ResourceIdentifier')),
  ...all({ kind: 'arn', incoming: true }, ...of('AppStream', '*.ImageArn')),
  ...all({ kind: 'range' }, ...of('WorkSpaces', '*.IpRule'), ...of('WorkSpacesWeb', '*.IpRange')),
  ...all({ kind: 'definition' }, ...of('WorkSpacesWeb', '*.IdentityProviderDetails')),
  ...not(WHY.code, ...of('AppStream', '*.S3Bucket')),
  ...not(WHY.pull, ...of('AppStream', '*.S3Key *.SettingsGroup'), ...of('WorkSpaces', '*.SettingsGroup')),
  ...not(
    NOT.outside,
    ...of(
      'AppStream',
      '*.RedirectURL *.FeedbackURL *.EmbedHostDomains *.AllowedUrls *.DeniedUrls *.SendEmailNotification',
    ),
    ...of(
      'WorkSpacesWeb',
      '*.AllowedUrls *.BlockedUrls *.GlobalEnforcedUrls *.GlobalExemptUrls *.EnforcedUrls',
    ),
    ...of('WorkSpacesWeb', '*.ExemptUrls *.ContactLink *.Logo *.Wallpaper *.Favicon'),
    ...of('WorkSpacesThinClient', '*.DesktopEndpoint'),
  ),
  ...not(
    WHY.ownName,
    ...of('WorkSpacesWeb', '*.PortalCustomDomain *.Domain'),
    ...of('WorkSpaces', '*.ConnectionString'),
  ),
  ...not(
    'goes with a key, which is judged by itself',
    ...of('WorkSpacesWeb', '*.AdditionalEncryptionContext'),
  ),
  ...not('an account that the bucket is expected to belong to', ...of('WorkSpacesWeb', '*.BucketOwner')),
  ...not('rules of the browser that users are shown', ...of('WorkSpacesWeb', '*.BrowserPolicy')),
  ...not(
    NOT.near,
    ...of('AppStream', '*.VpceId'),
    ...of('WorkSpaces', '*.ResourceId'),
    ...of('WorkspacesInstances', '*.KeyName'),
  ),
  ...not(NOT.credential, ...of('AppStream', '*.AccountName')),
  ...not(
    NOT.choice,
    ...of(
      'AppStream',
      `*.EnableDefaultInternetAccess *.Permission *.PreferredProtocol *.AuthenticationType
      Stack:UrlRedirectionConfig.Enabled`,
    ),
    ...of('WorkSpacesWeb', '*.AuthenticationType *.CopyAllowed *.WebAuthnAllowed *.All'),
    ...of(
      'WorkspacesInstances',
      '*.HttpEndpoint *.HttpProtocolIpv6 *.EnableResourceNameDnsARecord *.EnableResourceNameDnsAAAARecord',
    ),
  ),
  ...not(NOT.choice, ...of('DirectoryService', '*.CreateAlias')),
];

const GAMES: readonly Classification[] = [
  // Codes of regions, or names of Local Zones and of places of the customer’s own, which lead elsewhere.
  ...all(
    { kind: 'region' },
    ...of('GameLift', 'Fleet:LocationConfiguration.Location ContainerFleet:LocationConfiguration.Location'),
    ...of('GameLift', '*.AllowedLocations *.LocationOrder'),
    ...of('GameLiftStreams', 'StreamGroup:LocationConfiguration.LocationName'),
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('GameLift', '*.NotificationTarget *.LogGroupArn')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('GameLift', '*.S3BucketName')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('GameLiftStreams', '*.ApplicationLogOutputUri')),
  ...all(
    { kind: 'arn' },
    ...of('GameLift', '*.ScriptId *.RuleSetName *.GameServerContainerGroupDefinitionName'),
  ),
  ...all(
    { kind: 'in-transit', bad: ['DISABLED'] },
    ...of('GameLift', 'Fleet:CertificateConfiguration.CertificateType'),
  ),
  ...all({ kind: 'range' }, ...of('GameLift', '*.IpRange')),
  ...not(
    WHY.code,
    ...of('GameLift', '*.Bucket *.ImageUri *.ServerSdkVersion *.ServerLaunchParameters *.ServerLaunchPath'),
  ),
  ...not(WHY.code, ...of('GameLiftStreams', '*.ApplicationSourceUri *.ApplicationLogPaths')),
  ...not(
    'one of the fleet’s own locations, which are judged',
    ...of('GameLift', 'Fleet:ScalingPolicy.Location *.LocationName'),
  ),
  ...not(WHY.pull, ...of('GameLift', '*.ObjectVersion')),
  ...not(NOT.near, ...of('GameLift', '*.VpcSubnets')),
  ...not(
    NOT.choice,
    ...of(
      'GameLift',
      `*.NewGameSessionProtectionPolicy *.ApplyCapacity *.Protocol *.MetricName *.GameServerIpProtocolSupported
      *.GameServerProtectionPolicy *.PriorityOrder *.LogDestination *.AccessLevel`,
    ),
  ),
];

const STUDIOS: readonly Classification[] = [
  ...all(
    { kind: 'at-rest', good: ['CUSTOMER_MANAGED_KEY'] },
    ...of('NimbleStudio', 'Studio:StudioEncryptionConfiguration.KeyType'),
  ),
  ...all({ kind: 'key' }, ...of('NimbleStudio', '*.KeyArn')),
  ...all({ kind: 'host' }, ...of('NimbleStudio', '*.Endpoint')),
  ...not(NOT.near, ...of('NimbleStudio', '*.ShareName *.StudioName')),
  ...not(NOT.choice, ...of('NimbleStudio', '*.LaunchProfileProtocolVersions *.LaunchProfileProtocolVersion')),
  ...all({ kind: 'bucket' }, ...of('Deadline', '*.S3BucketName')),
  ...all({ kind: 'region', incoming: true }, ...of('Deadline', '*.IdentityCenterRegion')),
  ...all({ kind: 'arn', incoming: true }, ...of('Deadline', '*.PasswordArn')),
  ...not(
    'the organization’s identity centre; `IdentityCenterRegion` says where',
    ...of('Deadline', '*.IdentityCenterInstanceArn'),
  ),
  ...not(WHY.ownName, ...of('Deadline', '*.Subdomain *.HostName')),
  ...not(NOT.near, ...of('Deadline', '*.RequiredFileSystemLocationNames')),
  ...not(NOT.choice, ...of('Deadline', '*.PriorityFifo *.AlwaysScheduleFirst *.AlwaysScheduleLast')),
  ...all({ kind: 'role' }, ...of('PCS', '*.IamInstanceProfileArn')),
  ...not(WHY.reported, ...of('PCS', '*.Port')),
  ...not(WHY.code, ...of('PCS', '*.ScriptLocation *.S3VersionId')),
  ...not(NOT.choice, ...of('PCS', '*.ScriptCachingPolicy *.ExecutionPolicy')),
  ...not(WHY.code, ...of('SimSpaceWeaver', '*.BucketName *.ObjectKey')),
  ...not(WHY.code, ...of('RoboMaker', '*.S3Bucket *.S3Key')),
  ...all({ kind: 'arn' }, ...of('RoboMaker', '*.Fleet *.Application')),
];

export const CLASSIFIED: readonly Classification[] = [...DESKTOPS, ...GAMES, ...STUDIOS];

const PLAIN_DESKTOP =
  'a desktop’s volumes are not encrypted unless told (WorkSpaces administration guide, “Encrypted WorkSpaces”)';

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::WorkSpaces::Workspace',
    path: 'RootVolumeEncryptionEnabled',
    kind: 'at-rest',
    why: PLAIN_DESKTOP,
  },
  {
    type: 'AWS::WorkSpaces::Workspace',
    path: 'UserVolumeEncryptionEnabled',
    kind: 'at-rest',
    why: PLAIN_DESKTOP,
  },
  {
    type: 'AWS::WorkSpaces::Workspace',
    path: 'VolumeEncryptionKey',
    kind: 'key',
    why: 'encrypted volumes are under aws/workspaces, which AWS manages (WorkSpaces administration guide, “Encrypted WorkSpaces”)',
  },
  {
    type: 'AWS::WorkSpacesWeb::Portal',
    path: 'CustomerManagedKey',
    kind: 'key',
    why: 'what a portal keeps of its users is under a key that AWS owns (WorkSpaces Secure Browser administration guide, “Data encryption”)',
  },
  {
    type: 'AWS::Deadline::Farm',
    path: 'KmsKeyArn',
    kind: 'key',
    why: 'a farm’s data are under a key that AWS owns (Deadline Cloud developer guide, “Key management”)',
  },
  {
    type: 'AWS::NimbleStudio::Studio',
    path: 'StudioEncryptionConfiguration.KeyArn',
    kind: 'key',
    why: 'a studio’s data are under a key that AWS owns (Nimble Studio administrator guide, “Encryption at rest”)',
  },
];

const DIRECTORY =
  'users and passwords are encrypted with keys that AWS manages, and no other is taken (Directory Service administration guide, “Data protection”)';

export const KEYLESS: readonly Keyless[] = ['MicrosoftAD', 'SimpleAD'].map((name): Keyless => ({
  type: `AWS::DirectoryService::${name}`,
  why: DIRECTORY,
}));
