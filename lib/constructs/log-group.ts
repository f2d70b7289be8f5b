import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { removalPolicy } from './retention';

export interface CellLogGroupProps {
  readonly cell: CellPlan;
  /** The cell's key for logs. */
  readonly key: IKey;
  /** Name; given where a service would otherwise make the group by itself, without our key. */
  readonly name?: string;
}

/** A log group under the cell's key, kept for the plan's days. */
export class CellLogGroup extends CfnLogGroup {
  constructor(scope: Construct, id: string, { cell, key, name }: CellLogGroupProps) {
    super(scope, id, {
      logGroupName: name,
      kmsKeyId: key.keyArn,
      retentionInDays: logRetentionDays(cell.plan.file.retention.logs),
    });
    this.applyRemovalPolicy(removalPolicy(cell));
  }
}

/**
 * The shortest retention that CloudWatch Logs offers which is not shorter than `days`.
 * Source: CloudWatch Logs API, PutRetentionPolicy.
 */
export function logRetentionDays(days: number): number {
  const offered = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
  ];
  return offered.find((offer) => offer >= days) ?? 3653;
}
