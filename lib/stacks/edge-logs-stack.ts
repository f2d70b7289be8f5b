import { ReferenceStrength, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LogDelivery } from '../constructs/log-delivery';
import { PERIMETER_REGION } from '../plan/cdn';
import { CellStack, type CellStackProps } from './cell-stack';
import { distributionArn, type EdgeStack } from './edge-stack';

export interface EdgeLogsStackProps extends CellStackProps {
  readonly edge: EdgeStack;
  /** The stack that makes the bucket which logs go to, and lets them in. */
  readonly data: Stack;
}

/** Where the distribution's access logs go. Only the order is given in this region: logs land in the cell's. */
export class EdgeLogsStack extends CellStack {
  constructor(scope: Construct, id: string, props: EdgeLogsStackProps) {
    super(scope, id, { ...props, region: PERIMETER_REGION });
    const { cell, edge, data } = props;
    this.addStackDependency(data);
    if (edge.distributionId === undefined) {
      this.holdPlace();
      return;
    }
    const distributionId = Stack.consumeReference(edge.distributionId, ReferenceStrength.WEAK);
    new LogDelivery(this, 'access-logs', {
      cell,
      distributionArn: distributionArn(cell.cell.account, distributionId),
    });
  }
}
