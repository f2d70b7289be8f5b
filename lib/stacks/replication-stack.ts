import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Clusters } from '../constructs/aurora-stores';
import { databaseMoves, underWay } from '../constructs/database-moves';
import { DatabaseReplications } from '../constructs/database-replications';
import { Link } from '../constructs/link';
import { ObjectLogs } from '../constructs/object-logs';
import { objectMoves } from '../constructs/object-moves';
import { ObjectReplications } from '../constructs/object-replications';
import { ReadersIngress } from '../constructs/readers-ingress';
import { ReplicationLogs } from '../constructs/replication-logs';
import type { AccountStack } from './account-stack';
import { CellStack, type CellStackProps } from './cell-stack';
import type { KeysStack } from './keys-stack';
import type { NetworkStack } from './network-stack';
import type { OldCellStack } from './old-cell-stack';

export interface ReplicationStackProps extends CellStackProps {
  readonly keys: KeysStack;
  readonly network: NetworkStack;
  readonly data: Stack & { readonly clusters: Clusters };
  readonly account: AccountStack;
  /** What the cell has in the regions of cells that it takes objects over from. */
  readonly oldCells?: readonly Pick<OldCellStack, 'locations'>[];
}

/**
 * What moves data into the cell, and lets other cells take over from it: it comes with the first that moves and goes
 * with the last, save the logs.
 */
export class ReplicationStack extends CellStack {
  constructor(scope: Construct, id: string, props: ReplicationStackProps) {
    super(scope, id, { ...props, compact: true });
    const { cell, keys, data, account, oldCells = [] } = props;
    const { vpc } = props.network;
    // Roles, secrets and tables are referred to by name.
    this.addStackDependency(account);
    this.addStackDependency(data);
    const databases = databaseMoves(cell);
    const objects = objectMoves(cell);
    if (databases.length + objects.length === 0 || vpc === undefined) {
      this.holdPlace();
      return;
    }
    if (databases.length > 0) {
      const logs = new ReplicationLogs(this, 'logs', { cell, moves: databases, key: keys.keys.logs });
      const link = new Link(this, 'link', { cell, vpc, logsKey: keys.keys.logs });
      new ReadersIngress(this, 'readers', { cell, clusters: data.clusters });
      const moves = underWay(databases);
      if (moves.length > 0) {
        const { clusters } = data;
        const props = { cell, moves, vpc, clusters, keys: keys.keys };
        new DatabaseReplications(this, 'databases', props).node.addDependency(logs, link);
      }
    }
    if (objects.length > 0) {
      const logs = new ObjectLogs(this, 'object-logs', { cell, key: keys.keys.logs });
      const moves = underWay(objects);
      if (moves.length > 0) {
        const oldLocations = new Map(oldCells.flatMap(({ locations }) => [...locations]));
        const props = { cell, moves, keys: keys.keys, oldLocations, logGroupArn: logs.groupArn };
        new ObjectReplications(this, 'objects', props).node.addDependency(logs);
      }
    }
  }
}
