import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ObjectLockRetention, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { CELL_BUCKETS } from '../plan/names';
import { CellBucket } from './cell-bucket';

export interface EvidenceBucketProps {
  readonly cell: CellPlan;
  /** The cell's key for its operations. */
  readonly key: IKey;
  readonly accessLogs: IBucket;
}

/**
 * Takes what shows how a phase was moved: records of schemas, of validation, of what was counted, of what DataSync did.
 * But in a sandbox no version in it can be changed or deleted for as long as logs are kept, which the lock sees to, and no
 * object hidden by the mark of a deletion, which a lock lets anyone lay who may delete: that is denied to everyone.
 */
export class EvidenceBucket extends CellBucket {
  constructor(scope: Construct, id: string, { cell, key, accessLogs }: EvidenceBucketProps) {
    const { disposable, retention, vault } = cell.plan.file;
    const kept = Duration.days(retention.logs);
    const lock =
      vault === 'compliance' ? ObjectLockRetention.compliance(kept) : ObjectLockRetention.governance(kept);
    super(scope, id, {
      cell,
      what: CELL_BUCKETS.evidence,
      key,
      accessLogs,
      lifecycle: { expiredObjectDeleteMarker: true },
      lock: disposable ? undefined : lock,
    });
    if (disposable) return;
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NoDeletion',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject'],
        resources: [this.arnForObjects('*')],
      }),
    );
  }
}
