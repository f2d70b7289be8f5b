import { inOrder, isAll, type Step } from './asl';
import { alarmsQuiet } from './alarms';
import { SEEN } from './calls';
import type { Failure } from './failure';
import { MINUTE, SHARES } from './pace';
import { RUNNING, lookAtReplications } from './start';
import type { Subject } from './subject';
import { lookAtTables } from './tables';

/** Goes on only if no table has counted another row since the source was seen to be frozen. */
export function settled({ replications }: Subject): Step {
  if (replications.length === 0) return (next) => ({ start: next, states: {} });
  const fails: Failure = 'SourceNotFrozen';
  return (next) => ({
    start: 'Drain: compare with the freeze',
    states: {
      'Drain: compare with the freeze': {
        Type: 'Pass',
        Parameters: { 'mark.$': '$.walk.mark', 'before.$': '$.frozen.mark', 'tables.$': '$.walk.tables' },
        ResultPath: SEEN,
        Next: 'Drain: is all as it was',
      },
      'Drain: is all as it was': {
        Type: 'Choice',
        Choices: [{ Variable: `${SEEN}.mark`, StringEqualsPath: `${SEEN}.before`, Next: next }],
        Default: fails,
      },
    },
  });
}

/**
 * The last look before anything is stopped: every alarm quiet, every table clean and written down as evidence, no row
 * counted since the source was frozen, and at the very last every replication running. Whoever wrote to the source while
 * objects were moved is found here. What DMS counted for one that has stopped by itself proves nothing any more.
 */
export function lastLook(subject: Subject): Step {
  const { replications } = subject;
  if (replications.length === 0) return (next) => ({ start: next, states: {} });
  const changed: Failure = 'SourceNotFrozen';
  return (next) =>
    inOrder(
      [
        alarmsQuiet({
          label: 'Last look',
          names: replications.flatMap(({ latencies, changes }) => [...latencies, changes]),
          bound: 30 * MINUTE,
          share: SHARES.lastLook,
          fails: changed,
        }),
        lookAtTables(subject, { label: 'Last look', record: true }),
        tablesAsTheyWere(changed),
        allRunning(subject),
      ],
      next,
    );
}

function tablesAsTheyWere(changed: Failure): Step {
  const unclean: Failure = 'TablesNotValid';
  const unanswered: Failure = 'TablesNotAnswered';
  const unwritten: Failure = 'EvidenceNotWritten';
  return (next) => ({
    start: 'Tell the last look',
    states: {
      'Tell the last look': {
        Type: 'Pass',
        Parameters: {
          'unwritten.$': "States.ArrayContains($.walk.verdicts, 'unwritten')",
          'unanswered.$': "States.ArrayContains($.walk.verdicts, 'unanswered')",
          'mark.$': '$.walk.mark',
          'before.$': '$.frozen.mark',
          'tables.$': '$.walk.tables',
        },
        ResultPath: SEEN,
        Next: 'Is all as it was',
      },
      'Is all as it was': {
        Type: 'Choice',
        Choices: [
          { Variable: `${SEEN}.unwritten`, BooleanEquals: true, Next: unwritten },
          { Variable: `${SEEN}.unanswered`, BooleanEquals: true, Next: unanswered },
          {
            Not: { Variable: `${SEEN}.mark`, StringEqualsPath: `${SEEN}.before` },
            Next: changed,
          },
          { ...isAll('$.walk.verdicts', 'clean'), Next: next },
        ],
        Default: unclean,
      },
    },
  });
}

function allRunning(subject: Subject): Step {
  const expected = subject.replications.length;
  const stopped: Failure = 'ReplicationStopped';
  return (next) => ({
    start: 'Last look: look at the replications',
    states: {
      'Last look: look at the replications': lookAtReplications(subject, {
        next: 'Last look: count what runs',
        fails: stopped,
      }),
      'Last look: count what runs': {
        Type: 'Pass',
        Parameters: { 'running.$': RUNNING, expected },
        ResultPath: SEEN,
        Next: 'Last look: does every replication run',
      },
      'Last look: does every replication run': {
        Type: 'Choice',
        Choices: [{ Variable: `${SEEN}.running`, NumericEquals: expected, Next: next }],
        Default: stopped,
      },
    },
  });
}
