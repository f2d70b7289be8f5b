import { MARKETS } from './geography';
import { placeAtSource, type Move, type Plan } from './model';

/**
 * Markets of a dataset that a cell holds: that a move past `planned` brings there, or has brought, and that no later move
 * out of it has left erased. Sorted.
 */
export function marketsHeld(plan: Plan, cell: string, dataset: string): string[] {
  const own = plan.moves.filter((move) => move.dataset === dataset);
  const brought = own.filter((move) => move.cell === cell && move.stage !== 'planned');
  const gone = own.filter((move) => move.from === cell && leavesNothing(plan, move));
  return marketsOf(brought).filter((market) => !marketsOf(gone).includes(market));
}

/**
 * Markets whose changes a replication reads without carrying them: DMS filters what it captures only once it has it. Of a
 * cell's cluster, all others that it holds; of the source, its own country's and all others that were not erased there.
 * None for what is not read by its change log: objects, and DynamoDB in another cell.
 */
export function marketsInLog(plan: Plan, move: Move): string[] {
  const dataset = plan.file.datasets[move.dataset];
  const place = dataset && placeAtSource(plan.file, dataset);
  if (place === undefined || !('database' in place)) return [];
  const others = (markets: readonly string[]) => markets.filter((market) => !move.markets.includes(market));
  if (move.from !== undefined) {
    return dataset?.store === 'dynamodb' ? [] : others(marketsHeld(plan, move.from, move.dataset));
  }
  const gone = plan.moves.filter(
    (one) => one.dataset === move.dataset && one.from === undefined && leavesNothing(plan, one),
  );
  return others(MARKETS.filter((market) => !marketsOf(gone).includes(market)));
}

/**
 * Whether a cell is done with a market: whatever the plan brings there of it has left again for good. A cell that nothing
 * is brought to is not.
 */
export function hasLeft({ moves }: Plan, cell: string, market: string): boolean {
  const own = moves.filter((move) => move.markets.includes(market));
  const brought = own.filter((move) => move.cell === cell);
  const left = own.filter((move) => move.from === cell && move.stage === 'retired');
  return brought.length > 0 && brought.every(({ dataset }) => left.some((move) => move.dataset === dataset));
}

/** Whether what a move took is erased where it was: public data is copied, and stays. */
function leavesNothing({ file }: Plan, { dataset, stage }: Move): boolean {
  return stage === 'retired' && file.datasets[dataset]?.class === 'personal';
}

function marketsOf(moves: readonly Move[]): string[] {
  return [...new Set(moves.flatMap(({ markets }) => markets))].sort();
}
