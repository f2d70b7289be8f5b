import { literal, literals, type Tables } from './dialect';

/** Who asks, as the catalogue writes it: 'user'@'host'. */
const ME = `CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER()))), '''@''',
  SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')`;
/** Roles that are enabled; servers before MySQL 8 have none, and MariaDB says so in comments of its own. */
const ROLES = `CONCAT_WS(',', '' /*!80000 , CURRENT_ROLE() */ /*M!100005 , CURRENT_ROLE() */)`;

/** What a piece of SQL finds in the catalogue, and what shows that it finds all of it. */
export interface Sight {
  /** What is counted, as the first line says it. */
  readonly what: string;
  /** Query of one number: how many of these the login sees. */
  readonly count: string;
  /** Condition of SQL under which it sees all of them. */
  readonly whole: string;
  /** What to do if it does not, in 60 characters: a server repeats no longer name. */
  readonly lack: string;
}

/**
 * The first statements of a piece: one line that says what the login sees, then an error where that is not all. The
 * catalogue leaves out what a login has no right to, without a word; a piece that printed nothing would be taken for one
 * that has nothing to print. Without stored code a script cannot raise an error of its own, so it asks for a column whose
 * name is the message.
 */
export function sees({ schema, tables }: Pick<Tables, 'schema' | 'tables'>, sight: Sight): string {
  const { what, count, whole, lack } = sight;
  return `SET @domicile_tables = (SELECT COUNT(*) FROM ${tablesHere({ schema, tables })});
SET @domicile_count = (${count});
SELECT CONCAT('-- ', CURRENT_USER(), ' sees ', @domicile_tables, ' of ${tables.length} tables, ', @domicile_count, ' ${what}');
SET @domicile_check = CASE WHEN @domicile_tables < ${tables.length} THEN 'SELECT \`not every table is seen: grant the login SELECT on them\`'
  WHEN NOT (${whole}) THEN 'SELECT \`${lack}\`' ELSE 'DO 0' END;
PREPARE domicile_check FROM @domicile_check;
EXECUTE domicile_check;
DEALLOCATE PREPARE domicile_check;`;
}

/**
 * Condition under which the login has TRIGGER on each of the tables, by itself or by an enabled role whose rights it may
 * see. Without that right the catalogue shows neither triggers nor, on MariaDB, what foreign keys do.
 */
export function mayTrigger({ schema, tables }: Pick<Tables, 'schema' | 'tables'>): string {
  const mine = `p.privilege_type = 'TRIGGER' AND
  (p.grantee = ${ME} OR LOCATE(REPLACE(p.grantee, '''', '\`'), ${ROLES}) > 0)`;
  return `NOT EXISTS (SELECT 1 FROM ${tablesHere({ schema, tables })}
  AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges p WHERE ${mine})
  AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges p WHERE t.table_schema LIKE p.table_schema AND ${mine})
  AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges p
    WHERE p.table_schema = t.table_schema AND p.table_name = t.table_name AND ${mine}))`;
}

function tablesHere({ schema, tables }: Pick<Tables, 'schema' | 'tables'>): string {
  const names = literals(
    'mysql',
    tables.map(({ name }) => name),
  );
  return `information_schema.tables t WHERE t.table_schema = ${literal('mysql', schema)} AND t.table_name IN ${names}`;
}
