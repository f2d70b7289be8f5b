import { MARKETS } from '../../lib/plan/geography';
import type { Plan } from '../../lib/plan/model';
import type { Markets, Stage } from '../../lib/plan/schema';

/** One market's rows or objects of one dataset, which one phase brings to one cell. */
export interface WrittenMove {
  readonly phase: string;
  readonly dataset: string;
  readonly market: string;
  readonly cell: string;
  /** The cell that the phase takes over from; undefined when it is the source. */
  readonly from?: string;
  readonly stage: Stage;
}

/** The moves of a plan, in its order, by its file alone: what tests hold the plan's model against. */
export function writtenMoves({ file }: Plan): WrittenMove[] {
  const { cells, phases, source } = file;
  return MARKETS.filter((market) => market !== source.country).flatMap((market) => {
    const naming = Object.entries(phases).filter(([id]) => isNamed(market, phases, id));
    const left = naming.map(([, { from }]) => from);
    const last = Object.keys(cells).find((id) => isNamed(market, cells, id) && !left.includes(id));
    return naming.flatMap(([phase, { datasets, from, stage }], index) => {
      // A phase brings a market to where the next one that takes it over finds it; the last, to the cell that none leaves.
      const next = left.slice(index + 1).find((cell) => cell !== undefined && cell !== from);
      const cell = next ?? last;
      if (cell === undefined) return [];
      const reached = typeof stage === 'string' ? stage : (stage[cell] ?? 'planned');
      return datasets.map((dataset) => ({ phase, dataset, market, cell, from, stage: reached }));
    });
  });
}

/** Whether a market is among those of one owner: a cell, or a phase. */
function isNamed(
  market: string,
  owners: Readonly<Record<string, { markets: Markets }>>,
  id: string,
): boolean {
  const listed = (owner: string) => [owners[owner]?.markets ?? []].flat();
  const own = listed(id);
  if (own.includes('all') || own.includes(market)) return true;
  return own.includes('rest') && !Object.keys(owners).some((other) => listed(other).includes(market));
}
