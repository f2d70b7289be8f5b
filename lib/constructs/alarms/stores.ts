import { ComparisonOperator, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { CellPlan, Holding } from '../../plan/model';
import { names } from '../../plan/names';
import { auroraKind } from '../aurora-stores';
import type { AuroraStoreKind } from '../aurora-engines';
import { metric } from '../metrics';
import { tagDataset } from '../tags';
import { CellAlarm } from './cell-alarm';

/** Percent of the most capacity that the plan gives a cluster at which it is at its bound. */
const CAPACITY_AT_BOUND = 90;
const TEBIBYTE = 2 ** 40;
/**
 * The smallest of the largest volumes that Aurora's versions have is 128 TiB (Aurora user guide, CHAP_Limits); an alarm
 * comes when a tenth is left of it. What is left AWS tells for Aurora MySQL alone.
 */
const MOST_VOLUME = 128 * TEBIBYTE;
const LITTLE_LEFT = 13 * TEBIBYTE;
/** Tables of one alarm: an expression takes ten metrics (CloudWatch user guide, alarms on metric math), two of each. */
const TABLES_OF_ALARM = 5;

export interface StoreAlarmsProps {
  readonly cell: CellPlan;
}

/** What is watched of the stores, from the day they are there. S3 has neither a bound on capacity nor on storage. */
export class StoreAlarms extends Construct {
  constructor(scope: Construct, id: string, { cell }: StoreAlarmsProps) {
    super(scope, id);
    for (const holding of cell.holdings) {
      const kind = auroraKind(holding);
      if (kind === undefined && holding.dataset.store !== 'dynamodb') continue;
      const store = new Construct(this, holding.id);
      if (kind === undefined) throttles(store, cell, holding);
      else cluster(store, cell, holding, kind);
      tagDataset(store, holding.id, holding.dataset.class);
    }
  }
}

function cluster(scope: Construct, cell: CellPlan, { id: about }: Holding, kind: AuroraStoreKind): void {
  const dimensions = { DBClusterIdentifier: names.cluster(cell, about) };
  new CellAlarm(scope, 'capacity', {
    cell,
    kind: 'capacity',
    about,
    metric: metric('capacity', dimensions),
    threshold: CAPACITY_AT_BOUND,
  });
  const storage = { cell, kind: 'storage', about } as const;
  if (kind === 'aurora-mysql') {
    new CellAlarm(scope, 'storage', {
      ...storage,
      metric: metric('spaceLeft', dimensions),
      threshold: LITTLE_LEFT,
    });
  } else {
    new CellAlarm(scope, 'storage', {
      ...storage,
      metric: metric('spaceUsed', dimensions),
      threshold: MOST_VOLUME - LITTLE_LEFT,
      evaluation: { comparison: ComparisonOperator.GREATER_THAN_THRESHOLD },
    });
  }
}

function throttles(scope: Construct, cell: CellPlan, { id: about, dataset }: Holding): void {
  const tables = Object.keys(dataset.tables ?? {});
  for (let first = 0, part = 1; first < tables.length; first += TABLES_OF_ALARM, part++) {
    const metrics = tables.slice(first, first + TABLES_OF_ALARM).flatMap((table, index) => {
      const dimensions = { TableName: names.table(cell, about, table) };
      return [
        [`r${index}`, metric('readThrottles', dimensions)],
        [`w${index}`, metric('writeThrottles', dimensions)],
      ] as const;
    });
    new CellAlarm(scope, `throttles-${part}`, {
      cell,
      kind: 'throttles',
      about,
      part,
      // DynamoDB tells of throttles only while there are some, and CloudWatch leaves an alarm on its metrics as it was when
      // they fall silent, whatever the alarm says of missing data: it would never end. So silence is filled in.
      metric: new MathExpression({
        expression: 'SUM(FILL(METRICS(), 0))',
        usingMetrics: Object.fromEntries(metrics),
        label: 'throttles',
      }),
      threshold: 0,
    });
  }
}
