import type { CfnTask } from 'aws-cdk-lib/aws-datasync';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct, type IDependable } from 'constructs';
import type { CellPlan } from '../plan/model';
import { CELL_BUCKETS, names } from '../plan/names';
import { onObjects, throughS3 } from './datasync-permissions';
import { DataSyncRole } from './datasync-role';
import type { ObjectMove } from './object-moves';

export interface DataSyncReportProps {
  readonly cell: CellPlan;
  readonly moving: ObjectMove;
  /** The cell's key for its operations: that of the evidence bucket. */
  readonly key: IKey;
}

/**
 * Where the reports of a task go. Nobody can delete from the evidence bucket, and a file's name may tell of a person:
 * of personal data a report gives counts only, of public data the names of what went wrong as well.
 */
export class DataSyncReport extends Construct {
  readonly config: CfnTask.TaskReportConfigProperty;
  readonly ready: IDependable;

  constructor(scope: Construct, id: string, { cell, moving, key }: DataSyncReportProps) {
    super(scope, id);
    const { holding, move } = moving;
    const bucket = names.bucket(cell, CELL_BUCKETS.evidence);
    const subdirectory = names.reports(holding.id, move.phase);
    const writer = new DataSyncRole(this, 'access', {
      cell,
      statements: [
        ...onObjects(cell, bucket, subdirectory, [
          's3:AbortMultipartUpload',
          's3:ListMultipartUploadParts',
          's3:PutObject',
        ]),
        throughS3(cell, key),
      ],
    });
    this.ready = writer.policy;
    this.config = {
      destination: {
        s3: { s3BucketArn: `arn:aws:s3:::${bucket}`, subdirectory, bucketAccessRoleArn: writer.roleArn },
      },
      ...(holding.dataset.class === 'personal'
        ? { outputType: 'SUMMARY_ONLY' }
        : { outputType: 'STANDARD', reportLevel: 'ERRORS_ONLY', objectVersionIds: 'NONE' }),
    };
  }
}
