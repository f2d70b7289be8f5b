import { CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

export interface CellStackProps {
  readonly cell: CellPlan;
  /** Region, where it is not the cell's own (its perimeter). */
  readonly region?: string;
  /** Leaves the indentation out of a template that would otherwise come near CloudFormation's 1 MB. */
  readonly compact?: boolean;
}

/** A stack of a cell, in the cell's account and under the cell's name. */
export abstract class CellStack extends Stack {
  protected constructor(
    scope: Construct,
    id: string,
    { cell, region = cell.cell.region, compact }: CellStackProps,
  ) {
    super(scope, id, {
      stackName: `${cell.id}-${id}`,
      env: { account: cell.cell.account, region },
      terminationProtection: !cell.plan.file.disposable,
      suppressTemplateIndentation: compact,
    });
  }

  /**
   * Keeps the stack deployable while no phase needs anything of it: a stack without resources does not
   * validate, and one that leaves the app is neither compared nor deleted.
   */
  protected holdPlace(): void {
    new CfnResource(this, 'Nothing yet', { type: 'AWS::CloudFormation::WaitConditionHandle' });
  }
}
