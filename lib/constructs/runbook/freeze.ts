import { inOrder, type States, type Step } from './asl';
import { QUIET, lookAtAlarms } from './alarms';
import { SEEN, call } from './calls';
import type { Failure } from './failure';
import { MINUTE, SHARES, lookEvents, pace } from './pace';
import { RUNNING, lookAtReplications } from './start';
import type { Subject } from './subject';
import { lookAtTables } from './tables';

/**
 * Asks the owner to freeze the source, then waits until it is seen to be frozen, which nobody has to say: of every
 * replication, no change is incoming, and between two looks at least the plan's minutes apart no table has counted another
 * row. Leaves the time at `$.frozen`.
 */
export function freeze(subject: Subject): Step {
  const { cutover, replications } = subject;
  const count = replications.length;
  const fails: Failure = 'SourceNotFrozen';
  const stopped: Failure = 'ReplicationStopped';
  const broken: Failure = 'TablesNotValid';
  const least = cutover.quiet * MINUTE;
  const { every, turns } = pace(cutover.freeze * MINUTE, lookEvents(replications) + 10, SHARES.freeze, least);
  return (next) => {
    const look = inOrder(
      [lookAtTables(subject, { label: 'Freeze', fails })],
      'Freeze: look at the replications',
    );
    const loop: States = {
      ...look.states,
      'Freeze: look at the replications': lookAtReplications(subject, {
        next: 'Look for incoming changes',
        fails: stopped,
      }),
      'Look for incoming changes': lookAtAlarms(
        replications.map(({ changes }) => changes),
        { next: 'Compare with the look before', fails },
      ),
      'Compare with the look before': {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'running.$': RUNNING,
          'quiet.$': QUIET,
          'broken.$': "States.ArrayContains($.walk.verdicts, 'broken')",
          'missing.$': "States.ArrayContains($.walk.verdicts, 'missing')",
          'before.$': `${SEEN}.mark`,
          'mark.$': '$.walk.mark',
          'tables.$': '$.walk.tables',
        },
        ResultPath: SEEN,
        Next: 'Is the source frozen',
      },
      'Is the source frozen': {
        Type: 'Choice',
        Choices: [
          { Not: { Variable: `${SEEN}.running`, NumericEquals: count }, Next: stopped },
          { Variable: `${SEEN}.broken`, BooleanEquals: true, Next: broken },
          {
            And: [
              { Variable: `${SEEN}.quiet`, NumericEquals: count },
              // What was not heard of has not been shown to be quiet.
              { Variable: `${SEEN}.missing`, BooleanEquals: false },
              { Variable: `${SEEN}.mark`, StringEqualsPath: `${SEEN}.before` },
            ],
            Next: 'Frozen',
          },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: fails },
        ],
        Default: 'Wait for quiet',
      },
      'Wait for quiet': { Type: 'Wait', Seconds: every, Next: look.start },
    };
    return {
      start: 'Ask to freeze the source',
      states: {
        'Ask to freeze the source': call({
          action: 'sns:publish',
          parameters: {
            TopicArn: subject.alarmsTopic,
            Subject: `Domicile: freeze the source of ${subject.phase} for ${subject.cell}`,
            Message: [
              `Phase ${subject.phase} in ${subject.cell} is approved. Freeze now, at the source, whatever writes to: ${datasets(subject)}.`,
              `It has to be quiet for ${Math.ceil(every / MINUTE)} minutes within ${cutover.freeze}. If you are told that the runbook failed, unfreeze it: the source is the authority until you are told that the cell is home.`,
            ].join('\n'),
          },
          next: 'Begin to look for quiet',
          fails,
        }),
        'Begin to look for quiet': {
          Type: 'Pass',
          Result: { turn: 0, mark: '' },
          ResultPath: SEEN,
          Next: count === 0 ? 'Frozen' : look.start,
        },
        ...(count === 0 ? {} : loop),
        Frozen: {
          Type: 'Pass',
          Parameters: { 'at.$': '$$.State.EnteredTime' },
          ResultPath: '$.frozen',
          Next: next,
        },
      },
    };
  };
}

function datasets({ replications, objects }: Subject): string {
  return [...new Set([...replications, ...objects].map(({ dataset }) => dataset))].join(', ');
}
