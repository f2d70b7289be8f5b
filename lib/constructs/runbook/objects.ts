import { isAll, type Step } from './asl';
import { SEEN } from './calls';
import type { Failure } from './failure';
import { runEveryTask, RUN_EVENTS, TASKS, VERDICTS } from './object-runs';
import { DAY, MINUTE, PLAIN_TURN, SHARES, pace, type Pace } from './pace';
import type { Subject } from './subject';

/** Rounds at the least that are tried for: the first moves what was left, the second should move nothing. */
const ROUNDS = 4;
/** Events of a round, besides those of its runs. */
const ROUND_EVENTS = 12;
/** Events that a runbook which does not go through the night leaves. */
const NIGHT = SHARES.freeze + SHARES.drain + SHARES.objects;

/**
 * While replicating: one verified run of every task, whatever it moves. A run that the schedule began is waited for, and
 * another begun, so that what is looked at is never older than the question.
 */
export function objectsReady({ objects }: Subject): Step {
  if (objects.length === 0) return (next) => ({ start: next, states: {} });
  const fails: Failure = 'ObjectsNotReady';
  return (next) => ({
    start: 'Runs of objects',
    states: {
      ...runEveryTask({
        name: 'Runs of objects',
        pace: looks(7 * DAY, objects.length, 1, NIGHT),
        next: 'Tell the runs',
        fails,
      }),
      'Tell the runs': {
        Type: 'Pass',
        Parameters: {
          'broken.$': `States.ArrayContains(${VERDICTS}, 'broken')`,
          'tasks.$': TASKS,
        },
        ResultPath: SEEN,
        Next: 'Are all objects verified',
      },
      'Are all objects verified': {
        Type: 'Choice',
        Choices: [{ Variable: `${SEEN}.broken`, BooleanEquals: false, Next: next }],
        Default: fails,
      },
    },
  });
}

/**
 * After the freeze: rounds in which every task runs once, at least the plan's quiet minutes from the end of one to the
 * beginning of the next, until in one that is not the first all runs end verified and have moved nothing. Then nothing was
 * written in those minutes to any of what the tasks read: nothing else tells of a write of objects. Of a phase of objects
 * alone this is the measure of the freeze, and its rounds go on for as long as a freeze may take.
 */
export function lastRuns({ objects, replications, cutover }: Subject): Step {
  if (objects.length === 0) return (next) => ({ start: next, states: {} });
  const fails: Failure = 'ObjectsNotStill';
  const alone = replications.length === 0;
  const apart = alone ? Math.max(cutover.quiet, Math.ceil(cutover.freeze / ROUNDS)) : cutover.quiet;
  const rounds = alone ? Math.max(ROUNDS, Math.ceil(cutover.freeze / apart) + 2) : ROUNDS;
  // Without replications nothing else waits as long.
  const share = SHARES.objects + (alone ? SHARES.load : 0);
  return (next) => ({
    start: 'Begin the last runs',
    states: {
      'Begin the last runs': {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: SEEN,
        Next: 'Last runs of objects',
      },
      ...runEveryTask({
        name: 'Last runs of objects',
        pace: looks(DAY, objects.length, rounds, share),
        next: 'Tell the last runs',
        fails,
      }),
      'Tell the last runs': {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'broken.$': `States.ArrayContains(${VERDICTS}, 'broken')`,
          'tasks.$': TASKS,
        },
        ResultPath: SEEN,
        Next: 'Are all objects still',
      },
      'Are all objects still': {
        Type: 'Choice',
        Choices: [
          { Variable: `${SEEN}.broken`, BooleanEquals: true, Next: fails },
          {
            And: [{ Variable: `${SEEN}.turn`, NumericGreaterThan: 1 }, isAll(VERDICTS, 'still')],
            Next: 'Objects are still',
          },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: rounds, Next: fails },
        ],
        Default: 'Wait for still objects',
      },
      'Wait for still objects': { Type: 'Wait', Seconds: apart * MINUTE, Next: 'Last runs of objects' },
      'Objects are still': {
        Type: 'Pass',
        Parameters: { 'at.$': '$$.State.EnteredTime', 'rounds.$': `${SEEN}.turn` },
        ResultPath: alone ? '$.frozen' : '$.still',
        Next: next,
      },
    },
  });
}

/** Looks of one task, of so many: all runs of all tasks share the events, and a task's runs its looks. */
function looks(bound: number, tasks: number, rounds: number, share: number): Pace {
  const left = share - rounds * (ROUND_EVENTS + RUN_EVENTS * tasks);
  return pace(bound, PLAIN_TURN, left / tasks);
}
