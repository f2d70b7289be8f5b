import { countOf, type Condition, type Step } from './asl';
import { SEEN } from './calls';
import type { Failure } from './failure';
import { DAY, PLAIN_TURN, SHARES, pace } from './pace';
import { RUNNING, lookAtReplications } from './start';
import type { Subject } from './subject';

/**
 * Waits until every replication has loaded all of its tables, none of them in error (DMS API, ReplicationStats). One that
 * stops or fails meanwhile is caught at the next look, and so is one of which nothing is heard.
 */
export function fullLoad(subject: Subject): Step {
  const { every, turns } = pace(7 * DAY, PLAIN_TURN, SHARES.load);
  const expected = subject.replications.length;
  const stopped: Failure = 'ReplicationStopped';
  const failed: Failure = 'LoadFailed';
  const slow: Failure = 'LoadTooSlow';
  const stats = '$.look[*].Replications[*].ReplicationStats';
  return (next) => ({
    start: 'Begin to wait for the load',
    states: {
      'Begin to wait for the load': {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: SEEN,
        Next: 'Look at the load',
      },
      'Look at the load': lookAtReplications(subject, { next: 'Count what is loaded', fails: stopped }),
      'Count what is loaded': {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'running.$': RUNNING,
          'told.$': countOf(`${stats}.FullLoadProgressPercent`),
          'percents.$': `States.ArrayUnique(${stats}.FullLoadProgressPercent)`,
          'counted.$': countOf(`${stats}.TablesErrored`),
          'errored.$': `States.ArrayUnique(${stats}.TablesErrored)`,
          expected,
        },
        ResultPath: SEEN,
        Next: 'Is everything loaded',
      },
      'Is everything loaded': {
        Type: 'Choice',
        Choices: [
          { Not: { Variable: `${SEEN}.running`, NumericEquals: expected }, Next: stopped },
          // The made-up entry says none: a second number is one of tables in error.
          { Variable: `${SEEN}.errored[1]`, IsPresent: true, Next: failed },
          {
            And: [
              { Variable: `${SEEN}.told`, NumericEquals: expected },
              { Variable: `${SEEN}.counted`, NumericEquals: expected },
              isOnly(`${SEEN}.percents`, 100),
              isOnly(`${SEEN}.errored`, 0),
            ],
            Next: next,
          },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: slow },
        ],
        Default: 'Wait for the load',
      },
      'Wait for the load': { Type: 'Wait', Seconds: every, Next: 'Look at the load' },
    },
  });
}

function isOnly(path: string, value: number): Condition {
  return {
    And: [
      { Variable: `${path}[0]`, NumericEquals: value },
      { Not: { Variable: `${path}[1]`, IsPresent: true } },
    ],
  };
}
