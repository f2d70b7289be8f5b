export interface SightProps {
  /** How many tables there should be. */
  readonly tables: number;
  /** Condition on the relation `c` in the namespace `n` by which it is one of them. */
  readonly here: string;
  /** What is counted, as the first line says it. */
  readonly what: string;
  /** What follows FROM in a query of all of it. */
  readonly from: string;
  /** What tells one of it from another, where a query has rows of one twice. */
  readonly each?: string;
  /** Condition on what is counted under which the login may read it; default: everyone. */
  readonly readable?: string;
}

/**
 * The first statements of a piece: one line that says what the login sees, then an error where that is not all. A table
 * that is not there, and the last number of a sequence that the login may not read, are left out by the server without a
 * word. With no other schema to look in, the server writes every name out in full.
 */
export function seesAll({ tables, here, what, from, each, readable }: SightProps): string {
  const count = `(SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${here} AND c.relkind IN ('r', 'p'))`;
  const counted = each === undefined ? 'count(*)' : `count(DISTINCT ${each})`;
  const refusals = [
    `IF ${count} < ${tables} THEN
    RAISE EXCEPTION 'not every one of the ${tables} tables is here'; END IF;`,
    ...(readable === undefined
      ? []
      : [
          `IF EXISTS (SELECT FROM ${from} AND NOT ${readable}) THEN
    RAISE EXCEPTION '% may not read every one of the ${what}: grant it SELECT on them', current_user; END IF;`,
        ]),
  ];
  return `\\set ON_ERROR_STOP on
SET search_path = pg_catalog;
SELECT format('-- %s sees %s of ${tables} tables, %s ${what}', current_user, ${count}, (SELECT ${counted} FROM ${from}));
DO $domicile$ BEGIN
  ${refusals.join('\n  ')}
END $domicile$;`;
}
