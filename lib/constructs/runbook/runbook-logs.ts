import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { CellLogGroup } from '../log-group';

export interface RunbookLogsProps {
  readonly cell: CellPlan;
  readonly key: IKey;
}

/**
 * The log groups of runbooks, by phase. Like those of replications they outlive what writes to them: they show what was
 * done, and one kept outside its template would be in the way if a stage were taken back.
 */
export class RunbookLogs extends Construct {
  readonly groups: ReadonlyMap<string, CfnLogGroup>;

  constructor(scope: Construct, id: string, { cell, key }: RunbookLogsProps) {
    super(scope, id);
    const phases = cell.holdings.flatMap(({ moves }) => moves.map(({ phase }) => phase));
    this.groups = new Map(
      [...new Set(phases)].map((phase) => {
        // With this prefix the policy of log deliveries does not grow (Step Functions developer guide, logging).
        const name = `/aws/vendedlogs/states/${names.runbook(cell, phase)}`;
        return [phase, new CellLogGroup(this, phase, { cell, key, name })];
      }),
    );
  }
}
