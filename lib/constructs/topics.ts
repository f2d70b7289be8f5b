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
    topic(ALARMS, alarms).addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: ['cloudwatch', 'events'].map(
          (service) => new ServicePrincipal(`${service}.amazonaws.com`),
        ),
        actions: ['sns:Publish'],
        resources: [topicArn(cell, ALARMS)],
        conditions: { StringEquals: { 'aws:SourceAccount': cell.cell.account } },
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
