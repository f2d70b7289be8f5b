import { ReferenceStrength, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DataSyncOldBucket } from '../constructs/datasync-old-bucket';
import { objectMoves } from '../constructs/object-moves';
import { tagDataset } from '../constructs/tags';
import { cellPlan, type CellPlan, type Move } from '../plan/model';
import { CellStack, type CellStackProps } from './cell-stack';

export interface OldCellStackProps extends CellStackProps {
  /** Id of the cell that is taken over from. */
  readonly from: string;
}

/**
 * What a cell has in the region of another one whose objects it takes over: DataSync wants the location of a bucket in
 * the bucket's region. It is of the cell that takes over, in that cell's account, and holds no data.
 */
export class OldCellStack extends CellStack {
  /** ARNs of locations, by the move that reads them; known when the stack is deployed. */
  readonly locations: ReadonlyMap<Move, string>;

  constructor(scope: Construct, id: string, props: OldCellStackProps) {
    const { cell, from } = props;
    super(scope, id, { ...props, region: cellPlan(cell.plan, from).cell.region });
    const moves = objectMoves(cell).filter(
      ({ oldCell, move }) => oldCell?.id === from && move.stage !== 'retired',
    );
    if (moves.length === 0) this.holdPlace();
    this.locations = new Map(
      moves.flatMap((moving): [Move, string][] => {
        const { move, holding, oldCell } = moving;
        if (oldCell === undefined) return [];
        const name = `${holding.id}-${move.phase}`;
        const { location } = new DataSyncOldBucket(this, name, { cell, moving, oldCell });
        tagDataset(location, holding.id, holding.dataset.class);
        return [[move, Stack.consumeReference(location.ref, ReferenceStrength.WEAK)]];
      }),
    );
  }
}

/** Cells that a cell ever takes objects over from, as the plan stands: the stage of no phase changes them. */
export function oldCellsOf({ id, plan: { file, moves } }: CellPlan): string[] {
  const later = moves.filter((move) => move.cell === id && file.datasets[move.dataset]?.store === 's3');
  return [...new Set(later.flatMap(({ from }) => from ?? []))];
}
