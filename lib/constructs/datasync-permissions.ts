import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { CellPlan } from '../plan/model';

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
