import { literal, literals, type Tables } from './dialect';
import { GUARD_PREFIX } from './market-guard';

/** How far past the last number of the source numbers begin in a cell: what was reserved there is not given again. */
export const GAP = 1000;

const id = (expression: string) => `'\`', REPLACE(${expression}, '\`', '\`\`'), '\`'`;
const columns = (column: string) =>
  `GROUP_CONCAT(CONCAT(${id(`k.${column}`)}) ORDER BY k.ordinal_position SEPARATOR ', ')`;

/** Queries of the catalogue of a MySQL or MariaDB server, each of which prints statements for the tables of a move. */
export function mysqlQueries({ schema, tables }: Tables) {
  const inSchema = literal('mysql', schema);
  const names = literals(
    'mysql',
    tables.map(({ name }) => name),
  );
  const foreignKeys = `FROM information_schema.key_column_usage k
JOIN information_schema.referential_constraints r
  ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
WHERE k.table_schema = ${inSchema} AND k.table_name IN ${names} AND k.referenced_table_name IS NOT NULL
GROUP BY k.table_schema, k.table_name, k.constraint_name, k.referenced_table_schema, k.referenced_table_name,
  r.delete_rule, r.update_rule
ORDER BY k.table_name, k.constraint_name;`;
  return {
    dropForeignKeys: `SELECT CONCAT('ALTER TABLE ', ${id('k.table_schema')}, '.', ${id('k.table_name')},
  ' DROP FOREIGN KEY ', ${id('k.constraint_name')}, ';')
${foreignKeys}`,
    // Longer lists of columns would be cut without a word.
    foreignKeys: `SET SESSION group_concat_max_len = 1048576;
SELECT CONCAT(
  IF(k.referenced_table_schema = ${inSchema} AND k.referenced_table_name IN ${names}, '',
    '-- refers to a table outside the dataset, which this store lacks: '),
  'ALTER TABLE ', ${id('k.table_schema')}, '.', ${id('k.table_name')},
  ' ADD CONSTRAINT ', ${id('k.constraint_name')}, ' FOREIGN KEY (', ${columns('column_name')},
  ') REFERENCES ', ${id('k.referenced_table_schema')}, '.', ${id('k.referenced_table_name')},
  ' (', ${columns('referenced_column_name')},
  ') ON DELETE ', r.delete_rule, ' ON UPDATE ', r.update_rule, ';')
${foreignKeys}`,
    // MySQL 8 knows no NO_AUTO_CREATE_USER, which older servers and MariaDB list.
    triggers: `SELECT CONCAT('SET sql_mode = ''',
  TRIM(BOTH ',' FROM REPLACE(CONCAT(',', t.sql_mode, ','), ',NO_AUTO_CREATE_USER,', ',')), ''';\\nDELIMITER $$\\nCREATE TRIGGER ',
  ${id('t.trigger_schema')}, '.', ${id('t.trigger_name')}, ' ', t.action_timing, ' ', t.event_manipulation,
  ' ON ', ${id('t.event_object_schema')}, '.', ${id('t.event_object_table')}, ' FOR EACH ROW\\n',
  t.action_statement, '$$\\nDELIMITER ;')
FROM information_schema.triggers t
WHERE t.event_object_schema = ${inSchema} AND t.event_object_table IN ${names}
  AND LEFT(t.trigger_name, ${GUARD_PREFIX.length}) <> '${GUARD_PREFIX}'
ORDER BY t.event_object_table, t.event_manipulation, t.action_timing, t.action_order;`,
    // MySQL 8 would give numbers up to a day old; MariaDB passes over comments of these versions.
    numbers: `/*!80000 SET SESSION information_schema_stats_expiry = 0 */;
SELECT CONCAT('ALTER TABLE ', ${id('t.table_schema')}, '.', ${id('t.table_name')},
  ' AUTO_INCREMENT = ', t.auto_increment + ${GAP}, ';')
FROM information_schema.tables t
WHERE t.table_schema = ${inSchema} AND t.table_name IN ${names} AND t.auto_increment IS NOT NULL
ORDER BY t.table_name;`,
  };
}
