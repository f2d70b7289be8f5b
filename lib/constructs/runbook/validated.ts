import { isAll, inOrder, type Step } from './asl';
import { SEEN } from './calls';
import type { Failure } from './failure';
import { lookEvents, pace } from './pace';
import { RUNNING, lookAtReplications } from './start';
import type { Subject } from './subject';
import { lookAtTables } from './tables';

export interface Validated {
  /** Begins the names of its states. */
  readonly label: string;
  /** Seconds to wait at most, and the events it may cost. */
  readonly bound: number;
  readonly share: number;
}

/** Waits until every table of every replication is clean in one look, while all of them run. */
export function everyTableValidated(subject: Subject, { label, bound, share }: Validated): Step {
  const { every, turns } = pace(bound, lookEvents(subject.replications), share);
  const stopped: Failure = 'ReplicationStopped';
  const broken: Failure = 'TablesNotValid';
  const unanswered: Failure = 'TablesNotAnswered';
  const slow: Failure = 'ValidationTooSlow';
  const state = (name: string) => `${label}: ${name}`;
  return (next) => {
    const look = inOrder([lookAtTables(subject, { label })], state('look at the replications'));
    return {
      start: state('begin to wait'),
      states: {
        [state('begin to wait')]: {
          Type: 'Pass',
          Result: { turn: 0 },
          ResultPath: SEEN,
          Next: look.start,
        },
        ...look.states,
        [state('look at the replications')]: lookAtReplications(subject, {
          next: state('count'),
          fails: stopped,
        }),
        [state('count')]: {
          Type: 'Pass',
          Parameters: {
            'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
            'running.$': RUNNING,
            'unanswered.$': "States.ArrayContains($.walk.verdicts, 'unanswered')",
            'broken.$': "States.ArrayContains($.walk.verdicts, 'broken')",
            'tables.$': '$.walk.tables',
          },
          ResultPath: SEEN,
          Next: state('is every table validated'),
        },
        [state('is every table validated')]: {
          Type: 'Choice',
          Choices: [
            {
              Not: { Variable: `${SEEN}.running`, NumericEquals: subject.replications.length },
              Next: stopped,
            },
            { Variable: `${SEEN}.unanswered`, BooleanEquals: true, Next: unanswered },
            { Variable: `${SEEN}.broken`, BooleanEquals: true, Next: broken },
            { ...isAll('$.walk.verdicts', 'clean'), Next: next },
            { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: slow },
          ],
          Default: state('wait'),
        },
        [state('wait')]: { Type: 'Wait', Seconds: every, Next: look.start },
      },
    };
  };
}
