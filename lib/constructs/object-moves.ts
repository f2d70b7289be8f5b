import { cellPlan, placeAtSource, type CellPlan, type Holding, type Move } from '../plan/model';
import { marketFolders } from '../plan/object-folders';
import type { ObjectStore } from '../plan/schema';

/** A dataset's objects on their way to a cell, from an object store of the source or from the bucket of another cell. */
export interface ObjectMove {
  readonly holding: Holding;
  readonly move: Move;
  readonly store: ObjectStore;
  /** Folders under the dataset's prefix, at the source and in the cell alike, that this move carries. */
  readonly folders: readonly string[];
  /** Those that other moves carry, or have carried, to the same bucket: they are none of this one's business. */
  readonly others: readonly string[];
  /** The cell that the move takes over from; undefined when it comes from the source. */
  readonly oldCell?: CellPlan;
}

/** What DataSync copies to a cell, or has copied, in the plan's order. */
export function objectMoves(cell: CellPlan): ObjectMove[] {
  return cell.holdings.flatMap((holding) => {
    const place = placeAtSource(cell.plan.file, holding.dataset);
    if (place === undefined || !('objects' in place)) return [];
    const store = place.objects;
    return holding.moves.map((move) => ({
      holding,
      move,
      store,
      ...(move.from !== undefined && { oldCell: cellPlan(cell.plan, move.from) }),
      folders: marketFolders(store, move.markets),
      others: marketFolders(
        store,
        holding.moves.filter((other) => other !== move).flatMap(({ markets }) => markets),
      ),
    }));
  });
}
