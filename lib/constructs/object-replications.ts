import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan, Move } from '../plan/model';
import { acknowledge } from './acknowledge';
import type { KeyPurpose } from './cell-key';
import { DataSyncReport } from './datasync-report';
import { DataSyncSource } from './datasync-source';
import { DataSyncTarget } from './datasync-target';
import { DataSyncTask } from './datasync-task';
import type { ObjectMove } from './object-moves';
import { tagDataset } from './tags';

export interface ObjectReplicationsProps {
  readonly cell: CellPlan;
  /** Never empty. */
  readonly moves: readonly ObjectMove[];
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
  /** ARNs of the locations of moves that take over from another cell. */
  readonly oldLocations?: ReadonlyMap<Move, string>;
  /** The log group of the cell's tasks. */
  readonly logGroupArn: string;
}

/**
 * Everything that moves objects into a cell: two locations and a task for each move, whose filter names the folder of each
 * of its markets. A task for each folder would burst the 100 tasks that an account may have in a region (DataSync quotas).
 */
export class ObjectReplications extends Construct {
  /** ARN of the task of each move. */
  readonly tasks: ReadonlyMap<Move, string>;

  constructor(scope: Construct, id: string, props: ObjectReplicationsProps) {
    super(scope, id);
    const { cell, moves, keys, oldLocations = new Map<Move, string>(), logGroupArn } = props;
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]':
        'objects have no names before they are written; a denial in the same policy shuts out every object but those under the one prefix that the role is for',
    });
    this.tasks = new Map(
      moves.map((moving): [Move, string] => {
        const { holding, move } = moving;
        const here = new Construct(this, `${holding.id}-${move.phase}`);
        const source =
          oldLocations.get(move) ??
          new DataSyncSource(here, 'source', { cell, moving, key: keys.replication }).location.ref;
        const target = new DataSyncTarget(here, 'target', { cell, moving, key: keys[holding.dataset.class] });
        const task = new DataSyncTask(here, 'run', {
          cell,
          moving,
          source,
          target: target.location,
          report: new DataSyncReport(here, 'report', { cell, moving, key: keys.operations }),
          logGroupArn,
        });
        tagDataset(here, holding.id, holding.dataset.class);
        return [move, task.arn];
      }),
    );
  }
}
