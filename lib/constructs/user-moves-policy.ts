import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { CELL_BUCKETS, names } from '../plan/names';
import { recordPlaces } from '../plan/record-places';

/** Any UUID, by its shape: a `*` would take in every key below the folder. */
const ANY_MOVE = [8, 4, 4, 4, 12].map((length) => '?'.repeat(length)).join('-');

export interface UserMovesPolicyProps {
  readonly cell: CellPlan;
  /** The cell's key for its operations: that of the evidence bucket. */
  readonly key: IKey;
}

/**
 * What the application's role in a cell needs, to write that a user joined or left: those two objects of each move, in the
 * evidence bucket, and no other evidence. It may not read there. The role is the application's own; whoever keeps it
 * attaches this by its name.
 */
export class UserMovesPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, { cell, key }: UserMovesPolicyProps) {
    const bucket = names.bucket(cell, CELL_BUCKETS.evidence);
    super(scope, id, {
      managedPolicyName: names.userMoves(cell),
      description: `${cell.id}: writes the records of users who move country`,
      statements: [
        new PolicyStatement({
          sid: 'WritesRecords',
          actions: ['s3:PutObject'],
          resources: (['user-joined', 'user-left'] as const).map(
            (record) => `arn:aws:s3:::${bucket}/${recordPlaces.userMove(record, ANY_MOVE)}`,
          ),
        }),
        new PolicyStatement({
          sid: 'UnderTheKeyOfEvidence',
          actions: ['kms:GenerateDataKey'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${cell.cell.region}.amazonaws.com` } },
        }),
      ],
    });
  }
}
