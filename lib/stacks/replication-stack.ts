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
import { Runbooks } from '../constructs/runbook/runbooks';
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
    const { cell, keys, data, account } = props;
    const { vpc } = props.network;
    // Roles, secrets and tables are referred to by name.
    this.addStackDependency(account);
    this.addStackDependency(data);
    if (vpc === undefined) {
      this.holdPlace();
      return;
    }
    const databases = databaseMoves(cell);
    const moves = underWay(databases);
    const link = new Link(this, 'link', { cell, vpc, logsKey: keys.keys.logs });
    new ReadersIngress(this, 'readers', { cell, clusters: data.clusters });
    const logs = new ReplicationLogs(this, 'logs', { cell, moves: databases, key: keys.keys.logs });
    if (moves.length > 0) {
      const parts = { cell, moves, vpc, clusters: data.clusters, keys: keys.keys };
      new DatabaseReplications(this, 'databases', parts).node.addDependency(logs, link);
    }
    const tasks = this.objectTasks(props);
    new Runbooks(this, 'runbooks', { cell, moves, tasks, keys: keys.keys });
  }

  /** What moves objects into the cell, by move. */
  private objectTasks({ cell, keys, oldCells = [] }: ReplicationStackProps): ObjectReplications['tasks'] {
    const objects = objectMoves(cell);
    const moves = underWay(objects);
    if (objects.length === 0) return new Map();
    const logs = new ObjectLogs(this, 'object-logs', { cell, key: keys.keys.logs });
    if (moves.length === 0) return new Map();
    const oldLocations = new Map(oldCells.flatMap(({ locations }) => [...locations]));
    const parts = { cell, moves, keys: keys.keys, oldLocations, logGroupArn: logs.groupArn };
    const replications = new ObjectReplications(this, 'objects', parts);
    replications.node.addDependency(logs);
    return replications.tasks;
  }
}
