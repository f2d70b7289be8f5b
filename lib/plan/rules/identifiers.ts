import { shown, type Fault } from '../fault';
import type { Plan } from '../model';
import { pairs } from './places';

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

/** Tables of one dataset whose names DMS cannot tell apart, since an underscore matches any character. */
export function ambiguousTables({ file }: Plan): Fault[] {
  const matches = (pattern: string, name: string) =>
    pattern.length === name.length &&
    [...pattern].every((char, index) => char === '_' || char === name[index]);
  return Object.entries(file.datasets).flatMap(([id, { tables = {} }]) =>
    pairs(Object.keys(tables)).flatMap(([first, second]): Fault[] =>
      matches(first, second) || matches(second, first)
        ? [
            {
              path: ['datasets', id, 'tables', second],
              atKey: true,
              problem: `DMS cannot tell it from ${first}: an underscore stands for any character`,
              found: shown(second),
              fix: 'rename one of the two at the source, or give each a dataset of its own',
            },
          ]
        : [],
    ),
  );
}
