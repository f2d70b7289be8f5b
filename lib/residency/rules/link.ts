import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import { overlap, rangeOf, within, type Range } from '../ranges';
import type { Reading } from '../read';
import type { Rule } from '../rule';
import type { Admitted, LinkPolicy } from '../types';
import { checkTunnels } from '../vpn-tunnels';

/** Types that join a network to another one, let someone into it from elsewhere, or tell routes between the two. */
const LINKS = [
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
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::TransitGatewayPeeringAttachment',
  'AWS::EC2::TransitGatewayConnect',
  'AWS::EC2::TransitGatewayConnectPeer',
  'AWS::EC2::TransitGatewayRoute',
  'AWS::EC2::TransitGatewayRouteTableAssociation',
  'AWS::EC2::TransitGatewayRouteTablePropagation',
  'AWS::EC2::VPCEndpointService',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::VPNConnection',
  'AWS::EC2::VPNConnectionRoute',
  'AWS::EC2::VPNGatewayRoutePropagation',
  'AWS::DirectConnect::DirectConnectGatewayAssociation',
  'AWS::DirectConnect::PrivateVirtualInterface',
  'AWS::DirectConnect::TransitVirtualInterface',
  'AWS::NetworkManager::ConnectAttachment',
  'AWS::NetworkManager::ConnectPeer',
  'AWS::NetworkManager::TransitGatewayPeering',
  'AWS::NetworkManager::TransitGatewayRouteTableAttachment',
  'AWS::NetworkManager::VpcAttachment',
  'AWS::NetworkManager::SiteToSiteVpnAttachment',
  'AWS::NetworkManager::DirectConnectGatewayAttachment',
];
const ATTACHMENT = 'AWS::EC2::VPCGatewayAttachment';
const ROUTE = 'AWS::EC2::Route';
const VPN = 'AWS::EC2::VPNConnection';
/** Targets of a route that are links by their property's name alone. */
const LINK_TARGETS = ['TransitGatewayId', 'VpcPeeringConnectionId', 'CoreNetworkArn'];
/** Gateways of a route that lead elsewhere than to a link. */
const OTHER_GATEWAYS = /^(?:igw|eigw|cagw|lgw)-|^local$/;
const OTHER_GATEWAY_TYPES = new Set(['AWS::EC2::InternetGateway', 'AWS::EC2::CarrierGateway']);
/** Where types that let someone in say whom: by a range, or by a list of ranges kept elsewhere. */
const INGRESS: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::SecurityGroup': [
    'SecurityGroupIngress[*].CidrIp',
    'SecurityGroupIngress[*].CidrIpv6',
    'SecurityGroupIngress[*].SourcePrefixListId',
  ],
  'AWS::EC2::SecurityGroupIngress': ['CidrIp', 'CidrIpv6', 'SourcePrefixListId'],
  'AWS::RDS::DBSecurityGroup': ['DBSecurityGroupIngress[*].CIDRIP'],
  'AWS::RDS::DBSecurityGroupIngress': ['CIDRIP'],
  'AWS::Redshift::ClusterSecurityGroupIngress': ['CIDRIP'],
};

export const link: Rule = {
  id: 'link',
  what: 'a link to the source of data is there while data moves and no longer, leads to the source or a named network alone, lets nobody in but at a named port of a named network, and is encrypted well',
  why: 'A way between two networks outlives the move it was made for unless someone looks: data could leave by it, and whoever is at the source could come in. Only a policy with `link` knows the source and the stacks that may hold a link now; without one, nothing is asked. Another network of the app in another region or account may be reached only while the policy’s `link.reach` names it for the stack, and be let in only while its `link.admit` does, at the port that it names: of two joined networks one opens nothing. A VPN that leaves an option out takes everything that AWS offers, IKEv1, SHA-1 and 1024-bit groups among it (Site-to-Site VPN user guide, tunnel options), and a key in standard storage can be read by everyone who may describe the connection. Strong are IKEv2, AES-256, SHA-384 and more, and groups 15 to 21: those above are small or unsound (RFC 8247). Ranges that cannot be worked out count as the source’s.',
  fix: 'close the link, or name its stack in the policy’s link.open while data moves; route to the source (or a network that link.reach names for the stack) alone, let nobody in but whom link.admit names, and leave a tunnel no weak choice',
  level: 'error',
  types: [...LINKS, ATTACHMENT, ROUTE, ...Object.keys(INGRESS)],
  examples: {
    policy: { link: { open: [], networks: ['10.8.0.0/16'] } },
    bad: {
      Route: {
        Type: ROUTE,
        Properties: { DestinationCidrBlock: '10.8.1.10/32', TransitGatewayId: 'tgw-0a1b2c3d4e5f60001' },
      },
      Group: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: { SecurityGroupIngress: [{ CidrIp: '10.8.0.0/24', IpProtocol: 'tcp' }] },
      },
    },
    good: {
      Group: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: { SecurityGroupIngress: [{ CidrIp: '10.64.0.0/16', IpProtocol: 'tcp' }] },
      },
    },
  },
  check(hearing) {
    const policy = hearing.link;
    if (policy === undefined) return;
    const { type, template } = hearing.resource;
    for (const path of INGRESS[type] ?? []) checkIngress(hearing, path, policy);
    if (type === VPN) checkTunnels(hearing);
    const pointers = linkPointers(hearing);
    if (pointers.length === 0) return;
    if (!policy.open.includes(template.input.stackName))
      for (const { path, text } of pointers)
        hearing.find(path, text, 'a link is left over: no data moves over it');
    if (type === ROUTE) checkDestination(hearing, policy);
  },
};

/** What makes the resource a link, or part of one. */
function linkPointers(hearing: Hearing): readonly { readonly path: string; readonly text: string }[] {
  const { type } = hearing.resource;
  if (LINKS.includes(type)) return [{ path: '', text: '' }];
  const texts = (path: string) =>
    hearing
      .read(path)
      .flatMap((reading) => hearing.texts(reading).map((text) => ({ path: reading.path, text })));
  if (type === ATTACHMENT) return texts('VpnGatewayId');
  if (type !== ROUTE) return [];
  return [
    ...LINK_TARGETS.flatMap(texts),
    ...texts('GatewayId').filter(({ text }) => {
      const gateway = hearing.named(text);
      return gateway === undefined ? !OTHER_GATEWAYS.test(text) : !OTHER_GATEWAY_TYPES.has(gateway.type);
    }),
  ];
}

/** A route over a link leads into the source's networks, or into those that the policy names for its stack. */
function checkDestination(hearing: Hearing, policy: LinkPolicy): void {
  const allowed = [...policy.networks, ...ofStack(hearing, policy.reach)];
  const ends = allowed.flatMap((cidr) => rangeOf(cidr) ?? []);
  for (const name of ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'])
    for (const reading of hearing.read(name))
      for (const text of hearing.texts(reading)) {
        const range = rangeOf(text);
        if (range === undefined || !ends.some((end) => within(range, end)))
          hearing.find(
            reading.path,
            text,
            `the route leads past the source; allowed is ${allowed.join(', ')}`,
          );
      }
}

/** What a part of the policy says of the stack. */
function ofStack<T>({ resource }: Hearing, lists: Readonly<Record<string, readonly T[]>> = {}): readonly T[] {
  const { stackName } = resource.template.input;
  return Object.hasOwn(lists, stackName) ? (lists[stackName] ?? []) : [];
}

/** Ranges of the VPCs that the templates make in another region or account. */
function elsewhere({ resource, resolver, templates }: Hearing): readonly Range[] {
  const here = resource.template.input;
  return templates
    .ofType('AWS::EC2::VPC')
    .filter(({ template: { input } }) => input.region !== here.region || input.account !== here.account)
    .flatMap((vpc) => resolver.texts(vpc.properties['CidrBlock'], vpc.template))
    .flatMap((cidr) => rangeOf(cidr) ?? []);
}

function checkIngress(hearing: Hearing, path: string, policy: LinkPolicy): void {
  const networks = policy.networks.flatMap((cidr) => rangeOf(cidr) ?? []);
  for (const { reading, beside } of entriesAt(hearing, path))
    for (const text of hearing.texts(reading)) {
      const range = isKnown(text) ? rangeOf(text) : undefined;
      if (range === undefined)
        hearing.find(reading.path, text, 'whom this lets in cannot be worked out: it may be the source');
      else if (range.prefix === 0 || networks.some((network) => overlap(range, network)))
        hearing.find(reading.path, text, 'the source is let in');
      else if (
        elsewhere(hearing).some((other) => overlap(range, other)) &&
        !ofStack(hearing, policy.admit).some((admitted) => isAdmitted(range, admitted, beside))
      )
        hearing.find(reading.path, text, 'a network of another region or account is let in');
    }
}

/** Texts of the property of a name that stands beside another, of every variant. */
type Beside = (name: string) => readonly string[];

/** Readings at a path, each with what stands beside it. */
function entriesAt(hearing: Hearing, path: string): { reading: Reading; beside: Beside }[] {
  const cut = path.lastIndexOf('.');
  const at = (readings: readonly Reading[]) => readings.flatMap((reading) => hearing.texts(reading));
  if (cut < 0) {
    const beside: Beside = (name) => at(hearing.read(name));
    return hearing.read(path).map((reading) => ({ reading, beside }));
  }
  return hearing.read(path.slice(0, cut)).flatMap((around) => {
    const beside: Beside = (name) => at(hearing.below([around], name));
    return hearing.below([around], path.slice(cut + 1)).map((reading) => ({ reading, beside }));
  });
}

/** Whether what is let in is part of an admitted network, and comes in at its port alone, whichever variant holds. */
function isAdmitted(range: Range, admitted: Admitted, beside: Beside): boolean {
  const network = rangeOf(admitted.range);
  const only = (name: string, ...values: string[]) => {
    const texts = beside(name);
    return texts.length > 0 && texts.every((text) => values.includes(text));
  };
  const port = `${admitted.port}`;
  return (
    network !== undefined &&
    within(range, network) &&
    only('IpProtocol', 'tcp', '6') &&
    only('FromPort', port) &&
    only('ToPort', port)
  );
}
