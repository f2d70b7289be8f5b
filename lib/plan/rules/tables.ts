import { shown, type Fault } from '../fault';
import { isHome, placeAtSource, type Plan } from '../model';
import type { Database, Dataset } from '../schema';
import { groupBy, pairs } from './places';

type Table = NonNullable<Dataset['tables']>[string];

/** A table of the plan with what decides whether it can move. */
interface Candidate {
  readonly path: readonly (string | number)[];
  /** Of its dataset. */
  readonly id: string;
  readonly name: string;
  readonly table: Table;
  readonly dataset: Dataset;
  readonly database: Database;
}

/** Database datasets that name no table. */
export function someTables({ file }: Plan): Fault[] {
  return Object.entries(file.datasets).flatMap(([id, dataset]): Fault[] => {
    const place = placeAtSource(file, dataset);
    if (place === undefined || 'objects' in place || Object.keys(dataset.tables ?? {}).length > 0) return [];
    const path = ['datasets', id, ...(dataset.tables === undefined ? [] : ['tables'])];
    return [
      { path, atKey: true, problem: 'names no table of its database', fix: 'list its tables under tables' },
    ];
  });
}

/** What the table mappings of each table cannot express, or DMS cannot carry out: see the DMS user guide on each. */
export function tables({ file }: Plan): Fault[] {
  return candidates(file).flatMap((candidate) => CHECKS.flatMap((check) => check(candidate) ?? []));
}

/**
 * Tables that a later phase brings more rows to, in a cell that another phase makes, or made, their home: the source goes
 * on giving the keys that the cell gives too, and DMS writes over a row that has the key already. A key that holds the
 * market keeps the rows of two phases apart. What is home already, no refusal can help.
 */
export function laterRows({ file, moves }: Plan): Fault[] {
  const byStore = groupBy(moves, ({ dataset, cell }) => `${dataset} ${cell}`);
  // Of two that bring the same markets another rule tells.
  const second = [...byStore.values()].flatMap((inOrder) =>
    pairs(inOrder)
      .filter(([earlier, next]) => !next.markets.some((market) => earlier.markets.includes(market)))
      .filter(([, { stage }]) => !isHome(stage))
      .slice(0, 1)
      .map(([earlier, next]) => ({ earlier, next })),
  );
  const told = new Map(second.map((both) => [both.next.dataset, both]));
  return candidates(file).flatMap(({ path, id, table, dataset }): Fault[] => {
    const both = told.get(id);
    if (both === undefined || table === 'all' || table.key.includes(table.market)) return [];
    const { earlier, next } = both;
    return [
      {
        path: [...path, 'key'],
        problem: `the key lacks the market column: phase ${next.phase} would write over rows that phase ${earlier.phase} brings to cell ${next.cell}, once both places give keys`,
        found: `[${table.key.join(', ')}]`,
        allowed: `a key with ${table.market}${dataset.store === 'dynamodb' ? ', of two columns at most' : ''}`,
        fix: `make ${table.market} part of the table’s primary key at the source, or bring all its markets there in one phase`,
      },
    ];
  });
}

const CHECKS: readonly ((candidate: Candidate) => Fault | undefined)[] = [
  personalByMarket,
  mongodbUnfiltered,
  postgresqlKey,
  dynamodbKey,
  distinctKey,
];

function personalByMarket({ path, table, dataset }: Candidate): Fault | undefined {
  if (dataset.class !== 'personal' || table !== 'all') return undefined;
  return {
    path,
    problem:
      'a table of personal data needs its market column and key: whole, it would carry every market’s rows',
    found: 'all',
    allowed: '{ market: <column>, key: [<columns>] }',
    fix: 'write its market column and its key',
  };
}

/** Filters are not supported on MongoDB sources (CHAP_Source.MongoDB). */
function mongodbUnfiltered({ path, table, database }: Candidate): Fault | undefined {
  if (database.engine !== 'mongodb' || table === 'all') return undefined;
  return {
    path,
    atKey: true,
    problem: 'DMS cannot filter a mongodb source by market',
    found: `market: ${shown(table.market)}`,
    fix: 'bring the data into a relational database at the source first, or leave the dataset out',
  };
}

/** With a filter that holds no key column, deletes are not captured from PostgreSQL (CHAP_Source.PostgreSQL). */
function postgresqlKey({ path, table, database }: Candidate): Fault | undefined {
  if (database.engine !== 'postgresql' || table === 'all' || table.key.includes(table.market))
    return undefined;
  return {
    path: [...path, 'key'],
    problem: 'the key lacks the market column: DMS would not capture deletes from postgresql',
    found: `[${table.key.join(', ')}]`,
    allowed: `a key with ${table.market}`,
    fix: `make ${table.market} part of the table’s primary key at the source`,
  };
}

/** DynamoDB items are found by a partition key and at most one sort key. */
function dynamodbKey({ path, table, dataset, database }: Candidate): Fault | undefined {
  if (dataset.store !== 'dynamodb') return undefined;
  if (table === 'all') {
    const allowed = '{ market: <column>, key: [<partition>, <sort>] }';
    const fix =
      database.engine === 'mongodb'
        ? 'leave it out: collections of mongodb are not built yet'
        : 'write its market column and its key, or keep the dataset in aurora';
    return { path, problem: 'a table for dynamodb needs its key', found: 'all', allowed, fix };
  }
  if (table.key.length <= 2) return undefined;
  return {
    path: [...path, 'key'],
    problem: 'dynamodb has keys of one or two columns',
    found: `${table.key.length} columns`,
    allowed: 'a partition key, then a sort key',
    fix: 'keep the dataset in aurora, or give the table a shorter key',
  };
}

function distinctKey({ path, table }: Candidate): Fault | undefined {
  if (table === 'all') return undefined;
  const index = table.key.findIndex((column, place) => table.key.indexOf(column) !== place);
  if (index < 0) return undefined;
  return {
    path: [...path, 'key', index],
    problem: 'a column twice in one key',
    found: shown(table.key[index]),
  };
}

function candidates(file: Plan['file']): Candidate[] {
  return Object.entries(file.datasets).flatMap(([id, dataset]) => {
    const place = placeAtSource(file, dataset);
    if (place === undefined || 'objects' in place) return [];
    return Object.entries(dataset.tables ?? {}).map(([name, table]) => ({
      path: ['datasets', id, 'tables', name],
      id,
      name,
      table,
      dataset,
      database: place.database,
    }));
  });
}
