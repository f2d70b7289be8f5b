import { Template } from 'aws-cdk-lib/assertions';
import { STAGES } from '../../../lib/plan/schema';
import { alarmedCell, alarmsOf, alarmsTemplate, overVpn, rulesOf } from '../../support/alarms';
import { keyOf } from '../../support/data-stack';
import { renderedCell } from '../../support/templates';

const template = alarmsTemplate(alarmedCell('us', 'replicating'));
const rules = rulesOf(template);
const OTHERS = ['personal', 'public', 'replication', 'logs', 'edge'];

test.each([
  ['us-', OTHERS],
  ['us-operations-', ['operations']],
])(
  'what is done to keys of the cell, and to no others, is told by %skey-events and -deleted',
  (name, keys) => {
    expect(rules.get(`${name}key-events`)?.EventPattern).toEqual({
      source: ['aws.kms'],
      'detail-type': ['AWS API Call via CloudTrail'],
      detail: {
        eventSource: ['kms.amazonaws.com'],
        eventName: ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'DisableKeyRotation'],
        resources: { ARN: keys.map(keyOf) },
      },
    });
    expect(rules.get(`${name}key-deleted`)?.EventPattern).toEqual({
      source: ['aws.kms'],
      'detail-type': ['KMS CMK Deletion'],
      resources: keys.map(keyOf),
    });
  },
);

test('what befalls the key of operations is told by a topic under another key: its own would be silent', () => {
  for (const { Name, Targets } of rules.values()) {
    const topic = Name.startsWith('us-operations-key-') ? 'us-key-alarms' : 'us-alarms';
    expect([Name, Targets.map(({ Arn }) => Arn)]).toEqual([
      Name,
      [`arn:aws:sns:us-east-1:111111111111:${topic}`],
    ]);
  }
  const keys = new Map(
    renderedCell(alarmedCell('us', 'replicating'))
      .flatMap(({ template: { Resources } }) => Object.values(Resources))
      .filter(({ Type }) => Type === 'AWS::SNS::Topic')
      .map(({ Properties }) => [Properties?.TopicName, Properties?.KmsMasterKeyId]),
  );
  expect(keys.get('us-alarms')).toEqual(keyOf('operations'));
  expect(keys.get('us-key-alarms')).toEqual(keyOf('logs'));
});

test('failed runs, lost tasks and agents offline are told', () => {
  expect(rules.get('us-object-events')?.EventPattern).toEqual({
    source: ['aws.datasync'],
    'detail-type': [
      'DataSync Task Execution State Change',
      'DataSync Task State Change',
      'DataSync Agent State Change',
    ],
    resources: [
      'arn:aws:datasync:us-east-1:111111111111:agent/agent-0a1b2c3d4e5f60001',
      { prefix: 'arn:aws:datasync:us-east-1:111111111111:task/' },
    ],
    detail: { State: ['ERROR', 'UNAVAILABLE', 'OFFLINE'] },
  });
});

test.each(STAGES)('at %s objects and runbooks are watched only while they move', (stage) => {
  const at = alarmsTemplate(
    alarmedCell('sg', 'complete', ({ phases }) => Object.assign(phases['services'] ?? {}, { stage })),
  );
  const moving = stage === 'replicating' || stage === 'cutover';
  expect(rulesOf(at).has('sg-object-events')).toBe(moving);
  expect(alarmsOf(at).has('sg-services-runbook')).toBe(moving);
  expect(alarmsOf(at).has('sg-e-commerce-runbook')).toBe(false);
  expect([...rulesOf(at).keys()]).toEqual(
    expect.arrayContaining(['sg-backup-events', 'sg-key-deleted', 'sg-key-events']),
  );
});

test('a runbook is watched by the name of its state machine, however it ends badly', () => {
  const { Metrics = [] } = alarmsOf(template).get('us-services-runbook') ?? {};
  const read = Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);
  expect(read.map(({ MetricName }) => MetricName)).toEqual([
    'ExecutionsFailed',
    'ExecutionsTimedOut',
    'ExecutionsAborted',
  ]);
  for (const { Dimensions } of read) {
    expect(Dimensions).toEqual([
      { Name: 'StateMachineArn', Value: 'arn:aws:states:us-east-1:111111111111:stateMachine:us-services' },
    ]);
  }
});

test('no message of an event says more than when, what and which', () => {
  const allowed =
    /^\$\.(time|resources\[0\]|detail\.(eventType|eventName|State|state|resourceArn|backupJobId|resources\[0\]\.ARN|userIdentity\.arn))$/;
  for (const { Targets, Name } of rules.values()) {
    expect(Targets).toHaveLength(1);
    for (const { InputTransformer } of Targets) {
      for (const path of Object.values(InputTransformer.InputPathsMap)) expect(path).toMatch(allowed);
      expect(InputTransformer.InputTemplate).toContain(`"${Name}: `);
    }
  }
});

test('a VPN is down without a tunnel, and poor with one, and is watched beside its connection', () => {
  const [replication] = renderedCell(alarmedCell('us', 'replicating', overVpn)).filter(
    ({ path }) => path === 'us/replication',
  );
  const { Resources = {} } = replication?.template ?? {};
  const [connection] = Object.keys(Resources).filter(
    (id) => Resources[id]?.Type === 'AWS::EC2::VPNConnection',
  );
  const alarms = alarmsOf(Template.fromJSON({ Resources }));
  const tunnels = {
    Namespace: 'AWS/VPN',
    MetricName: 'TunnelState',
    Dimensions: [{ Name: 'VpnId', Value: { Ref: connection } }],
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  };
  expect([...alarms.keys()]).toEqual(['us-vpn-down', 'us-vpn-tunnel']);
  expect(alarms.get('us-vpn-down')).toMatchObject({ ...tunnels, Statistic: 'Maximum', EvaluationPeriods: 3 });
  expect(alarms.get('us-vpn-tunnel')).toMatchObject({
    ...tunnels,
    Statistic: 'Minimum',
    EvaluationPeriods: 15,
  });
});

test.each([
  ['a VPN while nothing moves over it', 'complete', overVpn],
  ['a link of another kind', 'replicating', () => undefined],
] as const)('%s is not watched', (_, stage, change) => {
  const names = [...alarmsOf(alarmsTemplate(alarmedCell('us', stage, change))).keys()];
  expect(names.filter((name) => name.includes('vpn'))).toEqual([]);
});

test('every alarm tells the cell’s topic of its beginning and its end, but for changes', () => {
  const topic = ['arn:aws:sns:us-east-1:111111111111:us-alarms'];
  const all = alarmsOf(alarmsTemplate(alarmedCell('us', 'replicating', overVpn)));
  for (const { AlarmName, AlarmActions, OKActions } of all.values()) {
    const told = AlarmName.endsWith('-changes') ? undefined : topic;
    expect([AlarmName, AlarmActions, OKActions]).toEqual([AlarmName, told, told]);
  }
});
