import { inOrder, withOne, type Json, type Machine, type States, type Step } from './asl';
import { NO_ALARMS, alarmsQuiet } from './alarms';
import { approvalText, approvals } from './approval';
import { complete } from './complete';
import { drainSql, drainText } from './drain';
import { datasetEvidence, readyEvidence } from './evidence';
import { withFailures } from './failure';
import { freeze } from './freeze';
import { lastLook, settled } from './last-look';
import { fullLoad } from './load';
import { lastRuns, objectsReady } from './objects';
import { DAY, HOUR, PAGE, SHARES } from './pace';
import { proofs } from './proofs';
import { ALREADY, allCovered, onlyRun, unlessComplete } from './refuse';
import { targetSchema } from './schema-records';
import { startOrResume } from './start';
import { stop } from './stop';
import type { Subject } from './subject';
import { everyTableValidated } from './validated';

/**
 * The runbook of one phase in one cell. While it replicates, the runbook goes as far as being ready for the night; in
 * cutover it goes through the night, to the one object that makes the cell home.
 */
export function definition(subject: Subject): Machine {
  const last = subject.stage === 'cutover' ? 'Home' : 'Ready';
  const night = [
    approvals(subject),
    freeze(subject),
    ...databases(subject, [
      alarmsQuiet({
        label: 'Drain',
        names: subject.replications.flatMap(({ latencies, changes }) => [...latencies, changes]),
        bound: 6 * HOUR,
        share: SHARES.latency,
        fails: 'LatencyTooHigh',
      }),
      everyTableValidated(subject, { label: 'Drain', bound: 6 * HOUR, share: SHARES.drain }),
      settled(subject),
      proofs(subject, { label: 'Drain', after: '$.frozen.at' }),
    ]),
    lastRuns(subject),
    onlyRun(subject, 'Before stopping', 10),
    // Nothing between it and the stop.
    lastLook(subject),
    stop(subject),
    datasetEvidence(subject),
    drainSql(subject),
    // Hours may have gone by.
    onlyRun(subject, 'Before completing', 10),
    unlessComplete(subject, 'Before completing'),
    complete(subject),
  ];
  const { start, states } = inOrder(
    [
      begin(subject),
      // In this order: one that ended while this one waited for the list may have made the cell home.
      onlyRun(subject, 'First'),
      unlessComplete(subject, 'First'),
      ...(subject.stage === 'cutover' ? [allCovered(subject)] : []),
      ...databases(subject, [
        targetSchema(subject),
        unlessComplete(subject, 'Before starting'),
        startOrResume(subject),
        fullLoad(subject),
        everyTableValidated(subject, { label: 'Ready', bound: 2 * DAY, share: SHARES.validation }),
        proofs(subject, { label: 'Ready' }),
        alarmsQuiet({
          label: 'Ready',
          names: subject.replications.flatMap(({ latencies }) => latencies),
          bound: DAY,
          share: SHARES.latency,
          fails: 'LatencyTooHigh',
        }),
      ]),
      ...(subject.stage === 'cutover' ? night : [objectsReady(subject), readyEvidence(subject)]),
    ],
    last,
  );
  return withFailures(subject, {
    Comment: `Moves ${subject.phase} into ${subject.cell}: ${subject.stage}`,
    StartAt: start,
    States: reached(start, { ...states, [ALREADY]: { Type: 'Succeed' }, [last]: { Type: 'Succeed' } }),
  });
}

/** What only a phase with databases does. */
function databases({ replications }: Subject, steps: readonly Step[]): readonly Step[] {
  return replications.length === 0 ? [] : steps;
}

/** Sets what the states work on, whatever an execution was started with. */
function begin(subject: Subject): Step {
  const held: Json = {
    replications: subject.replications.map(({ dataset, arn, count, names, validated, mappings }): Json => ({
      dataset,
      arn,
      count,
      validated,
      mappings,
      named: { page: names },
      pages: Math.ceil(count / PAGE) + 1,
    })),
    objects: {
      verdicts: [],
      tasks: subject.objects.map(({ dataset, taskArn }): Json => ({ dataset, taskArn, look: 0 })),
    },
    proofs: {},
    look: withOne('Replications', {
      Status: 'running',
      ReplicationStats: { FullLoadProgressPercent: 100, TablesErrored: 0 },
    }),
    halt: withOne('Replications', { Status: 'stopped' }),
    alarms: subject.replications.length === 0 ? { none: { reasons: ['no replication'] } } : NO_ALARMS,
    walk: { verdicts: [], tables: [], mark: '' },
    seen: {},
    ...(subject.stage === 'cutover' && { text: { ...approvalText(subject), ...drainText(subject) } }),
  };
  return (next) => ({ start: 'Begin', states: { Begin: { Type: 'Pass', Result: held, Next: next } } });
}

/** The states that can be reached: Step Functions takes no others, and a runbook that refuses at once has many. */
function reached(start: string, states: States): States {
  const found = new Set<string>();
  const open = [start];
  for (const name of open) {
    const state = states[name];
    if (state === undefined || found.has(name)) continue;
    found.add(name);
    for (const [, next] of JSON.stringify(state).matchAll(/"(?:Next|Default)":"([^"]+)"/g))
      open.push(next ?? '');
  }
  return Object.fromEntries(Object.entries(states).filter(([name]) => found.has(name)));
}
