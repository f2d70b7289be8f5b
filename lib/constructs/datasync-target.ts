import { CfnLocationS3 } from 'aws-cdk-lib/aws-datasync';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { denialsOf } from '../plan/object-denials';
import { onObjects, READ_BUCKET, READ_OBJECTS, throughS3 } from './datasync-permissions';
import { DataSyncRole } from './datasync-role';
import type { ObjectMove } from './object-moves';

export interface DataSyncTargetProps {
  readonly cell: CellPlan;
  readonly moving: ObjectMove;
  /** The key of the dataset's class. */
  readonly key: IKey;
}

/** What a destination asks for besides. */
const WRITE = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject', 's3:PutObjectTagging'];

/**
 * The bucket of a dataset as the destination of one move. A run deletes what the source no longer has; that it deletes
 * nothing of another move, whose market may be at home here already, is not left to how DataSync reads a filter: its role
 * is denied every other move's folder.
 */
export class DataSyncTarget extends Construct {
  readonly location: CfnLocationS3;

  constructor(scope: Construct, id: string, { cell, moving, key }: DataSyncTargetProps) {
    super(scope, id);
    const { holding, others } = moving;
    const bucket = names.bucket(cell, holding.id);
    const prefix = holding.dataset.prefix ?? '';
    const role = new DataSyncRole(this, 'access', {
      cell,
      statements: [
        new PolicyStatement({
          actions: READ_BUCKET,
          resources: [`arn:aws:s3:::${bucket}`],
          conditions: { StringEquals: { 'aws:ResourceAccount': cell.cell.account } },
        }),
        ...onObjects(cell, bucket, prefix, [...READ_OBJECTS, ...WRITE]),
        throughS3(cell, key),
      ],
    });
    const denials = denialsOf(bucket, prefix, others).map(
      (resources, index) =>
        new ManagedPolicy(this, `others-${index}`, {
          roles: [role],
          statements: [
            new PolicyStatement({ sid: 'OtherMoves', effect: Effect.DENY, actions: WRITE, resources }),
          ],
        }),
    );
    this.location = new CfnLocationS3(this, 'location', {
      s3BucketArn: `arn:aws:s3:::${bucket}`,
      subdirectory: prefix === '' ? undefined : prefix,
      s3Config: { bucketAccessRoleArn: role.roleArn },
      // Verification reads all that was written: no class that asks to be restored first, or charges for reading.
      s3StorageClass: 'STANDARD',
    });
    this.location.node.addDependency(role.policy, ...denials);
  }
}
