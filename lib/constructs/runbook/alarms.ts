import { countOf, isAll, type Condition, type Json, type Step, type Steps, type Task } from './asl';
import { SEEN, call } from './calls';
import type { Failure } from './failure';
import { PLAIN_TURN, pace } from './pace';

/**
 * Alarms asked for in one call. It would take a hundred names, but tells up to 8 kB of each: the text of the alarm (1 kB),
 * of its state (1 kB) and its data (4 kB; CloudWatch API, MetricAlarm), and a state may hold 256 KiB.
 */
const BATCH = 25;

/** What of the alarms is kept: see {@link lookAtAlarms}. */
const STATES = '$.alarms[*].states[*]';
export const NAMES = '$.alarms[*].names[*]';
export const REASONS = '$.alarms[*].reasons[*]';

/** What a look finds before it has found anything: one made-up alarm, which is quiet; see `withOne`. */
export const NO_ALARMS: Json = { none: { states: ['OK'] } };

/** What is told of the last look, for {@link areQuiet}. */
export const TOLD = {
  'states.$': `States.ArrayUnique(${STATES})`,
  'told.$': countOf(STATES),
} as const;

/** Whether each of so many alarms of the last look is there and quiet. One that is missing, or has no data, is not. */
export function areQuiet(count: number): Condition {
  return { And: [isAll(`${SEEN}.states`, 'OK'), { Variable: `${SEEN}.told`, NumericEquals: count }] };
}

/** Events that a look at these alarms costs beyond that of one call. */
export function moreEvents(names: readonly string[]): number {
  return 5 * (batches(names).length - 1);
}

/** Asks for these alarms, and keeps at `$.alarms` their names, states and reasons, each in the order of the answers. */
export function lookAtAlarms(
  names: readonly string[],
  { label, next, fails }: { readonly label: string; readonly next: string; readonly fails: Failure },
): Steps {
  const parts = batches(names);
  const name = (index: number) => (index === 0 ? label : `${label} (${index + 1})`);
  return {
    start: name(0),
    states: Object.fromEntries(
      parts.map((part, index): [string, Task] => [
        name(index),
        call({
          action: 'cloudwatch:describeAlarms',
          parameters: { AlarmNames: part, MaxRecords: 100 },
          select: {
            'names.$': '$.MetricAlarms[*].AlarmName',
            'states.$': '$.MetricAlarms[*].StateValue',
            'reasons.$': '$.MetricAlarms[*].StateReason',
          },
          to: `$.alarms.page${index + 1}`,
          next: index + 1 < parts.length ? name(index + 1) : next,
          fails,
        }),
      ]),
    ),
  };
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
  const { every, turns } = pace(bound, PLAIN_TURN + moreEvents(names), share);
  const state = (name: string) => `${label}: ${name}`;
  const look = lookAtAlarms(names, {
    label: state('look at the alarms'),
    next: state('count the quiet'),
    fails,
  });
  return (next) => ({
    start: state('begin with the alarms'),
    states: {
      [state('begin with the alarms')]: {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: SEEN,
        Next: state('forget the alarms before'),
      },
      [state('forget the alarms before')]: {
        Type: 'Pass',
        Result: NO_ALARMS,
        ResultPath: '$.alarms',
        Next: look.start,
      },
      ...look.states,
      [state('count the quiet')]: {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          ...TOLD,
          expected: names.length,
        },
        ResultPath: SEEN,
        Next: state('is every alarm quiet'),
      },
      [state('is every alarm quiet')]: {
        Type: 'Choice',
        Choices: [
          { ...areQuiet(names.length), Next: next },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: fails },
        ],
        Default: state('wait for the alarms'),
      },
      [state('wait for the alarms')]: { Type: 'Wait', Seconds: every, Next: look.start },
    },
  });
}

function batches(names: readonly string[]): string[][] {
  const count = Math.ceil(names.length / BATCH);
  return Array.from({ length: count }, (_, index) => names.slice(index * BATCH, (index + 1) * BATCH));
}
