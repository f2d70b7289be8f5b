import { shown, type Fault } from '../fault';
import { placeAtSource, type Plan } from '../model';
import type { Database, Dataset, Store } from '../schema';

/** Stores that each engine's tables can move to. Other pairs would need a schema conversion, which is not offered. */
const STORES_OF_ENGINE: Readonly<Record<Database['engine'], readonly Store[]>> = {
  mysql: ['aurora-mysql', 'dynamodb'],
  mariadb: ['aurora-mysql', 'dynamodb'],
  postgresql: ['aurora-postgresql', 'dynamodb'],
  mongodb: ['dynamodb'],
};

/** Stores that cannot hold what the dataset is at the source. */
export function stores({ file }: Plan): Fault[] {
  return Object.entries(file.datasets).flatMap(([id, dataset]): Fault[] => {
    const place = placeAtSource(file, dataset);
    if (place === undefined) return [];
    const atObjects = 'objects' in place;
    const allowed: readonly Store[] = atObjects ? ['s3'] : STORES_OF_ENGINE[place.database.engine];
    if (allowed.includes(dataset.store)) return [];
    const what = atObjects ? 'objects' : `tables of ${place.database.engine}`;
    return [
      {
        path: ['datasets', id, 'store'],
        problem: `cannot hold ${what}`,
        found: dataset.store,
        allowed: allowed.join(', '),
      },
    ];
  });
}

/** Names that RDS takes for the database it makes in an Aurora PostgreSQL cluster (RDS API, CreateDBInstance, DBName). */
const AURORA_POSTGRESQL_DATABASE = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;

/** PostgreSQL databases whose names their cluster in a cell could not take over. */
export function databaseNames({ file }: Plan): Fault[] {
  const moved = Object.values(file.datasets).filter(({ store }) => store === 'aurora-postgresql');
  return Object.entries(file.source.databases)
    .filter(
      ([id, { database }]) =>
        moved.some(({ from }) => from === id) && !AURORA_POSTGRESQL_DATABASE.test(database),
    )
    .map(([id, { database }]) => ({
      path: ['source', 'databases', id, 'database'],
      problem: 'not a name that a database of aurora-postgresql can have',
      found: shown(database),
      allowed: 'letters, digits and underscores, a letter first, at most 63',
      fix: 'rename the database at the source',
    }));
}

/** Parts of a dataset that its place at the source has none of. */
export function parts({ file }: Plan): Fault[] {
  return Object.entries(file.datasets).flatMap(([id, dataset]): Fault[] => {
    const place = placeAtSource(file, dataset);
    if (place === undefined) return [];
    const alien: (keyof Dataset)[] = 'objects' in place ? ['tables', 'schema'] : ['prefix'];
    const what = 'objects' in place ? 'an object store' : 'a database';
    return alien
      .filter((part) => dataset[part] !== undefined)
      .map((part) => ({
        path: ['datasets', id, part],
        atKey: true,
        problem: `${dataset.from} is ${what}: its datasets have no ${part}`,
        fix: 'remove it, or correct from',
      }));
  });
}

/** Object stores of personal data whose path does not keep markets apart: a market's run would move every market's. */
export function objectPaths({ file }: Plan): Fault[] {
  const personal = Object.values(file.datasets).filter((dataset) => dataset.class === 'personal');
  return Object.entries(file.source.objects)
    .filter(([id]) => personal.some(({ from }) => from === id))
    .filter(
      ([, { path }]) =>
        path
          .split('/')
          .filter((folder) => folder.includes('{market}'))
          .join() !== '{market}',
    )
    .map(([id, { path }]) => ({
      path: ['source', 'objects', id, 'path'],
      problem: 'personal data needs a folder for each market',
      found: shown(path),
      allowed: 'a path in which {market} is one whole folder, such as {market}/',
    }));
}

/** Aurora capacity that is no range in steps of 0.5 (Aurora user guide, Serverless v2 scaling). */
export function capacity({ file }: Plan): Fault[] {
  return Object.entries(file.datasets).flatMap(
    ([
      id,
      {
        capacity: { min, max },
      },
    ]): Fault[] => {
      const path = ['datasets', id, 'capacity'];
      const uneven = Object.entries({ min, max }).filter(([, units]) => units % 0.5 !== 0);
      const faults = uneven.map(([key, units]) => ({
        path: [...path, key],
        problem: 'not in steps of half a capacity unit',
        found: `${units}`,
        allowed: `${Math.floor(units * 2) / 2} or ${Math.ceil(units * 2) / 2}`,
      }));
      if (min <= max) return faults;
      return [
        ...faults,
        { path: [...path, 'min'], problem: 'more than max', found: `${min}`, allowed: `at most ${max}` },
      ];
    },
  );
}
