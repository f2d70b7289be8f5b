import type { LinkPolicy, Policy } from '../../lib/residency';
import { AWAY, found, one, resources } from './support';

const OURS = '10.65.0.0/16';
const THEIRS = '10.66.0.0/16';
const vpc = (CidrBlock: string) => ({ Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock } } });
/** The network of the stack itself, and that of another cell. */
const NETWORKS = [
  resources(vpc(OURS), { stackName: 'network' }),
  resources(vpc(THEIRS), { stackName: 'other-network', region: AWAY }),
];
const policy = (lists: Pick<LinkPolicy, 'reach' | 'admit'> = {}): Policy => ({
  link: { open: ['stack'], networks: ['10.8.0.0/16'], ...lists },
});
const route = (DestinationCidrBlock: string) =>
  one('AWS::EC2::Route', { DestinationCidrBlock, TransitGatewayId: 'tgw-0a1b2c3d4e5f60001' });
const PORTS = { IpProtocol: 'tcp', FromPort: 13306, ToPort: 13306 };
const ingress = (CidrIp: string, ports: object = PORTS) =>
  one('AWS::EC2::SecurityGroupIngress', { CidrIp, ...ports });
const group = (CidrIp: string, ports: object = PORTS) =>
  one('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [{ CidrIp, ...ports }] });
const admitting = (range: string, port = 13306) => policy({ admit: { stack: [{ range, port }] } });

test.each([
  ['neither list', {}],
  [
    'lists of another stack alone',
    { reach: { other: [THEIRS] }, admit: { other: [{ range: THEIRS, port: 13306 }] } },
  ],
  [
    'another network in both',
    { reach: { stack: ['10.67.0.0/16'] }, admit: { stack: [{ range: '10.67.0.0/16', port: 13306 }] } },
  ],
])('with %s, a link leads to no other cell and lets none in', (_, lists) => {
  expect(found('link', [route(THEIRS), ...NETWORKS], policy(lists))).toEqual(['It DestinationCidrBlock']);
  expect(found('link', [ingress(THEIRS), ...NETWORKS], policy(lists))).toEqual(['It CidrIp']);
});

test.each([THEIRS, '10.66.1.0/24'])('a network that may be reached may not come in, as %s', (range) => {
  const reach = policy({ reach: { stack: [THEIRS] } });
  expect(found('link', [route(range), ...NETWORKS], reach)).toEqual([]);
  expect(found('link', [ingress(range), ...NETWORKS], reach)).toEqual(['It CidrIp']);
});

test.each([THEIRS, '10.66.1.0/24'])(
  'a network that may come in may not be reached for it, as %s',
  (range) => {
    expect(found('link', [ingress(range), ...NETWORKS], admitting(THEIRS))).toEqual([]);
    expect(found('link', [group(range), ...NETWORKS], admitting(THEIRS))).toEqual([]);
    expect(found('link', [route(range), ...NETWORKS], admitting(THEIRS))).toEqual([
      'It DestinationCidrBlock',
    ]);
  },
);

test.each([
  ['another port', { ...PORTS, FromPort: 15432, ToPort: 15432 }],
  ['more ports', { ...PORTS, ToPort: 13307 }],
  ['every port', { IpProtocol: 'tcp' }],
  ['every protocol', { ...PORTS, IpProtocol: '-1' }],
  ['no protocol', { FromPort: 13306, ToPort: 13306 }],
  ['a port that is not known', { ...PORTS, FromPort: { Ref: 'Port' } }],
  ['another port in one branch', { ...PORTS, ToPort: { 'Fn::If': ['Wide', 65535, 13306] } }],
])('at %s an admitted network is not let in', (_, ports) => {
  expect(found('link', [ingress(THEIRS, ports), ...NETWORKS], admitting(THEIRS))).toEqual(['It CidrIp']);
  expect(found('link', [group(THEIRS, ports), ...NETWORKS], admitting(THEIRS))).toEqual([
    'It SecurityGroupIngress[0].CidrIp',
  ]);
});

test('of two rules in one group, each is held to its own port', () => {
  const both = one('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [
      { CidrIp: THEIRS, ...PORTS },
      { CidrIp: THEIRS, IpProtocol: 'tcp', FromPort: 22, ToPort: 22 },
    ],
  });
  expect(found('link', [both, ...NETWORKS], admitting(THEIRS))).toEqual([
    'It SecurityGroupIngress[1].CidrIp',
  ]);
});

test('a range that is wider than the network is found', () => {
  const reach = policy({ reach: { stack: [THEIRS] } });
  expect(found('link', [route('10.66.0.0/15'), ...NETWORKS], reach)).toEqual(['It DestinationCidrBlock']);
  expect(found('link', [ingress('10.64.0.0/14'), ...NETWORKS], admitting(THEIRS))).toEqual(['It CidrIp']);
});

test('a network may be let in where it is', () => {
  expect(found('link', [ingress(OURS), ...NETWORKS], policy())).toEqual([]);
});

test('a network may not be let in where it would be the source', () => {
  const source = admitting('10.8.0.0/16');
  expect(found('link', [ingress('10.8.1.0/24'), ...NETWORKS], source)).toEqual(['It CidrIp']);
});
