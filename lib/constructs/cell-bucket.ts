import { Effect, AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockedEncryptionType,
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { IBucket, LifecycleRule, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { removalPolicy } from './retention';

export interface CellBucketProps {
  readonly cell: CellPlan;
  /** What the bucket holds: a dataset, or the name of a log. */
  readonly what: string;
  /** Left out only where S3 allows no key of ours: a bucket that takes server access logs. */
  readonly key?: IKey;
  /** Bucket that takes the server access logs; left out for that bucket itself, which would log for ever. */
  readonly accessLogs?: IBucket;
  readonly lifecycle: LifecycleRule;
  /** Whether, and for how long, no version can be deleted or written over. */
  readonly lock?: ObjectLockRetention;
}

/** A bucket nobody outside the organization can reach, under a key of the cell, with every version kept. */
export class CellBucket extends Bucket {
  constructor(scope: Construct, id: string, props: CellBucketProps) {
    const { cell, what, key, accessLogs, lifecycle, lock } = props;
    super(scope, id, {
      bucketName: names.bucket(cell, what),
      ...(key === undefined
        ? { encryption: BucketEncryption.S3_MANAGED }
        : { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }),
      // Keys that requests bring along are nobody's to rotate, to audit or to shut.
      blockedEncryptionTypes: [BlockedEncryptionType.SSE_C],
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockDefaultRetention: lock,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7), ...lifecycle }],
      ...(accessLogs && { serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: `${what}/` }),
      removalPolicy: removalPolicy(cell),
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OrganizationOnly',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:*'],
        resources: [this.bucketArn, this.arnForObjects('*')],
        conditions: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': cell.plan.file.organization },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    );
    // A kept bucket is not left without its policy.
    this.policy?.applyRemovalPolicy(removalPolicy(cell));
  }
}
