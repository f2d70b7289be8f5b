import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { CellPlan } from '../plan/model';

/** What a location of S3 asks for (DataSync user guide, required permissions of Amazon S3 locations). */
export const READ_BUCKET = ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'];
export const READ_OBJECTS = [
  's3:GetObject',
  's3:GetObjectTagging',
  's3:GetObjectVersion',
  's3:GetObjectVersionTagging',
  's3:ListMultipartUploadParts',
];

/**
 * Leave to do `actions` on objects of one bucket whose keys begin with `prefix`. The denial is what draws the line: it
 * holds whatever else the role is ever allowed.
 */
export function onObjects(
  cell: CellPlan,
  bucket: string,
  prefix: string,
  actions: readonly string[],
): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [...actions],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:ResourceAccount': cell.cell.account } },
    }),
    new PolicyStatement({
      sid: 'NothingElse',
      effect: Effect.DENY,
      actions: [...actions],
      notResources: [`arn:aws:s3:::${bucket}/${prefix}*`],
    }),
  ];
}

/** Leave to use a bucket's key, through S3 alone. */
export function throughS3(cell: CellPlan, key: IKey): PolicyStatement {
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${cell.cell.region}.amazonaws.com` } },
  });
}
