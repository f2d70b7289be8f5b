import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { of, WHY } from './network-words';
import { all, not } from './words';

const CERTIFICATES = 'certificates of authorities, no data of users';
const INSPECTED = 'which part of a request is looked at, and how; requests go nowhere else';
const SIGNED_OR_ENCRYPTED = 'a public key of the customer’s, or fields that it encrypts on top of TLS';

const CDN: readonly Classification[] = [
  ...all(
    { kind: 'in-transit', good: ['https-only', 'redirect-to-https'] },
    ...of('CloudFront', '*.ViewerProtocolPolicy'),
  ),
  ...all(
    { kind: 'in-transit', bad: ['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016'] },
    ...of('CloudFront', '*.MinimumProtocolVersion'),
  ),
  // `match-viewer` follows the viewer, who is judged.
  ...all({ kind: 'in-transit', bad: ['http-only'] }, ...of('CloudFront', '*.OriginProtocolPolicy')),
  ...all(
    { kind: 'in-transit', bad: ['SSLv3', 'TLSv1', 'TLSv1.1'] },
    ...of('CloudFront', '*.OriginSSLProtocols'),
  ),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of('CloudFront', 'Distribution:Logging.Bucket StreamingDistribution:Logging.Bucket'),
  ),
  ...all(
    { kind: 'arn', of: 'telemetry' },
    ...of('CloudFront', 'RealtimeLogConfig:KinesisStreamConfig.StreamArn'),
  ),
  ...all(
    { kind: 'host', incoming: true },
    ...of(
      'CloudFront',
      `Distribution:Origin.DomainName StreamingDistribution:S3Origin.DomainName Distribution:LegacyS3Origin.DNSName
      Distribution:LegacyCustomOrigin.DNSName`,
    ),
  ),
  ...all({ kind: 'arn', incoming: true }, ...of('CloudFront', 'VpcOrigin:VpcOriginEndpointConfig.Arn')),
  ...all({ kind: 'region', of: 'copy' }, ...of('CloudFront', '*.OriginShieldRegion')),
  // Functions of the edge log to us-east-1, or to wherever they were invoked.
  ...all(
    { kind: 'global', of: 'telemetry' },
    ...of('CloudFront', 'Distribution:FunctionAssociation.FunctionARN'),
  ),
  ...all(
    { kind: 'global', of: 'telemetry' },
    ...of('CloudFront', 'Distribution:LambdaFunctionAssociation.LambdaFunctionARN'),
  ),
  ...all({ kind: 'arn' }, ...of('CloudFront', 'Distribution:DistributionConfig.WebACLId')),
  ...all(
    { kind: 'account' },
    ...of('CloudFront', 'Distribution.TrustedSigners StreamingDistribution.AwsAccountNumbers'),
  ),
  ...all({ kind: 'bucket', incoming: true }, ...of('CloudFront', 'KeyValueStore:ImportSource.SourceArn')),
  ...not(
    WHY.edgePart,
    ...of(
      'CloudFront',
      `*.RealtimeLogConfigArn *.KeyValueStoreARN Function:FunctionMetadata.FunctionARN AnycastIpList.Arn
      *.ContinuousDeploymentPolicyId *.OriginAccessControlId *.OriginAccessIdentity *.VpcOriginId
      *.ResponseHeadersPolicyId *.OriginRequestPolicyId *.CachePolicyId *.TargetOriginId *.OriginId
      Distribution:Origin.Id *.DistributionId *.TrustedKeyGroups KeyGroup:KeyGroupConfig.Items
      *.FieldLevelEncryptionId`,
    ),
  ),
  ...not(
    'ranges of addresses of the customer’s own',
    ...of('CloudFront', '*.IpamPoolArn *.AnycastIps *.AnycastIp'),
  ),
  ...not(SIGNED_OR_ENCRYPTED, ...of('CloudFront', '*.EncodedKey *.PublicKeyId *.FieldPatterns')),
  ...not(
    NOT.label,
    ...of('CloudFront', 'FieldLevelEncryptionProfile:FieldLevelEncryptionProfileConfig.Comment'),
  ),
  ...not(
    CERTIFICATES,
    ...of(
      'CloudFront',
      `TrustStore:CaCertificatesBundleS3Location.Bucket TrustStore:CaCertificatesBundleS3Location.Region
      Distribution:OriginMtlsConfig.ClientCertificateArn`,
    ),
  ),
  ...not(
    WHY.ownName,
    ...of(
      'CloudFront',
      `DistributionTenant.Domains DistributionTenant:DomainResult.Domain DistributionTenant.PrimaryDomainName`,
    ),
  ),
  ...not('countries of viewers, no regions of AWS', ...of('CloudFront', '*.Locations')),
  ...not(NOT.outside, ...of('CloudFront', '*.ReportUri *.DefaultRootObject *.ResponsePagePath *.OriginPath')),
  ...not(
    'a header that tells browsers how to behave',
    ...of('CloudFront', `*.ContentSecurityPolicy *.IncludeSubdomains *.ReferrerPolicy *.OriginOverride`),
  ),
  ...not(
    'whether there is a log; where it goes is judged',
    ...of('CloudFront', 'StreamingDistribution:Logging.Enabled'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'CloudFront',
      `*.QueryStringBehavior *.QueryStringCacheKeys *.IPV6Enabled *.AllowedMethods *.SslSupportMethod
      *.OriginAccessControlOriginType *.SigningProtocol *.ValidationTokenHost *.UseClientCertificateOCSPEndpoint`,
    ),
  ),
  ...not('a certificate that IAM keeps outside any region', ...of('CloudFront', '*.IamCertificateId')),
];

const DNS: readonly Classification[] = [
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('Route53', '*.CloudWatchLogsLogGroupArn')),
  // Addresses, names of hosts and texts, as the record's type has it; an alias may name a record of its own zone.
  ...all({ kind: 'definition' }, ...of('Route53', '*.ResourceRecords *.DNSName')),
  // The group of a Local Zone is no region, and so leads elsewhere.
  ...all({ kind: 'region' }, ...of('Route53', '*.LocalZoneGroup')),
  ...all(
    { kind: 'region', of: 'telemetry', incoming: true },
    ...of('Route53', 'HealthCheck:AlarmIdentifier.Region'),
  ),
  ...not(
    'at least three regions that probes come from; they carry no data of users',
    ...of('Route53', 'HealthCheck:HealthCheckConfig.Regions'),
  ),
  ...not(
    WHY.probe,
    ...of(
      'Route53',
      `HealthCheck:HealthCheckConfig.FullyQualifiedDomainName HealthCheck:HealthCheckConfig.ResourcePath
      HealthCheck:HealthCheckConfig.SearchString HealthCheck:HealthCheckConfig.EnableSNI
      HealthCheck:HealthCheckConfig.MeasureLatency HealthCheck:HealthCheckConfig.ChildHealthChecks
      HealthCheck:HealthCheckConfig.RoutingControlArn *.HealthCheckId *.EvaluateTargetHealth`,
    ),
  ),
  ...not(
    'signs public records, encrypts nothing; AWS takes it from us-east-1 only',
    ...of('Route53', 'KeySigningKey.KeyManagementServiceArn'),
  ),
  ...not(WHY.match, ...of('Route53', '*.CidrList *.LocationName')),
  ...not(NOT.near, ...of('Route53', '*.TrafficPolicyId')),
  ...not(NOT.choice, ...of('Route53', '*.Failover *.MultiValueAnswer')),
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...of('Route53Resolver', 'ResolverQueryLoggingConfig.DestinationArn'),
  ),
  ...all({ kind: 'host' }, ...of('Route53Resolver', '*.ServerNameIndication')),
  // An Outpost stands in a building of the customer's, wherever its parent region is.
  ...all({ kind: 'external' }, ...of('Route53Resolver', '*.OutpostArn')),
  ...not(
    WHY.match,
    ...of(
      'Route53Resolver',
      'FirewallDomainList.Domains FirewallDomainList.DomainFileUrl *.BlockOverrideDomain ResolverRule.DomainName',
    ),
    ...of(
      'Route53GlobalResolver',
      'FirewallDomainList.Domains FirewallDomainList.DomainFileUrl *.BlockOverrideDomain',
    ),
  ),
  ...not(
    NOT.near,
    ...of(
      'Route53Resolver',
      '*.FirewallDomainListId *.ResourceId *.ResolverQueryLogConfigId *.ResolverRuleId',
    ),
    ...of('Route53GlobalResolver', '*.FirewallDomainListId HostedZoneAssociation.ResourceArn'),
    ...of('Route53Profiles', '*.ResourceId *.Arn *.ResourceArn'),
  ),
  ...not(
    NOT.choice,
    ...of(
      'Route53Resolver',
      `*.Direction *.TargetNameServerMetricsEnabled *.RniEnhancedMetricsEnabled *.Ipv6InternetAccessEnabled
      *.Protocols *.Protocol`,
    ),
    ...of('Route53GlobalResolver', '*.Protocol'),
    ...of('Route53Profiles', '*.ResourceProperties'),
  ),
  ...all({ kind: 'region', of: 'telemetry' }, ...of('Route53GlobalResolver', '*.ObservabilityRegion')),
];

const RECOVERY: readonly Classification[] = [
  ...not(
    WHY.reported,
    ...of('Route53RecoveryControl', 'Cluster:ClusterEndpoint.Endpoint Cluster:ClusterEndpoint.Region'),
  ),
  ...not(
    'a switch of routing, kept in five regions by nature; it holds no data of users',
    ...of(
      'Route53RecoveryControl',
      '*.ClusterArn *.ControlPanelArn *.AssertedControls *.TargetControls *.GatingControls',
    ),
  ),
  ...not(
    'what a check of readiness reads the configuration of; no data of users passes',
    ...of(
      'Route53RecoveryReadiness',
      `*.Cells *.ResourceSetName *.ResourceArn *.ReadinessScopes *.DomainName *.HostedZoneArn
      ResourceSet:NLBResource.Arn`,
    ),
  ),
  ...all({ kind: 'arn', of: 'telemetry', incoming: true }, ...of('ARCRegionSwitch', '*.ResourceIdentifier')),
  ...not(
    'a switch of routing, kept in five regions by nature; it holds no data of users',
    ...of('ARCRegionSwitch', '*.RoutingControlArn'),
  ),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('ARCRegionSwitch', '*.BucketPath')),
  ...all({ kind: 'arn', of: 'copy' }, ...of('ARCRegionSwitch', '*.DbInstanceArnMap')),
  ...not('an account that the bucket is expected to belong to', ...of('ARCRegionSwitch', '*.BucketOwner')),
  ...not(NOT.credential, ...of('ARCRegionSwitch', '*.ExternalId')),
  ...not(NOT.choice, ...of('ARCRegionSwitch', '*.RecoveryApproach *.RegionToRun')),
  ...all({ kind: 'arn' }, ...of('ARCZonalShift', '*.ResourceIdentifier *.AlarmIdentifier')),
];

const ACCELERATOR: readonly Classification[] = [
  ...all({ kind: 'arn' }, ...of('GlobalAccelerator', '*.EndpointId')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('GlobalAccelerator', 'Accelerator.FlowLogsS3Bucket')),
  ...not(WHY.edgePart, ...of('GlobalAccelerator', '*.AcceleratorArn *.ListenerArn *.AttachmentArn')),
  ...not(WHY.probe, ...of('GlobalAccelerator', '*.HealthCheckPath *.HealthCheckProtocol')),
  ...not(WHY.pull, ...of('GlobalAccelerator', '*.FlowLogsS3Prefix')),
  ...not(NOT.choice, ...of('GlobalAccelerator', '*.ClientIPPreservationEnabled *.Protocol *.ClientAffinity')),
];

const FIREWALLS: readonly Classification[] = [
  ...['WAF', 'WAFRegional'].flatMap((service) =>
    not(INSPECTED, ...of(service, '*.TargetString *.TargetStringBase64 *.TextTransformation *.Negated')),
  ),
  ...not(INSPECTED, ...of('WAFRegional', 'RateBasedRule.RateKey')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('WAFv2', 'LoggingConfiguration.LogDestinationConfigs')),
  ...not(
    INSPECTED,
    ...of(
      'WAFv2',
      `*.IPAddressVersion *.JsonBody *.QueryString *.UriPath *.Method *.All *.AllQueryArguments *.ForwardedIP
      *.HTTPMethod *.IP *.ASN *.FallbackBehavior *.HeaderName *.Position *.CustomResponseBodyKey *.TokenDomains
      *.LoginPath *.EnableMachineLearning *.RegistrationPagePath *.CreationPath *.Count *.None *.FieldKeys`,
    ),
  ),
  ...not('one at the edge logs to us-east-1, which its log destinations say', ...of('WAFv2', '*.Scope')),
  ...not('where payments of robots go', ...of('WAFv2', '*.WalletAddress')),
  ...all({ kind: 'bucket', of: 'telemetry' }, ...of('Shield', 'DRTAccess.LogBucketList')),
  ...all({ kind: 'external', of: 'telemetry' }, ...of('Shield', '*.PhoneNumber *.EmailAddress')),
  ...not(
    'what is protected, and how its health is known; nothing of it moves',
    ...of('Shield', '*.ResourceArn *.HealthCheckArns *.Members *.Block *.Count *.Aggregation *.Pattern'),
  ),
  ...all({ kind: 'arn', of: 'telemetry' }, ...of('FMS', '*.SnsTopicArn')),
  ...all({ kind: 'definition' }, ...of('FMS', '*.ManagedServiceData')),
  ...not(
    'what the policy is for; nothing of it moves',
    ...of(
      'FMS',
      `*.ResourcesCleanUp *.ExcludeResourceTags *.ResourceSetIds *.DeleteAllPolicyResources *.PolicyDescription
      *.PolicyName *.ResourceTypeList *.ACCOUNT *.Protocol *.Resources *.ProtocolsList`,
    ),
  ),
  // A map of `bucketName` and `prefix`, `logGroup`, or `deliveryStream`.
  ...all({ kind: 'definition' }, ...of('NetworkFirewall', '*.LogDestination')),
  ...not(
    WHY.match,
    ...of(
      'NetworkFirewall',
      `*.Actions *.AddressDefinition *.Destination *.Protocol *.SourcePort *.Direction *.DestinationPort *.Source
      *.TargetTypes *.Targets *.Definition`,
    ),
  ),
  ...not(CERTIFICATES, ...of('NetworkFirewall', 'TLSInspectionConfiguration.CertificateAuthorityArn')),
  ...not(
    NOT.choice,
    ...of(
      'NetworkFirewall',
      `*.FirewallPolicyChangeProtection *.AvailabilityZoneChangeProtection *.EnableTLSSessionHolding
      *.StreamExceptionPolicy`,
    ),
  ),
  ...not(NOT.label, ...of('NetworkFirewall', '*.FirewallPolicyName *.TLSInspectionConfigurationName')),
];

export const CLASSIFIED: readonly Classification[] = [
  ...CDN,
  ...DNS,
  ...RECOVERY,
  ...ACCELERATOR,
  ...FIREWALLS,
];

export const REQUIRED: readonly Requirement[] = [
  {
    type: 'AWS::CloudFront::Distribution',
    path: 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
    kind: 'in-transit',
    onlyWith: 'DistributionConfig.ViewerCertificate.AcmCertificateArn',
    why: 'a custom certificate without it takes TLSv1 (CloudFront developer guide, “Supported protocols and ciphers between viewers and CloudFront”)',
  },
];

export const KEYLESS: readonly Keyless[] = [];
