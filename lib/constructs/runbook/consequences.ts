import { call, SEEN } from './calls';
import type { States } from './asl';
import type { Subject } from './subject';

/** There once the source's owner has been asked to freeze it. */
export const ASKED = '$.asked';
/** There once replications are being stopped. */
export const STOPPING = '$.stopping';

/** First of the states that tell of a failure at `$.failure`: `error`, what was `said`, and what `holds` unless it came further. */
export const HOW_FAR = 'How far did it come';
/** The one that goes by what `holds` as it is. */
export const EXPLAIN = 'Explain the failure';

export const STAYS = 'The source stays the authority.';
/** Another run may have made the cell home, or be about to. */
export const NOTHING_DONE = 'This run has changed nothing: what held before holds still.';
export const UNFREEZE = 'Unfreeze the source: it stays the authority.';
export const RESUME = `${UNFREEZE} Replications are stopped, or stopping: start again within 48 hours, and they are resumed.`;
/** A trigger that fires while DMS writes, writes twice. */
export const DROP_TRIGGERS =
  'Where the SQL of the drain has run at a store, drop the triggers that it made before you start again.';
export const UNKNOWN =
  'Do not unfreeze the source, and send no users anywhere, until the list has answered: with a version of complete.json the cell is home; with none the source is the authority: unfreeze it then, and start again within 48 hours of the stop.';

const TELL = 'Tell what failed';
const FAILED = 'Failed';

/** The states that add to a failure what follows from how far the runbook came, tell it, and end. */
export function explanations(subject: Subject): States {
  const validated = subject.replications.some((replication) => replication.validated);
  const holds = (Result: string) =>
    ({ Type: 'Pass', Result, ResultPath: '$.failure.holds', Next: EXPLAIN }) as const;
  return {
    [HOW_FAR]: {
      Type: 'Choice',
      Choices: [
        { Variable: STOPPING, IsPresent: true, Next: 'Replications are stopped' },
        { Variable: ASKED, IsPresent: true, Next: 'The source is frozen' },
      ],
      Default: EXPLAIN,
    },
    'Replications are stopped': holds(validated ? `${RESUME} ${DROP_TRIGGERS}` : RESUME),
    'The source is frozen': holds(UNFREEZE),
    [EXPLAIN]: {
      Type: 'Pass',
      Parameters: {
        'error.$': '$.failure.error',
        'cause.$': `States.Format('{} {} Seen last: {}', $.failure.said, $.failure.holds, States.JsonToString(${SEEN}))`,
      },
      ResultPath: '$.failure',
      Next: TELL,
    },
    [TELL]: call({
      action: 'sns:publish',
      parameters: {
        TopicArn: subject.alarmsTopic,
        Subject: `Domicile: ${subject.phase} in ${subject.cell} failed`,
        'Message.$': "States.Format('{} {} ({})', $.failure.error, $.failure.cause, $$.Execution.Id)",
      },
      next: FAILED,
      fails: FAILED,
    }),
    [FAILED]: { Type: 'Fail', ErrorPath: '$.failure.error', CausePath: '$.failure.cause' },
  };
}
