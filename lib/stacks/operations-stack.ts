import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/alarms';
import { Topics } from '../constructs/topics';
import { CellStack, type CellStackProps } from './cell-stack';
import type { KeysStack } from './keys-stack';
import type { NetworkStack } from './network-stack';

export interface OperationsStackProps extends CellStackProps {
  readonly keys: KeysStack;
  readonly network: NetworkStack;
  readonly replication: Stack;
}

/** What watches a cell and tells its people. Everything that it watches is known by name, so that nothing waits for it. */
export class OperationsStack extends CellStack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { cell, keys, replication } = props;
    this.addStackDependency(replication);
    if (cell.holdings.length === 0) {
      this.holdPlace();
      return;
    }
    new Topics(this, 'topics', { cell, keys: keys.keys });
    new Alarms(this, 'alarms', { cell, keys: keys.keys });
  }
}
