import { ReferenceStrength, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CellDistribution } from '../constructs/distribution';
import { servedByCdn } from '../plan/cdn';
import { CellStack, type CellStackProps } from './cell-stack';
import type { PerimeterStack } from './perimeter-stack';

export interface EdgeStackProps extends CellStackProps {
  readonly perimeter: PerimeterStack;
}

/**
 * The cell's CDN. It reads the perimeter's values when it is deployed, across regions; whatever in the plan
 * changes them (the domain, its zone) is in this template as well, so that it is deployed when they change.
 */
export class EdgeStack extends CellStack {
  /** Undefined, like the other, while the cell serves nothing. */
  readonly distributionId?: string;
  readonly distributionArn?: string;

  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props);
    const { cell, perimeter } = props;
    const served = servedByCdn(cell);
    if (perimeter.certificateArn === undefined || perimeter.webAclArn === undefined) {
      this.holdPlace();
      return;
    }
    this.distributionId = new CellDistribution(this, 'cdn', {
      cell,
      served,
      certificateArn: Stack.consumeReference(perimeter.certificateArn, ReferenceStrength.WEAK),
      webAclArn: Stack.consumeReference(perimeter.webAclArn, ReferenceStrength.WEAK),
    }).distributionId;
    this.distributionArn = distributionArn(cell.cell.account, this.distributionId);
    // Exported at every stage: see KeysStack.
    this.exportValue(this.distributionId);
  }
}

/** ARN of a distribution; it has no region. */
export function distributionArn(account: string, distributionId: string): string {
  return `arn:aws:cloudfront::${account}:distribution/${distributionId}`;
}
