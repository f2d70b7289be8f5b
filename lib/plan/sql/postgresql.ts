import { literal, literals, type Tables } from './dialect';
import { GUARD_PREFIX } from './market-guard';
import { GAP } from './mysql';

/** With no other schema to look in, the server writes every name out in full. */
const FULL_NAMES = 'SET search_path = pg_catalog;';
const NUMBERS = "('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)";

/** Queries of the catalogue of a PostgreSQL server (10 or later), each of which prints statements for a move's tables. */
export function postgresqlQueries({ schema, tables }: Tables) {
  const names = literals(
    'postgresql',
    tables.map(({ name }) => name),
  );
  const of = (namespace: string, relation: string) =>
    `${namespace}.nspname = ${literal('postgresql', schema)} AND ${relation}.relname IN ${names}`;
  const constraints = (kinds: string, prefix = '') => `${FULL_NAMES}
SELECT ${prefix}format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s;', n.nspname, c.relname, o.conname,
  pg_get_constraintdef(o.oid))
FROM pg_constraint o
JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class p ON p.oid = o.confrelid
LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE ${of('n', 'c')} AND o.conislocal AND o.contype IN ${kinds}
ORDER BY c.relname, o.conname;`;
  return {
    primaryKeys: constraints("('p')"),
    uniques: constraints("('u', 'x')"),
    indexes: `${FULL_NAMES}
SELECT pg_get_indexdef(i.indexrelid) || ';'
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${of('n', 'c')} AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.conrelid = c.oid)
ORDER BY 1;`,
    foreignKeys: constraints(
      "('f')",
      `CASE WHEN ${of('pn', 'p')} THEN ''
  ELSE '-- refers to a table outside the dataset, which this store lacks: ' END || `,
    ),
    triggers: `${FULL_NAMES}
SELECT pg_get_triggerdef(t.oid) || ';' || CASE t.tgenabled WHEN 'O' THEN '' ELSE
  format(E'\\nALTER TABLE %I.%I %s TRIGGER %I;', n.nspname, c.relname,
    CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname) END
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${of('n', 'c')} AND NOT t.tgisinternal
  AND left(t.tgname::text, ${GUARD_PREFIX.length}) <> '${GUARD_PREFIX}'
ORDER BY c.relname, t.tgname;`,
    // A sequence belongs to a column (serial, identity) or is only named in its default: both are looked for. It is set
    // past what the source gave, what the cell's tables hold, and where it stands in the cell already.
    numbers: `${FULL_NAMES}
SELECT CASE WHEN q.increment_by < 0
  THEN format('-- %I.%I counts down: set it by hand', sn.nspname, s.relname)
  ELSE format('SELECT setval(%L, GREATEST(%s, (SELECT last_value FROM %I.%I)%s) + ${GAP});',
    format('%I.%I', sn.nspname, s.relname), COALESCE(q.last_value, 0), sn.nspname, s.relname,
    string_agg(CASE WHEN a.atttypid IN ${NUMBERS}
      THEN format(', (SELECT COALESCE(max(%I), 0) FROM %I.%I)', a.attname, n.nspname, c.relname) END, ''
      ORDER BY c.relname, a.attname)) END
FROM pg_class s
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
WHERE s.relkind = 'S' AND ${of('n', 'c')}
GROUP BY sn.nspname, s.relname, q.last_value, q.increment_by
ORDER BY sn.nspname, s.relname;`,
  };
}
