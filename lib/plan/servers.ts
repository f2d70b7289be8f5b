import { addressOf } from './ipv4';
import { movesOverLink, placeAtSource, type Move, type Plan } from './model';
import type { Database, PlanFile, Store } from './schema';

/** Where a cell may connect to outside itself: addresses, and the port that is listened on there. */
export interface Server {
  /** An IPv4 range. */
  readonly range: string;
  readonly port: number;
}

/** Ports that servers listen on unless the plan says otherwise. */
const PORTS: Readonly<Record<Database['engine'], number>> = {
  mysql: 3306,
  mariadb: 3306,
  postgresql: 5432,
  mongodb: 27017,
};

/** Ports of Aurora stores. Not the engines' own, which scanners try first. */
export const STORE_PORTS = { 'aurora-mysql': 13306, 'aurora-postgresql': 15432 } as const;

/** Port of a database at the source. */
export function portOf({ engine, port }: Database): number {
  return port ?? PORTS[engine];
}

/**
 * Where databases are: the one address of each, or, behind a host name, anywhere in the source's networks. Whatever
 * leads to the source (routes, security groups) is made from this and from nothing else.
 */
export function serversOf({ source }: PlanFile, databases: readonly Database[]): Server[] {
  const found = databases.flatMap((database) => {
    const isAddress = addressOf(database.host) !== undefined;
    const ranges = isAddress ? [`${database.host}/32`] : source.networks;
    return ranges.map((range) => ({ range, port: portOf(database) }));
  });
  return distinct(found);
}

/**
 * Where the databases of some moves are read: at the source, or in the network of the cell that they are taken over from.
 * The address of a cell's cluster is known at deployment only, and changes when another of its instances takes over.
 */
export function serversOfMoves({ file }: Plan, moves: readonly Move[]): Server[] {
  const found = moves.flatMap((move): Server[] => {
    const dataset = file.datasets[move.dataset];
    if (dataset === undefined) return [];
    if (move.from !== undefined) return storeServer(dataset.store, file.cells[move.from]?.cidr);
    const place = placeAtSource(file, dataset);
    return place !== undefined && 'database' in place ? serversOf(file, [place.database]) : [];
  });
  return distinct(found);
}

/**
 * Ranges that a cell's link leads to today: where the cell reads databases, and the networks of the cells that read its
 * own. Without a way back to these no connection of theirs would come to be.
 */
export function rangesOverLink(plan: Plan, cell: string): string[] {
  const moves = movesOverLink(plan, cell);
  const read = serversOfMoves(
    plan,
    moves.filter((move) => move.cell === cell),
  );
  return [...new Set([...read.map(({ range }) => range), ...readersOf(plan, cell)])];
}

/** Networks of the cells that read databases of a cell today. */
export function readersOf(plan: Plan, cell: string): string[] {
  const readers = movesOverLink(plan, cell).filter((move) => move.from === cell);
  return [...new Set(readers.flatMap((move) => plan.file.cells[move.cell]?.cidr ?? []))];
}

function storeServer(store: Store, range: string | undefined): Server[] {
  if (range === undefined || store === 'dynamodb' || store === 's3') return [];
  return [{ range, port: STORE_PORTS[store] }];
}

function distinct(servers: readonly Server[]): Server[] {
  return [...new Map(servers.map((server) => [`${server.range}:${server.port}`, server])).values()];
}
