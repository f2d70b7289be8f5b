import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Link } from '../../lib/constructs/link';
import { SealedVpc } from '../../lib/constructs/sealed-vpc';
import { cellPlan, needsLink } from '../../lib/plan/model';
import { KINDS, linkedPlan, linkOf, type Linked } from '../support/links';
import { propertiesOf, replicationsOf, resourcesOf, type Resource } from '../support/replications';

const ROUTE = 'AWS::EC2::Route';
const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

const routesOf = (template: Template): Resource[] => Object.values(resourcesOf(template, ROUTE));
const destinations = (template: Template): unknown[] => [
  ...new Set(routesOf(template).map(({ Properties }) => Properties['DestinationCidrBlock'])),
];
const linkTypes = (template: Template): string[] => {
  const all = (template.toJSON() as { Resources: Record<string, Resource> }).Resources;
  const own = Object.entries(all).filter(([id]) => id.startsWith('link'));
  return [...new Set(own.map(([, { Type }]) => Type))].sort();
};

describe.each(KIND_NAMES)('a link by %s', (kind) => {
  test('leads from every subnet to each server that data moves from, and nowhere else', () => {
    const template = linkOf({ link: KINDS[kind] });
    expect(destinations(template)).toEqual(['10.8.2.10/32', '10.8.3.10/32']);
    const pairs = routesOf(template).map(({ Properties }) =>
      JSON.stringify([Properties['RouteTableId'], Properties['DestinationCidrBlock']]),
    );
    expect(new Set(pairs).size).toBe(6);
  });

  test('has its routes after its end in the cell, so that they go before it', () => {
    const template = linkOf({ link: KINDS[kind] });
    const ends = Object.keys(template.toJSON()['Resources'] as object).filter(
      (id) => /^link.*(attachment|connection|association)/i.test(id) && !/gateway[0-9A-F]{8}$/.test(id),
    );
    for (const { DependsOn } of routesOf(template)) {
      expect(DependsOn?.length).toBeGreaterThan(0);
      for (const id of DependsOn ?? []) expect(ends).toContain(id);
    }
  });

  test('lets nothing in', () => {
    const types = linkTypes(linkOf({ link: KINDS[kind] }));
    expect(types.filter((type) => /Ingress|SecurityGroup|Propagation|NetworkAcl/.test(type))).toEqual([]);
  });

  test.each(['complete', 'retired'])('is not there at %s', (stage) => {
    const linked: Linked = { link: KINDS[kind], stage };
    expect(needsLink(linkedPlan(linked), 'us')).toBe(false);
    const types = linkTypes(linkOf(linked));
    // What its tunnels logged outlives a VPN.
    expect(types).toEqual(kind === 'vpn' ? ['AWS::Logs::LogGroup', 'AWS::Logs::ResourcePolicy'] : []);
  });

  test('is the same at cutover as while data is copied', () => {
    expect(linkOf({ link: KINDS[kind], stage: 'cutover' }).toJSON()).toEqual(
      linkOf({ link: KINDS[kind] }).toJSON(),
    );
  });

  test('is not there for objects: their agents need none', () => {
    const objects: Linked = { link: KINDS[kind], datasets: ['files', 'assets'] };
    expect(needsLink(linkedPlan(objects), 'us')).toBe(false);
    expect(routesOf(linkOf(objects))).toEqual([]);
  });

  test('is what replications may reach: no route but to where they may go, no way but along a route', () => {
    const linked: Linked = {
      link: KINDS[kind],
      networks: ['10.8.0.0/16', '10.9.0.0/24'],
      hosts: { push: 'push.example.com' },
    };
    const group = propertiesOf(replicationsOf(linkedPlan(linked), 'us'), 'AWS::EC2::SecurityGroup', {
      GroupDescription: 'us: replications',
    });
    const egress = (group['SecurityGroupEgress'] as Record<string, unknown>[]).flatMap(
      ({ CidrIp, Description }) => (Description === 'databases at the source' ? [CidrIp] : []),
    );
    expect(destinations(linkOf(linked)).sort()).toEqual([...new Set(egress)].sort());
    expect(egress).toEqual(['10.8.2.10/32', '10.8.0.0/16', '10.9.0.0/24']);
  });
});

test('what depends on a link waits for its end in the cell, and does not name every route', () => {
  const cell = cellPlan(linkedPlan({}), 'us');
  const stack = new Stack(new App(), 'stack', { env: { account: '111111111111', region: 'us-east-1' } });
  const logsKey = new Key(stack, 'logs');
  const vpc = new SealedVpc(stack, 'vpc', { cell, logsKey });
  const link = new Link(stack, 'link', { cell, vpc, logsKey });
  new CfnResource(stack, 'User', { type: 'AWS::CloudFormation::WaitConditionHandle' }).node.addDependency(
    link,
  );
  const template = Template.fromStack(stack);
  const [attachment] = Object.keys(resourcesOf(template, 'AWS::EC2::TransitGatewayAttachment'));
  template.hasResource('AWS::CloudFormation::WaitConditionHandle', { DependsOn: [attachment] });
});

test('a transit gateway is attached in every isolated subnet, with every option off', () => {
  const attachment = propertiesOf(linkOf({}), 'AWS::EC2::TransitGatewayAttachment');
  expect(attachment).toMatchObject({
    TransitGatewayId: KINDS.transitGateway.transitGateway,
    SubnetIds: [{}, {}, {}],
    Options: {
      ApplianceModeSupport: 'disable',
      DnsSupport: 'disable',
      Ipv6Support: 'disable',
      SecurityGroupReferencingSupport: 'disable',
    },
  });
  for (const { Properties } of routesOf(linkOf({})))
    expect(Properties['TransitGatewayId']).toBe(KINDS.transitGateway.transitGateway);
});

describe('a VPN', () => {
  const template = linkOf({ link: KINDS.vpn });
  const connection = propertiesOf(template, 'AWS::EC2::VPNConnection');

  test('joins the two gateways that exist, and attaches one of them', () => {
    const { gateway, customerGateway } = KINDS.vpn.vpn;
    expect(connection).toMatchObject({ VpnGatewayId: gateway, CustomerGatewayId: customerGateway });
    template.hasResourceProperties('AWS::EC2::VPCGatewayAttachment', { VpnGatewayId: gateway });
    template.resourceCountIs('AWS::EC2::VPNGateway', 0);
    for (const { Properties } of routesOf(template)) expect(Properties['GatewayId']).toBe(gateway);
  });

  test('has static routes to the servers and to nothing else', () => {
    expect(connection['StaticRoutesOnly']).toBe(true);
    const routes = Object.values(resourcesOf(template, 'AWS::EC2::VPNConnectionRoute'));
    expect(routes.map(({ Properties }) => Properties['DestinationCidrBlock'])).toEqual([
      '10.8.2.10/32',
      '10.8.3.10/32',
    ]);
    template.resourceCountIs('AWS::EC2::VPNGatewayRoutePropagation', 0);
  });

  test('speaks IKEv2 with strong ciphers in both tunnels, and logs both', () => {
    const name = 'arn:aws:logs:us-east-1:111111111111:log-group:/aws/vendedlogs/vpn/us';
    const values = (...items: unknown[]) => items.map((Value) => ({ Value }));
    const tunnel = {
      IKEVersions: values('ikev2'),
      Phase1EncryptionAlgorithms: values('AES256-GCM-16'),
      Phase2EncryptionAlgorithms: values('AES256-GCM-16'),
      Phase1IntegrityAlgorithms: values('SHA2-384', 'SHA2-512'),
      Phase2IntegrityAlgorithms: values('SHA2-384', 'SHA2-512'),
      Phase1DHGroupNumbers: values(19, 20, 21),
      Phase2DHGroupNumbers: values(19, 20, 21),
      DPDTimeoutSeconds: 30,
      DPDTimeoutAction: 'restart',
      StartupAction: 'start',
      LogOptions: { CloudwatchLogOptions: { LogEnabled: true, LogGroupArn: name } },
    };
    expect(connection['VpnTunnelOptionsSpecifications']).toHaveLength(2);
    expect(connection).toMatchObject({ VpnTunnelOptionsSpecifications: [tunnel, tunnel] });
  });

  test('keeps its keys in Secrets Manager, and none in the template', () => {
    expect(connection['PreSharedKeyStorage']).toBe('SecretsManager');
    expect(JSON.stringify(template.toJSON())).not.toContain('"PreSharedKey"');
  });

  test('logs to a group that was there before it, under the cell’s key, which log delivery alone may write to', () => {
    const [[id, group] = ['', undefined]] = Object.entries(
      resourcesOf(template, 'AWS::Logs::LogGroup', { LogGroupName: '/aws/vendedlogs/vpn/us' }),
    );
    expect(JSON.stringify(group?.Properties['KmsKeyId'])).toContain('"logs');
    const [made] = Object.values(resourcesOf(template, 'AWS::EC2::VPNConnection'));
    expect(made?.DependsOn).toContain(id);
    const { PolicyDocument } = propertiesOf(template, 'AWS::Logs::ResourcePolicy');
    expect(JSON.parse(PolicyDocument as string)).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'delivery.logs.amazonaws.com' },
          Resource: 'arn:aws:logs:us-east-1:111111111111:log-group:/aws/vendedlogs/vpn/us:log-stream:*',
          Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
        },
      ],
    });
  });
});

describe('Direct Connect', () => {
  test('tells the source of the cell’s range alone, by a gateway that is attached first', () => {
    const template = linkOf({ link: KINDS.directConnect });
    const [gateway = ''] = Object.keys(resourcesOf(template, 'AWS::EC2::VPNGateway'));
    const [attachment = ''] = Object.keys(resourcesOf(template, 'AWS::EC2::VPCGatewayAttachment'));
    template.hasResource('AWS::DirectConnect::DirectConnectGatewayAssociation', {
      Properties: {
        DirectConnectGatewayId: KINDS.directConnect.directConnectGateway,
        AssociatedGatewayId: { Ref: gateway },
        AllowedPrefixesToDirectConnectGateway: ['10.64.0.0/16'],
      },
      DependsOn: [attachment],
    });
    for (const { Properties } of routesOf(template))
      expect(Properties['GatewayId']).toEqual({ Ref: gateway });
    template.resourceCountIs('AWS::EC2::VPNGatewayRoutePropagation', 0);
  });

  test('of another account is accepted by the role that the plan names there', () => {
    const acceptedBy = 'arn:aws:iam::333333333333:role/network/accept';
    const template = linkOf({ link: { ...KINDS.directConnect, acceptedBy } });
    template.hasResourceProperties('AWS::DirectConnect::DirectConnectGatewayAssociation', {
      AcceptDirectConnectGatewayAssociationProposalRoleArn: acceptedBy,
    });
  });
});
