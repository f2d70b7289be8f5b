import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

/** Negotiation policies that still accept TLS 1.0 or 1.1. */
const OLD_BALANCER_TLS = [
  'ELBSecurityPolicy-2015-05',
  'ELBSecurityPolicy-2016-08',
  'ELBSecurityPolicy-TLS-1-0-2015-04',
  'ELBSecurityPolicy-TLS-1-1-2017-01',
  'ELBSecurityPolicy-FS-2018-06',
  'ELBSecurityPolicy-FS-1-1-2019-08',
  'ELBSecurityPolicy-TLS13-1-0-2021-06',
  'ELBSecurityPolicy-TLS13-1-1-2021-06',
  'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-0-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09',
];

const BALANCERS: readonly Classification[] = [
  ...all(
    { kind: 'in-transit', bad: ['HTTP', 'http'] },
    ...of('ElasticLoadBalancing', 'LoadBalancer:Listeners.Protocol'),
    ...of('ElasticLoadBalancingV2', 'Listener.Protocol'),
  ),
  ...all(
    { kind: 'in-transit', bad: ['HTTP'] },
    ...of('ElasticLoadBalancingV2', 'Listener:RedirectConfig.Protocol ListenerRule:RedirectConfig.Protocol'),
  ),
  ...all(
    { kind: 'in-transit', bad: OLD_BALANCER_TLS },
    ...of('ElasticLoadBalancingV2', 'Listener.SslPolicy'),
  ),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of('ElasticLoadBalancing', 'LoadBalancer:AccessLoggingPolicy.S3BucketName'),
  ),
  // Keys say what the values are: `access_logs.s3.bucket`, `routing.http.drop_invalid_header_fields.enabled`.
  ...all({ kind: 'definition' }, ...of('ElasticLoadBalancingV2', 'LoadBalancer:.LoadBalancerAttributes')),
  ...not(
    'judged with its key, in the list of attributes',
    ...of('ElasticLoadBalancingV2', 'LoadBalancer:LoadBalancerAttribute.Value'),
  ),
  ...all({ kind: 'arn' }, ...of('ElasticLoadBalancing', 'LoadBalancer:Listeners.SSLCertificateId')),
  ...all({ kind: 'arn' }, ...of('ElasticLoadBalancingV2', 'TargetGroup:TargetDescription.Id')),
  ...all({ kind: 'host' }, ...of('ElasticLoadBalancingV2', '*.Issuer')),
  // The issuer of a JSON web token is only compared with.
  ...not(
    WHY.signingKeys,
    ...of(
      'ElasticLoadBalancingV2',
      `*.JwksEndpoint Listener:JwtValidationConfig.Issuer ListenerRule:JwtValidationConfig.Issuer`,
    ),
  ),
  ...not(
    'certificates of authorities and their revocations, no data of users',
    ...of('ElasticLoadBalancingV2', 'TrustStore.CaCertificatesBundleS3Bucket'),
    ...of('ElasticLoadBalancingV2', 'TrustStoreRevocation:RevocationContent.S3Bucket'),
  ),
  ...not(NOT.outside, ...of('ElasticLoadBalancingV2', '*.Query *.Host *.UserPoolDomain')),
  ...not(
    WHY.behind,
    ...of('ElasticLoadBalancing', 'LoadBalancer:Listeners.InstanceProtocol'),
    ...of('ElasticLoadBalancingV2', 'TargetGroup.Protocol TargetGroup.ProtocolVersion'),
  ),
  ...not(
    WHY.probe,
    ...of('ElasticLoadBalancing', 'LoadBalancer:HealthCheck.Target'),
    ...of('ElasticLoadBalancingV2', '*.HealthCheckPath *.HealthCheckProtocol *.HealthCheckPort'),
  ),
  ...not(
    WHY.pull,
    ...of('ElasticLoadBalancing', '*.S3BucketPrefix'),
    ...of(
      'ElasticLoadBalancingV2',
      `*.CaCertificatesBundleS3Key *.CaCertificatesBundleS3ObjectVersion *.S3Key *.S3ObjectVersion`,
    ),
  ),
  ...not(
    'a front door for users: what it lets in, and how, is judged at security groups and listeners',
    ...of('ElasticLoadBalancing', '*.Scheme'),
    ...of('ElasticLoadBalancingV2', '*.Scheme'),
  ),
  ...not(
    NOT.near,
    ...of('ElasticLoadBalancing', '*.Instances *.PolicyName *.PolicyNames *.OwnerAlias'),
    ...of(
      'ElasticLoadBalancingV2',
      '*.UserPoolClientId *.AllocationId *.QuicServerId TargetGroup:TargetDescription.AvailabilityZone',
    ),
  ),
  ...not(
    NOT.choice,
    ...of('ElasticLoadBalancing', '*.CrossZone'),
    ...of(
      'ElasticLoadBalancingV2',
      `*.AlpnPolicy *.OnUnauthenticatedRequest *.AuthenticationRequestExtraParams *.EnablePrefixForIpv6SourceNat
      *.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic *.SourceNatIpv6Prefix`,
    ),
  ),
];

const LATTICE: readonly Classification[] = [
  ...all(
    { kind: 'arn' },
    ...of(
      'VpcLattice',
      `*.ServiceIdentifier *.ListenerIdentifier *.ServiceNetworkIdentifier *.ResourceConfigurationId *.ArnResource
      *.TargetGroupIdentifier Rule:WeightedTargetGroup.TargetGroupIdentifier TargetGroup:Target.Id
      *.ResourceConfigurationGroupId *.ResourceGatewayId`,
    ),
  ),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('VpcLattice', 'AccessLogSubscription.DestinationArn')),
  ...all({ kind: 'policy' }, ...of('VpcLattice', 'AuthPolicy.Policy ResourcePolicy.Policy')),
  ...all({ kind: 'in-transit', bad: ['HTTP'] }, ...of('VpcLattice', 'Listener.Protocol')),
  ...all({ kind: 'host' }, ...of('VpcLattice', 'ResourceConfiguration:DnsResource.DomainName')),
  ...not(
    'which of the sender’s own things the policy or log is of',
    ...of('VpcLattice', '*.ResourceIdentifier ResourcePolicy.ResourceArn'),
  ),
  ...not(WHY.ownName, ...of('VpcLattice', '*.CustomDomainName *.GroupDomain *.PrivateDnsSpecifiedDomains')),
  ...not(WHY.ownName, ...of('VpcLattice', '*.DomainVerificationId DomainVerification.DomainName')),
  ...not(WHY.reported, ...of('VpcLattice', 'Service:DnsEntry.DomainName')),
  ...not(WHY.reported, ...of('VpcLattice', 'ServiceNetworkServiceAssociation:DnsEntry.DomainName')),
  ...not(WHY.behind, ...of('VpcLattice', 'TargetGroup:TargetGroupConfig.Protocol *.ProtocolVersion')),
  ...not(WHY.behind, ...of('VpcLattice', '*.IpResource *.CidrRanges ResourceConfiguration.ProtocolType')),
  ...not(
    WHY.probe,
    ...of('VpcLattice', 'TargetGroup:HealthCheckConfig.Path TargetGroup:HealthCheckConfig.Protocol'),
  ),
  ...not(
    'who within the joined networks may call; they are joined, and shared, elsewhere',
    ...of('VpcLattice', '*.AuthType *.ResourceConfigurationAuthType'),
  ),
  ...not(NOT.choice, ...of('VpcLattice', '*.PrivateDnsPreference *.ResourceConfigDnsResolution')),
];

const WIDE_AREA: readonly Classification[] = [
  ...all({ kind: 'region' }, ...of('NetworkManager', '*.EdgeLocation *.EdgeLocations')),
  ...all({ kind: 'definition' }, ...of('NetworkManager', 'CoreNetwork.PolicyDocument')),
  ...all({ kind: 'zone' }, ...of('NetworkManager', 'Device:AWSLocation.Zone')),
  // A Direct Connect gateway leads to any region.
  ...all({ kind: 'global' }, ...of('NetworkManager', '*.DirectConnectGatewayArn')),
  ...not(
    'which traffic is routed how within the core network',
    ...of('NetworkManager', '*.RoutingPolicyLabel'),
  ),
  ...not('segments of one core network', ...of('NetworkManager', '*.SharedSegments *.GlobalNetworkId')),
  ...not(
    NOT.choice,
    ...of('NetworkManager', '*.Protocol *.ApplianceModeSupport *.SecurityGroupReferencingSupport'),
  ),
  ...all({ kind: 'arn' }, ...of('DirectConnect', '*.VirtualGatewayId')),
  ...not(NOT.near, ...of('DirectConnect', '*.LagId *.ConnectionId')),
  ...not('the building where a cable ends', ...of('DirectConnect', '*.Location')),
  ...not(NOT.credential, ...of('DirectConnect', '*.AuthKey')),
  ...not(NOT.choice, ...of('DirectConnect', '*.AddressFamily')),
  // The other end is another provider of clouds.
  ...all({ kind: 'external' }, ...of('Interconnect', 'Connection.RemoteOwnerAccount')),
  ...not(NOT.credential, ...of('Interconnect', 'Connection.ActivationKey')),
  ...not(
    'a gateway of Direct Connect, of no region; the other end is judged',
    ...of('Interconnect', 'Connection:AttachPoint.Arn'),
  ),
  ...not(NOT.label, ...of('Outposts', 'Site:Address.ContactPhoneNumber Site:Address.AddressLine1')),
  ...not(NOT.label, ...of('Outposts', 'Site:Address.AddressLine2 Site:Address.AddressLine3')),
  ...all({ kind: 'in-transit', bad: ['HTTP'] }, ...of('RTBFabric', 'ResponderGateway.Protocol')),
  ...all({ kind: 'in-transit', bad: ['HTTP'] }, ...of('RTBFabric', '*.Protocols')),
  ...not(WHY.probe, ...of('RTBFabric', 'ResponderGateway:HealthCheckConfig.Protocol')),
  ...not(WHY.match, ...of('RTBFabric', '*.HostHeader *.HostHeaderWildcard')),
  ...not(WHY.behind, ...of('RTBFabric', 'ResponderGateway.DomainName *.EndpointsResourceName')),
  ...not(WHY.behind, ...of('RTBFabric', '*.EndpointsResourceNamespace')),
  ...not(
    'certificates of authorities, no data of users',
    ...of('RTBFabric', '*.CertificateAuthorityCertificates *.ClusterApiServerCaCertificateChain'),
  ),
  ...not(NOT.near, ...of('EVS', '*.KeyName *.DedicatedHostId *.PrivateRouteServerPeerings')),
  ...not(
    WHY.ownName,
    ...of(
      'EVS',
      `*.HostName *.VCenter *.Nsx *.NsxManager1 *.NsxManager2 *.NsxManager3 *.NsxEdge1 *.NsxEdge2
      *.SddcManager *.CloudBuilder`,
    ),
  ),
  ...not('a licence', ...of('EVS', '*.SolutionKey *.VsanKey')),
  ...all({ kind: 'public', good: ['false'] }, ...of('EVS', 'Environment:InitialVlans.IsHcxPublic')),
];

const SHARING: readonly Classification[] = [
  ...all({ kind: 'public', bad: ['true'] }, ...of('RAM', 'ResourceShare.AllowExternalPrincipals')),
  ...all(
    { kind: 'public', bad: ['true'] },
    ...of('RAM', 'ResourceShare:ResourceShareConfiguration.RetainSharingOnAccountLeaveOrganization'),
  ),
  ...all({ kind: 'account' }, ...of('RAM', 'ResourceShare.Sources')),
  ...not(
    'a list of actions that RAM keeps outside any region; who gets them is judged',
    ...of('RAM', 'ResourceShare.PermissionArns Permission.PolicyTemplate'),
  ),
  ...not(NOT.choice, ...of('RAM', 'ResourceShare:ResourceShareConfiguration.ExclusiveAccountAccess')),
];

export const CLASSIFIED: readonly Classification[] = [...BALANCERS, ...LATTICE, ...WIDE_AREA, ...SHARING];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::EVS::Environment',
    path: 'KmsKeyId',
    kind: 'key',
    why: 'secrets of the environment are under aws/secretsmanager, which AWS manages (Amazon EVS user guide, “Data protection in Amazon EVS”)',
  },
];

export const KEYLESS: readonly Keyless[] = [];
