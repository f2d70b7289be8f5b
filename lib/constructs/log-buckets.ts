import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket, LifecycleRule } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PERIMETER_REGION } from '../plan/cdn';
import type { CellPlan } from '../plan/model';
import { CELL_BUCKETS, names } from '../plan/names';
import { acknowledge } from './acknowledge';
import { CellBucket } from './cell-bucket';

/** Takes the server access logs of the cell's other buckets. */
export class AccessLogsBucket extends CellBucket {
  constructor(scope: Construct, id: string, { cell }: { readonly cell: CellPlan }) {
    super(scope, id, { cell, what: CELL_BUCKETS.access, lifecycle: keptAsLogs(cell) });
    acknowledge(this, {
      'NIST.800.53.R5-S3DefaultEncryptionKMS':
        'S3 delivers server access logs only to a bucket under its own key (SSE-S3); what they tell is who asked for which object, not what is in it',
    });
  }
}

export interface EdgeLogsBucketProps {
  readonly cell: CellPlan;
  /** The cell's key for its edge. */
  readonly key: IKey;
  readonly accessLogs: IBucket;
}

/**
 * Takes the distribution's access logs, which CloudWatch Logs delivers from the perimeter's region.
 * Source: CloudWatch Logs user guide, logs sent to Amazon S3 (V2 permissions).
 */
export class EdgeLogsBucket extends CellBucket {
  constructor(scope: Construct, id: string, { cell, key, accessLogs }: EdgeLogsBucketProps) {
    super(scope, id, { cell, what: CELL_BUCKETS.edge, key, accessLogs, lifecycle: keptAsLogs(cell) });
    const account = cell.cell.account;
    const delivery = {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: {
        'aws:SourceArn': `arn:aws:logs:${PERIMETER_REGION}:${account}:delivery-source:${names.delivery(cell)}`,
      },
    };
    const principals = [new ServicePrincipal('delivery.logs.amazonaws.com')];
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogDelivery',
        principals,
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(`AWSLogs/${account}/*`)],
        conditions: {
          ...delivery,
          StringEquals: { ...delivery.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogDeliveryLooks',
        principals,
        actions: ['s3:GetBucketAcl', 's3:ListBucket'],
        resources: [this.bucketArn],
        conditions: delivery,
      }),
    );
  }
}

function keptAsLogs(cell: CellPlan): LifecycleRule {
  return {
    expiration: Duration.days(cell.plan.file.retention.logs),
    noncurrentVersionExpiration: Duration.days(1),
  };
}
