import { cellPlan, isMoving, placeAtSource, type CellPlan, type Holding, type Move } from '../plan/model';
import { names } from '../plan/names';
import type { Database } from '../plan/schema';
import { auroraKind } from './aurora-stores';

/** A database as DMS is told of it: how it is reached is in its secret. */
export type ReadDatabase = Omit<Database, 'host' | 'port'>;

/** A dataset's tables on their way to a cell, from a database of the source or from the store of another cell. */
export interface DatabaseMove {
  readonly holding: Holding;
  readonly move: Move;
  /** Id of the database in the plan; of a store in another cell, that cell's and the dataset's. */
  readonly databaseId: string;
  readonly database: ReadDatabase;
  /** The cell that the move takes over from; undefined when it comes from the source. */
  readonly oldCell?: CellPlan;
}

/** What DMS replicates to a cell, or has replicated, in the plan's order. */
export function databaseMoves(cell: CellPlan): DatabaseMove[] {
  return cell.holdings.flatMap((holding) => {
    const place = placeAtSource(cell.plan.file, holding.dataset);
    if (place === undefined || !('database' in place)) return [];
    return holding.moves.flatMap((move): DatabaseMove[] => {
      if (move.from !== undefined) return takenOver(cell, holding, move, place.database);
      return [{ holding, move, databaseId: holding.dataset.from, database: place.database }];
    });
  });
}

/**
 * A store of another cell as a source. Its tables lie in it as they lay at the source: DMS leaves schemas as they are,
 * and the database of a PostgreSQL store is named like the source's.
 */
function takenOver(
  cell: CellPlan,
  holding: Holding,
  move: Move,
  { database }: Pick<Database, 'database'>,
): DatabaseMove[] {
  const kind = auroraKind(holding);
  if (move.from === undefined || kind === undefined) return [];
  return [
    {
      holding,
      move,
      databaseId: `${move.from}/${holding.id}`,
      database: {
        engine: kind === 'aurora-mysql' ? 'mysql' : 'postgresql',
        database,
        secret: names.oldStore(move.from, holding.id),
        tls: 'verify-full',
      },
      oldCell: cellPlan(cell.plan, move.from),
    },
  ];
}

/** Moves of these that a replication carries at the stages of today. */
export function underWay<T extends { readonly move: Move }>(moves: readonly T[]): T[] {
  return moves.filter(({ move }) => isMoving(move.stage));
}
