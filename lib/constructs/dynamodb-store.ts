import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan, Holding } from '../plan/model';
import { names } from '../plan/names';
import { removalPolicy } from './retention';
import { tagDataset } from './tags';

/** Days that a table can be restored to any second of, at most (DynamoDB API, PointInTimeRecoverySpecification). */
const MOST_RECOVERY_DAYS = 35;

export interface CellTableProps {
  readonly cell: CellPlan;
  readonly key: IKey;
  readonly name: string;
  /** Attributes of the primary key: partition, then sort. */
  readonly attributes: readonly string[];
}

/** A table under a key of the cell, paid for by request, that can be restored to any second. */
export class CellTable extends Table {
  constructor(scope: Construct, id: string, { cell, key, name, attributes }: CellTableProps) {
    const [partition, sort, ...more] = attributes;
    if (partition === undefined || more.length > 0) {
      throw new Error(
        `table ${name} has a key of ${attributes.length} columns; dynamodb takes one or two: shorten its key in the plan`,
      );
    }
    // Strings, whatever the column's type: that is how DMS writes what an object mapping makes.
    const type = AttributeType.STRING;
    const { disposable, retention } = cell.plan.file;
    super(scope, id, {
      tableName: name,
      partitionKey: { name: partition, type },
      sortKey: sort === undefined ? undefined : { name: sort, type },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: Math.min(retention.backups, MOST_RECOVERY_DAYS),
      },
      deletionProtection: !disposable,
      removalPolicy: removalPolicy(cell),
    });
  }
}

export interface DynamodbStoreProps {
  readonly cell: CellPlan;
  readonly holding: Holding;
  /** The key of the dataset's class. */
  readonly key: IKey;
}

/** The tables a dataset lives in. */
export class DynamodbStore extends Construct {
  readonly tableArns: readonly string[];

  constructor(scope: Construct, id: string, { cell, holding, key }: DynamodbStoreProps) {
    super(scope, id);
    this.tableArns = Object.entries(holding.dataset.tables ?? {}).map(
      ([table, columns]) =>
        new CellTable(this, table, {
          cell,
          key,
          name: names.table(cell, holding.id, table),
          attributes: columns === 'all' ? [] : columns.key,
        }).tableArn,
    );
    tagDataset(this, holding.id, holding.dataset.class);
  }
}
