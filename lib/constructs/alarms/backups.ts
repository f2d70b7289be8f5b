import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { CLASSES, type DataClass } from '../../plan/schema';
import { metric } from '../metrics';
import { tagClass } from '../tags';
import { CellAlarm } from './cell-alarm';
import { CellEvent } from './cell-event';

export interface BackupAlarmsProps {
  readonly cell: CellPlan;
}

/** Backups that fail, and backups that nobody makes: the second tells of itself by no event. */
export class BackupAlarms extends Construct {
  constructor(scope: Construct, id: string, { cell }: BackupAlarmsProps) {
    super(scope, id);
    const classes = classesBackedUp(cell);
    for (const dataClass of classes) {
      const absent = new CellAlarm(this, `absent-${dataClass}`, {
        cell,
        kind: 'backups-absent',
        about: dataClass,
        metric: metric('backups', { BackupVaultName: names.vault(cell, dataClass) }),
        threshold: 1,
      });
      tagClass(absent, dataClass);
    }
    new CellEvent(this, 'events', {
      cell,
      kind: 'backup-events',
      // AWS Backup developer guide, eventbridge.
      pattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change'],
        detail: {
          state: ['FAILED', 'EXPIRED', 'ABORTED'],
          backupVaultName: classes.map((dataClass) => names.vault(cell, dataClass)),
        },
      },
      tell: ['$.detail.state', '$.detail.resourceArn', '$.detail.backupJobId'],
    });
  }
}

/** Classes that have a vault; beside tables of DynamoDB there are those that DMS writes failed rows to. */
export function classesBackedUp({ holdings }: CellPlan): DataClass[] {
  return CLASSES.filter((dataClass) =>
    holdings.some(
      ({ dataset }) =>
        dataset.class === dataClass || (dataClass === 'personal' && dataset.store === 'dynamodb'),
    ),
  );
}
