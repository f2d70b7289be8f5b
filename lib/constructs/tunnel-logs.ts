import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { CellLogGroup } from './log-group';

export interface TunnelLogsProps {
  readonly cell: CellPlan;
  /** The cell's key for logs. */
  readonly key: IKey;
}

/**
 * Where the tunnels of a VPN log their negotiations; no payload is in it. AWS would let its log delivery in by a policy
 * of its own for the whole account; this one lets it in for the cell, into this group (CloudWatch Logs user guide,
 * logs sent to CloudWatch Logs).
 */
export class TunnelLogs extends Construct {
  constructor(scope: Construct, id: string, { cell, key }: TunnelLogsProps) {
    super(scope, id);
    const { account, region } = cell.cell;
    const name = names.tunnelLogs(cell);
    const group = new CellLogGroup(this, 'group', { cell, key, name });
    const policy = new CfnResourcePolicy(this, 'policy', {
      policyName: `${cell.id}-tunnel-logs`,
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'delivery.logs.amazonaws.com' },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `arn:aws:logs:${region}:${account}:log-group:${name}:log-stream:*`,
            Condition: {
              StringEquals: { 'aws:SourceAccount': account },
              ArnLike: { 'aws:SourceArn': `arn:aws:logs:${region}:${account}:*` },
            },
          },
        ],
      }),
    });
    policy.addResourceDependency(group);
  }
}
