import { CfnLocationS3 } from 'aws-cdk-lib/aws-datasync';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { isMoving, type CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { acknowledge } from './acknowledge';
import { onObjects, READ_BUCKET, READ_OBJECTS } from './datasync-permissions';
import { DataSyncRole } from './datasync-role';
import type { ObjectMove } from './object-moves';
import { keyArnPattern } from './old-bucket-readers';

export interface DataSyncOldBucketProps {
  /** The cell that takes over. */
  readonly cell: CellPlan;
  readonly moving: ObjectMove;
  readonly oldCell: CellPlan;
}

/**
 * A dataset's bucket in another cell, as DataSync reads it for this one: without an agent, and by a role that the other
 * cell's policies know by its name. It stands in the bucket's region: there DataSync looks for it, while the task runs
 * where its destination is (DataSync user guide, transferring between buckets across accounts). The role goes with the
 * move; the location stays until the move is retired, since the task that names it is in a stack that is deployed later.
 */
export class DataSyncOldBucket extends Construct {
  readonly location: CfnLocationS3;

  constructor(scope: Construct, id: string, { cell, moving, oldCell }: DataSyncOldBucketProps) {
    super(scope, id);
    const { holding, move } = moving;
    const bucket = names.bucket(oldCell, holding.id);
    const prefix = holding.dataset.prefix ?? '';
    const roleName = names.reader(cell, holding.id, move.phase);
    this.location = new CfnLocationS3(this, 'location', {
      s3BucketArn: `arn:aws:s3:::${bucket}`,
      subdirectory: prefix === '' ? undefined : prefix,
      s3Config: { bucketAccessRoleArn: `arn:aws:iam::${cell.cell.account}:role/${roleName}` },
    });
    if (!isMoving(move.stage)) return;
    const role = new DataSyncRole(this, 'access', {
      cell,
      roleName,
      alsoIn: oldCell.cell.region,
      statements: [
        new PolicyStatement({
          actions: READ_BUCKET,
          resources: [`arn:aws:s3:::${bucket}`],
          conditions: { StringEquals: { 'aws:ResourceAccount': oldCell.cell.account } },
        }),
        ...onObjects(oldCell, bucket, prefix, READ_OBJECTS),
        new PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: [keyArnPattern(oldCell)],
          conditions: {
            StringEquals: { 'kms:ViaService': `s3.${oldCell.cell.region}.amazonaws.com` },
            'ForAnyValue:StringEquals': {
              'kms:ResourceAliases': `alias/${oldCell.id}/${holding.dataset.class}`,
            },
          },
        }),
      ],
    });
    acknowledge(role.policy, {
      'AwsSolutions-IAM5[Resource::*]':
        'objects have no names before they are written; a denial in the same policy shuts out every object but those under the one prefix that the role is for',
    });
    this.location.node.addDependency(role.policy);
  }
}
