import { countOf, isAll, type Pass, type Step } from './asl';
import { NOT_IN_STATE, SEEN, call } from './calls';
import { STOPPING } from './consequences';
import type { Failure } from './failure';
import { HOUR, PLAIN_TURN, SHARES, pace } from './pace';
import { lookAtReplications } from './start';
import type { Subject } from './subject';

/** Stops every replication and waits until all are. From here on a failure leaves some of them stopped: see FAILURES. */
export function stop(subject: Subject): Step {
  const { replications } = subject;
  if (replications.length === 0) return (next) => ({ start: next, states: {} });
  const fails: Failure = 'ReplicationNotStopped';
  const { every, turns } = pace(HOUR, PLAIN_TURN, SHARES.stop);
  return (next) => ({
    start: 'Begin to stop',
    states: {
      'Begin to stop': { Type: 'Pass', Result: true, ResultPath: STOPPING, Next: 'Stop the replications' },
      'Stop the replications': {
        Type: 'Map',
        ItemsPath: '$.replications',
        ItemSelector: { 'item.$': '$$.Map.Item.Value' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Stop it',
          States: {
            'Stop it': call({
              action: 'databasemigration:stopReplication',
              parameters: { 'ReplicationConfigArn.$': '$.item.arn' },
              next: 'It stops',
              fails: 'It does not stop',
              catches: [{ ErrorEquals: NOT_IN_STATE, ResultPath: SEEN, Next: 'It stops' }],
            }),
            'It stops': verdict('stopping'),
            'It does not stop': verdict('broken', { 'error.$': SEEN }),
          },
        },
        ResultSelector: { 'verdicts.$': 'States.ArrayUnique($[*].verdict)', 'replications.$': '$' },
        ResultPath: SEEN,
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
        Next: 'Does every replication stop',
      },
      'Does every replication stop': {
        Type: 'Choice',
        Choices: [{ ...isAll(`${SEEN}.verdicts`, 'stopping'), Next: 'Begin to wait for the stop' }],
        Default: fails,
      },
      'Begin to wait for the stop': {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: SEEN,
        Next: 'Wait for the stop',
      },
      'Wait for the stop': { Type: 'Wait', Seconds: every, Next: 'Look at the stop' },
      'Look at the stop': lookAtReplications(subject, {
        to: '$.halt.page',
        next: 'Count what is stopped',
        fails,
      }),
      'Count what is stopped': {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'stopped.$': countOf("$.halt[*].Replications[?(@.Status=='stopped')]"),
          expected: replications.length,
        },
        ResultPath: SEEN,
        Next: 'Is every replication stopped',
      },
      'Is every replication stopped': {
        Type: 'Choice',
        Choices: [
          { Variable: `${SEEN}.stopped`, NumericEquals: replications.length, Next: next },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: fails },
        ],
        Default: 'Wait for the stop',
      },
    },
  });
}

function verdict(word: 'stopping' | 'broken', more: Readonly<Record<string, string>> = {}): Pass {
  return {
    Type: 'Pass',
    Parameters: { 'dataset.$': '$.item.dataset', verdict: word, ...more },
    End: true,
  };
}
