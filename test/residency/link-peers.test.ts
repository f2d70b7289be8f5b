import type { Policy } from '../../lib/residency';
import { AWAY, found, one, resources } from './support';

const OURS = '10.65.0.0/16';
const THEIRS = '10.66.0.0/16';
const vpc = (CidrBlock: string) => ({ Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock } } });
/** The network of the stack itself, and that of another cell. */
const NETWORKS = [
  resources(vpc(OURS), { stackName: 'network' }),
  resources(vpc(THEIRS), { stackName: 'other-network', region: AWAY }),
];
const policy = (peers?: Readonly<Record<string, readonly string[]>>): Policy => ({
  link: { open: ['stack'], networks: ['10.8.0.0/16'], peers },
});
const route = (DestinationCidrBlock: string) =>
  one('AWS::EC2::Route', { DestinationCidrBlock, TransitGatewayId: 'tgw-0a1b2c3d4e5f60001' });
const ingress = (CidrIp: string) => one('AWS::EC2::SecurityGroupIngress', { CidrIp, IpProtocol: 'tcp' });

test.each([
  ['no peers', undefined],
  ['peers of another stack alone', { other: [THEIRS] }],
  ['another peer', { stack: ['10.67.0.0/16'] }],
])('with %s, a link leads to no other cell and lets none in', (_, peers) => {
  expect(found('link', [route(THEIRS), ...NETWORKS], policy(peers))).toEqual(['It DestinationCidrBlock']);
  expect(found('link', [ingress(THEIRS), ...NETWORKS], policy(peers))).toEqual(['It CidrIp']);
});

test('a peer of the stack may be reached and let in, in part as well', () => {
  const peers = policy({ stack: [THEIRS] });
  for (const range of [THEIRS, '10.66.1.0/24']) {
    expect(found('link', [route(range), ...NETWORKS], peers)).toEqual([]);
    expect(found('link', [ingress(range), ...NETWORKS], peers)).toEqual([]);
  }
});

test('a range that is wider than the peer is found', () => {
  const peers = policy({ stack: [THEIRS] });
  expect(found('link', [route('10.66.0.0/15'), ...NETWORKS], peers)).toEqual(['It DestinationCidrBlock']);
  expect(found('link', [ingress('10.64.0.0/14'), ...NETWORKS], peers)).toEqual(['It CidrIp']);
});

test('a network may be let in where it is', () => {
  expect(found('link', [ingress(OURS), ...NETWORKS], policy())).toEqual([]);
});

test('a peer may not be let in where it would be the source', () => {
  const peers = policy({ stack: ['10.8.0.0/16'] });
  expect(found('link', [ingress('10.8.1.0/24'), ...NETWORKS], peers)).toEqual(['It CidrIp']);
});
