import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';

export interface TopicsProps {
  readonly cell: CellPlan;
  /** The cell's key for its operations. */
  readonly key: IKey;
}

/**
 * Whom a cell tells: one topic for alarms, and one for each approver, so that what asks for an approval reaches that
 * person and no other. They are there before the first night, since every address has to be confirmed once.
 */
export class Topics extends Construct {
  constructor(scope: Construct, id: string, { cell, key }: TopicsProps) {
    super(scope, id);
    const { alarms, approvers } = cell.plan.file;
    const topic = (what: string, addresses: readonly string[]) => {
      const made = new Topic(this, what, {
        topicName: names.topic(cell, what),
        displayName: `Domicile ${cell.id}: ${what}`,
        masterKey: key,
        enforceSSL: true,
      });
      for (const address of addresses) made.addSubscription(new EmailSubscription(address));
      return made;
    };
    const alarmsTopic = topic(ALARMS, alarms);
    const publish = { actions: ['sns:Publish'], resources: [topicArn(cell, ALARMS)] };
    alarmsTopic.addToResourcePolicy(
      new PolicyStatement({
        ...publish,
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        conditions: { StringEquals: { 'aws:SourceAccount': cell.cell.account } },
      }),
    );
    // EventBridge says nothing of the account it publishes for: under a condition it would publish nothing, and fail
    // unseen (EventBridge user guide, eb-use-resource-based and eb-troubleshooting, Amazon SNS).
    alarmsTopic.addToResourcePolicy(
      new PolicyStatement({
        ...publish,
        sid: 'Events',
        principals: [new ServicePrincipal('events.amazonaws.com')],
      }),
    );
    approvers.forEach((approver, index) => topic(approval(index), [approver]));
  }
}

/** The topic that alarms go to. */
export const ALARMS = 'alarms';

/** The topic of one of the plan's approvers, the first of whom is 0. */
export function approval(index: number): string {
  return `approval-${index + 1}`;
}

/** ARN of a topic of the cell: what tells it something knows it by name. */
export function topicArn(cell: CellPlan, what: string): string {
  const { account, region } = cell.cell;
  return `arn:aws:sns:${region}:${account}:${names.topic(cell, what)}`;
}
