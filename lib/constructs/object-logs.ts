import { CfnResourcePolicy } from 'aws-cdk-lib/aws-logs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { CellLogGroup } from './log-group';

export interface ObjectLogsProps {
  readonly cell: CellPlan;
  /** The cell's key for logs. */
  readonly key: IKey;
}

/**
 * The log group that the cell's DataSync tasks write to, and the leave to do so. It outlives them: it is part of what a
 * move is shown to have done. Source of the policy: DataSync user guide, monitoring with CloudWatch Logs.
 */
export class ObjectLogs extends Construct {
  readonly groupArn: string;

  constructor(scope: Construct, id: string, { cell, key }: ObjectLogsProps) {
    super(scope, id);
    const { account, region } = cell.cell;
    const name = names.objectLogs(cell);
    this.groupArn = `arn:aws:logs:${region}:${account}:log-group:${name}:*`;
    const group = new CellLogGroup(this, 'group', { cell, key, name });
    const policy = new CfnResourcePolicy(this, 'policy', {
      policyName: `${cell.id}-datasync`,
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'DataSync',
            Effect: 'Allow',
            Principal: { Service: 'datasync.amazonaws.com' },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: this.groupArn,
            Condition: {
              StringEquals: { 'aws:SourceAccount': account },
              ArnLike: { 'aws:SourceArn': `arn:aws:datasync:${region}:${account}:task/*` },
            },
          },
        ],
      }),
    });
    policy.addResourceDependency(group);
  }
}
