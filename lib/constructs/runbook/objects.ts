import { isAll, present, type Condition, type Pass, type Step } from './asl';
import { SEEN, call } from './calls';
import type { Failure } from './failure';
import { DAY, PLAIN_TURN, SHARES, pace } from './pace';
import type { Subject } from './subject';

/** Runs of a task at most: the first moves what was left, the second should move nothing. */
const RUNS = 4;
/** Statuses of a run that goes on (DataSync API, DescribeTaskExecution). */
const UNDER_WAY = ['QUEUED', 'LAUNCHING', 'PREPARING', 'TRANSFERRING', 'VERIFYING'];
const NOTHING_MOVED = ['FilesTransferred', 'FilesDeleted', 'BytesTransferred'];
/** Told in mode ENHANCED alone; where it is told it must be none. */
const FAILED = ['Prepare', 'Transfer', 'Verify', 'Delete'];

/**
 * Runs the tasks of the objects, after the freeze, until a run of each ends verified (DataSync's proof that both sides are
 * equal) and has moved nothing. Leaves those runs at `$.runs`.
 */
export function lastRuns({ objects }: Subject): Step {
  if (objects.length === 0) return (next) => ({ start: next, states: {} });
  const fails: Failure = 'ObjectsNotStill';
  // All runs of all tasks share the events; a task's runs share its looks.
  const { every, turns } = pace(DAY, PLAIN_TURN + 3, SHARES.objects / objects.length);
  const at = (key: string) => `$.report.${key}`;
  return (next) => ({
    start: 'Last runs of objects',
    states: {
      'Last runs of objects': {
        Type: 'Map',
        ItemsPath: '$.objects',
        ItemSelector: { 'item.$': '$$.Map.Item.Value', count: { run: 0, look: 0 } },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Run a task',
          States: {
            'Run a task': call({
              action: 'datasync:startTaskExecution',
              parameters: { 'TaskArn.$': '$.item.taskArn' },
              to: '$.run',
              next: 'Count the run',
              fails: 'The run failed to start',
            }),
            'Count the run': {
              Type: 'Pass',
              Parameters: { 'run.$': 'States.MathAdd($.count.run, 1)', 'look.$': '$.count.look' },
              ResultPath: '$.count',
              Next: 'Wait for the run',
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
              Parameters: { 'run.$': '$.count.run', 'look.$': 'States.MathAdd($.count.look, 1)' },
              ResultPath: '$.count',
              Next: 'How did the run end',
            },
            'How did the run end': {
              Type: 'Choice',
              Choices: [
                {
                  And: [...verified(), ...NOTHING_MOVED.map((key) => present(at(key), { NumericEquals: 0 }))],
                  Next: 'It moved nothing',
                },
                {
                  And: [...verified(), { Variable: '$.count.run', NumericLessThan: RUNS }],
                  Next: 'Run a task',
                },
                {
                  And: [
                    { Variable: '$.count.look', NumericLessThan: turns },
                    { Or: UNDER_WAY.map((status) => present(at('Status'), { StringEquals: status })) },
                  ],
                  Next: 'Wait for the run',
                },
              ],
              Default: 'It did not end well',
            },
            'It moved nothing': verdict('still', {
              'execution.$': '$.run.TaskExecutionArn',
              'status.$': at('Status'),
              'verified.$': at('Result.VerifyStatus'),
              'runs.$': '$.count.run',
              'at.$': '$$.State.EnteredTime',
            }),
            'It did not end well': verdict('not still', {
              'execution.$': '$.run.TaskExecutionArn',
              'status.$': at('Status'),
              'count.$': '$.count',
            }),
            'The run failed to start': verdict('not still', { 'error.$': SEEN }),
          },
        },
        ResultSelector: { 'verdicts.$': 'States.ArrayUnique($[*].verdict)', 'tasks.$': '$' },
        ResultPath: '$.lastRuns',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
        Next: 'Tell the last runs',
      },
      'Tell the last runs': {
        Type: 'Pass',
        Parameters: { 'runs.$': '$.lastRuns' },
        ResultPath: SEEN,
        Next: 'Are all objects still',
      },
      'Are all objects still': {
        Type: 'Choice',
        Choices: [{ ...isAll('$.lastRuns.verdicts', 'still'), Next: next }],
        Default: fails,
      },
    },
  });

  function verified(): Condition[] {
    return [
      present(at('Status'), { StringEquals: 'SUCCESS' }),
      present(at('Result.VerifyStatus'), { StringEquals: 'SUCCESS' }),
      ...FAILED.map((kind): Condition => {
        const path = at(`FilesFailed.${kind}`);
        return { Or: [{ Not: { Variable: path, IsPresent: true } }, { Variable: path, NumericEquals: 0 }] };
      }),
    ];
  }
}

function verdict(word: 'still' | 'not still', more: Readonly<Record<string, string>>): Pass {
  return {
    Type: 'Pass',
    Parameters: { 'dataset.$': '$.item.dataset', verdict: word, ...more },
    End: true,
  };
}
