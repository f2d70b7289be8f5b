import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { CellLogGroup } from './log-group';

export interface AuroraMonitoringProps {
  readonly cell: CellPlan;
  readonly logsKey: IKey;
}

/**
 * Where and by whom the operating-system metrics of every Aurora instance are written. The log group's name is
 * RDS's own, one for the account in a region: it is made here, under the cell's key, before RDS makes it without.
 */
export class AuroraMonitoring extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { cell, logsKey }: AuroraMonitoringProps) {
    super(scope, id);
    const group = new CellLogGroup(this, 'metrics', { cell, key: logsKey, name: 'RDSOSMetrics' });
    this.role = new Role(this, 'role', {
      assumedBy: new ServicePrincipal('monitoring.rds.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': cell.cell.account } },
      }),
    });
    new ManagedPolicy(this, 'policy', {
      roles: [this.role],
      statements: [
        new PolicyStatement({
          actions: [
            'logs:CreateLogStream',
            'logs:DescribeLogStreams',
            'logs:GetLogEvents',
            'logs:PutLogEvents',
          ],
          resources: [group.attrArn],
        }),
      ],
    });
  }
}
