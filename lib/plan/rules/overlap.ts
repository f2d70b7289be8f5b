import { shown, type Fault } from '../fault';
import { placeAtSource, type Plan } from '../model';
import type { Database, Dataset } from '../schema';
import { schemaName } from '../table-mappings';
import { matches } from './identifiers';
import { pairs } from './places';

/** A table at the source as one dataset names it. */
interface Located {
  readonly dataset: string;
  readonly database: Database;
  readonly schema: string;
  readonly name: string;
  /** Mapped with a filter, and so with its underscores bare. */
  readonly filtered: boolean;
}

/**
 * Tables that two datasets would move, whatever their classes: rows of one would go where only the other's may, and
 * one row could live in two cells.
 */
export function sharedTables({ file }: Plan): Fault[] {
  return pairs(Object.entries(file.datasets)).flatMap(([[first, a], [second, b]]) => {
    const others = tablesOf(file, first, a);
    return tablesOf(file, second, b).flatMap((table): Fault[] => {
      const same = others.filter((other) => reaches(table, other) || reaches(other, table));
      const other = same.find(({ name }) => name === table.name) ?? same[0];
      return other === undefined ? [] : [sharedTable(table, other)];
    });
  });
}

function sharedTable({ dataset, schema, name }: Located, other: Located): Fault {
  const path = ['datasets', dataset, 'tables', name];
  if (other.name === name && other.schema === schema) {
    return {
      path,
      atKey: true,
      problem: `dataset ${other.dataset} moves this table too`,
      found: `${schema}.${name}`,
      allowed: 'each table in one dataset',
      fix: 'keep it in one of the two',
    };
  }
  return {
    path,
    atKey: true,
    problem: `DMS cannot tell it from ${other.schema}.${other.name} of ${other.dataset}: an underscore stands for any character`,
    found: `${schema}.${name}`,
    fix: 'rename one of the two at the source',
  };
}

function tablesOf(file: Plan['file'], id: string, dataset: Dataset): Located[] {
  const place = placeAtSource(file, dataset);
  if (place === undefined || 'objects' in place) return [];
  return Object.entries(dataset.tables ?? {}).map(([name, table]) => ({
    dataset: id,
    database: place.database,
    schema: schemaName(dataset, place.database),
    name,
    filtered: table !== 'all',
  }));
}

/** Whether the mapping of one table, as DMS may read it, takes another. */
function reaches(one: Located, other: Located): boolean {
  const takes = one.filtered ? matches : (name: string, another: string) => name === another;
  return (
    takes(one.name, other.name) && takes(one.schema, other.schema) && oneServer(one.database, other.database)
  );
}

/** Whether two entries of the source may be one database server, and on PostgreSQL one database of it. */
function oneServer(a: Database, b: Database): boolean {
  const ports = new Set([a.port, b.port].filter((port) => port !== undefined));
  const postgresql = [a, b].filter(({ engine }) => engine === 'postgresql').length;
  return (
    sameHost(a, b) && ports.size <= 1 && (postgresql === 0 || (postgresql === 2 && a.database === b.database))
  );
}

function sameHost(a: { readonly host: string }, b: { readonly host: string }): boolean {
  return a.host.toLowerCase() === b.host.toLowerCase();
}

/** Objects that two datasets would move, whatever their classes: one lies in, or is, the other's folder. */
export function sharedObjects({ file }: Plan): Fault[] {
  return pairs(Object.entries(file.datasets)).flatMap(([[first, a], [second, b]]): Fault[] => {
    const [one, two] = [placeAtSource(file, a), placeAtSource(file, b)];
    if (one === undefined || two === undefined || 'database' in one || 'database' in two) return [];
    const oneBucket = sameHost(one.objects, two.objects) && one.objects.bucket === two.objects.bucket;
    const [above = '', below = ''] = [a.prefix ?? '', b.prefix ?? ''];
    if (!oneBucket || !(above.startsWith(below) || below.startsWith(above))) return [];
    return [
      {
        path: ['datasets', second, ...(b.prefix === undefined ? [] : ['prefix'])],
        atKey: b.prefix === undefined,
        problem: `${b.class} data from the same objects as the ${a.class} dataset ${first}`,
        found: `prefix ${shown(below)} beside ${shown(above)} in bucket ${one.objects.bucket}`,
        allowed: 'prefixes of which none begins with another',
        fix: 'give each a folder of its own at the source, or make them one dataset',
      },
    ];
  });
}
