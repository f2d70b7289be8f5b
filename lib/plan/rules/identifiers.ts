import { shown, type Fault } from '../fault';
import { placeAtSource, type Plan } from '../model';
import type { Database } from '../schema';

/**
 * Characters that a name cannot have: MySQL sources forbid quotes and backticks (DMS user guide, CHAP_Source.MySQL),
 * percent and brackets are wildcards in table mappings, braces and dollar signs templates in object mappings.
 */
const FORBIDDEN = /["'`%[\]{}$\\\p{Cc}]|^\s|\s$/u;

/** Names of tables, columns, schemas and databases that DMS would misread. */
export function identifiers({ file }: Plan): Fault[] {
  const named: { path: (string | number)[]; name: string; atKey?: boolean }[] = [
    ...Object.entries(file.source.databases).map(([id, { database }]) => ({
      path: ['source', 'databases', id, 'database'],
      name: database,
    })),
    ...Object.entries(file.datasets).flatMap(([id, dataset]) => [
      ...(dataset.schema === undefined ? [] : [{ path: ['datasets', id, 'schema'], name: dataset.schema }]),
      ...Object.entries(dataset.tables ?? {}).flatMap(([name, table]) => {
        const path = ['datasets', id, 'tables', name];
        const columns =
          table === 'all'
            ? []
            : [
                { path: [...path, 'market'], name: table.market },
                ...table.key.map((column, index) => ({ path: [...path, 'key', index], name: column })),
              ];
        return [{ path, name, atKey: true }, ...columns];
      }),
    ]),
  ];
  return named
    .filter(({ name }) => FORBIDDEN.test(name))
    .map(({ path, name, atKey }) => ({
      path,
      atKey,
      problem: 'a name that DMS would misread',
      found: shown(name),
      allowed:
        'no quotes, backticks, percent signs, brackets, braces, dollar signs, backslashes or spaces at the ends',
    }));
}

/** Whether DMS, where it reads a name of a mapping as a pattern, takes `name` for it. Percent signs are forbidden. */
export function matches(pattern: string, name: string): boolean {
  if (pattern.length !== name.length) return false;
  for (let index = 0; index < pattern.length; index++) {
    if (pattern[index] !== '_' && pattern[index] !== name[index]) return false;
  }
  return true;
}

/** Tables of one dataset whose names DMS cannot tell apart, since an underscore matches any character. */
export function ambiguousTables({ file }: Plan): Fault[] {
  return Object.entries(file.datasets).flatMap(([id, { tables = {} }]) => {
    const all = Object.keys(tables);
    // Not by pairs: of thousands of tables there are too many to hold.
    return all.flatMap((first, index) =>
      all
        .slice(index + 1)
        .filter((second) => matches(first, second) || matches(second, first))
        .map((second) => ({
          path: ['datasets', id, 'tables', second],
          atKey: true,
          problem: `DMS cannot tell it from ${first}: an underscore stands for any character`,
          found: shown(second),
          fix: 'rename one of the two at the source',
        })),
    );
  });
}

const MYSQL_SCHEMAS = ['mysql', 'information_schema', 'performance_schema', 'sys'];

/** Schemas, on MySQL and MongoDB databases, in which a server keeps its own accounts and settings. */
const SYSTEM_SCHEMAS: Readonly<Record<Database['engine'], readonly string[]>> = {
  mysql: MYSQL_SCHEMAS,
  mariadb: MYSQL_SCHEMAS,
  postgresql: ['pg_catalog', 'pg_toast', 'information_schema'],
  mongodb: ['admin', 'config', 'local'],
};

/** Datasets, and databases of the source, that are in a server's own schemas: logins would move as data. */
export function systemSchemas({ file }: Plan): Fault[] {
  const named = [
    ...Object.entries(file.source.databases)
      .filter(([, { engine }]) => engine !== 'postgresql')
      .map(([id, { engine, database }]) => ({
        path: ['source', 'databases', id, 'database'],
        engine,
        name: database,
      })),
    ...Object.entries(file.datasets).flatMap(([id, dataset]) => {
      const place = placeAtSource(file, dataset);
      return place === undefined || 'objects' in place || dataset.schema === undefined
        ? []
        : [{ path: ['datasets', id, 'schema'], engine: place.database.engine, name: dataset.schema }];
    }),
  ];
  return named
    .filter(({ engine, name }) =>
      SYSTEM_SCHEMAS[engine].some((system) => matches(name.toLowerCase(), system)),
    )
    .map(({ path, engine, name }) => ({
      path,
      problem: `a schema that ${engine} keeps for itself`,
      found: shown(name),
      allowed: `any but ${SYSTEM_SCHEMAS[engine].join(', ')}`,
      fix: 'name the one that the application’s tables are in',
    }));
}
