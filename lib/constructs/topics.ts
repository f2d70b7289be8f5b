import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';

export interface TopicsProps {
  readonly cell: CellPlan;
  readonly keys: Readonly<Record<'operations' | 'logs', IKey>>;
}

/**
 * Whom a cell tells: one topic for alarms, one under another key for what befalls the key of that, and one for each
 * approver, so that what asks for an approval reaches that person and no other. They are there before the first night,
 * since every address has to be confirmed once.
 */
export class Topics extends Construct {
  constructor(scope: Construct, id: string, { cell, keys }: TopicsProps) {
    super(scope, id);
    const { alarms, approvers } = cell.plan.file;
    const topic = (what: string, addresses: readonly string[], key = keys.operations) => {
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
    alarmsTopic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        resources: [topicArn(cell, ALARMS)],
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        conditions: { StringEquals: { 'aws:SourceAccount': cell.cell.account } },
      }),
    );
    const events = { [ALARMS]: alarmsTopic, [KEY_ALARMS]: topic(KEY_ALARMS, alarms, keys.logs) };
    for (const [what, told] of Object.entries(events)) {
      // EventBridge says nothing of the account it publishes for: under a condition it would publish nothing, and fail
      // unseen (EventBridge user guide, eb-use-resource-based and eb-troubleshooting, Amazon SNS).
      told.addToResourcePolicy(
        new PolicyStatement({
          actions: ['sns:Publish'],
          resources: [topicArn(cell, what)],
          sid: 'Events',
          principals: [new ServicePrincipal('events.amazonaws.com')],
        }),
      );
    }
    approvers.forEach((approver, index) => topic(approval(index), [approver]));
  }
}

/** The topic that alarms go to, under the key of operations. */
export const ALARMS = 'alarms';

/** The topic of what befalls the key of operations, under the key of logs. */
export const KEY_ALARMS = 'key-alarms';

/** The topic of one of the plan's approvers, the first of whom is 0. */
export function approval(index: number): string {
  return `approval-${index + 1}`;
}

/** ARN of a topic of the cell: what tells it something knows it by name. */
export function topicArn(cell: CellPlan, what: string): string {
  const { account, region } = cell.cell;
  return `arn:aws:sns:${region}:${account}:${names.topic(cell, what)}`;
}
