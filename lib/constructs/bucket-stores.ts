import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { servedByCdn } from '../plan/cdn';
import type { CellPlan } from '../plan/model';
import type { DataClass } from '../plan/schema';
import { acknowledge } from './acknowledge';
import type { BackedUp } from './backup-role';
import { BucketStore } from './bucket-store';
import { EvidenceBucket } from './evidence-bucket';
import { AccessLogsBucket, EdgeLogsBucket } from './log-buckets';
import { UserMovesPolicy } from './user-moves-policy';

export interface BucketStoresProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<DataClass | 'edge' | 'operations', IKey>>;
  readonly distributionArn?: string;
}

/** Every bucket of a cell: its datasets of objects, the two that take logs, and the one that takes evidence. */
export class BucketStores extends Construct {
  readonly backedUp: readonly BackedUp[];

  constructor(scope: Construct, id: string, { cell, keys, distributionArn }: BucketStoresProps) {
    super(scope, id);
    acknowledge(this, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'a copy in another region would take the data out of its jurisdiction; versions and a locked backup vault in the region keep it instead',
    });
    const accessLogs = new AccessLogsBucket(this, 'access-logs', { cell });
    new EdgeLogsBucket(this, 'edge-logs', { cell, key: keys.edge, accessLogs });
    new EvidenceBucket(this, 'evidence', { cell, key: keys.operations, accessLogs });
    new UserMovesPolicy(this, 'user-moves', { cell, key: keys.operations });
    const served = new Set(servedByCdn(cell).map((holding) => holding.id));
    // Under a construct of their own, so that no dataset can be named like a log.
    const stores = new Construct(this, 'stores');
    this.backedUp = cell.holdings
      .filter(({ dataset }) => dataset.store === 's3')
      .map((holding): BackedUp => {
        const bucket = new BucketStore(stores, holding.id, {
          cell,
          holding,
          key: keys[holding.dataset.class],
          accessLogs,
          distributionArn: served.has(holding.id) ? distributionArn : undefined,
        });
        const { account, region } = cell.cell;
        return {
          id: holding.id,
          dataClass: holding.dataset.class,
          kind: 's3',
          arns: [bucket.bucketArn],
          reach: [
            bucket.bucketArn,
            bucket.arnForObjects('*'),
            `arn:aws:events:${region}:${account}:rule/AwsBackupManagedRule*`,
          ],
        };
      });
  }
}
