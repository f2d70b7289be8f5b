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
    ['drain', 'AUTO_INCREMENT', 'origin', 'prints'],
    ['drain', 'triggers', 'origin', 'prints'],
  ]);
});

test('tables to Aurora PostgreSQL come bare, and gain all that they had in order', () => {
  expect(steps('users')).toEqual([
    ['guard', 'refuse changes of a row’s market', 'origin', 'acts'],
    ['load', 'primary keys', 'origin', 'prints'],
    ['cutover', 'unique constraints', 'origin', 'prints'],
    ['cutover', 'indexes', 'origin', 'prints'],
    ['cutover', 'checks that are not validated', 'origin', 'prints'],
    ['cutover', 'foreign keys', 'origin', 'prints'],
    ['drain', 'sequences', 'origin', 'prints'],
    ['drain', 'row-level security', 'origin', 'prints'],
    ['drain', 'triggers', 'origin', 'prints'],
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
    expect(sql).toMatch(/^\\set ON_ERROR_STOP on\nSET search_path = pg_catalog;\n/);
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

const MYSQL = mysqlQueries({ dialect: 'mysql', schema: 's', tables: [{ name: 'a' }, { name: 'b' }] });
const POSTGRESQL = postgresqlQueries({
  dialect: 'postgresql',
  schema: 's',
  tables: [{ name: 'a' }, { name: 'b' }],
});

test('numbers begin past what the source gave, with a gap', () => {
  expect(MYSQL.numbers).toContain('t.auto_increment + 1000, t.auto_increment)');
  expect(POSTGRESQL.numbers).toContain("q.last_value + 1000 || ', '");
  // A last number that is not known is not 0, and nothing is added to it: a sequence that gave none has none.
  expect(POSTGRESQL.numbers).not.toMatch(/COALESCE\(q\.last_value/);
});

test('where a column or a sequence has no room for the gap, that is a comment', () => {
  expect(MYSQL.numbers).toMatch(/'-- a ', c\.column_type, ' has no room for 1000 numbers more/);
  expect(MYSQL.numbers).toMatch(/WHEN 'tinyint'\s+THEN 255/);
  expect(POSTGRESQL.numbers).toContain('WHEN q.last_value > q.max_value - 1000 THEN');
});

describe('a piece says first what the login sees, and fails where that is not all', () => {
  test.each(Object.entries(MYSQL))('on MySQL, before it prints %s', (_, sql) => {
    const counted = sql.indexOf(
      "SELECT CONCAT('-- ', CURRENT_USER(), ' sees ', @domicile_tables, ' of 2 tables, '",
    );
    expect(counted).toBeGreaterThan(-1);
    expect(sql.indexOf('EXECUTE domicile_check;')).toBeGreaterThan(counted);
    expect(sql.indexOf('DEALLOCATE PREPARE domicile_check;')).toBeLessThan(sql.lastIndexOf('SELECT CONCAT('));
    // A server repeats no longer name of a column than this, and says that it is too long instead.
    for (const [, message = ''] of sql.matchAll(/THEN 'SELECT `([^`]+)`'/g)) {
      expect(message.length).toBeLessThanOrEqual(64);
    }
  });

  test.each(Object.entries(POSTGRESQL))('on PostgreSQL, before it prints %s', (_, sql) => {
    expect(sql.indexOf('sees %s of 2 tables')).toBeGreaterThan(-1);
    expect(sql.indexOf('RAISE EXCEPTION')).toBeGreaterThan(sql.indexOf('sees %s of 2 tables'));
    expect(sql.lastIndexOf('RAISE EXCEPTION')).toBeLessThan(sql.indexOf('END $domicile$;'));
  });

  test('triggers and what foreign keys do are shown to who has TRIGGER on every table', () => {
    for (const sql of [MYSQL.triggers, MYSQL.foreignKeys]) {
      for (const view of ['user_privileges', 'schema_privileges', 'table_privileges']) {
        expect(sql).toContain(`information_schema.${view} p`);
      }
    }
    expect(MYSQL.dropForeignKeys).not.toContain('privileges');
    expect(MYSQL.dropForeignKeys).toMatch(
      /key_column_usage k[^]*= \(SELECT COUNT\(\*\)[^]*referential_constraints r/,
    );
  });

  test('the last number of a sequence is known to who may read it', () => {
    expect(POSTGRESQL.numbers).toContain("NOT has_sequence_privilege(s.oid, 'SELECT, USAGE')");
  });
});

describe('what is printed can be run a second time', () => {
  test('on MySQL keys are looked for first, and triggers are dropped', () => {
    expect(MYSQL.foreignKeys).toContain("CONCAT('SET @domicile = IF(NOT EXISTS (SELECT 1 FROM");
    expect(MYSQL.dropForeignKeys).toContain("CONCAT('SET @domicile = IF(EXISTS (SELECT 1 FROM");
    expect(MYSQL.triggers).toContain("'DROP TRIGGER IF EXISTS ', ");
  });

  test.each(['primaryKeys', 'uniques', 'checks', 'foreignKeys'] as const)(
    'on PostgreSQL %s are looked for first',
    (kind) => {
      expect(POSTGRESQL[kind]).toContain('BEGIN IF NOT EXISTS (SELECT FROM pg_constraint');
    },
  );

  test('on PostgreSQL indexes are made if they are not there, policies and triggers dropped', () => {
    expect(POSTGRESQL.indexes).toContain("'CREATE \\1INDEX IF NOT EXISTS '");
    expect(POSTGRESQL.policies).toContain("format(E'DROP POLICY IF EXISTS ");
    expect(POSTGRESQL.triggers).toContain("format(E'DROP TRIGGER IF EXISTS ");
  });
});

test('on MySQL a trigger that ends in a comment keeps its delimiter', () => {
  expect(MYSQL.triggers).toContain("t.action_statement, '\\n$$\\nDELIMITER ;'");
});

test('on PostgreSQL an index is left out for its own constraint, not for a foreign key that refers to it', () => {
  expect(POSTGRESQL.indexes).toContain("o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x')");
});

test('on PostgreSQL the index of a partitioned table is made with those of its partitions', () => {
  expect(POSTGRESQL.indexes).toContain(
    "CASE x.relkind WHEN 'I' THEN regexp_replace(d.text, ' ON ONLY ', ' ON ')",
  );
});

test('on PostgreSQL what a dump has after the data is printed: unvalidated checks, row-level security', () => {
  expect(POSTGRESQL.checks).toContain("o.contype = 'c' AND NOT o.convalidated");
  expect(POSTGRESQL.policies).toMatch(
    /CREATE POLICY [^]+ENABLE ROW LEVEL SECURITY;[^]+FORCE ROW LEVEL SECURITY;/,
  );
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
