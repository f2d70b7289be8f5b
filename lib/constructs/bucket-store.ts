import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { CellPlan, Holding } from '../plan/model';
import { CellBucket } from './cell-bucket';
import { bucketReaders } from './old-bucket-readers';
import { tagDataset } from './tags';

/** What a request says of encryption; in a request that names no key, S3 takes the one that AWS manages. */
const ALGORITHM = 's3:x-amz-server-side-encryption';

export interface BucketStoreProps {
  readonly cell: CellPlan;
  readonly holding: Holding;
  /** The key of the dataset's class. */
  readonly key: IKey;
  readonly accessLogs: IBucket;
  /** The one distribution that may read; undefined where the dataset is not served by the CDN. */
  readonly distributionArn?: string;
}

/** The bucket a dataset of objects lives in. */
export class BucketStore extends CellBucket {
  constructor(scope: Construct, id: string, props: BucketStoreProps) {
    const { cell, holding, key, accessLogs, distributionArn } = props;
    const kept = Duration.days(cell.plan.file.retention.backups);
    super(scope, id, {
      cell,
      what: holding.id,
      key,
      accessLogs,
      lifecycle: { noncurrentVersionExpiration: kept, expiredObjectDeleteMarker: true },
    });
    tagDataset(this, holding.id, holding.dataset.class);
    // A request may ask for another key than the bucket's, if only by naming none: then the object would outlive ours.
    this.denyOtherEncryption('OtherKey', `${ALGORITHM}-aws-kms-key-id`, key.keyArn);
    this.denyOtherEncryption('OtherEncryption', ALGORITHM, 'aws:kms');
    for (const statement of bucketReaders(cell, holding.id)) this.addToResourcePolicy(statement);
    if (distributionArn === undefined) return;
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'DistributionReads',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.arnForObjects('*')],
        conditions: { StringEquals: { 'aws:SourceArn': distributionArn } },
      }),
    );
  }

  /** Requests that say nothing of encryption pass: the bucket's own holds for them. */
  private denyOtherEncryption(sid: string, header: string, ours: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects('*')],
        conditions: { Null: { [ALGORITHM]: 'false' }, StringNotEquals: { [header]: ours } },
      }),
    );
  }
}
