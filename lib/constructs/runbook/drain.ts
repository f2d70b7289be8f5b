import { present, type Step } from './asl';
import { ask } from './calls';
import type { Failure } from './failure';
import { HOUR } from './pace';
import type { Replication, Subject } from './subject';

/** Hours for the SQL of the drain: half of those in which DMS resumes a replication that is stopped, so that it still can be. */
const DRAIN_HOURS = 24;

/** Datasets whose stores have triggers and numbers of their own: those of Aurora, which DMS validates. */
function withSql({ replications }: Subject): readonly Replication[] {
  return replications.filter(({ validated }) => validated);
}

/** What the evidence says of it. */
export function drained(subject: Subject): Readonly<Record<string, string>> {
  return withSql(subject).length === 0 ? {} : { 'drained.$': '$.drained' };
}

/**
 * Waits until someone says that triggers, sequences and numbers stand in the stores. They can be put there only once nothing
 * replicates, and users only come once they are there, so that it is the last thing that must not fail before the cell is
 * home. It is no approval: whoever is told of alarms may say so.
 */
export function drainSql(subject: Subject): Step {
  if (withSql(subject).length === 0) return (next) => ({ start: next, states: {} });
  const { cell, phase, alarmsTopic } = subject;
  const fails: Failure = 'DrainNotConfirmed';
  return (next) => ({
    start: 'Ask for the SQL of the drain',
    states: {
      'Ask for the SQL of the drain': ask({
        parameters: {
          TopicArn: alarmsTopic,
          Subject: `Domicile: SQL of the drain of ${phase} in ${cell}`,
          'Message.$':
            "States.Format('{}{}{}{}', $.text.drain, $$.Task.Token, $.text.notDrained, $$.Task.Token)",
        },
        to: '$.said',
        seconds: DRAIN_HOURS * HOUR,
        next: 'Has the SQL of the drain run',
        fails,
      }),
      'Has the SQL of the drain run': {
        Type: 'Choice',
        Choices: [
          {
            And: [
              present('$.said.drained', { IsBoolean: true }),
              { Variable: '$.said.drained', BooleanEquals: true },
            ],
            Next: 'The SQL of the drain has run',
          },
        ],
        Default: fails,
      },
      'The SQL of the drain has run': {
        Type: 'Pass',
        Parameters: {
          datasets: withSql(subject).map(({ dataset }) => dataset),
          'at.$': '$$.State.EnteredTime',
        },
        ResultPath: '$.drained',
        Next: next,
      },
    },
  });
}

/** The parts of that message that are known beforehand, for the execution's state; see `approvalText`. */
export function drainText(subject: Subject): Readonly<Record<string, string>> {
  const { cell, phase, region } = subject;
  const datasets = withSql(subject).map(({ dataset }) => dataset);
  if (datasets.length === 0) return {};
  const command = (verb: string, rest: string) =>
    `aws stepfunctions ${verb} --region ${region} ${rest} --task-token `;
  return {
    drain: [
      `The replications of ${phase} into ${cell} are stopped. Now run the SQL of the drain for ${datasets.join(', ')}:`,
      `\nnpx domicile sql --phase ${phase} --cell ${cell} --step drain\n`,
      `Keep the source frozen: nothing sees any more who writes to it. The cell is not home yet. Within ${DRAIN_HOURS} hours, and only when the SQL has run at every store:`,
      `\n${command('send-task-success', `--task-output '{"drained": true}'`)}`,
    ].join('\n'),
    notDrained: `\n\nIf it cannot be done:\n\n${command('send-task-failure', '--error NotDrained --cause "why"')}`,
  };
}
