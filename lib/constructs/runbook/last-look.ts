import { inOrder, isAll, type Step } from './asl';
import { alarmsQuiet } from './alarms';
import { SEEN } from './calls';
import type { Failure } from './failure';
import { MINUTE, SHARES } from './pace';
import type { Subject } from './subject';
import { lookAtTables } from './tables';

/** Remembers what the tables had counted when all was still, for {@link lastLook}. */
export function settled({ replications }: Subject): Step {
  if (replications.length === 0) return (next) => ({ start: next, states: {} });
  return (next) => ({
    start: 'Remember what was counted',
    states: {
      'Remember what was counted': {
        Type: 'Pass',
        Parameters: { 'mark.$': '$.walk.mark' },
        ResultPath: '$.settled',
        Next: next,
      },
    },
  });
}

/**
 * The last look before anything is stopped: every alarm quiet, every table clean and written down as evidence, and no row
 * counted since all was still. Whoever wrote to the source while objects were moved is found here.
 */
export function lastLook(subject: Subject): Step {
  const { replications } = subject;
  if (replications.length === 0) return (next) => ({ start: next, states: {} });
  const changed: Failure = 'SourceNotFrozen';
  const unclean: Failure = 'TablesNotValid';
  const unwritten: Failure = 'EvidenceNotWritten';
  const judge: Step = (next) => ({
    start: 'Tell the last look',
    states: {
      'Tell the last look': {
        Type: 'Pass',
        Parameters: {
          'unwritten.$': "States.ArrayContains($.walk.verdicts, 'unwritten')",
          'mark.$': '$.walk.mark',
          'before.$': '$.settled.mark',
          'tables.$': '$.walk.tables',
        },
        ResultPath: SEEN,
        Next: 'Is all as it was',
      },
      'Is all as it was': {
        Type: 'Choice',
        Choices: [
          { Variable: `${SEEN}.unwritten`, BooleanEquals: true, Next: unwritten },
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
        lookAtTables(subject, { label: 'Last look', fails: unclean, record: true }),
        judge,
      ],
      next,
    );
}
