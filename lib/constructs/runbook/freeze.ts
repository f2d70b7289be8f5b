import { inOrder, type States, type Step } from './asl';
import { NO_ALARMS, TOLD, areQuiet, lookAtAlarms, moreEvents } from './alarms';
import { SEEN, call } from './calls';
import { ASKED } from './consequences';
import type { Failure } from './failure';
import { MINUTE, SHARES, lookEvents, pace } from './pace';
import { RUNNING, lookAtReplications } from './start';
import type { Subject } from './subject';
import { lookAtTables } from './tables';

/**
 * Asks the owner to freeze the source, then waits until it is seen to be frozen, which nobody has to say: of every
 * replication, no change is incoming, and between two looks at least the plan's minutes apart no table has counted another
 * row. Leaves the time, and what was counted, at `$.frozen`. Objects have nothing that tells of a write: those are seen to
 * be frozen by their last runs, a phase of objects alone by nothing else.
 */
export function freeze(subject: Subject): Step {
  const { cutover, replications } = subject;
  const count = replications.length;
  const fails: Failure = 'SourceNotFrozen';
  const stopped: Failure = 'ReplicationStopped';
  const broken: Failure = 'TablesNotValid';
  const unanswered: Failure = 'TablesNotAnswered';
  const least = cutover.quiet * MINUTE;
  const changes = replications.map((replication) => replication.changes);
  const events = lookEvents(replications) + 10 + moreEvents(changes);
  const { every, turns } = pace(cutover.freeze * MINUTE, events, SHARES.freeze, least);
  return (next) => {
    const look = inOrder([lookAtTables(subject, { label: 'Freeze' })], 'Freeze: look at the replications');
    const incoming = lookAtAlarms(changes, {
      label: 'Look for incoming changes',
      next: 'Compare with the look before',
      fails,
    });
    const loop: States = {
      ...look.states,
      'Freeze: look at the replications': lookAtReplications(subject, {
        next: incoming.start,
        fails: stopped,
      }),
      ...incoming.states,
      'Compare with the look before': {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'running.$': RUNNING,
          ...TOLD,
          'unanswered.$': "States.ArrayContains($.walk.verdicts, 'unanswered')",
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
          { Variable: `${SEEN}.unanswered`, BooleanEquals: true, Next: unanswered },
          { Variable: `${SEEN}.broken`, BooleanEquals: true, Next: broken },
          {
            And: [
              areQuiet(count),
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
      'Begin to look for quiet': {
        Type: 'Pass',
        Result: { turn: 0, mark: '' },
        ResultPath: SEEN,
        Next: 'Freeze: forget the alarms before',
      },
      'Freeze: forget the alarms before': {
        Type: 'Pass',
        Result: NO_ALARMS,
        ResultPath: '$.alarms',
        Next: look.start,
      },
      Frozen: {
        Type: 'Pass',
        Parameters: { 'at.$': '$$.State.EnteredTime', 'mark.$': `${SEEN}.mark` },
        ResultPath: '$.frozen',
        Next: next,
      },
    };
    return {
      start: 'Begin to freeze',
      states: {
        // Before the question: if its answer is lost, it was asked all the same.
        'Begin to freeze': {
          Type: 'Pass',
          Result: true,
          ResultPath: ASKED,
          Next: 'Ask to freeze the source',
        },
        'Ask to freeze the source': call({
          action: 'sns:publish',
          parameters: {
            TopicArn: subject.alarmsTopic,
            Subject: `Domicile: freeze the source of ${subject.phase} for ${subject.cell}`,
            Message: [
              `Phase ${subject.phase} in ${subject.cell} is approved. Freeze now, at the source, whatever writes to: ${datasets(subject)}.`,
              `It has to be quiet for ${count === 0 ? cutover.quiet : Math.ceil(every / MINUTE)} minutes within ${cutover.freeze}. If you are told that the runbook failed, unfreeze it: the source is the authority until you are told that the cell is home.`,
            ].join('\n'),
          },
          next: count === 0 ? next : 'Begin to look for quiet',
          fails,
        }),
        ...(count === 0 ? {} : loop),
      },
    };
  };
}

function datasets({ replications, objects }: Subject): string {
  return [...new Set([...replications, ...objects].map(({ dataset }) => dataset))].join(', ');
}
