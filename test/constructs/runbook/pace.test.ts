import { statesOf } from '../../../lib/constructs/runbook/asl';
import { definition } from '../../../lib/constructs/runbook/definition';
import { DAY, SHARES, lookEvents, pace } from '../../../lib/constructs/runbook/pace';
import type { Replication, Subject } from '../../../lib/constructs/runbook/subject';
import { MAX_NAMES } from '../../../lib/plan/rules/table-names';
import { run } from '../../support/runbook/run';
import { ORDERS, PAGES, TOPICS, movingSubject } from '../../support/runbook/subject';
import { World, type Row } from '../../support/runbook/world';

test('never looks more often than the events allow, nor less often than twice', () => {
  expect(pace(7 * DAY, 11, SHARES.load)).toEqual({ every: 1671, turns: 363 });
  expect(pace(3600, 11, 100_000)).toEqual({ every: 60, turns: 61 });
  expect(pace(3600, 1000, 100)).toEqual({ every: 3600, turns: 2 });
});

/** A runbook of many replications of the kind of the first. */
function many(count: number, tables: number): Subject {
  const subject = movingSubject({ tables, datasets: [ORDERS] });
  const [first] = subject.replications;
  const replications = Array.from({ length: count }, (_, index): Replication => {
    if (first === undefined) throw new Error('no replication');
    return { ...first, dataset: `d${index}`, arn: `${first.arn}-${index}` };
  });
  return { ...subject, replications };
}

test.each([
  ['1 replication of 100 tables', movingSubject({ tables: 100 })],
  ['5 replications of 20 tables', many(5, 20)],
  ['20 replications of 5 tables', many(20, 5)],
])('%s, every wait of which is as long as can be, stay below 25,000 events', async (_, subject) => {
  const hours = 3_600_000;
  const long: Subject = {
    ...subject,
    cutover: { latency: 60, quiet: 1, freeze: 720, approval: 168 },
  };
  const world = new World(long);
  const start = world.now;
  // Each wait is nearly as long as its bound.
  world.load = 6.9 * 24 * 60;
  world.validation = 1.9 * 24 * 60;
  world.owner = () => world.later(7 * 60, () => (world.frozen = world.now));
  world.compare = (dataset) => world.later(160 * 60, () => world.prove(dataset));
  let latencyFrom: number | undefined;
  const { alarm } = world;
  world.alarm = (name) => {
    if (!name.endsWith('latency')) return alarm(name);
    latencyFrom ??= world.now + 22 * hours;
    return world.now < latencyFrom ? 'ALARM' : 'OK';
  };
  let drainedFrom: number | undefined;
  world.rows = (row, { validated }) => {
    if (!world.quietFor(1) || !validated) return row;
    drainedFrom ??= world.now + 5 * hours;
    return world.now < drainedFrom ? { ...row, ValidationState: 'Pending revalidation' } : row;
  };
  const { end, cause, events } = await run(world);
  expect({ end, cause }).toEqual({ end: 'Home', cause: '' });
  expect(world.now - start).toBeGreaterThan(9 * 24 * hours);
  expect(events).toBeLessThan(21_000);
  expect(world.faults).toEqual([]);
});

test.each([
  ['alone', [PAGES]],
  ['beside a database', [ORDERS, PAGES]],
])('twenty tasks of objects %s, which take most of a day, stay below 25,000 events', async (_, datasets) => {
  const subject = movingSubject({ datasets, cutover: { quiet: 1, freeze: 720 } });
  const [pages] = subject.objects;
  if (pages === undefined) throw new Error('no task');
  const objects = Array.from({ length: 20 }, (_, index) => ({
    dataset: `d${index}`,
    taskArn: `${pages.taskArn}${index}`,
  }));
  const world = new World({ ...subject, objects });
  world.takes = () => 5 * 60;
  const { end, events } = await run(world);
  expect(end).toBe('Home');
  expect(events).toBeLessThan(9_000);
  expect(world.faults).toEqual([]);
});

test('what a look at the tables costs is what is reckoned with', async () => {
  const subject = movingSubject({ tables: 250, datasets: [ORDERS, TOPICS] });
  const look = async (validation: number) => {
    const world = new World(subject);
    world.validation = validation;
    return run(world);
  };
  const [few, more] = [await look(60), await look(60 * 24)];
  const count = (entered: readonly string[]) =>
    entered.filter((name) => name === 'Ready: look at the replications').length;
  const looks = count(more.entered) - count(few.entered);
  expect(looks).toBeGreaterThan(3);
  expect((more.events - few.events) / looks).toBeLessThanOrEqual(lookEvents(subject.replications));
});

/** An answer about an alarm that is as long as CloudWatch makes it (CloudWatch API, MetricAlarm). */
function longAlarm({ AlarmName, StateValue }: Row): Row {
  return {
    AlarmName,
    StateValue,
    AlarmArn: `arn:aws:cloudwatch:ap-southeast-1:222222222222:alarm:${String(AlarmName)}`,
    AlarmDescription: 'd'.repeat(1024),
    StateReason: 'r'.repeat(1023),
    StateReasonData: 'j'.repeat(4000),
    Metrics: [{ Id: 'm', Expression: 'e'.repeat(1024) }],
  };
}

/** An answer about a replication, with all that DMS tells of one. */
function longReplication(replication: Row): Row {
  return { ...replication, ReplicationConfigIdentifier: 'i'.repeat(63), rest: 'x'.repeat(2_000) };
}

/** The largest state, or answer, of a night. */
async function largest(subject: Subject): Promise<number> {
  const world = new World(subject);
  const { call } = world;
  // As many characters as DMS adds for times, details and applied counts.
  world.rows = (row) => ({ ...row, rest: 'x'.repeat(700) });
  let most = 0;
  world.call = (action, input) => {
    const answer = call.call(world, action, input) as Row;
    const rows = (name: string, long: (row: Row) => Row) =>
      Array.isArray(answer[name]) && { [name]: (answer[name] as Row[]).map(long) };
    const whole = {
      ...answer,
      ...rows('MetricAlarms', longAlarm),
      ...rows('Replications', longReplication),
    };
    most = Math.max(most, JSON.stringify(whole).length);
    return action === 'sns:publish.waitForTaskToken' ? answer : whole;
  };
  const { end, size } = await run(world);
  expect(end).toBe('Home');
  return Math.max(most, size);
}

/** Characters that a state, or an answer, may have: 256 KiB (Step Functions quotas), less what we may have reckoned wrong. */
const MOST = 256 * 1024 - 30_000;

test('no answer and no state of a hundred tables is larger than Step Functions takes', async () => {
  expect(await largest(movingSubject({ tables: 100, datasets: [ORDERS, TOPICS] }))).toBeLessThan(MOST);
});

test('no answer and no state is larger with as many names of tables as a dataset may have', async () => {
  const subject = movingSubject({ tables: 370, datasets: [ORDERS] });
  const replications = subject.replications.map((replication) => ({
    ...replication,
    names: replication.names.map((table) => table.padEnd(64, 'x')),
  }));
  expect(JSON.stringify(replications[0]?.names).length).toBeGreaterThan(MAX_NAMES.dataset - 300);
  expect(await largest({ ...subject, replications })).toBeLessThan(MOST);
});

test('no answer and no state of twenty replications is larger, with names and reasons as long as can be', async () => {
  const subject = many(20, 5);
  const replications = subject.replications.map((replication, index): Replication => {
    const name = `sg-${'n'.repeat(40)}-${index}`;
    return {
      ...replication,
      names: replication.names.map((table) => table.padEnd(64, 'x')),
      latencies: [`${name}-source-latency`, `${name}-target-latency`],
      changes: `${name}-changes`,
    };
  });
  const cutover = { ...subject.cutover, quiet: 60, freeze: 720 };
  expect(await largest({ ...subject, replications, cutover })).toBeLessThan(MOST);
});

test('no wait is without a bound', () => {
  for (const [name, state] of statesOf(definition(movingSubject()))) {
    if (state.Type !== 'Wait') continue;
    expect([name, state.Seconds >= 60 && state.Seconds <= DAY]).toEqual([name, true]);
  }
});
