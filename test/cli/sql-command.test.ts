import { sqlCommand, type SqlOptions } from '../../lib/cli/sql-command';

const PLAN = 'plans/reference.yaml';

function run(options: SqlOptions, file = PLAN) {
  const out: string[] = [];
  const err: string[] = [];
  const code = sqlCommand(file, options, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out, err };
}
const comments = (options: SqlOptions) =>
  run(options)
    .out.join('\n')
    .split('\n')
    .filter((line) => line.startsWith('-- '));

test('each piece of SQL is printed with when and where it is run', () => {
  expect(comments({ phase: 'e-commerce', cell: 'sg', dataset: 'orders' })).toEqual([
    '-- guard: refuse changes of a row’s market, dataset orders, phase e-commerce, cell sg',
    '-- before the phase replicates, at the source',
    '-- and again after the drain, at cell sg, if its store is Aurora',
    '-- load: take out foreign keys that came with the tables, dataset orders, phase e-commerce, cell sg',
    '-- before the first load, at cell sg',
    '-- only reads (mysql -N -r); run what it prints at cell sg',
    '-- cutover: foreign keys, dataset orders, phase e-commerce, cell sg',
    '-- after the load, before the night, at the source',
    '-- only reads (mysql -N -r); run what it prints at cell sg',
    '-- drain: AUTO_INCREMENT, dataset orders, phase e-commerce, cell sg',
    '-- in the night, once the replication has drained and stopped, at the source',
    '-- only reads (mysql -N -r); run what it prints at cell sg',
    '-- drain: triggers, dataset orders, phase e-commerce, cell sg',
    '-- in the night, once the replication has drained and stopped, at the source',
    '-- only reads (mysql -N -r); run what it prints at cell sg',
  ]);
});

test('one step is printed alone, for a later move at the cell that it takes over from', () => {
  expect(comments({ phase: 'india', dataset: 'account', step: 'load' })).toEqual([
    '-- load: primary keys, dataset account, phase india, cell in',
    '-- before the first load, at cell sg',
    '-- only reads (psql -XqAt); run what it prints at cell in',
  ]);
});

test('of DynamoDB in another cell one line says that there is no SQL, and no other server is spoken of', () => {
  expect(run({ phase: 'india', dataset: 'messaging' }).out).toEqual([
    '-- no SQL for messaging: cell sg holds it in DynamoDB, and it is carried by hand; see docs/later-moves.md (DynamoDB)',
  ]);
  expect(comments({ phase: 'india', step: 'guard' })).toContain(
    '-- no SQL for messaging: cell sg holds it in DynamoDB, and it is carried by hand; see docs/later-moves.md (DynamoDB)',
  );
});

test('where no SQL is needed, that is a comment, so that a server still takes it', () => {
  expect(run({ phase: 'e-commerce', dataset: 'pages' }).out).toEqual([
    '-- no SQL: see docs/target-schema.md',
  ]);
});

test('an unknown phase is one line and exit code 2, an unsound plan its faults and exit code 1', () => {
  expect(run({ phase: 'brasil' })).toEqual({
    code: 2,
    out: [],
    err: [
      `${PLAN}: error: the plan has no phase brasil (allowed: e-commerce, services, india, brazil; fix: did you mean brazil?)`,
    ],
  });
  expect(run({ phase: 'orders' }, 'plans/none.yaml')).toMatchObject({ code: 1, out: [] });
});
