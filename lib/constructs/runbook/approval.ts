import { isAll, present, type Machine, type State, type Step, type Steps } from './asl';
import { SEEN, ask } from './calls';
import { REASONS } from './alarms';
import type { Failure } from './failure';
import { HOUR } from './pace';
import type { Subject } from './subject';

/**
 * Asks everyone whom the plan names, each through a topic of his own with a token of his own, so that no mail lets one answer
 * for another. Everyone must answer `{"approved": true}` in time; the first who does not ends it. Tokens stand in the
 * history of the execution as well, which lies under the key for operations: whoever may read that history and use that key
 * could answer for anyone.
 */
export function approvals(subject: Subject): Step {
  const { approvers } = subject;
  const fails: Failure = 'NotApproved';
  return (next): Steps => {
    // A plan that names none is refused by its rules; should one come here all the same, nobody has approved.
    if (approvers.length === 0) return { start: fails, states: {} };
    return {
      start: 'Ask for approval',
      states: {
        'Ask for approval': {
          Type: 'Parallel',
          Branches: approvers.map((topic, index) => branch(subject, topic, index + 1)),
          ResultSelector: { 'verdicts.$': 'States.ArrayUnique($[*].verdict)', 'answers.$': '$' },
          ResultPath: '$.approval',
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
          Next: 'Has everyone approved',
        },
        'Has everyone approved': {
          Type: 'Choice',
          Choices: [
            {
              And: [
                isAll('$.approval.verdicts', 'approved'),
                { Variable: `$.approval.answers[${approvers.length - 1}]`, IsPresent: true },
              ],
              Next: next,
            },
          ],
          Default: fails,
        },
      },
    };
  };
}

function branch(subject: Subject, topic: string, number: number): Machine {
  const asked = `Ask approver ${number}`;
  const judged = `Has approver ${number} approved`;
  const approved = `Approver ${number} approved`;
  const not = `Approver ${number} did not approve`;
  const states: Record<string, State> = {
    [asked]: ask({
      parameters: {
        TopicArn: topic,
        Subject: `Domicile: approve ${subject.phase} in ${subject.cell}?`,
        'Message.$': `States.Format('{}{}{}{}{}{}{}{}{}', $.text.ask, States.JsonToString($.walk.tables), $.text.latency, States.JsonToString(${REASONS}), $.text.approve, $$.Task.Token, $.text.refuse, $$.Task.Token, $.text.end)`,
      },
      to: '$.answer',
      seconds: subject.cutover.approval * HOUR,
      next: judged,
      fails: not,
    }),
    [judged]: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            present('$.answer.approved', { IsBoolean: true }),
            { Variable: '$.answer.approved', BooleanEquals: true },
          ],
          Next: approved,
        },
      ],
      Default: not,
    },
    [approved]: {
      Type: 'Pass',
      Parameters: { approver: number, verdict: 'approved', topic, 'at.$': '$$.State.EnteredTime' },
      End: true,
    },
    [not]: {
      Type: 'Fail',
      Error: 'NotApproved',
      Cause: `approver ${number} refused, did not answer in time, or answered something else`,
    },
  };
  return { StartAt: asked, States: states };
}

/** The parts of the question that are known beforehand. They stand in the execution's state, where quotes need no care. */
export function approvalText({
  cell,
  phase,
  region,
  cutover,
  replications,
  objects,
}: Subject): Readonly<Record<string, string>> {
  const command = (verb: string, rest: string) =>
    `aws stepfunctions ${verb} --region ${region} ${rest} --task-token `;
  return {
    ask: [
      `Phase ${phase} is ready to become home in ${cell}. If all of its approvers approve within ${cutover.approval} hours,`,
      `its owner is asked to freeze the source, and the night begins.\n\nMeasured, for each replication: `,
    ].join('\n'),
    latency:
      replications.length === 0
        ? `\n\nObjects are run, verified and shown to be still after the freeze: ${named(objects)}. Alarms: `
        : `\n\nEvery table is validated, or proven where DMS cannot. ${objects.length === 0 ? '' : `Objects come last, after the freeze: ${named(objects)}. `}How far behind the source, by the alarms (bound: ${cutover.latency} s): `,
    approve: `\n\nTo approve:\n\n${command('send-task-success', `--task-output '{"approved": true}'`)}`,
    refuse: `\n\nTo refuse:\n\n${command('send-task-failure', '--error Refused --cause "why"')}`,
    end: '\n\nThis message is for you alone: whoever has it can answer for you.\n',
  };
}

function named(objects: Subject['objects']): string {
  return objects.map(({ dataset }) => dataset).join(', ');
}
