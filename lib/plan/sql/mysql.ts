import { literal, literals, type Tables } from './dialect';
import { GUARD_PREFIX } from './market-guard';
import { mayTrigger, sees } from './mysql-rights';

/** How far past the last number of the source numbers begin in a cell: what was reserved there is not given again. */
export const GAP = 1000;

const id = (expression: string) => `'\`', REPLACE(${expression}, '\`', '\`\`'), '\`'`;
const columns = (column: string) =>
  `GROUP_CONCAT(CONCAT(${id(`k.${column}`)}) ORDER BY k.ordinal_position SEPARATOR ', ')`;
const TABLE = `${id('k.table_schema')}, '.', ${id('k.table_name')}`;

const NEEDS_TRIGGER = 'too little is seen: grant the login itself TRIGGER on the tables';

/** Largest number of each kind of column that counts by itself; half of it where it is signed. */
const LARGEST = `CASE c.data_type WHEN 'tinyint' THEN 255 WHEN 'smallint' THEN 65535 WHEN 'mediumint' THEN 16777215
    WHEN 'int' THEN 4294967295 ELSE 18446744073709551615 END`;
const MOST = `IF(c.column_type LIKE '%unsigned%', ${LARGEST}, (${LARGEST}) DIV 2)`;

/** Queries of the catalogue of a MySQL or MariaDB server, each of which prints statements for the tables of a move. */
export function mysqlQueries({ schema, tables }: Tables) {
  const inSchema = literal('mysql', schema);
  const names = literals(
    'mysql',
    tables.map(({ name }) => name),
  );
  const constraints = `information_schema.key_column_usage k
  WHERE k.table_schema = ${inSchema} AND k.table_name IN ${names} AND k.referenced_table_name IS NOT NULL`;
  const rules = `information_schema.referential_constraints r
  WHERE r.constraint_schema = ${inSchema} AND r.table_name IN ${names}`;
  const distinct = `COUNT(DISTINCT k.table_name, k.constraint_name)`;
  const allKeys = `(SELECT ${distinct} FROM ${constraints}) = (SELECT COUNT(*) FROM ${rules})`;
  const keysSeen = {
    what: 'foreign keys',
    count: `SELECT ${distinct} FROM ${constraints}`,
    lack: NEEDS_TRIGGER,
  };
  const foreignKeys = `FROM information_schema.key_column_usage k
JOIN information_schema.referential_constraints r
  ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
WHERE k.table_schema = ${inSchema} AND k.table_name IN ${names} AND k.referenced_table_name IS NOT NULL
GROUP BY k.table_schema, k.table_name, k.constraint_name, k.referenced_table_schema, k.referenced_table_name,
  r.delete_rule, r.update_rule
ORDER BY k.table_name, k.constraint_name;`;
  const counters = `information_schema.columns c JOIN information_schema.tables t
  ON t.table_schema = c.table_schema AND t.table_name = c.table_name
WHERE c.table_schema = ${inSchema} AND c.table_name IN ${names} AND c.extra LIKE '%auto_increment%'`;
  const triggers = `information_schema.triggers t
WHERE t.event_object_schema = ${inSchema} AND t.event_object_table IN ${names}
  AND LEFT(t.trigger_name, ${GUARD_PREFIX.length}) <> '${GUARD_PREFIX}'`;
  return {
    dropForeignKeys: `${sees({ schema, tables }, { ...keysSeen, whole: allKeys })}
SELECT ${onlyIf('EXISTS', ["'ALTER TABLE '", TABLE, "' DROP FOREIGN KEY '", id('k.constraint_name')])}
${foreignKeys}`,
    // Longer lists of columns would be cut without a word.
    foreignKeys: `SET SESSION group_concat_max_len = 1048576;
${sees({ schema, tables }, { ...keysSeen, whole: `${allKeys} AND ${mayTrigger({ schema, tables })}` })}
SELECT CONCAT(
  IF(k.referenced_table_schema = ${inSchema} AND k.referenced_table_name IN ${names}, '',
    '-- refers to a table outside the dataset, which this store lacks: '),
  ${onlyIf('NOT EXISTS', [
    "'ALTER TABLE '",
    TABLE,
    "' ADD CONSTRAINT '",
    id('k.constraint_name'),
    `' FOREIGN KEY (', ${columns('column_name')}`,
    `') REFERENCES ', ${id('k.referenced_table_schema')}, '.', ${id('k.referenced_table_name')}`,
    `' (', ${columns('referenced_column_name')}`,
    "') ON DELETE ', r.delete_rule, ' ON UPDATE ', r.update_rule",
  ])})
${foreignKeys}`,
    // MySQL 8 knows no NO_AUTO_CREATE_USER, which older servers and MariaDB list. A statement may end in a comment, which
    // would take a delimiter on its line for its own.
    triggers: `${sees(
      { schema, tables },
      {
        what: 'triggers',
        count: `SELECT COUNT(*) FROM ${triggers}`,
        whole: mayTrigger({ schema, tables }),
        lack: NEEDS_TRIGGER,
      },
    )}
SELECT CONCAT('SET sql_mode = ''',
  TRIM(BOTH ',' FROM REPLACE(CONCAT(',', t.sql_mode, ','), ',NO_AUTO_CREATE_USER,', ',')), ''';\\n',
  'DROP TRIGGER IF EXISTS ', ${id('t.trigger_schema')}, '.', ${id('t.trigger_name')}, ';\\nDELIMITER $$\\nCREATE TRIGGER ',
  ${id('t.trigger_schema')}, '.', ${id('t.trigger_name')}, ' ', t.action_timing, ' ', t.event_manipulation,
  ' ON ', ${id('t.event_object_schema')}, '.', ${id('t.event_object_table')}, ' FOR EACH ROW\\n',
  t.action_statement, '\\n$$\\nDELIMITER ;')
FROM ${triggers}
ORDER BY t.event_object_table, t.event_manipulation, t.action_timing, t.action_order;`,
    // MySQL 8 would give numbers up to a day old; MariaDB passes over comments of these versions.
    numbers: `/*!80000 SET SESSION information_schema_stats_expiry = 0 */;
${sees(
  { schema, tables },
  {
    what: 'counters',
    count: `SELECT COUNT(*) FROM ${counters}`,
    whole: `NOT EXISTS (SELECT 1 FROM ${counters} AND t.auto_increment IS NULL)`,
    lack: 'a counter of these tables is not seen: grant SELECT on them',
  },
)}
SELECT CONCAT(
  IF(t.auto_increment + ${GAP} <= ${MOST}, '',
    CONCAT('-- a ', c.column_type, ' has no room for ${GAP} numbers more: widen it, or take what the source would give next: ')),
  'ALTER TABLE ', ${id('t.table_schema')}, '.', ${id('t.table_name')}, ' AUTO_INCREMENT = ',
  IF(t.auto_increment + ${GAP} <= ${MOST}, t.auto_increment + ${GAP}, t.auto_increment), ';')
FROM ${counters}
ORDER BY t.table_name;`,
  };
}

/**
 * An expression that prints a statement on a foreign key of `k` so that it can be run again: it does nothing where the key
 * is gone (EXISTS) or there (NOT EXISTS) already.
 */
function onlyIf(condition: 'EXISTS' | 'NOT EXISTS', statement: readonly string[]): string {
  return `CONCAT('SET @domicile = IF(${condition} (SELECT 1 FROM information_schema.table_constraints WHERE constraint_type = ''FOREIGN KEY'' AND constraint_schema = ',
  QUOTE(k.constraint_schema), ' AND table_name = ', QUOTE(k.table_name), ' AND constraint_name = ', QUOTE(k.constraint_name), '), ',
  QUOTE(CONCAT(${statement.join(', ')})), ', ''DO 0''); PREPARE domicile FROM @domicile; EXECUTE domicile; DEALLOCATE PREPARE domicile;')`;
}
