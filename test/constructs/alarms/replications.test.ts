import { LOG_COUNTS } from '../../../lib/constructs/alarms/replication-log-counts';
import { replicationAlarm } from '../../../lib/constructs/replication-alarms';
import { STAGES } from '../../../lib/plan/schema';
import { alarmedCell, alarmsOf, alarmsTemplate, rulesOf } from '../../support/alarms';
import { resourcesOf } from '../../support/replications';

const TOPIC = 'arn:aws:sns:us-east-1:111111111111:us-alarms';
const cell = alarmedCell('us', 'cutover', (plan) =>
  Object.assign(plan, { cutover: { latency: 45, quiet: 7 } }),
);
const alarms = alarmsOf(alarmsTemplate(cell));

const ofReplications = (names: Iterable<string>) =>
  [...names].filter((name) => /^us-(account|messaging)-services-|refused-rows$/.test(name)).sort();

test('each replication has its alarms; one to DynamoDB, which DMS cannot validate, has none of that', () => {
  expect(ofReplications(alarms.keys())).toEqual([
    'us-account-services-changes',
    'us-account-services-memory',
    'us-account-services-source-latency',
    'us-account-services-suspended',
    'us-account-services-target-latency',
    'us-account-services-validation',
    'us-messaging-services-changes',
    'us-messaging-services-memory',
    'us-messaging-services-source-latency',
    'us-messaging-services-suspended',
    'us-messaging-services-target-latency',
    'us-refused-rows',
  ]);
});

test.each(STAGES)('they are there while the move is under way, and at %s no others', (stage) => {
  const template = alarmsTemplate(
    // Something else is home, so that the cell has alarms at all.
    alarmedCell('sg', 'complete', ({ phases }) => Object.assign(phases['services'] ?? {}, { stage })),
  );
  const moving = stage === 'replicating' || stage === 'cutover';
  const names = [...alarmsOf(template).keys()];
  expect(names.some((name) => name.startsWith('sg-account-services-'))).toBe(moving);
  expect(names.some((name) => name.startsWith('sg-orders-e-commerce-'))).toBe(false);
  expect(names.includes('sg-refused-rows')).toBe(moving);
  expect([...rulesOf(template).keys()].includes('sg-replication-events')).toBe(moving);
  expect(Object.keys(resourcesOf(template, 'AWS::Logs::MetricFilter')).length > 0).toBe(moving);
});

test.each(['source-latency', 'target-latency', 'changes'] as const)(
  'the runbook finds %s by its name',
  (what) => {
    for (const { moves } of cell.holdings.filter(({ dataset }) => dataset.store !== 's3')) {
      for (const move of moves) expect(alarms.has(replicationAlarm(cell, move, what))).toBe(true);
    }
  },
);

test.each([
  ['us-account-services-source-latency', 'CDCLatencySource'],
  ['us-account-services-target-latency', 'CDCLatencyTarget'],
])('%s begins when %s is over the plan’s bound, or is not there', (name, metric) => {
  expect(alarms.get(name)).toMatchObject({
    MetricName: metric,
    Threshold: 45,
    ComparisonOperator: 'GreaterThanThreshold',
    Statistic: 'Maximum',
    Period: 60,
    DatapointsToAlarm: 3,
    EvaluationPeriods: 5,
    TreatMissingData: 'breaching',
    AlarmActions: [TOPIC],
    OKActions: [TOPIC],
  });
});

describe('changes', () => {
  const changes = alarms.get('us-account-services-changes');

  test('ends only when every one of the plan’s minutes was measured, and none had a change', () => {
    expect(changes).toMatchObject({
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      DatapointsToAlarm: 1,
      EvaluationPeriods: 7,
      TreatMissingData: 'breaching',
    });
    const measured = (changes?.Metrics ?? []).flatMap(({ Id, MetricStat }) =>
      MetricStat ? [[Id, MetricStat.Metric.MetricName, MetricStat.Period, MetricStat.Stat]] : [],
    );
    expect(measured).toEqual([
      ['rows', 'CDCThroughputRowsTarget', 60, 'Maximum'],
      ['waiting', 'CDCIncomingChanges', 60, 'Maximum'],
      ['behind', 'CDCLatencySource', 60, 'Maximum'],
    ]);
    const expressions = (changes?.Metrics ?? []).flatMap(({ Expression }) => Expression ?? []);
    // No FILL: a minute without one of the three has no value, and counts as a change.
    expect(expressions).toEqual(['IF(rows > 0 OR waiting > 0 OR behind > 45, 1, 0)']);
  });

  test('tells nobody of its beginning or its end', () => {
    expect(changes?.AlarmActions).toBeUndefined();
    expect(changes?.OKActions).toBeUndefined();
    expect(changes?.InsufficientDataActions).toEqual([TOPIC]);
  });
});

test('what no metric of DMS tells is counted in its log, and one line is enough', () => {
  const filters = Object.values(resourcesOf(alarmsTemplate(cell), 'AWS::Logs::MetricFilter')).map(
    ({ Properties }) => [
      Properties.LogGroupName,
      Properties.FilterPattern,
      (Properties.MetricTransformations as { MetricNamespace: string; MetricValue: string }[])[0],
    ],
  );
  const counted = (MetricNamespace: string, MetricName: string) => ({
    MetricNamespace,
    MetricName,
    MetricValue: '1',
  });
  expect(filters).toEqual([
    [
      'dms-serverless-replication-us-account-services',
      '"[VALIDATOR" "Validation Failed"',
      counted('Domicile/us-account-services', 'ValidationFailures'),
    ],
    [
      'dms-serverless-replication-us-account-services',
      '%[ /]suspended%',
      counted('Domicile/us-account-services', 'SuspendedTables'),
    ],
    [
      'dms-serverless-replication-us-messaging-services',
      '%[ /]suspended%',
      counted('Domicile/us-messaging-services', 'SuspendedTables'),
    ],
  ]);
  // Nothing measures that the fault is gone: the alarm stays until someone has looked.
  const latched = { Threshold: 0, EvaluationPeriods: 1, Statistic: 'Sum', TreatMissingData: 'ignore' };
  for (const name of ['us-account-services-validation', 'us-messaging-services-suspended']) {
    expect(alarms.get(name)).toMatchObject(latched);
  }
});

test('the pattern of suspended tables finds them, and not the setting that is named after them', () => {
  const [, expression = ''] = /^%(.+)%$/.exec(LOG_COUNTS.suspended.pattern) ?? [];
  const found = new RegExp(expression);
  expect(
    found.test("[TASK_MANAGER ]W: Table 'shop'.'orders' was errored/suspended (subtask 1 thread 1)"),
  ).toBe(true);
  expect(found.test('"SuspendedTablesTableEnabled": true')).toBe(false);
});

test('events of these replications alone are told, by state and name, without what a message quotes', () => {
  const rule = rulesOf(alarmsTemplate(cell)).get('us-replication-events');
  expect(rule?.EventPattern).toMatchObject({
    source: ['aws.dms'],
    'detail-type': ['DMS Replication State Change'],
    resources: [
      'arn:aws:dms:us-east-1:111111111111:replication-config:us-account-services',
      'arn:aws:dms:us-east-1:111111111111:replication-config:us-messaging-services',
    ],
    detail: {
      $or: [
        { category: ['Failure'] },
        { eventType: [{ wildcard: '*FAIL*' }, { wildcard: '*STOPPED*' }, { wildcard: '*DEPROVISION*' }] },
        { detailMessage: [{ wildcard: '*cannot scale up*' }] },
      ],
    },
  });
  const [target, ...more] = rule?.Targets ?? [];
  expect(more).toEqual([]);
  expect(target?.Arn).toBe(TOPIC);
  expect(Object.values(target?.InputTransformer.InputPathsMap ?? {})).toEqual([
    '$.time',
    '$.detail.eventType',
    '$.resources[0]',
  ]);
});
