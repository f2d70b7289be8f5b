import { countOf, isAll, type Condition, type Pass, type Step } from './asl';
import { NOT_IN_STATE, SEEN, call } from './calls';
import type { Failure } from './failure';
import { HOUR, MINUTE, PLAIN_TURN, SHARES, pace } from './pace';
import type { Subject } from './subject';

/**
 * Statuses of a serverless replication. The DMS API calls them a string and lists none (API_Replication, Status); these
 * are those of the user guide's states (CHAP_Serverless.Components) as the API writes them, which the AWS provider of
 * Terraform waits for (internal/service/dms). What is not among them is not understood, and nothing is done about it.
 */
const NEVER_STARTED = ['created', 'ready'];
const UNDER_WAY = [
  'initializing',
  'preparing_metadata_resources',
  'testing_connection',
  'fetching_metadata',
  'calculating_capacity',
  'provisioning_capacity',
  'replication_starting',
  'running',
];

const STATUS = '$.now.Replications[0].Status';

/** Asks DMS for all of these replications at once, to `$.look.page` unless told otherwise; see {@link RUNNING}. */
export function lookAtReplications(
  { replications }: Subject,
  {
    to = '$.look.page',
    next,
    fails,
  }: { readonly to?: string; readonly next: string; readonly fails: Failure },
) {
  return call({
    action: 'databasemigration:describeReplications',
    parameters: {
      Filters: [{ Name: 'replication-config-arn', Values: replications.map(({ arn }) => arn) }],
      MaxRecords: 100,
    },
    to,
    next,
    fails,
  });
}

/** How many replications of the last look run. */
export const RUNNING = countOf(`$.look[*].Replications[?(@.Status=='running')]`);

/**
 * Starts every replication that never was, and resumes every one that is stopped (DMS API, StartReplication: the first run
 * takes `start-replication`, a later one `resume-processing`). One that runs is left alone, so that a second start of the
 * runbook does no harm; one that is stopping is waited for; one that failed is for people to look at. Then waits until all
 * run.
 */
export function startOrResume(subject: Subject): Step {
  const fails: Failure = 'ReplicationNotStarted';
  const { every, turns } = pace(2 * HOUR, PLAIN_TURN, SHARES.start);
  const stopping = pace(30 * MINUTE, PLAIN_TURN, SHARES.stop / subject.replications.length);
  return (next) => ({
    start: 'Start or resume the replications',
    states: {
      'Start or resume the replications': {
        Type: 'Map',
        ItemsPath: '$.replications',
        ItemSelector: { 'item.$': '$$.Map.Item.Value', turn: { turn: 0 } },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Look at a replication',
          States: {
            'Look at a replication': call({
              action: 'databasemigration:describeReplications',
              parameters: {
                Filters: [{ Name: 'replication-config-arn', 'Values.$': 'States.Array($.item.arn)' }],
              },
              to: '$.now',
              next: 'What is its status',
              fails: 'It cannot go on',
            }),
            'What is its status': {
              Type: 'Choice',
              Choices: [
                { Not: { Variable: STATUS, IsPresent: true }, Next: 'Start it' },
                { Or: among(NEVER_STARTED), Next: 'Start it' },
                { Variable: STATUS, StringEquals: 'stopped', Next: 'Resume it' },
                { Or: among(UNDER_WAY), Next: 'It goes on' },
                {
                  And: [...among(['stopping']), { Variable: '$.turn.turn', NumericLessThan: stopping.turns }],
                  Next: 'Count the wait for its stop',
                },
              ],
              Default: 'It is in a state that is not understood',
            },
            'Count the wait for its stop': {
              Type: 'Pass',
              Parameters: { 'turn.$': 'States.MathAdd($.turn.turn, 1)' },
              ResultPath: '$.turn',
              Next: 'Wait for its stop',
            },
            'Wait for its stop': {
              Type: 'Wait',
              Seconds: stopping.every,
              Next: 'Look at a replication',
            },
            'Start it': begin('start-replication'),
            'Resume it': begin('resume-processing'),
            'It goes on': verdict('going'),
            'It cannot go on': verdict('broken', { 'error.$': SEEN }),
            'It is in a state that is not understood': verdict('broken', { 'status.$': STATUS }),
          },
        },
        ResultSelector: { 'verdicts.$': 'States.ArrayUnique($[*].verdict)', 'replications.$': '$' },
        ResultPath: SEEN,
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
        Next: 'Does every replication go on',
      },
      'Does every replication go on': {
        Type: 'Choice',
        Choices: [{ ...isAll(`${SEEN}.verdicts`, 'going'), Next: 'Begin to wait for the start' }],
        Default: fails,
      },
      'Begin to wait for the start': {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: SEEN,
        Next: 'Wait for the start',
      },
      'Wait for the start': { Type: 'Wait', Seconds: every, Next: 'Look at the start' },
      'Look at the start': lookAtReplications(subject, { next: 'Count what runs', fails }),
      'Count what runs': {
        Type: 'Pass',
        Parameters: {
          'turn.$': `States.MathAdd(${SEEN}.turn, 1)`,
          'running.$': RUNNING,
          'failed.$': "States.ArrayContains($.look[*].Replications[*].Status, 'failed')",
          expected: subject.replications.length,
        },
        ResultPath: SEEN,
        Next: 'Does every replication run',
      },
      'Does every replication run': {
        Type: 'Choice',
        Choices: [
          {
            Variable: `${SEEN}.running`,
            NumericEquals: subject.replications.length,
            Next: next,
          },
          { Variable: `${SEEN}.failed`, BooleanEquals: true, Next: fails },
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: fails },
        ],
        Default: 'Wait for the start',
      },
    },
  });
}

/** One that was started in the meantime goes on as well: the look that follows tells. */
function begin(type: 'start-replication' | 'resume-processing') {
  return call({
    action: 'databasemigration:startReplication',
    parameters: { 'ReplicationConfigArn.$': '$.item.arn', StartReplicationType: type },
    next: 'It goes on',
    fails: 'It cannot go on',
    catches: [{ ErrorEquals: NOT_IN_STATE, ResultPath: SEEN, Next: 'It goes on' }],
  });
}

function verdict(word: 'going' | 'broken', more: Readonly<Record<string, string>> = {}): Pass {
  return {
    Type: 'Pass',
    Parameters: { 'dataset.$': '$.item.dataset', verdict: word, ...more },
    End: true,
  };
}

function among(statuses: readonly string[]): Condition[] {
  return statuses.map((status) => ({ Variable: STATUS, StringEquals: status }));
}
