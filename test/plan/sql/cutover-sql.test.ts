import { modelOf, type Move, type Plan } from '../../../lib/plan/model';
import { cutoverSql } from '../../../lib/plan/sql/cutover-sql';
import { mysqlQueries } from '../../../lib/plan/sql/mysql';
import { postgresqlQueries } from '../../../lib/plan/sql/postgresql';
import { check, type Edit } from '../base-plan';

function moveOf(dataset: string, ...edits: readonly Edit[]): [Plan, Move] {
  const result = check(...edits);
  if (!result.ok) throw new Error(result.faults.map(({ problem }) => problem).join());
  const move = result.plan.moves.find((one) => one.dataset === dataset && one.cell === 'sg');
  if (move === undefined) throw new Error(`nothing moves ${dataset} to sg`);
  return [result.plan, move];
}
const steps = (...args: Parameters<typeof moveOf>) =>
  cutoverSql(...moveOf(...args)).map(({ step, what, at, prints }) => [
    step,
    what,
    at,
    prints ? 'prints' : 'acts',
  ]);

test('tables to Aurora MySQL lose foreign keys before the load, and gain all that they had later', () => {
  expect(steps('orders')).toEqual([
    ['guard', 'refuse changes of a row’s market', 'origin', 'acts'],
    ['load', 'take out foreign keys that came with the tables', 'store', 'prints'],
    ['cutover', 'foreign keys', 'origin', 'prints'],
    ['drain', 'triggers', 'origin', 'prints'],
    ['drain', 'AUTO_INCREMENT', 'origin', 'prints'],
  ]);
});

test('tables to Aurora PostgreSQL come bare, and gain all that they had in order', () => {
  expect(steps('users')).toEqual([
    ['guard', 'refuse changes of a row’s market', 'origin', 'acts'],
    ['load', 'primary keys', 'origin', 'prints'],
    ['cutover', 'unique constraints', 'origin', 'prints'],
    ['cutover', 'indexes', 'origin', 'prints'],
    ['cutover', 'foreign keys', 'origin', 'prints'],
    ['drain', 'triggers', 'origin', 'prints'],
    ['drain', 'sequences', 'origin', 'prints'],
  ]);
});

test('tables to DynamoDB need the guard alone, whole tables none, objects and MongoDB nothing', () => {
  expect(steps('topics').map(([step]) => step)).toEqual(['guard']);
  expect(steps('catalogue').map(([step]) => step)).toEqual(['load', 'cutover', 'drain', 'drain']);
  expect(steps('files')).toEqual([]);
  const [{ file, folder }, move] = moveOf('topics');
  const { shop, ...others } = file.source.databases;
  const databases = { ...others, ...(shop && { shop: { ...shop, engine: 'mongodb' as const } }) };
  expect(cutoverSql(modelOf({ ...file, source: { ...file.source, databases } }, folder), move)).toEqual([]);
});

test('the schema is the plan’s where it names one, and MariaDB is spoken to as MySQL', () => {
  const sql = (...args: Parameters<typeof moveOf>) =>
    cutoverSql(...moveOf(...args))
      .map((step) => step.sql)
      .join('\n');
  expect(sql('users')).toContain("n.nspname = 'public' AND c.relname IN ('users')");
  expect(sql('users', ['tables: { users:', 'schema: app, tables: { users:'])).toContain("n.nspname = 'app'");
  expect(sql('orders', ['engine: mysql', 'engine: mariadb'])).toBe(sql('orders'));
});

const ODD = { schema: "o'dd", tables: [{ name: 'a' }, { name: "b'c\\d" }] };

test.each(Object.entries(mysqlQueries({ ...ODD, dialect: 'mysql' })))(
  'on MySQL the query of %s is held to the tables of the dataset, whatever their names',
  (_, sql) => {
    expect(sql).toMatch(/table_schema = 'o''dd'|event_object_schema = 'o''dd'/);
    expect(sql).toContain("IN ('a', 'b''c\\\\d')");
  },
);

test.each(Object.entries(postgresqlQueries({ ...ODD, dialect: 'postgresql' })))(
  'on PostgreSQL the query of %s is held to the tables of the dataset, whatever their names',
  (_, sql) => {
    expect(sql).toContain("n.nspname = 'o''dd' AND c.relname IN ('a', 'b''c\\d')");
    expect(sql).toMatch(/^SET search_path = pg_catalog;\n/);
  },
);

test('foreign keys to tables outside the dataset are printed as comments', () => {
  const tables = [{ name: 'a' }];
  expect(mysqlQueries({ dialect: 'mysql', schema: 's', tables }).foreignKeys).toContain(
    "IF(k.referenced_table_schema = 's' AND k.referenced_table_name IN ('a'), '',\n    '-- refers to",
  );
  expect(postgresqlQueries({ dialect: 'postgresql', schema: 's', tables }).foreignKeys).toContain(
    "CASE WHEN pn.nspname = 's' AND p.relname IN ('a') THEN ''\n  ELSE '-- refers to",
  );
});

test('numbers begin past what the source gave, with a gap', () => {
  const tables = [{ name: 'a' }];
  expect(mysqlQueries({ dialect: 'mysql', schema: 's', tables }).numbers).toContain(
    't.auto_increment + 1000',
  );
  const { numbers } = postgresqlQueries({ dialect: 'postgresql', schema: 's', tables });
  expect(numbers).toContain('GREATEST(%s, (SELECT last_value FROM %I.%I)%s) + 1000');
});

test('guards are no triggers of the source: they are put in by themselves', () => {
  const tables = [{ name: 'a' }];
  expect(mysqlQueries({ dialect: 'mysql', schema: 's', tables }).triggers).toContain(
    "LEFT(t.trigger_name, 16) <> 'domicile_market_'",
  );
  expect(postgresqlQueries({ dialect: 'postgresql', schema: 's', tables }).triggers).toContain(
    "left(t.tgname::text, 16) <> 'domicile_market_'",
  );
});
