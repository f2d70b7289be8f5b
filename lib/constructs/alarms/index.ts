import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import type { KeyPurpose } from '../cell-key';
import { databaseMoves, underWay } from '../database-moves';
import { BackupAlarms } from './backups';
import { CellAlarm } from './cell-alarm';
import { Dashboard } from './dashboard';
import { KeyEvents } from './keys';
import { linkAlarmNames } from './link';
import { ObjectEvents } from './objects';
import { ReplicationAlarms } from './replications';
import { RunbookAlarms } from './runbooks';
import { StoreAlarms } from './stores';

export interface AlarmsProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

/**
 * Everything that is watched of a cell by a name of the plan. What AWS names itself, a VPN connection, is watched where it
 * is made (see LinkAlarms); the dashboard shows those alarms too.
 */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { cell, keys }: AlarmsProps) {
    super(scope, id);
    const moves = underWay(databaseMoves(cell));
    new ReplicationAlarms(this, 'replications', { cell, moves });
    new ObjectEvents(this, 'objects', { cell });
    new RunbookAlarms(this, 'runbooks', { cell });
    new StoreAlarms(this, 'stores', { cell });
    new BackupAlarms(this, 'backups', { cell });
    new KeyEvents(this, 'keys', { cell, keys });
    const alarms = this.node.findAll().filter((part) => part instanceof CellAlarm);
    const shown = [...alarms.map(({ name }) => name), ...linkAlarmNames(cell)];
    new Dashboard(this, 'dashboard', { cell, moves, alarms: shown });
  }
}
