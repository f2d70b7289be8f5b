import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Clusters } from '../constructs/aurora-stores';
import { databaseMoves, underWay } from '../constructs/database-moves';
import { DatabaseReplications } from '../constructs/database-replications';
import { ReplicationLogs } from '../constructs/replication-logs';
import { Runbook } from '../constructs/runbook/runbook';
import { RunbookLogs } from '../constructs/runbook/runbook-logs';
import { phasesMoving } from '../constructs/runbook/subject';
import type { AccountStack } from './account-stack';
import { CellStack, type CellStackProps } from './cell-stack';
import type { KeysStack } from './keys-stack';
import type { NetworkStack } from './network-stack';

export interface ReplicationStackProps extends CellStackProps {
  readonly keys: KeysStack;
  readonly network: NetworkStack;
  readonly data: Stack & { readonly clusters: Clusters };
  readonly account: AccountStack;
}

/** What moves phases into the cell: it comes with the first that moves and goes with the last, save its logs. */
export class ReplicationStack extends CellStack {
  constructor(scope: Construct, id: string, props: ReplicationStackProps) {
    super(scope, id, { ...props, compact: true });
    const { cell, keys, data, account } = props;
    const { vpc } = props.network;
    // Roles, secrets and tables are referred to by name.
    this.addStackDependency(account);
    this.addStackDependency(data);
    const moves = databaseMoves(cell);
    const moving = underWay(moves);
    if (vpc === undefined) {
      this.holdPlace();
      return;
    }
    const runbookLogs = new RunbookLogs(this, 'runbook-logs', { cell, key: keys.keys.logs });
    const logs = new ReplicationLogs(this, 'logs', { cell, moves, key: keys.keys.logs });
    for (const [phase, group] of runbookLogs.groups) {
      if (!phasesMoving(cell).some((underWay) => underWay.phase === phase)) continue;
      new Runbook(this, `runbook-${phase}`, {
        cell,
        phase,
        moves: moving.filter(({ move }) => move.phase === phase),
        objects: [],
        key: keys.keys.operations,
        logs: group,
      });
    }
    if (moving.length === 0) return;
    const replications = new DatabaseReplications(this, 'databases', {
      cell,
      moves: moving,
      vpc,
      clusters: data.clusters,
      keys: keys.keys,
    });
    replications.node.addDependency(logs);
  }
}
