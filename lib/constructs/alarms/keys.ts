import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import type { KeyPurpose } from '../cell-key';
import { CellEvent } from './cell-event';

export interface KeyEventsProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

/**
 * What is done to the cell's keys, and to no others. That a key is gone KMS tells by itself, at the end of its waiting
 * period; what is done to it before comes from CloudTrail, and only in an account with a trail that records management
 * events, KMS's among them (EventBridge user guide, events delivered via CloudTrail).
 */
export class KeyEvents extends Construct {
  constructor(scope: Construct, id: string, { cell, keys }: KeyEventsProps) {
    super(scope, id);
    const arns = Object.values(keys).map(({ keyArn }) => keyArn);
    new CellEvent(this, 'calls', {
      cell,
      kind: 'key-events',
      // A call names a key by id or ARN as it likes; the record's `resources` has the ARN (KMS developer guide,
      // ct-schedule-key-deletion).
      pattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['kms.amazonaws.com'],
          eventName: ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'DisableKeyRotation'],
          resources: { ARN: arns },
        },
      },
      tell: ['$.detail.eventName', '$.detail.resources[0].ARN', '$.detail.userIdentity.arn'],
    });
    new CellEvent(this, 'deleted', {
      cell,
      kind: 'key-deleted',
      // EventBridge reference, events-ref-kms.
      pattern: { source: ['aws.kms'], detailType: ['KMS CMK Deletion'], resources: arns },
      tell: ['$.resources[0]'],
    });
  }
}
