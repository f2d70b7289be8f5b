import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { names } from '../plan/names';
import type { CellPlan } from '../plan/model';
import type { DatabaseMove } from './database-moves';
import { CellLogGroup } from './log-group';
import { tagDataset } from './tags';

export interface ReplicationLogsProps {
  readonly cell: CellPlan;
  /** Every move that a replication carries or has carried. */
  readonly moves: readonly DatabaseMove[];
  readonly key: IKey;
}

/**
 * The log groups that DMS writes to. DMS would make them without a key; their names are fixed by the replications'. They
 * outlive their replications: they are part of what a move is shown to have done, and a group that was kept outside its
 * template would be in the way if a stage were taken back.
 */
export class ReplicationLogs extends Construct {
  constructor(scope: Construct, id: string, { cell, moves, key }: ReplicationLogsProps) {
    super(scope, id);
    for (const { holding, move } of moves) {
      const name = replicationLog(names.replication(cell, holding.id, move.phase));
      const group = new CellLogGroup(this, `${holding.id}-${move.phase}`, { cell, key, name });
      tagDataset(group, holding.id, holding.dataset.class);
    }
  }
}

/** Name of the log group of a serverless replication (DMS user guide, CHAP_Serverless.Components, logs). */
export function replicationLog(replication: string): string {
  return `dms-serverless-replication-${replication}`;
}
