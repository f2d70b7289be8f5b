import { createHash } from 'node:crypto';
import { identifier, literal, type Tables } from './dialect';

const REFUSAL = 'the market of a row is fixed: move the user instead, see docs/user-moves.md';
/** Longest name that both kinds of server take for a trigger: 64 characters on MySQL, 63 bytes on PostgreSQL. */
const LONGEST_NAME = 63;
/** What the names of guards begin with: they are put in by themselves, not with the triggers of the source. */
export const GUARD_PREFIX = 'domicile_market_';

/**
 * SQL that makes a database refuse every UPDATE that would change a row's market. A replication picks rows by market
 * when they come; it neither takes a row away nor brings one whose market changes later, so the row would be in two
 * places, or in the wrong one, with nobody told.
 *
 * Texts are compared byte by byte: where a collation takes `sg` for `SG`, a replication may not. The triggers run after
 * the row is written, so that no other trigger changes it behind them. Tables that are copied whole have no market.
 *
 * One update passes: on PostgreSQL a row of a table that is partitioned by its market goes to the other partition as a
 * deletion and an insertion, after which no trigger on updates runs. Replications see it as those two, so that the row is
 * in one place alone, but nothing of the user goes with it. Such a table is not to be updated in its market by whoever
 * writes to it.
 */
export function marketGuard({ dialect, schema, tables }: Tables): string {
  const guarded = tables.flatMap(({ name, market }) => (market === undefined ? [] : [{ name, market }]));
  if (guarded.length === 0) return '';
  const id = (name: string) => identifier(dialect, name);
  const statements = guarded.map(({ name, market }) => {
    const trigger = id(guardName(name));
    const table = `${id(schema)}.${id(name)}`;
    const column = id(market);
    return dialect === 'mysql'
      ? [
          `DROP TRIGGER IF EXISTS ${id(schema)}.${trigger};`,
          'DELIMITER $$',
          `CREATE TRIGGER ${id(schema)}.${trigger} AFTER UPDATE ON ${table} FOR EACH ROW`,
          `IF NOT (CAST(NEW.${column} AS BINARY) <=> CAST(OLD.${column} AS BINARY)) THEN`,
          `  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = ${literal(dialect, REFUSAL)};`,
          'END IF$$',
          'DELIMITER ;',
        ].join('\n')
      : [
          `DROP TRIGGER IF EXISTS ${trigger} ON ${table};`,
          `CREATE TRIGGER ${trigger} AFTER UPDATE ON ${table} FOR EACH ROW`,
          `WHEN (NEW.${column}::text COLLATE "C" IS DISTINCT FROM OLD.${column}::text COLLATE "C")`,
          // Servers before version 11 know EXECUTE FUNCTION by this name only; later ones take both.
          `EXECUTE PROCEDURE ${id(schema)}.${id('domicile_market_is_fixed')}();`,
        ].join('\n');
  });
  if (dialect === 'mysql') return statements.join('\n');
  const refuse = [
    `CREATE OR REPLACE FUNCTION ${id(schema)}.${id('domicile_market_is_fixed')}() RETURNS trigger`,
    `LANGUAGE plpgsql AS $domicile$`,
    `BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = ${literal(dialect, REFUSAL)}; END`,
    '$domicile$;',
  ].join('\n');
  return [refuse, ...statements].join('\n');
}

/** Name of the trigger that guards a table; of a table with a long name, by a hash of it. */
function guardName(table: string): string {
  const name = `${GUARD_PREFIX}${table}`;
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  return `${GUARD_PREFIX}${createHash('sha256').update(table).digest('hex').slice(0, 16)}`;
}
