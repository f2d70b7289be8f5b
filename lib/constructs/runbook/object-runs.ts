import { none, present, type Condition, type Json, type Pass, type States } from './asl';
import { SEEN, call } from './calls';
import type { Failure } from './failure';
import type { Pace } from './pace';

/** Statuses of a run that goes on (DataSync API, DescribeTaskExecution). */
const UNDER_WAY = ['QUEUED', 'LAUNCHING', 'PREPARING', 'TRANSFERRING', 'VERIFYING', 'CANCELLING'];
/** Statuses of a task that has, or waits behind, a run of its own or of another task's of its agent (TaskStatus). */
const BUSY = ['RUNNING', 'QUEUED'];
const NOTHING_MOVED = ['FilesTransferred', 'FilesDeleted', 'BytesTransferred'];
/** Told in mode ENHANCED alone; where it is told it must be none. */
const FAILED = ['Prepare', 'Transfer', 'Verify', 'Delete'];
/** What DataSync may leave out of its report. */
const UNTOLD: Json = {
  FilesTransferred: null,
  FilesVerified: null,
  FilesSkipped: null,
  FilesDeleted: null,
  BytesTransferred: null,
  Result: {},
};
/** Those words anew: the interpreter that the tests use writes into what it merges. */
const ANEW = 'States.StringToJson(States.JsonToString($.none))';
/** What a run is refused with while another of its task goes on, and for other reasons. */
const REFUSED = ['DataSync.InvalidRequestException'];
/** How often a run may be refused to a task that is said to be free. */
const REFUSALS = 5;

/** Events of a run of one task, besides those of its looks. */
export const RUN_EVENTS = 18;

/** Where the tasks are, with what their last runs were, and what these were in a word each, without repetition. */
export const TASKS = '$.objects.tasks';
export const VERDICTS = '$.objects.verdicts';

export interface ObjectRuns {
  /** Name of the state that holds them. */
  readonly name: string;
  /** How often a task looks, and how often at most in all of its runs. */
  readonly pace: Pace;
  readonly next: string;
  readonly fails: Failure;
}

/**
 * Runs the task of every dataset of objects once. DataSync lets a task have one run at a time, and one that goes on, by the
 * schedule or of an execution that was killed, may have begun before it should: it is waited for, and another begun. The
 * verdicts are `still` of a run that was verified (DataSync's proof that both sides are equal) and moved nothing, `moved` of one
 * that was verified, and else `broken`.
 */
export function runEveryTask({ name, pace: { every, turns }, next, fails }: ObjectRuns): States {
  const at = (key: string) => `$.report.${key}`;
  const looksLeft: Condition = { Variable: '$.count.look', NumericLessThan: turns };
  return {
    [name]: {
      Type: 'Map',
      ItemsPath: TASKS,
      ItemSelector: {
        'item.$': '$$.Map.Item.Value',
        count: { 'look.$': '$$.Map.Item.Value.look', refused: 0 },
        none: UNTOLD,
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Look at the task',
        States: {
          'Look at the task': call({
            action: 'datasync:describeTask',
            parameters: { 'TaskArn.$': '$.item.taskArn' },
            select: { 'status.$': '$.Status' },
            to: '$.task',
            next: 'Is the task free',
            fails: 'The run failed to start',
          }),
          'Is the task free': {
            Type: 'Choice',
            Choices: [
              {
                And: [looksLeft, { Variable: '$.task.status', StringEquals: 'AVAILABLE' }],
                Next: 'Run a task',
              },
              {
                And: [
                  looksLeft,
                  { Or: BUSY.map((status) => ({ Variable: '$.task.status', StringEquals: status })) },
                ],
                Next: 'Wait for the task',
              },
            ],
            Default: 'The task is not free',
          },
          'Wait for the task': { Type: 'Wait', Seconds: every, Next: 'Count the wait' },
          'Count the wait': {
            Type: 'Pass',
            Parameters: { 'look.$': 'States.MathAdd($.count.look, 1)', 'refused.$': '$.count.refused' },
            ResultPath: '$.count',
            Next: 'Look at the task',
          },
          'Run a task': call({
            action: 'datasync:startTaskExecution',
            parameters: { 'TaskArn.$': '$.item.taskArn' },
            to: '$.run',
            next: 'Wait for the run',
            fails: 'The run failed to start',
            catches: [{ ErrorEquals: REFUSED, ResultPath: SEEN, Next: 'Count the refusal' }],
          }),
          'Count the refusal': {
            Type: 'Pass',
            Parameters: { 'look.$': '$.count.look', 'refused.$': 'States.MathAdd($.count.refused, 1)' },
            ResultPath: '$.count',
            Next: 'Was it refused too often',
          },
          'Was it refused too often': {
            Type: 'Choice',
            Choices: [
              { Variable: '$.count.refused', NumericGreaterThan: REFUSALS, Next: 'The run failed to start' },
            ],
            Default: 'Wait for the task',
          },
          'Wait for the run': { Type: 'Wait', Seconds: every, Next: 'Look at the run' },
          'Look at the run': call({
            action: 'datasync:describeTaskExecution',
            parameters: { 'TaskExecutionArn.$': '$.run.TaskExecutionArn' },
            to: '$.report',
            next: 'Count the look',
            fails: 'The run failed to start',
          }),
          'Count the look': {
            Type: 'Pass',
            Parameters: {
              'item.$': '$.item',
              'none.$': '$.none',
              'run.$': '$.run',
              'report.$': `States.JsonMerge(${ANEW}, $.report, false)`,
              count: { 'look.$': 'States.MathAdd($.count.look, 1)', 'refused.$': '$.count.refused' },
            },
            Next: 'How did the run end',
          },
          'How did the run end': {
            Type: 'Choice',
            Choices: [
              {
                And: [...verified(), ...NOTHING_MOVED.map((key) => none(at(key)))],
                Next: 'It moved nothing',
              },
              { And: verified(), Next: 'It moved something' },
              {
                And: [
                  looksLeft,
                  { Or: UNDER_WAY.map((status) => present(at('Status'), { StringEquals: status })) },
                ],
                Next: 'Wait for the run',
              },
            ],
            Default: 'It did not end well',
          },
          'It moved nothing': verdict('still', measured()),
          'It moved something': verdict('moved', measured()),
          'It did not end well': verdict('broken', {
            'execution.$': '$.run.TaskExecutionArn',
            'status.$': at('Status'),
            'result.$': at('Result'),
            'count.$': '$.count',
          }),
          'The task is not free': verdict('broken', { 'status.$': '$.task.status', 'count.$': '$.count' }),
          'The run failed to start': verdict('broken', { 'error.$': SEEN }),
        },
      },
      ResultSelector: { 'verdicts.$': 'States.ArrayUnique($[*].verdict)', 'tasks.$': '$' },
      ResultPath: '$.objects',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
      Next: next,
    },
  };

  function verified(): Condition[] {
    return [
      present(at('Status'), { StringEquals: 'SUCCESS' }),
      present(at('Result.PrepareStatus'), { StringEquals: 'SUCCESS' }),
      present(at('Result.VerifyStatus'), { StringEquals: 'SUCCESS' }),
      ...FAILED.map((kind): Condition => {
        const path = at(`FilesFailed.${kind}`);
        return { Or: [{ Not: { Variable: path, IsPresent: true } }, { Variable: path, NumericEquals: 0 }] };
      }),
    ];
  }

  function measured(): Readonly<Record<string, string>> {
    return {
      'execution.$': '$.run.TaskExecutionArn',
      'status.$': at('Status'),
      'verified.$': at('Result.VerifyStatus'),
      'filesVerified.$': at('FilesVerified'),
      'filesTransferred.$': at('FilesTransferred'),
      'filesSkipped.$': at('FilesSkipped'),
      'filesDeleted.$': at('FilesDeleted'),
      'bytesTransferred.$': at('BytesTransferred'),
      'at.$': '$$.State.EnteredTime',
    };
  }
}

/** What a task's last run was; the next goes by it. */
function verdict(word: 'still' | 'moved' | 'broken', more: Readonly<Record<string, string>>): Pass {
  return {
    Type: 'Pass',
    Parameters: {
      'dataset.$': '$.item.dataset',
      'taskArn.$': '$.item.taskArn',
      'look.$': '$.count.look',
      verdict: word,
      ...more,
    },
    End: true,
  };
}
