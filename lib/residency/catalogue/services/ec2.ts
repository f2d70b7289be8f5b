import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

const EBS = 'Amazon EBS user guide, “Amazon EBS encryption”';
const UNENCRYPTED = `a new volume is not encrypted unless the account says so by default (${EBS})`;
const AWS_EBS = `an encrypted volume that names no key is under aws/ebs, which AWS manages (${EBS})`;

/** Volumes that are written inside another resource: where, and its kind of key. */
const DISKS: readonly (readonly [type: string, disk: string])[] = [
  ['AWS::EC2::Instance', 'BlockDeviceMappings[*].Ebs'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.BlockDeviceMappings[*].Ebs'],
  ['AWS::EC2::EC2Fleet', 'LaunchTemplateConfigs[*].Overrides[*].BlockDeviceMappings[*].Ebs'],
  ['AWS::WorkspacesInstances::WorkspaceInstance', 'ManagedInstance.BlockDeviceMappings[*].Ebs'],
];

export const CLASSIFIED: readonly Classification[] = [
  ...all(
    { kind: 'at-rest', good: ['true'] },
    ...of(
      'EC2',
      `Volume.Encrypted Instance:Ebs.Encrypted LaunchTemplate:Ebs.Encrypted EC2Fleet:EbsBlockDevice.Encrypted
      SpotFleet:EbsBlockDevice.Encrypted *.CustomerManagedKeyEnabled`,
    ),
  ),
  ...all(
    { kind: 'public', bad: ['true'] },
    ...of(
      'EC2',
      `Instance:NetworkInterface.AssociatePublicIpAddress LaunchTemplate:NetworkInterface.AssociatePublicIpAddress
      EC2Fleet.AssociatePublicIpAddress SpotFleet.AssociatePublicIpAddress`,
    ),
  ),
  // Whoever the gateway is shared with joins its networks unasked.
  ...all(
    { kind: 'public', bad: ['enable'] },
    ...of('EC2', 'TransitGateway.AutoAcceptSharedAttachments *.AutoAcceptSharedAssociations'),
  ),
  ...all({ kind: 'public', good: ['block-all-sharing'] }, ...of('EC2', 'SnapshotBlockPublicAccess.State')),
  ...all(
    { kind: 'public', bad: ['allow-bidirectional'] },
    ...of('EC2', 'VPCBlockPublicAccessExclusion.InternetGatewayExclusionMode'),
  ),
  ...all({ kind: 'in-transit', good: ['enable'] }, ...of('EC2', 'TransitGateway.EncryptionSupport')),
  ...all(
    { kind: 'range' },
    ...of(
      'EC2',
      `SecurityGroup:Ingress.CidrIp SecurityGroup:Ingress.CidrIpv6 SecurityGroupIngress.CidrIp
      SecurityGroupIngress.CidrIpv6 PrefixList:Entry.Cidr`,
    ),
  ),
  ...all({ kind: 'account' }, ...of('EC2', '*.SourceSecurityGroupOwnerId VPCPeeringConnection.PeerOwnerId')),
  ...all(
    { kind: 'role' },
    ...of(
      'EC2',
      `EC2Fleet:IamInstanceProfileSpecification.Arn SpotFleet:IamInstanceProfileSpecification.Arn
      LaunchTemplate:IamInstanceProfile.Arn EC2Fleet:IamInstanceProfileSpecification.Name`,
    ),
  ),
  // An Outpost stands in a building of the customer's, wherever its parent region is.
  ...all({ kind: 'external' }, ...of('EC2', '*.OutpostArn CapacityReservation.OutPostArn')),
  ...all(
    { kind: 'external', of: 'telemetry' },
    ...of('EC2', 'IPAMScope:IpamScopeExternalAuthorityConfiguration.ExternalResourceIdentifier'),
  ),
  // Cloud WAN spans regions by its nature.
  ...all({ kind: 'global' }, ...of('EC2', 'Route.CoreNetworkArn')),
  // The group of a Local Zone is no region, and so leads elsewhere.
  ...all(
    { kind: 'region' },
    ...of('EC2', '*.NetworkBorderGroup *.Ipv6CidrBlockNetworkBorderGroup IPAMPool.Locale'),
  ),
  ...all(
    { kind: 'region', of: 'telemetry', incoming: true },
    ...of('EC2', '*.ResourceRegion IPAM:IpamOperatingRegion.RegionName'),
    ...of('EC2', 'IPAMResourceDiscovery:IpamOperatingRegion.RegionName'),
  ),
  ...all({ kind: 'arn', of: 'copy' }, ...of('EC2', 'TrafficMirrorTarget.NetworkLoadBalancerArn')),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of(
      'EC2',
      'FlowLog.LogDestination VerifiedAccessInstance:S3.BucketName CapacityManagerDataExport.S3BucketName',
    ),
  ),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    ...of('EC2', 'VPNConnection.BgpLogGroupArn VPNConnection.LogGroupArn *.ConnectionNotificationArn'),
  ),
  ...all({ kind: 'arn' }, ...of('EC2', 'NetworkInsightsPath.Destination NetworkInsightsPath.Source')),
  ...all({ kind: 'arn', incoming: true }, ...of('EC2', '*.SqlServerCredentials')),
  // Of a service's name the region is a word: `com.amazonaws.eu-west-1.s3`.
  ...all({ kind: 'definition' }, ...of('EC2', 'VPCEndpoint.ServiceName')),
  ...not(
    NOT.near,
    ...of(
      'EC2',
      `*.KeyName *.HostId *.GroupSet *.NetworkInterfaceId *.AllocationId *.AllocationIds *.SecondaryAllocationIds
      *.Groups *.ServiceId *.RouteServerId *.PublicIpv4Pool EIPAssociation.EIP FlowLog.ResourceId
      IPAMPool:SourceResource.ResourceId *.IpamResourceDiscoveryId *.TrafficMirrorTargetId *.NetworkAclId
      *.DhcpOptionsId *.VpnConnectionId *.VpcPeeringConnectionId *.DestinationPrefixListId *.SourcePrefixListId
      *.OutpostLagId *.TransitGatewayMeteringPolicyId *.DocumentName *.VpcEncryptionControlId`,
    ),
  ),
  ...not(
    WHY.match,
    ...of(
      'EC2',
      `NetworkAclEntry.CidrBlock NetworkAclEntry.Ipv6CidrBlock *.IpProtocol *.Protocol *.Protocols *.SourcePortRange
      *.DestinationPortRange *.DestinationPorts *.SourcePorts *.SourcePrefixLists *.DestinationPrefixLists
      *.ResourceTypes *.Resources TransitGatewayPolicyTableEntry.PolicyRuleNumber
      IPAMPrefixListResolver:IpamPrefixListResolverRuleCondition.ResourceId
      IPAMPrefixListResolver:IpamPrefixListResolverRuleCondition.ResourceOwner
      IPAMPrefixListResolver:IpamPrefixListResolverRuleCondition.ResourceRegion`,
    ),
  ),
  ...not(
    'which addresses a network may call: what it lets in is judged, and where data is sent, where that is said',
    ...of(
      'EC2',
      'SecurityGroup:Egress.CidrIp SecurityGroup:Egress.CidrIpv6 SecurityGroupEgress.CidrIp SecurityGroupEgress.CidrIpv6',
    ),
  ),
  ...not(
    'an analysis computes from configuration what could be reached; no data of users passes',
    ...of(
      'EC2',
      `NetworkInsightsAnalysis.AdditionalAccounts NetworkInsightsAnalysis.ServiceName
      NetworkInsightsAnalysis.FilterInArns NetworkInsightsAnalysis.FilterOutArns
      NetworkInsightsAnalysis:AnalysisRouteTableRoute.Origin NetworkInsightsAnalysis.ComponentRegion
      NetworkInsightsAnalysis.ComponentAccount NetworkInsightsAnalysis.AvailabilityZones
      NetworkInsightsAnalysis.AvailabilityZone NetworkInsightsAnalysis.LoadBalancerArn
      NetworkInsightsAnalysis.ComponentArn NetworkInsightsAnalysis.Arn NetworkInsightsAnalysis.RouteOrigin
      NetworkInsightsAnalysis.ResourceId NetworkInsightsAnalysis.destinationPrefixListId
      NetworkInsightsPath.DestinationIp NetworkInsightsPath.SourceIp`,
    ),
  ),
  ...not(
    'aggregate latencies between zones of AWS, no data of users',
    ...of(
      'EC2',
      'NetworkPerformanceMetricSubscription.Destination NetworkPerformanceMetricSubscription.Source',
    ),
  ),
  ...not(
    WHY.reported,
    ...of(
      'EC2',
      `InstanceConnectEndpoint:InstanceConnectEndpointDnsNames.DnsName
      InstanceConnectEndpoint:InstanceConnectEndpointDnsNames.FipsDnsName
      NetworkInterface:PublicIpDnsNameOptions.PublicIpv4DnsName
      NetworkInterface:PublicIpDnsNameOptions.PublicIpv6DnsName
      NetworkInterface:PublicIpDnsNameOptions.PublicDualStackDnsName VPC:VpcEncryptionControl.State
      VPC:VpcEncryptionControl.StateMessage TrafficMirrorSession.OwnerId`,
    ),
  ),
  ...not(
    WHY.billing,
    ...of(
      'EC2',
      '*.MeteredAccount *.PayerResponsibility *.UnusedReservationBillingOwnerId IPAMPool:SourceResource.ResourceOwner',
    ),
  ),
  ...not(
    'an address of a resolver or time server in the network’s own settings; forwarding rules are judged',
    ...of('EC2', '*.DnsServers DHCPOptions.NetbiosNameServers DHCPOptions.NtpServers'),
    ...of('EC2', 'DHCPOptions.DomainName DHCPOptions.DomainNameServers'),
  ),
  ...not(
    WHY.federation,
    ...of('EC2', 'ClientVpnEndpoint.SelfServiceSAMLProviderArn ClientVpnEndpoint.SAMLProviderArn'),
  ),
  ...not(WHY.signingKeys, ...of('EC2', '*.PublicSigningKeyUrl *.PublicSigningKeyEndpoint')),
  ...not(
    'narrows what may pass: it grants nothing by itself, and one for every principal is the default',
    ...of('EC2', 'VPCEndpoint.PolicyDocument'),
  ),
  ...not(
    'a policy in Cedar over the claims of users who signed in; it names no account',
    ...of(
      'EC2',
      'VerifiedAccessEndpoint.PolicyDocument VerifiedAccessGroup.PolicyDocument VerifiedAccessTrustProvider.PolicyReferenceName',
    ),
  ),
  ...not(
    WHY.ownName,
    ...of(
      'EC2',
      `*.PrivateDnsSpecifiedDomains *.ApplicationDomain *.EndpointDomainPrefix *.CidrEndpointsCustomSubDomain
      *.PrivateDnsOnlyForInboundResolverEndpoint *.EnableDnsHostnames`,
    ),
  ),
  ...not(WHY.code, ...of('EC2', 'FpgaImage:StorageLocation.Bucket')),
  ...not(WHY.pull, ...of('EC2', '*.Prefix *.S3BucketPrefix Instance:LaunchTemplateSpecification.Version')),
  ...not(
    'an account that the bucket is expected to belong to',
    ...of('EC2', 'VerifiedAccessInstance:S3.BucketOwner'),
  ),
  ...not('a key pair to log in with; it encrypts nothing', ...of('EC2', 'KeyPair.PublicKeyMaterial')),
  ...not(
    NOT.credential,
    ...of(
      'EC2',
      'VPNConnection.PreSharedKeyStorage VPNConnection:VpnTunnelOptionsSpecification.PreSharedKey',
    ),
  ),
  ...not(
    'algorithms of which AWS offers only strong ones',
    ...of('EC2', 'VPNConnection:Phase1EncryptionAlgorithmsRequestListValue.Value'),
    ...of('EC2', 'VPNConnection:Phase2EncryptionAlgorithmsRequestListValue.Value'),
  ),
  ...not(
    'traffic that AWS need not have encrypted below TLS; TLS is judged where it is set',
    ...of(
      'EC2',
      `VPCEncryptionControl.Mode VPC:VpcEncryptionControl.Mode *.InternetGatewayExclusion
      *.EgressOnlyInternetGatewayExclusion *.InternetGatewayExclusionInput
      *.EgressOnlyInternetGatewayExclusionInput *.NatGatewayExclusionInput
      *.VirtualPrivateGatewayExclusionInput *.VpcPeeringExclusionInput *.VpcLatticeExclusionInput
      *.ElasticFileSystemExclusionInput *.LambdaExclusionInput *.RequireEncryptionInTransit`,
    ),
  ),
  ...not(
    'a public address that a network may have; what may reach it is judged at security groups and interfaces',
    ...of('EC2', '*.MapPublicIpOnLaunch *.PubliclyAdvertisable *.PublicIpSource *.AssociateCarrierIpAddress'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'EC2',
      `*.InstanceMatchCriteria *.AuthorizeAllGroups *.SplitTunnel *.SelfServicePortal *.TransportProtocol
      *.ExcessCapacityTerminationPolicy *.SingleAvailabilityZone *.SpreadDomain *.HttpEndpoint *.HttpProtocolIpv6
      EIP.Domain *.TagKeys *.HostRecovery *.HostMaintenance *.AwsService *.AddressFamily
      *.IpamScopeExternalAuthorityType *.SourceDestCheck *.NoDevice *.EnableResourceNameDnsAAAARecord
      *.EnableResourceNameDnsARecord *.PreserveClientIp *.CapacityReservationPreference *.Primary
      *.EnablePrimaryIpv6 *.PublicIpDnsHostnameTypeSpecification *.Permission *.AssignIpv6AddressOnCreation
      *.EnableDns64 *.SecurityGroupReferencingSupport *.StaticSourcesSupport *.EnableDnsSupport
      *.PrivateDnsEnabled *.PrivateDnsPreference *.ConnectionEvents *.AcceptanceRequired *.SupportedIpAddressTypes
      *.EnableTunnelLifecycleControl *.PolicyEnabled *.InternetGatewayBlockMode`,
    ),
  ),
];

export const REQUIRED: readonly Requirement[] = [
  { type: 'AWS::EC2::Volume', path: 'Encrypted', kind: 'at-rest', why: UNENCRYPTED },
  { type: 'AWS::EC2::Volume', path: 'KmsKeyId', kind: 'key', why: AWS_EBS },
  { type: 'AWS::WorkspacesInstances::Volume', path: 'Encrypted', kind: 'at-rest', why: UNENCRYPTED },
  { type: 'AWS::WorkspacesInstances::Volume', path: 'KmsKeyId', kind: 'key', why: AWS_EBS },
  ...DISKS.flatMap(([type, disk]): Requirement[] => [
    { type, path: `${disk}.Encrypted`, kind: 'at-rest', onlyWith: disk, why: UNENCRYPTED },
    { type, path: `${disk}.KmsKeyId`, kind: 'key', onlyWith: disk, why: AWS_EBS },
  ]),
  {
    type: 'AWS::EC2::SpotFleet',
    path: 'SpotFleetRequestConfigData.LaunchSpecifications[*].BlockDeviceMappings[*].Ebs.Encrypted',
    kind: 'at-rest',
    onlyWith: 'SpotFleetRequestConfigData.LaunchSpecifications[*].BlockDeviceMappings[*].Ebs',
    why: UNENCRYPTED,
  },
];

export const KEYLESS: readonly Keyless[] = [];
