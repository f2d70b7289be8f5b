/**
 * Row-level security of a move's tables: the policies, then what switches them on. Dumps have it after the data; left out,
 * the store would show every row to whoever may read the table. Roles of the same names have to be there.
 *
 * @param here condition on the relation `c` in the namespace `n` by which it is one of the tables
 */
export function postgresqlPolicies(here: string, sees: (what: string, from: string) => string): string {
  const tables = `pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${here}`;
  const policies = `pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${here}`;
  return `${sees('policies', policies)}
SELECT text FROM (
SELECT 1 AS step, c.relname, p.polname, format(E'DROP POLICY IF EXISTS %I ON %I.%I;\\nCREATE POLICY %I ON %I.%I AS %s FOR %s TO %s',
    p.polname, n.nspname, c.relname, p.polname, n.nspname, c.relname,
    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
    (SELECT string_agg(CASE role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(role)) END, ', ') FROM unnest(p.polroles) role))
  || COALESCE(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
  || COALESCE(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';' AS text
FROM ${policies}
UNION ALL
SELECT 2, c.relname, '', format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY;', n.nspname, c.relname) ||
  CASE WHEN c.relforcerowsecurity THEN format(E'\\nALTER TABLE %I.%I FORCE ROW LEVEL SECURITY;', n.nspname, c.relname) ELSE '' END
FROM ${tables} AND c.relrowsecurity
) printed
ORDER BY step, relname, polname;`;
}
