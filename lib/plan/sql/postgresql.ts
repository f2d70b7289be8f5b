import { literal, literals, type Tables } from './dialect';
import { GUARD_PREFIX } from './market-guard';
import { GAP } from './mysql';
import { postgresqlPolicies } from './postgresql-policies';
import { seesAll, type SightProps } from './postgresql-rights';

const NUMBERS = "('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)";

/** Queries of the catalogue of a PostgreSQL server (10 or later), each of which prints statements for a move's tables. */
export function postgresqlQueries({ schema, tables }: Tables) {
  const names = literals(
    'postgresql',
    tables.map(({ name }) => name),
  );
  const of = (namespace: string, relation: string) =>
    `${namespace}.nspname = ${literal('postgresql', schema)} AND ${relation}.relname IN ${names}`;
  const here = of('n', 'c');
  const sees = (what: string, from: string, rest: Pick<SightProps, 'each' | 'readable'> = {}) =>
    seesAll({ tables: tables.length, here, what, from, ...rest });

  const constraints = (what: string, kinds: string, prefix = '') => {
    const found = `pg_constraint o
JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class p ON p.oid = o.confrelid
LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE ${here} AND o.conislocal AND ${kinds}`;
    return `${sees(what, found)}
SELECT ${prefix}format(
  'DO $domicile$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = %L::regclass AND conname = %L) THEN ALTER TABLE %I.%I ADD CONSTRAINT %I %s; END IF; END $domicile$;',
  format('%I.%I', n.nspname, c.relname), o.conname, n.nspname, c.relname, o.conname, pg_get_constraintdef(o.oid))
FROM ${found}
ORDER BY c.relname, o.conname;`;
  };

  // Those of constraints come with them, and those of partitions with the index of their table.
  const indexes = `pg_index i
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${here}
  AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
  AND NOT EXISTS (SELECT FROM pg_inherits h JOIN pg_index pi ON pi.indexrelid = h.inhparent
    JOIN pg_class p ON p.oid = pi.indrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
    WHERE h.inhrelid = i.indexrelid AND ${of('pn', 'p')})`;

  // Those of partitions come with the trigger of their table, of which servers before version 13 do not tell.
  const triggers = `pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${here} AND NOT t.tgisinternal
  AND left(t.tgname::text, ${GUARD_PREFIX.length}) <> '${GUARD_PREFIX}'
  AND NOT EXISTS (SELECT FROM pg_trigger pt JOIN pg_class p ON p.oid = pt.tgrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
    WHERE pt.oid::text = to_jsonb(t) ->> 'tgparentid' AND ${of('pn', 'p')})`;

  // A sequence belongs to a column (serial, identity) or is only named in its default: both are looked for.
  const sequences = `pg_class s
JOIN pg_namespace sn ON sn.oid = s.relnamespace
JOIN pg_sequences q ON q.schemaname = sn.nspname AND q.sequencename = s.relname
JOIN (
  SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS number FROM pg_depend d
  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
  UNION
  SELECT d.refobjid, f.adrelid, f.adnum FROM pg_depend d JOIN pg_attrdef f ON f.oid = d.objid
  WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
) u ON u.sequence = s.oid
JOIN pg_class c ON c.oid = u.relation
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number
WHERE s.relkind = 'S' AND ${here}`;

  return {
    primaryKeys: constraints('primary keys', "o.contype = 'p'"),
    uniques: constraints('unique and exclusion constraints', "o.contype IN ('u', 'x')"),
    indexes: `${sees('indexes', indexes)}
SELECT CASE x.relkind WHEN 'I' THEN regexp_replace(d.text, ' ON ONLY ', ' ON ') ELSE d.text END || ';'
FROM (SELECT i.indexrelid, regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX ', 'CREATE \\1INDEX IF NOT EXISTS ')
  AS text FROM ${indexes}) d
JOIN pg_class x ON x.oid = d.indexrelid
ORDER BY 1;`,
    // pg_dump leaves these out of what comes before the data.
    checks: constraints('checks that are not validated', "o.contype = 'c' AND NOT o.convalidated"),
    foreignKeys: constraints(
      'foreign keys',
      "o.contype = 'f'",
      `CASE WHEN ${of('pn', 'p')} THEN ''
  ELSE '-- refers to a table outside the dataset, which this store lacks: ' END || `,
    ),
    // It is set past what the source gave, what the cell's tables hold, and where it stands in the cell already. A
    // sequence that has given nothing yet has no last value.
    numbers: `${sees('sequences', sequences, { each: 's.oid', readable: "has_sequence_privilege(s.oid, 'SELECT, USAGE')" })}
SELECT CASE
  WHEN q.increment_by < 0 THEN format('-- %I.%I counts down: set it by hand', sn.nspname, s.relname)
  WHEN q.last_value > q.max_value - ${GAP} THEN
    format('-- %I.%I has no room for ${GAP} numbers more below %s: widen it, or take what the source gave last: SELECT setval(%L, %s);',
      sn.nspname, s.relname, q.max_value, format('%I.%I', sn.nspname, s.relname), q.last_value)
  ELSE format('SELECT setval(%L, GREATEST(%s(SELECT last_value FROM %I.%I)%s));',
    format('%I.%I', sn.nspname, s.relname), q.last_value + ${GAP} || ', ', sn.nspname, s.relname,
    string_agg(CASE WHEN a.atttypid IN ${NUMBERS}
      THEN format(', (SELECT COALESCE(max(%I), 0) FROM %I.%I)', a.attname, n.nspname, c.relname) END, ''
      ORDER BY c.relname, a.attname)) END
FROM ${sequences}
GROUP BY sn.nspname, s.relname, q.last_value, q.max_value, q.increment_by
ORDER BY sn.nspname, s.relname;`,
    policies: postgresqlPolicies(here, sees),
    triggers: `${sees('triggers', triggers)}
SELECT format(E'DROP TRIGGER IF EXISTS %I ON %I.%I;\\n', t.tgname, n.nspname, c.relname) ||
  pg_get_triggerdef(t.oid) || ';' || CASE t.tgenabled WHEN 'O' THEN '' ELSE
  format(E'\\nALTER TABLE %I.%I %s TRIGGER %I;', n.nspname, c.relname,
    CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname) END
FROM ${triggers}
ORDER BY c.relname, t.tgname;`,
  };
}
