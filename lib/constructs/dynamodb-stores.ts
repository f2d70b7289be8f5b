import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import type { DataClass } from '../plan/schema';
import type { BackedUp } from './backup-role';
import { CellTable, DynamodbStore } from './dynamodb-store';
import { tagClass } from './tags';

/** One attribute, with commas in its name: seen in a table that DMS had made; AWS documents it nowhere. */
const EXCEPTION_KEY = ['HashKey,RangeKey,TableName'];

/** Tables that DMS writes failed rows to, by names of its own, one pair for the account in a region; and their keys. */
export const DMS_EXCEPTIONS = {
  awsdms_apply_exceptions: EXCEPTION_KEY,
  awsdms_full_load_exceptions: EXCEPTION_KEY,
} as const;

export interface DynamodbStoresProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<DataClass, IKey>>;
}

/** Every DynamoDB table of a cell. */
export class DynamodbStores extends Construct {
  readonly backedUp: readonly BackedUp[];

  constructor(scope: Construct, id: string, { cell, keys }: DynamodbStoresProps) {
    super(scope, id);
    const held = cell.holdings.filter(({ dataset }) => dataset.store === 'dynamodb');
    const stores = new Construct(this, 'stores');
    const backedUp = held.map((holding): BackedUp => {
      const dataClass = holding.dataset.class;
      const store = new DynamodbStore(stores, holding.id, { cell, holding, key: keys[dataClass] });
      return {
        id: holding.id,
        dataClass,
        kind: 'dynamodb',
        arns: store.tableArns,
        reach: withBackups(store.tableArns),
      };
    });
    this.backedUp = held.length === 0 ? [] : [...backedUp, this.exceptions(cell, keys.personal)];
  }

  /** Made here, DMS does not make them without our key. A failed row may be anybody's: the stricter class. */
  private exceptions(cell: CellPlan, key: IKey): BackedUp {
    const parent = new Construct(this, 'exceptions');
    tagClass(parent, 'personal');
    const made = Object.entries(DMS_EXCEPTIONS).map(
      ([name, attributes]) => new CellTable(parent, name, { cell, key, name, attributes }),
    );
    return {
      // No dataset's name has an underscore.
      id: 'dms_exceptions',
      dataClass: 'personal',
      kind: 'dynamodb',
      arns: made.map(({ tableArn }) => tableArn),
      reach: withBackups(made.map(({ tableArn }) => tableArn)),
    };
  }
}

/** The tables, and their backups: the name of one is AWS Backup's. */
function withBackups(tableArns: readonly string[]): string[] {
  return tableArns.flatMap((arn) => [arn, `${arn}/backup/*`]);
}
