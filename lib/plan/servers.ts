import { addressOf } from './ipv4';
import type { Database, PlanFile } from './schema';

/** Where a cell may connect to at the source: addresses, and the port that is listened on there. */
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
  return [...new Map(found.map((server) => [`${server.range}:${server.port}`, server])).values()];
}
