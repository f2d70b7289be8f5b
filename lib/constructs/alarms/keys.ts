import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import type { KeyPurpose } from '../cell-key';
import { KEY_ALARMS } from '../topics';
import { CellEvent, type CellEventProps } from './cell-event';

export interface KeyEventsProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

/**
 * What is done to the cell's keys, and to no others; of the key that alarms are told under, by another topic. That a key is gone KMS tells by itself, at the end of its waiting
 * period; what is done to it before comes from CloudTrail, and only in an account with a trail that records management
 * events, KMS's among them (EventBridge user guide, events delivered via CloudTrail).
 */
export class KeyEvents extends Construct {
  constructor(scope: Construct, id: string, { cell, keys }: KeyEventsProps) {
    super(scope, id);
    const { operations, ...others } = keys;
    this.of(cell, Object.values(others));
    // The topic of alarms is under this key: with it disabled, nothing more would be told there.
    this.of(cell, [operations], { about: 'operations', topic: KEY_ALARMS });
  }

  private of(
    cell: CellPlan,
    keys: readonly IKey[],
    told: Pick<CellEventProps, 'about' | 'topic'> = {},
  ): void {
    const scope = told.about === undefined ? this : new Construct(this, told.about);
    const arns = keys.map(({ keyArn }) => keyArn);
    new CellEvent(scope, 'calls', {
      cell,
      ...told,
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
    new CellEvent(scope, 'deleted', {
      cell,
      ...told,
      kind: 'key-deleted',
      // EventBridge reference, events-ref-kms.
      pattern: { source: ['aws.kms'], detailType: ['KMS CMK Deletion'], resources: arns },
      tell: ['$.resources[0]'],
    });
  }
}
