import { countOf, type Condition, type Json, type State, type Step } from './asl';
import { SEEN, call, writeRecord } from './calls';
import { PAGE } from './pace';
import type { Failure } from './failure';
import type { Subject } from './subject';

/**
 * States of validation that no waiting mends (DMS API, TableStatistics, ValidationState). Every other one but `Validated`
 * is waited for: pending, preparing, suspended, and what DMS may yet come to say.
 */
const HOPELESS_VALIDATION = ['Error', 'Mismatched records', 'No primary key', 'Not enabled', 'Table error'];
/** The same of loading (TableState). */
const HOPELESS_LOAD = ['Table cancelled', 'Table does not exist', 'Table error'];

/** What is counted over all pages, and of which a table must be one to be clean: at a replication that DMS validates … */
const CLEAN = {
  completed: `@.TableState=='Table completed'`,
  loaded: '@.FullLoadErrorRows==0',
  checked: '@.FullLoadCondtnlChkFailedRows==0',
} as const;
/** … and besides. */
const VALID = {
  validated: `@.ValidationState=='Validated'`,
  matched: '@.ValidationFailedRecords==0',
  settled: '@.ValidationPendingRecords==0',
  judged: '@.ValidationSuspendedRecords==0',
} as const;
const COUNTS = { ...CLEAN, ...VALID };

/** A table that is clean, and has no name; see `withOne`. */
const ONE: Json = {
  TableName: '',
  TableState: 'Table completed',
  ValidationState: 'Validated',
  FullLoadErrorRows: 0,
  FullLoadCondtnlChkFailedRows: 0,
  ValidationFailedRecords: 0,
  ValidationPendingRecords: 0,
  ValidationSuspendedRecords: 0,
  Inserts: 0,
  Updates: 0,
  Deletes: 0,
};
/** Numbers that say that the tables of the plan, and no others, were all heard of. */
const THERE = ['$.sum.rows', '$.names.found', '$.names.both'];
const ROWS = '$.look[*].ReplicationTableStatistics';

export interface LookAtTables {
  /** Begins the names of its states: each look has its own. */
  readonly label: string;
  /** Whether every page is written down as evidence. */
  readonly record?: boolean;
}

/**
 * Looks at every table of every replication, all pages of DescribeReplicationTableStatistics, and leaves at `$.walk`:
 *
 * - `verdicts`: without repetition; `clean` alone says that all are well. A replication is clean only if each count, over
 *   all pages, is the number of tables that the plan expects, and the names are the plan's: what is missing, unnamed or
 *   in any other state is not counted. If some are not there at all it is `missing`, if a table is beyond waiting `broken`,
 *   if DMS does not answer or its pages do not end `unanswered`, and if a page could not be written down `unwritten`.
 * - `mark`: changes whenever a row has been inserted, updated or deleted since (DMS API, TableStatistics).
 * - `tables`: the counts of each replication.
 */
export function lookAtTables(subject: Subject, { label, record = false }: LookAtTables): Step {
  const fails: Failure = 'TablesNotAnswered';
  const state = (name: string) => `${label}: ${name}`;
  return (next) => ({
    start: state('look at every table'),
    states: {
      [state('look at every table')]: {
        Type: 'Map',
        ItemsPath: '$.replications',
        ItemSelector: {
          'item.$': '$$.Map.Item.Value',
          look: { none: { ReplicationTableStatistics: [ONE] } },
          sum: { pages: 0, rows: 0, ...zeros(), mark: '' },
          names: { 'plan.$': '$$.Map.Item.Value.named', found: { 'page.$': "States.Array('')" } },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: state('first page'),
          States: pages(subject, state, record),
        },
        ResultSelector: {
          'verdicts.$': 'States.ArrayUnique($[*].verdict)',
          'mark.$': 'States.JsonToString($[*].mark)',
          'tables.$': '$',
        },
        ResultPath: '$.walk',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
        Next: next,
      },
    },
  });
}

function pages(
  subject: Subject,
  state: (name: string) => string,
  record: boolean,
): Readonly<Record<string, State>> {
  const page = (marker: Readonly<Record<string, Json>>) =>
    call({
      action: 'databasemigration:describeReplicationTableStatistics',
      parameters: { 'ReplicationConfigArn.$': '$.item.arn', MaxRecords: PAGE, ...marker },
      to: '$.look.page',
      next: state('count the page'),
      fails: state('no answer'),
    });
  const onward = record ? state('write down the page') : state('is there more');
  return {
    [state('first page')]: page({}),
    [state('next page')]: page({ 'Marker.$': '$.look.page.Marker' }),
    [state('count the page')]: {
      Type: 'Pass',
      Parameters: {
        'item.$': '$.item',
        'look.$': '$.look',
        sum: {
          'pages.$': 'States.MathAdd($.sum.pages, 1)',
          'rows.$': add('rows', `${ROWS}[*].TableName`),
          ...Object.fromEntries(
            Object.entries(COUNTS).map(([name, test]) => [`${name}.$`, add(name, `${ROWS}[?(${test})]`)]),
          ),
          'mark.$': `States.Hash(States.Format('{}{}', $.sum.mark, States.JsonToString(States.Array(${ROWS}[*].Inserts, ${ROWS}[*].Updates, ${ROWS}[*].Deletes))), 'SHA-256')`,
        },
        names: {
          'plan.$': '$.names.plan',
          found: { 'before.$': '$.names.found', 'page.$': `${ROWS}[*].TableName` },
        },
        hopeless: {
          ...Object.fromEntries(
            HOPELESS_VALIDATION.map((word) => [
              `${key(word)}Rows.$`,
              `States.ArrayContains(${ROWS}[*].ValidationState, '${word}')`,
            ]),
          ),
          ...Object.fromEntries(
            HOPELESS_LOAD.map((word) => [
              `${key(word)}.$`,
              `States.ArrayContains(${ROWS}[*].TableState, '${word}')`,
            ]),
          ),
        },
      },
      Next: onward,
    },
    ...(record && {
      [state('write down the page')]: writeRecord({
        bucket: subject.bucket,
        key: {
          'Key.$': `States.Format('evidence/${subject.phase}/{}/{}/tables-{}.json', $$.Execution.Name, $.item.dataset, $.sum.pages)`,
        },
        body: {
          Body: {
            record: 'tables',
            'dataset.$': '$.item.dataset',
            'page.$': '$.sum.pages',
            'readAt.$': '$$.State.EnteredTime',
            'tables.$': '$.look.page.ReplicationTableStatistics',
          },
        },
        next: state('is there more'),
        fails: state('page not written'),
      }),
      [state('page not written')]: verdict('unwritten', { 'error.$': SEEN, 'mark.$': '$.sum.mark' }),
    }),
    [state('is there more')]: {
      Type: 'Choice',
      Choices: [
        { Or: hopeless(), Next: state('beyond waiting') },
        {
          And: [
            { Variable: '$.look.page.Marker', IsPresent: true },
            { Not: { Variable: '$.look.page.Marker', IsNull: true } },
            { Not: { Variable: '$.look.page.Marker', StringEquals: '' } },
            { Variable: '$.sum.pages', NumericLessThanPath: '$.item.pages' },
          ],
          Next: state('next page'),
        },
        {
          And: [
            { Variable: '$.look.page.Marker', IsPresent: true },
            { Not: { Variable: '$.look.page.Marker', IsNull: true } },
            { Not: { Variable: '$.look.page.Marker', StringEquals: '' } },
          ],
          Next: state('pages do not end'),
        },
      ],
      Default: state('name the tables'),
    },
    [state('name the tables')]: {
      Type: 'Pass',
      Parameters: {
        'item.$': '$.item',
        'sum.$': '$.sum',
        names: {
          'found.$': countOf('States.ArrayUnique($.names.found..page[*])'),
          'both.$': countOf('States.ArrayUnique($.names..page[*])'),
        },
      },
      Next: state('are all clean'),
    },
    [state('are all clean')]: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            ...equals([...THERE, ...sums(CLEAN)]),
            {
              Or: [{ Variable: '$.item.validated', BooleanEquals: false }, { And: equals(sums(VALID)) }],
            },
          ],
          Next: state('clean'),
        },
      ],
      Default: state('are all there'),
    },
    [state('are all there')]: {
      Type: 'Choice',
      Choices: [{ And: equals(THERE), Next: state('not yet') }],
      Default: state('some are missing'),
    },
    [state('clean')]: verdict('clean', measured()),
    [state('not yet')]: verdict('not yet', measured()),
    [state('some are missing')]: verdict('missing', measured()),
    [state('beyond waiting')]: verdict('broken', {
      'counts.$': '$.sum',
      'hopeless.$': '$.hopeless',
      'mark.$': '$.sum.mark',
    }),
    [state('pages do not end')]: verdict('unanswered', { 'counts.$': '$.sum', 'mark.$': '$.sum.mark' }),
    [state('no answer')]: verdict('unanswered', { 'error.$': SEEN, 'mark.$': '$.sum.mark' }),
  };
}

function hopeless(): Condition[] {
  const isTrue = (name: string): Condition => ({ Variable: `$.hopeless.${name}`, BooleanEquals: true });
  return [
    ...HOPELESS_LOAD.map((word) => isTrue(key(word))),
    {
      And: [
        { Variable: '$.item.validated', BooleanEquals: true },
        { Or: HOPELESS_VALIDATION.map((word) => isTrue(`${key(word)}Rows`)) },
      ],
    },
  ];
}

function verdict(word: string, more: Readonly<Record<string, string>>): State {
  return {
    Type: 'Pass',
    Parameters: { 'dataset.$': '$.item.dataset', verdict: word, ...more },
    End: true,
  };
}

function measured(): Readonly<Record<string, string>> {
  return { 'expected.$': '$.item.count', 'counts.$': '$.sum', 'named.$': '$.names', 'mark.$': '$.sum.mark' };
}

function add(name: string, path: string): string {
  return `States.MathAdd($.sum.${name}, ${countOf(path)})`;
}

function sums(counts: Readonly<Record<string, string>>): string[] {
  return Object.keys(counts).map((name) => `$.sum.${name}`);
}

function equals(paths: readonly string[]): Condition[] {
  return paths.map((path) => ({ Variable: path, NumericEqualsPath: '$.item.count' }));
}

function zeros(): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(COUNTS).map((name) => [name, 0]));
}

function key(words: string): string {
  return words.toLowerCase().replace(/ (.)/g, (_, letter: string) => letter.toUpperCase());
}
