import { Duration } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupSelection,
  BackupVault,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { CLASSES, type DataClass } from '../plan/schema';
import { acknowledge } from './acknowledge';
import { BackupRole, type BackedUp } from './backup-role';
import { removalPolicy } from './retention';
import { tagClass, tagDataset } from './tags';

/** Days before a vault in compliance mode locks for good; AWS takes no fewer (AWS Backup API, ChangeableForDays). */
const DAYS_TO_LOCK = 3;

export interface BackupsProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<DataClass, IKey>>;
  readonly stores: readonly BackedUp[];
}

/** Daily backups of every store, in a locked vault of its class in the cell's region, copied nowhere. */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { cell, keys, stores }: BackupsProps) {
    super(scope, id);
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]':
        'AWS Backup looks stores up by calls that take no resource and names snapshots, rules and objects itself; a denial in the same policy shuts out every store but the one a role is for',
    });
    for (const dataClass of CLASSES) {
      const kept = stores.filter((store) => store.dataClass === dataClass);
      if (kept.length === 0) continue;
      const ofClass = new Construct(this, dataClass);
      tagClass(ofClass, dataClass);
      const backupVault = vault(ofClass, cell, dataClass, keys[dataClass]);
      const backupPlan = new BackupPlan(ofClass, 'plan', {
        backupPlanName: `${cell.id}-${dataClass}`,
        backupVault,
        backupPlanRules: [
          new BackupPlanRule({
            ruleName: 'daily',
            scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
            deleteAfter: Duration.days(cell.plan.file.retention.backups),
          }),
        ],
      });
      // One selection and one role for each: neither changes when another store comes.
      const ofStores = new Construct(ofClass, 'stores');
      for (const store of kept) {
        const ofStore = new Construct(ofStores, store.id);
        if (store.id in cell.plan.file.datasets) tagDataset(ofStore, store.id, dataClass);
        const role = new BackupRole(ofStore, 'role', { cell, store, key: keys[dataClass] });
        const selection = new BackupSelection(ofStore, 'selection', {
          backupSelectionName: store.id,
          backupPlan,
          role,
          disableDefaultBackupPolicy: true,
          resources: store.arns.map((arn) => BackupResource.fromArn(arn)),
        });
        selection.node.addDependency(role.policy);
      }
    }
  }
}

function vault(scope: Construct, cell: CellPlan, dataClass: DataClass, encryptionKey: IKey): BackupVault {
  const { disposable, retention, vault: lock } = cell.plan.file;
  return new BackupVault(scope, 'vault', {
    backupVaultName: names.vault(cell, dataClass),
    encryptionKey,
    accessPolicy: new PolicyDocument({
      statements: [
        // CopyFrom is what a copy, by hand or by a plan, asks of the vault that it leaves.
        deny('backup:StartCopyJob', 'backup:CopyFromBackupVault', 'backup:CopyIntoBackupVault'),
        ...(disposable ? [] : [deny('backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle')]),
      ],
    }),
    ...(!disposable && {
      lockConfiguration: {
        minRetention: Duration.days(retention.backups),
        ...(lock === 'compliance' && { changeableFor: Duration.days(DAYS_TO_LOCK) }),
      },
    }),
    removalPolicy: removalPolicy(cell),
  });
}

/** AWS Backup takes no wildcard in a vault policy's actions. */
function deny(...actions: string[]): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources: ['*'],
  });
}
