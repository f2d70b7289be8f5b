import type { Policy } from '../../../lib/residency';
import { findings, found, one, resources } from '../support';

const rule = 'link';
const NETWORKS = ['10.8.0.0/16', 'fd00:8::/32'];
const CLOSED: Policy = { link: { open: [], networks: NETWORKS } };
const OPEN: Policy = { link: { open: ['stack'], networks: NETWORKS } };

type Row = readonly [name: string, type: string, properties: object, others: object];

/** Rows of one length: a test that takes more than its row has would wait to be called back. */
function rows(list: readonly (readonly [string, string, object, object?])[]): Row[] {
  return list.map(([name, type, properties, others = {}]) => [name, type, properties, others]);
}

const route = (more: object): object => ({
  RouteTableId: 'rtb-1',
  DestinationCidrBlock: '10.8.1.10/32',
  ...more,
});
const logged = { CloudwatchLogOptions: { LogEnabled: true, LogGroupArn: 'arn:aws:logs:r:1:log-group:g' } };
const values = (...items: unknown[]) => items.map((Value) => ({ Value }));
const tunnel = {
  IKEVersions: values('ikev2'),
  Phase1EncryptionAlgorithms: values('AES256-GCM-16', 'AES256'),
  Phase2EncryptionAlgorithms: values('AES256-GCM-16'),
  Phase1IntegrityAlgorithms: values('SHA2-384'),
  Phase2IntegrityAlgorithms: values('SHA2-512'),
  Phase1DHGroupNumbers: values(19, 20, 21),
  Phase2DHGroupNumbers: values(16),
  LogOptions: logged,
};
const vpn = (second: object = {}, more: object = {}): object => ({
  PreSharedKeyStorage: 'SecretsManager',
  VpnTunnelOptionsSpecifications: [tunnel, { ...tunnel, ...second }],
  ...more,
});
const without = (name: keyof typeof tunnel): object =>
  vpn(
    {},
    {
      VpnTunnelOptionsSpecifications: [
        tunnel,
        Object.fromEntries(Object.entries(tunnel).filter(([key]) => key !== name)),
      ],
    },
  );
const GATEWAY = { Gateway: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: 'ipsec.1' } } };
const INTERNET = { Gateway: { Type: 'AWS::EC2::InternetGateway' } };

const links = rows([
  ['a transit gateway attachment', 'AWS::EC2::TransitGatewayAttachment', { TransitGatewayId: 'tgw-1' }],
  ['its other type', 'AWS::EC2::TransitGatewayVpcAttachment', { TransitGatewayId: 'tgw-1' }],
  ['a transit gateway’s peering', 'AWS::EC2::TransitGatewayPeeringAttachment', {}],
  ['a peering', 'AWS::EC2::VPCPeeringConnection', { VpcId: 'vpc-1', PeerVpcId: 'vpc-2' }],
  ['a VPN', 'AWS::EC2::VPNConnection', vpn()],
  ['a static route of a VPN', 'AWS::EC2::VPNConnectionRoute', { DestinationCidrBlock: '10.8.1.10/32' }],
  ['routes that a gateway announces', 'AWS::EC2::VPNGatewayRoutePropagation', { VpnGatewayId: 'vgw-1' }],
  ['an attached private gateway', 'AWS::EC2::VPCGatewayAttachment', { VpnGatewayId: 'vgw-1' }],
  [
    'an attached gateway of its own',
    'AWS::EC2::VPCGatewayAttachment',
    { VpnGatewayId: { Ref: 'Gateway' } },
    GATEWAY,
  ],
  ['an association with Direct Connect', 'AWS::DirectConnect::DirectConnectGatewayAssociation', {}],
  ['an attachment to a core network', 'AWS::NetworkManager::VpcAttachment', {}],
  ...(
    [
      'AWS::EC2::ClientVpnEndpoint',
      'AWS::EC2::ClientVpnRoute',
      'AWS::EC2::ClientVpnTargetNetworkAssociation',
      'AWS::EC2::LocalGatewayRoute',
      'AWS::EC2::LocalGatewayRouteTableVPCAssociation',
      'AWS::EC2::RouteServer',
      'AWS::EC2::RouteServerAssociation',
      'AWS::EC2::RouteServerEndpoint',
      'AWS::EC2::RouteServerPeer',
      'AWS::EC2::RouteServerPropagation',
      'AWS::EC2::TransitGatewayConnectPeer',
      'AWS::EC2::VPCEndpointService',
      'AWS::NetworkManager::ConnectAttachment',
      'AWS::NetworkManager::ConnectPeer',
      'AWS::NetworkManager::SiteToSiteVpnAttachment',
      'AWS::NetworkManager::TransitGatewayPeering',
      'AWS::NetworkManager::TransitGatewayRouteTableAttachment',
    ] as const
  ).map((type): [string, string, object] => [`of type ${type}, one`, type, {}]),
  ['a route to a transit gateway', 'AWS::EC2::Route', route({ TransitGatewayId: 'tgw-1' })],
  ['a route to a peering', 'AWS::EC2::Route', route({ VpcPeeringConnectionId: 'pcx-1' })],
  [
    'a route to a core network',
    'AWS::EC2::Route',
    route({ CoreNetworkArn: 'arn:aws:networkmanager::1:core-network/c' }),
  ],
  ['a route to a private gateway', 'AWS::EC2::Route', route({ GatewayId: 'vgw-1' })],
  ['a route to a gateway of its own', 'AWS::EC2::Route', route({ GatewayId: { Ref: 'Gateway' } }), GATEWAY],
  [
    'a route to a gateway that cannot be worked out',
    'AWS::EC2::Route',
    route({ GatewayId: { Ref: 'Nothing' } }),
  ],
]);

describe('a link', () => {
  test.each(links)('%s is found where no data moves', (_, type, properties, others) => {
    const all = findings(rule, one(type, properties, others), CLOSED);
    expect(all.map(({ logicalId, message }) => [logicalId, message])).toEqual([
      ['It', 'a link is left over: no data moves over it'],
    ]);
  });

  test.each(links)('%s is accepted in a stack that is open', (_, type, properties, others) => {
    expect(found(rule, one(type, properties, others), OPEN)).toEqual([]);
  });

  test.each(links)('%s is not asked about without a policy', (_, type, properties, others) => {
    expect(found(rule, one(type, properties, others))).toEqual([]);
    expect(found(rule, one(type, properties, others), { regions: {} })).toEqual([]);
  });

  test.each(
    rows([
      ['a route to the internet', 'AWS::EC2::Route', route({ GatewayId: 'igw-1' })],
      [
        'a route to an internet gateway of its own',
        'AWS::EC2::Route',
        route({ GatewayId: { Ref: 'Gateway' } }),
        INTERNET,
      ],
      ['an attached internet gateway', 'AWS::EC2::VPCGatewayAttachment', { InternetGatewayId: 'igw-1' }],
      ['a private gateway that is attached to nothing', 'AWS::EC2::VPNGateway', { Type: 'ipsec.1' }],
    ]),
  )('%s is none', (_, type, properties, others) => {
    expect(found(rule, one(type, properties, others), CLOSED)).toEqual([]);
  });

  test('in a stack is not excused by another stack that is open', () => {
    const attachment = { It: { Type: 'AWS::EC2::TransitGatewayAttachment', Properties: {} } };
    const open = resources(attachment);
    const other = resources(attachment, { stackName: 'other' });
    expect(findings(rule, [open, other], OPEN).map(({ stack }) => stack)).toEqual(['other']);
  });
});

describe('a route over a link', () => {
  const to = (more: object) => one('AWS::EC2::Route', { TransitGatewayId: 'tgw-1', ...more });

  test.each([
    ['one server', { DestinationCidrBlock: '10.8.1.10/32' }],
    ['the source’s network', { DestinationCidrBlock: '10.8.0.0/16' }],
    ['the source’s network of the other family', { DestinationIpv6CidrBlock: 'fd00:8:1::/48' }],
  ])('may lead to %s', (_, destination) => {
    expect(found(rule, to(destination), OPEN)).toEqual([]);
  });

  test.each([
    ['everywhere', { DestinationCidrBlock: '0.0.0.0/0' }, 'It DestinationCidrBlock'],
    ['more than the source', { DestinationCidrBlock: '10.8.0.0/15' }, 'It DestinationCidrBlock'],
    ['some other network', { DestinationCidrBlock: '10.9.0.0/16' }, 'It DestinationCidrBlock'],
    ['everywhere by IPv6', { DestinationIpv6CidrBlock: '::/0' }, 'It DestinationIpv6CidrBlock'],
    [
      'more than the source, written as IPv6',
      { DestinationIpv6CidrBlock: '::ffff:10.8.0.0/97' },
      'It DestinationIpv6CidrBlock',
    ],
    ['a list kept elsewhere', { DestinationPrefixListId: 'pl-1' }, 'It DestinationPrefixListId'],
    ['what cannot be worked out', { DestinationCidrBlock: { Ref: 'Nothing' } }, 'It DestinationCidrBlock'],
    [
      'everywhere under a condition',
      { DestinationCidrBlock: { 'Fn::If': ['C', '10.8.1.10/32', '0.0.0.0/0'] } },
      'It DestinationCidrBlock',
    ],
  ])('may not lead to %s', (_, destination, expected) => {
    expect(found(rule, to(destination), OPEN)).toEqual([expected]);
  });

  test('may lead to another network that the policy names for its stack', () => {
    const reach: Policy = {
      link: { open: ['stack'], networks: NETWORKS, reach: { stack: ['10.66.0.0/16'] } },
    };
    expect(found(rule, to({ DestinationCidrBlock: '10.66.0.0/16' }), reach)).toEqual([]);
    expect(found(rule, to({ DestinationCidrBlock: '10.67.0.0/16' }), reach)).toHaveLength(1);
    expect(found(rule, to({ DestinationCidrBlock: '10.66.0.0/16' }), OPEN)).toHaveLength(1);
  });
});

describe('who is let in', () => {
  const group = (ingress: object) => one('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [ingress] });
  const alone = (ingress: object) => one('AWS::EC2::SecurityGroupIngress', ingress);

  test.each([
    ['the cell', { CidrIp: '10.64.0.0/16' }],
    ['a network beside the source', { CidrIp: '10.9.0.0/16' }],
    ['a network beside the source by IPv6', { CidrIpv6: 'fd00:9::/32' }],
    ['another group', { SourceSecurityGroupId: 'sg-1' }],
    ['nobody, under a condition', { CidrIp: { 'Fn::If': ['C', '10.64.0.0/16', { Ref: 'AWS::NoValue' }] } }],
  ])('may be %s', (_, ingress) => {
    expect(found(rule, group(ingress), CLOSED)).toEqual([]);
    expect(found(rule, alone(ingress), OPEN)).toEqual([]);
  });

  test.each([
    ['the source', { CidrIp: '10.8.0.0/16' }],
    ['one server of the source', { CidrIp: '10.8.1.10/32' }],
    ['a network with the source in it', { CidrIp: '10.0.0.0/8' }],
    ['everyone', { CidrIp: '0.0.0.0/0' }],
    ['everyone by IPv6', { CidrIpv6: '::/0' }],
    ['the source by IPv6', { CidrIpv6: 'fd00:8:1::/48' }],
    ['whoever a parameter says', { CidrIp: { Ref: 'Nothing' } }],
    ['what is no range', { CidrIp: '10.64.0.0/33' }],
    ['a range in other digits', { CidrIp: '010.064.0.0/16' }],
    ['a list kept elsewhere', { SourcePrefixListId: 'pl-1' }],
    ['the source under a condition', { CidrIp: { 'Fn::If': ['C', '10.64.0.0/16', '10.8.0.0/24'] } }],
  ])('may not be %s, whether or not a link is open', (_, ingress) => {
    const [name = ''] = Object.keys(ingress);
    expect(found(rule, group(ingress), OPEN)).toEqual([`It SecurityGroupIngress[0].${name}`]);
    expect(found(rule, alone(ingress), CLOSED)).toEqual([`It ${name}`]);
    expect(found(rule, group(ingress))).toEqual([]);
  });

  test('may not be everyone of a family that the source has no network of', () => {
    const ofOne = (network: string): Policy => ({ link: { open: [], networks: [network] } });
    expect(found(rule, alone({ CidrIpv6: '::/0' }), ofOne('10.8.0.0/16'))).toHaveLength(1);
    expect(found(rule, alone({ CidrIp: '0.0.0.0/0' }), ofOne('fd00:8::/32'))).toHaveLength(1);
  });

  test.each([
    ['AWS::RDS::DBSecurityGroup', { DBSecurityGroupIngress: [{ CIDRIP: '10.8.0.0/24' }] }],
    ['AWS::RDS::DBSecurityGroupIngress', { CIDRIP: '10.8.0.0/24' }],
    ['AWS::Redshift::ClusterSecurityGroupIngress', { CIDRIP: '10.8.0.0/24' }],
  ])('may not be the source by %s', (type, properties) => {
    expect(found(rule, one(type, properties), OPEN)).toHaveLength(1);
  });
});

describe('the tunnels of a VPN', () => {
  const PATH = 'It VpnTunnelOptionsSpecifications[1].';
  const judged = (properties: object) => found(rule, one('AWS::EC2::VPNConnection', properties), OPEN);

  test.each<readonly [string, object, string]>([
    ['IKEv1', vpn({ IKEVersions: values('ikev1') }), `${PATH}IKEVersions[0].Value`],
    ['IKEv1 beside IKEv2', vpn({ IKEVersions: values('ikev2', 'ikev1') }), `${PATH}IKEVersions[1].Value`],
    [
      '128 bits',
      vpn({ Phase1EncryptionAlgorithms: values('AES128-GCM-16') }),
      `${PATH}Phase1EncryptionAlgorithms[0].Value`,
    ],
    [
      'SHA-1',
      vpn({ Phase2IntegrityAlgorithms: values('SHA1') }),
      `${PATH}Phase2IntegrityAlgorithms[0].Value`,
    ],
    [
      'a group of 1024 bits',
      vpn({ Phase1DHGroupNumbers: values(2) }),
      `${PATH}Phase1DHGroupNumbers[0].Value`,
    ],
    [
      'an unsound group of a high number',
      vpn({ Phase2DHGroupNumbers: values(21, 24) }),
      `${PATH}Phase2DHGroupNumbers[1].Value`,
    ],
    [
      'a version that cannot be worked out',
      vpn({ IKEVersions: values({ Ref: 'Nothing' }) }),
      `${PATH}IKEVersions[0].Value`,
    ],
    ['no logs', vpn({ LogOptions: undefined }), `${PATH}LogOptions.CloudwatchLogOptions.LogEnabled`],
    [
      'logs switched off',
      vpn({ LogOptions: { CloudwatchLogOptions: { ...logged.CloudwatchLogOptions, LogEnabled: false } } }),
      `${PATH}LogOptions.CloudwatchLogOptions.LogEnabled`,
    ],
    [
      'logs to nowhere',
      vpn({ LogOptions: { CloudwatchLogOptions: { LogEnabled: true } } }),
      `${PATH}LogOptions.CloudwatchLogOptions.LogGroupArn`,
    ],
    ['a key in the template', vpn({ PreSharedKey: 'correct.horse' }), `${PATH}PreSharedKey`],
    ['a key from a parameter', vpn({ PreSharedKey: { Ref: 'Key' } }), `${PATH}PreSharedKey`],
    ['keys that can be read', vpn({}, { PreSharedKeyStorage: 'Standard' }), 'It PreSharedKeyStorage'],
    ['keys stored as by default', vpn({}, { PreSharedKeyStorage: undefined }), 'It PreSharedKeyStorage'],
    [
      'options for one of the two',
      vpn({}, { VpnTunnelOptionsSpecifications: [tunnel] }),
      'It VpnTunnelOptionsSpecifications',
    ],
    [
      'no options',
      vpn({}, { VpnTunnelOptionsSpecifications: undefined }),
      'It VpnTunnelOptionsSpecifications',
    ],
  ])('may not have %s', (_, properties, expected) => {
    expect(judged(properties)).toContain(expected);
  });

  test.each(Object.keys(tunnel) as (keyof typeof tunnel)[])('may not leave %s to the other side', (name) => {
    expect(judged(without(name)).length).toBeGreaterThan(0);
  });

  test('are found with options that cannot be read', () => {
    const opaque = vpn({}, { VpnTunnelOptionsSpecifications: { Ref: 'Nothing' } });
    expect(judged(opaque).length).toBeGreaterThan(0);
  });

  test('do not have their key repeated in a finding', () => {
    const [finding] = findings(
      rule,
      one('AWS::EC2::VPNConnection', vpn({ PreSharedKey: 'correct.horse' })),
      OPEN,
    );
    expect(JSON.stringify(finding)).toContain('passes through the template');
    expect(JSON.stringify(finding)).not.toContain('correct.horse');
  });
});
