import { isMoving, placeAtSource, type CellPlan, type Holding, type Move } from '../plan/model';
import type { Database } from '../plan/schema';

/** A dataset's tables on their way from a database of the source to a cell. */
export interface DatabaseMove {
  readonly holding: Holding;
  readonly move: Move;
  /** Id of the database in the plan. */
  readonly databaseId: string;
  readonly database: Database;
}

/** What DMS replicates to a cell, or has replicated, in the plan's order. */
export function databaseMoves(cell: CellPlan): DatabaseMove[] {
  return cell.holdings.flatMap((holding) => {
    const place = placeAtSource(cell.plan.file, holding.dataset);
    if (place === undefined || !('database' in place)) return [];
    return holding.moves
      .filter((move) => move.from === undefined)
      .map((move) => ({
        holding,
        move,
        databaseId: holding.dataset.from,
        database: place.database,
      }));
  });
}

/** Moves of these that a replication carries at the stages of today. */
export function underWay<T extends { readonly move: Move }>(moves: readonly T[]): T[] {
  return moves.filter(({ move }) => isMoving(move.stage));
}
