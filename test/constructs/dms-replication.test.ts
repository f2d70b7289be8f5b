import type { Template } from 'aws-cdk-lib/assertions';
import { LINKED, overlap, rangeOf, type Range } from '../../lib/plan/ipv4';
import { MAX_EGRESS_RULES } from '../../lib/plan/rules/limits';
import type { Plan } from '../../lib/plan/model';
import { planNamed, planOf } from '../support/plans';
import { CLUSTER_PORT, propertiesOf, replicationsOf, resourcesOf } from '../support/replications';

const CONFIG = 'AWS::DMS::ReplicationConfig';

let plan: Plan;
let template: Template;
beforeAll(() => {
  plan = planNamed('reference');
  template = replicationsOf(plan, 'us');
});

const configOf = (name: string) =>
  propertiesOf(template, CONFIG, { ReplicationConfigIdentifier: name }) as {
    TableMappings: { rules: { 'rule-type': string; filters?: { 'filter-conditions': unknown[] }[] }[] };
    ReplicationSettings: Record<string, Record<string, unknown>>;
    ComputeConfig: Record<string, unknown> & { VpcSecurityGroupIds: unknown[] };
  } & Record<string, unknown>;

test('replicates each dataset that moves, load and changes', () => {
  const configs = Object.values(resourcesOf(template, CONFIG)).map(({ Properties }) => [
    Properties['ReplicationConfigIdentifier'] as string,
    Properties['ReplicationType'] as string,
  ]);
  expect(configs).toEqual([
    ['us-account-services', 'full-load-and-cdc'],
    ['us-messaging-services', 'full-load-and-cdc'],
  ]);
});

test('has a resource identifier that DMS takes: at most 31 letters, digits and single hyphens', () => {
  for (const { Properties } of Object.values(resourcesOf(template, CONFIG))) {
    expect(Properties['ResourceIdentifier']).toMatch(/^(?=.{1,31}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  }
});

test('selects the markets of the cell', () => {
  const [rule] = configOf('us-account-services').TableMappings.rules;
  expect(rule?.filters?.[0]?.['filter-conditions']).toHaveLength(
    plan.moves.find(isServicesToUs)?.markets.length ?? 0,
  );
});

test('maps rows to items only on the way to DynamoDB', () => {
  const types = (name: string) => configOf(name).TableMappings.rules.map((rule) => rule['rule-type']);
  expect(types('us-account-services')).toEqual(['selection', 'selection']);
  expect(types('us-messaging-services')).toEqual(['selection', 'object-mapping']);
});

test('validates on the way to Aurora, and cannot on the way to DynamoDB', () => {
  const validates = (name: string) =>
    configOf(name).ReplicationSettings['ValidationSettings']?.['EnableValidation'];
  expect(validates('us-account-services')).toBe(true);
  expect(validates('us-messaging-services')).toBe(false);
});

test('runs in two zones, in isolated subnets, under the key for replications, within the plan’s capacity', () => {
  const { ComputeConfig } = configOf('us-account-services');
  expect(ComputeConfig).toMatchObject({
    MinCapacityUnits: 1,
    MaxCapacityUnits: 16,
    MultiAZ: true,
    ReplicationSubnetGroupId: { Ref: expect.any(String) as string },
  });
  expect(JSON.stringify(ComputeConfig['KmsKeyId'])).toMatch(/"replication/);
  expect(propertiesOf(template, 'AWS::DMS::ReplicationSubnetGroup')).toMatchObject({
    ReplicationSubnetGroupIdentifier: 'us-replications',
    SubnetIds: [{}, {}, {}],
  });
});

test('runs in one zone in a sandbox', () => {
  const sandbox = replicationsOf(planNamed('sandbox'), 'try');
  expect(propertiesOf(sandbox, CONFIG)).toMatchObject({ ComputeConfig: { MultiAZ: false } });
});

test('reaches its one server, the cell’s endpoints and its store, and nothing reaches it', () => {
  const group = propertiesOf(template, 'AWS::EC2::SecurityGroup', { GroupDescription: 'us: replications' });
  const egress = (group['SecurityGroupEgress'] as Record<string, unknown>[]).map(
    ({ CidrIp, FromPort, ToPort }) => [CidrIp, FromPort, ToPort],
  );
  expect(egress).toEqual([
    ['10.64.0.0/16', 443, 443],
    ['10.8.2.10/32', 5432, 5432],
    ['10.8.3.10/32', 3306, 3306],
    [undefined, CLUSTER_PORT, CLUSTER_PORT],
  ]);
  expect(group).not.toHaveProperty('SecurityGroupIngress');
});

test('opens the store to replications alone', () => {
  const ingress = propertiesOf(template, 'AWS::EC2::SecurityGroupIngress');
  expect(ingress).toMatchObject({ FromPort: CLUSTER_PORT, ToPort: CLUSTER_PORT, IpProtocol: 'tcp' });
  expect(JSON.stringify(ingress['GroupId'])).toMatch(/clusteraccount/);
  expect(JSON.stringify(ingress['SourceSecurityGroupId'])).toMatch(/databasesgroup/);
});

test('only a replication to DynamoDB joins the group that leads to its gateway endpoint', () => {
  expect(configOf('us-account-services').ComputeConfig.VpcSecurityGroupIds).toHaveLength(1);
  const [, second] = configOf('us-messaging-services').ComputeConfig.VpcSecurityGroupIds;
  expect(JSON.stringify(second)).toMatch(/dynamodbgroup/);
  expect(
    propertiesOf(template, 'AWS::EC2::SecurityGroup', { GroupDescription: 'us: replications to DynamoDB' }),
  ).not.toHaveProperty('SecurityGroupIngress');
});

test('what leads to DynamoDB leads to no address that a link may reach', () => {
  const group = propertiesOf(template, 'AWS::EC2::SecurityGroup', {
    GroupDescription: 'us: replications to DynamoDB',
  });
  const egress = group['SecurityGroupEgress'] as Readonly<Record<string, unknown>>[];
  const ranges = egress.map(({ CidrIp }) => rangeOf(String(CidrIp)));
  expect(egress.every(({ FromPort, ToPort }) => FromPort === 443 && ToPort === 443)).toBe(true);
  expect(egress.length).toBeLessThanOrEqual(MAX_EGRESS_RULES);
  for (const cidr of LINKED) {
    const linked = rangeOf(cidr);
    for (const range of ranges)
      expect(range !== undefined && linked !== undefined && !overlap(range, linked)).toBe(true);
  }
  // Every other address is among them, the ranges of DynamoDB too.
  const size = ({ first, last }: Range) => last - first + 1;
  const all = [...ranges, ...LINKED.map(rangeOf)].flatMap((range) => (range ? [size(range)] : []));
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(2 ** 32);
});

test('reaches a server behind a host name anywhere in the source’s networks, at the port the plan gives', () => {
  const file = planNamed('smallest').file;
  const named = planOf({
    ...file,
    source: {
      ...file.source,
      networks: ['10.8.0.0/16', '10.9.0.0/16'],
      databases: {
        shop: { ...file.source.databases['shop'], host: 'shop.example.com', port: 3307 },
      },
    },
  });
  const group = propertiesOf(replicationsOf(named, 'eu'), 'AWS::EC2::SecurityGroup', {
    GroupDescription: 'eu: replications',
  });
  const egress = group['SecurityGroupEgress'] as Record<string, unknown>[];
  expect(egress.filter(({ FromPort }) => FromPort === 3307).map(({ CidrIp }) => CidrIp)).toEqual([
    '10.8.0.0/16',
    '10.9.0.0/16',
  ]);
});

test('has no group for DynamoDB, and no way out but the named ones, where nothing moves there', () => {
  const groups = resourcesOf(replicationsOf(planNamed('smallest'), 'eu'), 'AWS::EC2::SecurityGroup');
  expect(JSON.stringify(groups)).not.toContain('0.0.0.0/0');
});

function isServicesToUs(move: Plan['moves'][number]): boolean {
  return move.phase === 'services' && move.cell === 'us';
}
