import { Construct } from 'constructs';
import { tagCell } from '../constructs/tags';
import type { CellPlan } from '../plan/model';
import type { AccountStack } from './account-stack';
import { DataStack } from './data-stack';
import { EdgeLogsStack } from './edge-logs-stack';
import { EdgeStack } from './edge-stack';
import { KeysStack } from './keys-stack';
import { NetworkStack } from './network-stack';
import { OldCellStack, oldCellsOf } from './old-cell-stack';
import { OperationsStack } from './operations-stack';
import { PerimeterStack } from './perimeter-stack';
import { ReplicationStack } from './replication-stack';

export interface CellProps {
  readonly cell: CellPlan;
  /** What the cell's account has once, however many cells share it. */
  readonly account: AccountStack;
}

/** One cell: its stacks lie directly in the app, under the cell's id, so that `cdk deploy 'sg/*'` means the cell. */
export class Cell extends Construct {
  constructor(scope: Construct, id: string, { cell, account }: CellProps) {
    super(scope, id);
    tagCell(this, cell);
    const keys = new KeysStack(this, 'keys', { cell });
    const network = new NetworkStack(this, 'network', { cell, keys });
    const perimeter = new PerimeterStack(this, 'perimeter', { cell });
    const edge = new EdgeStack(this, 'edge', { cell, perimeter });
    const data = new DataStack(this, 'data', { cell, keys, network, edge });
    const oldCells = oldCellsOf(cell).map((from) => new OldCellStack(this, `from-${from}`, { cell, from }));
    const replication = new ReplicationStack(this, 'replication', {
      cell,
      keys,
      network,
      data,
      account,
      oldCells,
    });
    new OperationsStack(this, 'operations', { cell, keys, network, replication });
    new EdgeLogsStack(this, 'edge-logs', { cell, edge, data });
  }
}
