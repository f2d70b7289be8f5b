import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import type { Verdict } from '../verdict';
import { DEFINITION, WHY } from './others-words';
import { all, need, not, under } from './words';

const connect = (names: string): string[] => under('MediaConnect::*', names);
const live = (names: string): string[] => under('MediaLive::*', names);
const tailor = (names: string): string[] => under('MediaTailor::*', names);
/** MediaPackage in both versions. */
const pack = (names: string): string[] =>
  ['MediaPackage::*', 'MediaPackageV2::*'].flatMap((s) => under(s, names));

/** Protocols that carry video in the clear. */
const CLEAR: Verdict = { kind: 'in-transit', bad: ['rtp', 'rtp-fec', 'udp', 'rist'] };
const CONTENT = 'how viewers’ players decrypt the content; the key server is judged by its URL';
const PICTURE = 'a video or picture that is shown to every viewer';

/** Video and sound, live and on demand. */
export const CLASSIFIED: readonly Classification[] = [
  // MediaConnect
  ...all(
    CLEAR,
    'AWS::MediaConnect::Flow:Source.Protocol',
    'AWS::MediaConnect::FlowSource.Protocol',
    'AWS::MediaConnect::FlowOutput.Protocol',
    'AWS::MediaConnect::RouterInput.Protocol',
    'AWS::MediaConnect::RouterOutput.Protocol',
  ),
  ...not('within the network of the gateway, on premises', ...under('MediaConnect::Bridge', 'Protocol')),
  ...not(
    'within the network of the gateway, on premises',
    'AWS::MediaConnect::BridgeOutput.Protocol',
    'AWS::MediaConnect::BridgeSource.Protocol',
  ),
  ...all(
    { kind: 'host' },
    'AWS::MediaConnect::FlowOutput.Destination',
    'AWS::MediaConnect::RouterOutput.DestinationAddress',
  ),
  ...all(
    { kind: 'host', incoming: true },
    ...connect('SourceListenerAddress'),
    'AWS::MediaConnect::RouterInput.SourceAddress',
  ),
  ...all({ kind: 'arn', incoming: true }, ...connect('EntitlementArn')),
  ...all(
    { kind: 'range' },
    ...connect('WhitelistCidr CidrAllowList EgressCidrBlocks'),
    'AWS::MediaConnect::RouterNetworkInterface:PublicRouterNetworkInterfaceRule.Cidr',
  ),
  ...all({ kind: 'account' }, 'AWS::MediaConnect::FlowEntitlement.Subscribers'),
  ...not(NOT.address, ...connect('MulticastSourceIp IngestIp DestinationIp')),
  ...not(WHY.part, ...connect('PrimarySource SourceName')),
  ...not(CONTENT, ...connect('ResourceId DeviceId ConstantInitializationVector Algorithm')),
  ...not(
    'where the key comes from; either way the stream is encrypted',
    ...connect('EncryptionKeyType Automatic'),
    ...under('MediaConnect::RouterOutput', 'EncryptionType Public'),
  ),
  ...not(WHY.prefix, ...under('MediaConnect::RouterOutput', 'ApplicationName StreamName')),
  ...not(WHY.options, ...connect('SourceIngestPort NdiOutputTimecodeSource Default')),

  // MediaConvert
  ...all(DEFINITION, ...under('MediaConvert::*', 'SettingsJson')),
  ...all({ kind: 'arn' }, ...under('MediaConvert::*', 'Queue')),

  // MediaLive
  ...all({ kind: 'host', incoming: true }, 'AWS::MediaLive::Channel:InputLocation.Uri'),
  ...all(
    { kind: 'host', incoming: true },
    'AWS::MediaLive::Input:InputSourceRequest.Url',
    'AWS::MediaLive::Input:MulticastSourceCreateRequest.Url',
    ...live('SdpUrl SrtListenerAddress'),
  ),
  ...all({ kind: 'range' }, 'AWS::MediaLive::InputSecurityGroup:InputWhitelistRuleCidr.Cidr'),
  ...all(
    { kind: 'in-transit', bad: ['CHECK_CRYPTOGRAPHY_ONLY'] },
    'AWS::MediaLive::Channel:NetworkInputSettings.ServerValidation',
  ),
  ...all({ kind: 'in-transit', bad: ['SELF_SIGNED'] }, 'AWS::MediaLive::Channel.CertificateMode'),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    'AWS::MediaLive::EventBridgeRuleTemplate:EventBridgeRuleTemplateTarget.Arn',
  ),
  ...all({ kind: 'arn', incoming: true }, 'AWS::MediaLive::Channel.PrimaryChannelArn'),
  ...not(WHY.near, ...live('ChannelSecurityGroups InputSecurityGroups SdiSources SdiSource')),
  ...not(NOT.address, ...live('PublicAddressAllocationIds SourceIp Gateway')),
  ...not(
    'in the cloud or on premises, beside the encoder; what is sent is judged by its destinations',
    'AWS::MediaLive::Input.InputNetworkLocation',
  ),
  ...not(CONTENT, ...live('IvSource ConstantIv IvInManifest EncryptionType')),
  ...not(NOT.outside, ...live('BaseUrlManifest BaseUrlManifest1 BaseUrlContent BaseUrlContent1')),
  ...not(PICTURE, 'AWS::MediaLive::Channel:ColorCorrection.Uri'),
  ...not(
    WHY.part,
    'AWS::MediaLive::Channel:OutputLocationRef.DestinationRefId',
    'AWS::MediaLive::Channel:OutputDestination.Id',
  ),
  ...not(WHY.prefix, ...under('MediaLive::Channel', 'NameModifier')),
  ...not(
    WHY.made,
    ...under('MediaLive::SignalMap', 'DetailsUri'),
    'AWS::MediaLive::SignalMap:MediaResourceNeighbor.Arn',
  ),
  ...not(
    WHY.options,
    ...under(
      'MediaLive::Channel',
      `SourceEndBehavior LanguageSelectionPolicy AribSourceSettings Scte35Source PassThroughSettings
       Rec601Settings Rec709Settings ColorSpacePassthroughSettings DolbyVision81Settings Hlg2020Settings
       OutputTimingSource HtmlMotionGraphicsSettings AribDestinationSettings SmpteTtDestinationSettings
       EmbeddedPlusScte20DestinationSettings Scte20PlusEmbeddedDestinationSettings
       TeletextDestinationSettings RtmpCaptionInfoDestinationSettings Scte27DestinationSettings
       CopyrightHolder ZoneIdentity FrameCaptureHlsSettings RawSettings MultiplexGroupSettings
       RedundantManifest AuthenticationScheme Source`,
    ),
  ),

  // MediaPackage, MediaStore
  ...all({ kind: 'bucket', incoming: true }, 'AWS::MediaPackage::Asset.SourceArn'),
  ...all({ kind: 'range' }, 'AWS::MediaPackage::OriginEndpoint.Whitelist'),
  ...all(
    { kind: 'policy' },
    ...['ChannelPolicy', 'OriginEndpointPolicy'].map((type) => `AWS::MediaPackageV2::${type}.Policy`),
    'AWS::MediaTailor::ChannelPolicy.Policy',
    'AWS::MediaStore::Container.Policy',
  ),
  ...all({ kind: 'arn' }, ...under('MediaPackage::*', 'CdnIdentifierSecret')),
  // Viewers' players report their errors there.
  ...all({ kind: 'host', of: 'telemetry' }, 'AWS::MediaPackageV2::OriginEndpoint.ReportingUrl'),
  ...not(
    WHY.made,
    'AWS::MediaPackage::Asset:EgressEndpoint.Url',
    ...['MediaPackage', 'MediaPackageV2'].flatMap((s) => under(`${s}::Channel:IngestEndpoint`, 'Id Url')),
    'AWS::MediaPackage::OriginEndpoint:HlsManifest.Url',
    ...['LowLatencyHlsManifestConfiguration', 'HlsManifestConfiguration'].map(
      (manifest) => `AWS::MediaPackageV2::OriginEndpoint:${manifest}.Url`,
    ),
  ),
  ...not(
    CONTENT,
    ...pack('ResourceId PresetSpeke20Audio PresetSpeke20Video ConstantInitializationVector'),
    ...under('MediaPackage::*', 'EncryptionMethod RepeatExtXKey'),
    ...under('MediaPackageV2::*', 'CmafEncryptionMethod TsEncryptionMethod IsmEncryptionMethod'),
  ),
  ...not(WHY.own, ...pack('ManifestName'), ...under('MediaPackage::OriginEndpoint', 'Id')),
  ...not(
    NOT.outside,
    'AWS::MediaPackage::OriginEndpoint.UtcTimingUri',
    'AWS::MediaPackageV2::OriginEndpoint:DashBaseUrl.Url',
    'AWS::MediaPackageV2::OriginEndpoint:DashDvbFontDownload.Url',
    'AWS::MediaPackageV2::OriginEndpoint.MoreInformationUrl',
  ),
  ...not('whether viewers are served at all', 'AWS::MediaPackage::OriginEndpoint.Origination'),
  ...not(
    WHY.options,
    ...under('MediaPackage::*', 'AdMarkers ScteMarkersSource'),
    ...under(
      'MediaPackageV2::*',
      `AvailableSources AvailableLayouts UriSeparator ChildManifestName UrlEncodeChildManifest SegmentName
       ManifestFilter DrmSettings Start End ClipStartTime TimingSource ServiceLocation Source Copyright
       EndpointErrorConditions`,
    ),
  ),
  ...not(WHY.options, ...under('MediaStore::Container', 'LifecyclePolicy AccessLoggingEnabled')),
  ...not('which pages may show it, which browsers ask about', 'AWS::MediaStore::Container.AllowedOrigins'),

  // MediaTailor: what is known of a viewer goes to the server of advertisements.
  ...all(
    { kind: 'host', incoming: true },
    'AWS::MediaTailor::PlaybackConfiguration.VideoContentSourceUrl',
    'AWS::MediaTailor::SourceLocation:HttpConfiguration.BaseUrl',
  ),
  ...all(DEFINITION, 'AWS::MediaTailor::PlaybackConfiguration.ConfigurationAliases'),
  ...not(PICTURE, ...tailor('SlateAdUrl StartUrl EndUrl')),
  ...not(
    NOT.outside,
    ...tailor('AdSegmentUrlPrefix ContentSegmentUrlPrefix MpdLocation'),
    'AWS::MediaTailor::SourceLocation:DefaultSegmentDeliveryConfiguration.BaseUrl',
    'AWS::MediaTailor::SourceLocation:SegmentDeliveryConfiguration.BaseUrl',
  ),
  ...not(WHY.made, ...tailor('ManifestEndpointPrefix')),
  ...not(WHY.part, ...tailor('VodSourceName LiveSourceName SourceLocationName SourceGroup SecretStringKey')),
  ...not(WHY.prefix, ...tailor('Path')),
  ...not(
    'part of a request, whose URL is judged',
    ...under('MediaTailor::PlaybackConfiguration:HttpRequest', 'HttpMethod Body Headers CompressRequest'),
  ),
  ...not(WHY.sign, ...tailor('AccessType')),
  ...not(NOT.choice, ...tailor('FillPolicy EnabledLoggingStrategies')),

  // Interactive Video Service
  ...all({ kind: 'in-transit', good: ['false'] }, ...under('IVS::*', 'InsecureIngest')),
  ...all({ kind: 'in-transit', bad: ['RTMP'] }, 'AWS::IVS::IngestConfiguration.IngestProtocol'),
  ...all({ kind: 'public', good: ['true'] }, 'AWS::IVS::Channel.Authorized'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::IVSChat::Room.LoggingConfigurationIdentifiers'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::IVSChat::LoggingConfiguration.BucketName'),
  ...all({ kind: 'arn' }, 'AWS::IVSChat::Room.Uri'),
  ...not(WHY.near, 'AWS::IVSChat::LoggingConfiguration.DeliveryStreamName'),
  ...not(NOT.credential, ...under('IVS::*', 'PublicKeyMaterial')),
  ...not(
    'which pages may show it, which browsers ask about',
    ...under('IVS::PlaybackRestrictionPolicy', 'AllowedOrigins EnableStrictOriginEnforcement'),
  ),
  ...not(WHY.options, 'AWS::IVS::Channel:MultitrackInputConfiguration.Policy'),
];

const ROUTED = 'Configuration.Standard.ProtocolConfiguration';
const CLEAR_BY_DEFAULT =
  'what is sent is not encrypted unless this is given (MediaConnect user guide, “Encryption in transit”)';

export const REQUIRED: readonly Requirement[] = [
  // Within the network of a VPC, that network decides.
  need(
    'in-transit',
    'MediaConnect::FlowOutput',
    ['Encryption', 'RouterIntegrationTransitEncryption', 'VpcInterfaceAttachment'],
    CLEAR_BY_DEFAULT,
  ),
  ...[
    'SrtListener.EncryptionConfiguration',
    'SrtCaller.EncryptionConfiguration',
    'RtmpPush.TlsEncryption',
  ].map((path) =>
    need('in-transit', 'MediaConnect::RouterOutput', `${ROUTED}.${path}`, CLEAR_BY_DEFAULT, {
      onlyWith: `${ROUTED}.${path.split('.')[0] ?? ''}`,
    }),
  ),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::MediaStore::Container',
    why: 'containers and objects are encrypted under keys that AWS owns, and no other (MediaStore user guide, “Data encryption”)',
  },
];
