import { countOf, type Step, type Task } from './asl';
import { SEEN, call } from './calls';
import type { Failure } from './failure';
import { PLAIN_TURN, pace } from './pace';

/** How many alarms of the last look are quiet. One that is missing, or has no data, is not. */
export const QUIET = countOf("$.alarms[*].MetricAlarms[?(@.StateValue=='OK')]");

/** Asks for the state of these alarms, to `$.alarms.page`. A call takes a hundred names (CloudWatch API, DescribeAlarms). */
export function lookAtAlarms(
  names: readonly string[],
  { next, fails }: { readonly next: string; readonly fails: Failure },
): Task {
  return call({
    action: 'cloudwatch:describeAlarms',
    parameters: { AlarmNames: names, MaxRecords: 100 },
    to: '$.alarms.page',
    next,
    fails,
  });
}

export interface AlarmsQuiet {
  /** Begins the names of its states. */
  readonly label: string;
  readonly names: readonly string[];
  /** Seconds to wait at most, and the events it may cost. */
  readonly bound: number;
  readonly share: number;
  readonly fails: Failure;
}

/** Waits until every one of these alarms is there and says that all is well. */
export function alarmsQuiet({ label, names, bound, share, fails }: AlarmsQuiet): Step {
  const { every, turns } = pace(bound, PLAIN_TURN, share);
  const state = (name: string) => `${label}: ${name}`;
  return (next) => ({
    start: state('begin with the alarms'),
    states: {
      [state('begin with the alarms')]: {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: SEEN,
        Next: state('look at the alarms'),
      },
      [state('look at the alarms')]: lookAtAlarms(names, { next: state('count the quiet'), fails }),
      [state('count the quiet')]: {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'quiet.$': QUIET,
          expected: names.length,
        },
        ResultPath: SEEN,
        Next: state('is every alarm quiet'),
      },
      [state('is every alarm quiet')]: {
        Type: 'Choice',
        Choices: [
          { Variable: `${SEEN}.quiet`, NumericEquals: names.length, Next: next },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: fails },
        ],
        Default: state('wait for the alarms'),
      },
      [state('wait for the alarms')]: { Type: 'Wait', Seconds: every, Next: state('look at the alarms') },
    },
  });
}
