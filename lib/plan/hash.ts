import { createHash } from 'node:crypto';
import { placeAtSource, type CellPlan, type Move, type Plan } from './model';

/**
 * Sha256 of the canonical JSON of what the plan says of a phase's moves into a cell, the bounds of its night included:
 * evidence names it. Left out are their stage, and whom the plan asks and tells. It is not that of the whole plan, or each
 * new region would change the templates of every cell.
 */
export function moveHash(cell: CellPlan, phase: string): string {
  const { plan } = cell;
  const moves = cell.holdings.flatMap(({ id, dataset, moves }) =>
    moves.filter((move) => move.phase === phase).map((move) => ({ id, dataset, move })),
  );
  const markets = [...new Set(moves.flatMap(({ move }) => move.markets))].sort();
  return sha256(
    canonical({
      phase,
      cell: { id: cell.id, ...cell.cell },
      cutover: plan.file.cutover,
      laws: markets.map((market) => {
        const { jurisdictions, basis, cdn } = plan.lawOf(market)?.law ?? {};
        return { market, jurisdictions, basis, cdn };
      }),
      moves: moves.map(({ id, dataset, move }) => ({
        id,
        dataset,
        place: placeAtSource(plan.file, dataset),
        from: move.from,
      })),
    }),
  );
}

/**
 * Sha256 of the canonical JSON of what a move takes from where: the tables with their market columns, or the folders, and
 * the server, bucket or cell that they lie in. A record beside the plan names it, and is of no use once the plan means
 * another place. Markets are not in it, since a record names those itself.
 */
export function placeHash(plan: Plan, { phase, cell, dataset: id, from }: Move): string {
  const dataset = plan.file.datasets[id];
  const place = dataset && placeAtSource(plan.file, dataset);
  const cellAt = (name: string) => {
    const { account, region } = plan.file.cells[name] ?? {};
    return { cell: name, account, region };
  };
  return sha256(
    canonical({
      phase,
      to: cellAt(cell),
      from: from === undefined ? serverOf(place) : cellAt(from),
      dataset: id,
      store: dataset?.store,
      parts:
        place !== undefined && 'objects' in place ? [dataset?.prefix, place.objects.path] : dataset?.schema,
      tables: Object.fromEntries(
        Object.entries(dataset?.tables ?? {}).map(([name, table]) => [
          name,
          table === 'all' ? table : table.market,
        ]),
      ),
    }),
  );
}

function serverOf(place: ReturnType<typeof placeAtSource>): unknown {
  if (place === undefined) return undefined;
  if ('objects' in place) {
    const { host, port, bucket } = place.objects;
    return { host, port, bucket };
  }
  const { engine, host, port, database } = place.database;
  return { engine, host, port, database };
}

/** JSON with the keys of every object in order, so that the order in a plan's file does not matter. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
