import type { Fault } from '../fault';
import { addressOf, overlap, LINKED, PRIVATE, rangeOf, within, type Range } from '../ipv4';
import { movesOverLink, type Plan } from '../model';
import { pairs } from './places';

/** Sizes that a VPC can have and still be split over three zones (VPC user guide: /16 to /28). */
const CELL_PREFIX = { min: 16, max: 24 };

const NOT_PRIVATE = 'not private addresses';

interface Network {
  readonly path: readonly (string | number)[];
  readonly cidr: string;
  readonly range: Range | undefined;
}

/** Ranges that are none, that a VPC cannot have, or that are not private. */
export function ranges({ file }: Plan): Fault[] {
  return [
    ...networks(file).flatMap(({ path, cidr, range }): Fault[] =>
      range !== undefined
        ? []
        : [
            {
              path,
              problem: 'not a network',
              found: cidr,
              allowed: 'a base address with all host bits 0, then /0 to /32',
            },
          ],
    ),
    ...cellNetworks(file).flatMap(({ path, cidr, range }): Fault[] => {
      if (range === undefined) return [];
      if (range.prefix < CELL_PREFIX.min || range.prefix > CELL_PREFIX.max) {
        const allowed = `/${CELL_PREFIX.min} to /${CELL_PREFIX.max}`;
        return [{ path, problem: 'a size that a cell’s network cannot have', found: cidr, allowed }];
      }
      return inside(range, PRIVATE)
        ? []
        : [{ path, problem: NOT_PRIVATE, found: cidr, allowed: `within ${PRIVATE.join(', ')} (RFC 1918)` }];
    }),
    ...sourceNetworks(file).flatMap(({ path, cidr, range }): Fault[] =>
      range === undefined || inside(range, LINKED)
        ? []
        : [
            {
              path,
              problem: NOT_PRIVATE,
              found: cidr,
              allowed: `within ${LINKED.join(', ')} (RFC 1918, RFC 6598)`,
              fix: 'list the addresses that the source’s servers have behind the link',
            },
          ],
    ),
  ];
}

/** Ranges that overlap: a link could not tell the two apart. */
export function overlaps({ file }: Plan): Fault[] {
  return pairs(networks(file)).flatMap(([first, second]) => {
    const bothAtSource = first.path[0] === 'source' && second.path[0] === 'source';
    if (bothAtSource || !first.range || !second.range || !overlap(first.range, second.range)) return [];
    return [
      {
        path: second.path,
        problem: `overlaps ${first.path.join('.')} (${first.cidr})`,
        found: second.cidr,
        fix: 'give each cell a range of its own, apart from the source’s networks',
      },
    ];
  });
}

/** Databases on the move at addresses that no link may reach. Objects come by agents, wherever their store is. */
export function reach(plan: Plan): Fault[] {
  const { source, datasets } = plan.file;
  const allowed = source.networks.map(rangeOf).filter((range) => range !== undefined);
  const moving = new Set(
    Object.keys(plan.file.cells)
      .flatMap((cell) => movesOverLink(plan, cell))
      .filter((move) => move.from === undefined)
      .map((move) => datasets[move.dataset]?.from),
  );
  if (moving.size > 0 && source.networks.length === 0) {
    const fix = 'list the networks that its servers are in';
    return [
      { path: ['source', 'networks'], problem: 'data is moving, but no link may reach the source', fix },
    ];
  }
  return Object.entries(source.databases).flatMap(([id, { host }]): Fault[] => {
    const first = addressOf(host);
    const range = first === undefined ? undefined : { first, last: first, prefix: 32 };
    if (!moving.has(id) || !range || allowed.some((outer) => within(range, outer))) return [];
    return [
      {
        path: ['source', 'databases', id, 'host'],
        problem: 'data is moving from an address that no link may reach',
        found: host,
        allowed: source.networks.join(', '),
        fix: 'add its network to source.networks',
      },
    ];
  });
}

function networks(file: Plan['file']): Network[] {
  return [...sourceNetworks(file), ...cellNetworks(file)];
}

function sourceNetworks(file: Plan['file']): Network[] {
  return file.source.networks.map((cidr, index) => network(['source', 'networks', index], cidr));
}

function cellNetworks(file: Plan['file']): Network[] {
  return Object.entries(file.cells).map(([id, cell]) => network(['cells', id, 'cidr'], cell.cidr));
}

function network(path: readonly (string | number)[], cidr: string): Network {
  return { path, cidr, range: rangeOf(cidr) };
}

function inside(range: Range, outers: readonly string[]): boolean {
  return outers.map(rangeOf).some((outer) => outer !== undefined && within(range, outer));
}
