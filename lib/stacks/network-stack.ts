import { ContextProvider } from 'aws-cdk-lib';
import { Subnet, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { ContextProvider as Provider } from 'aws-cdk-lib/cloud-assembly-schema';
import type { Construct } from 'constructs';
import { SealedVpc } from '../constructs/sealed-vpc';
import { ServiceEndpoints } from '../constructs/service-endpoints';
import { CellStack, type CellStackProps } from './cell-stack';
import type { KeysStack } from './keys-stack';

export interface NetworkStackProps extends CellStackProps {
  readonly keys: KeysStack;
}

/** The cell's network: from the first phase that leaves `planned`. */
export class NetworkStack extends CellStack {
  /** Undefined while nothing lives in the cell. */
  readonly vpc?: IVpc;
  /** Zones of its subnets, as CloudFormation knows them. */
  readonly zones: readonly string[];

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    const { cell, keys } = props;
    if (cell.holdings.length === 0) {
      this.zones = [];
      this.holdPlace();
      return;
    }
    // A VPC compares its zones with the account's: CDK would ask AWS for those, with whatever credentials it finds.
    this.node.setContext(
      ContextProvider.getKey(this, { provider: Provider.AVAILABILITY_ZONE_PROVIDER }).key,
      cell.zones,
    );
    const vpc = new SealedVpc(this, 'vpc', { cell, logsKey: keys.keys.logs });
    new ServiceEndpoints(this, 'endpoints', { cell, vpc });
    this.vpc = vpc;
    this.zones = vpc.isolatedSubnets.flatMap((subnet) =>
      subnet instanceof Subnet ? [subnet.subnetAvailabilityZone] : [],
    );
    // Exported at every stage: see KeysStack.
    const shared = vpc.isolatedSubnets.flatMap(({ subnetId, routeTable }) => [
      subnetId,
      routeTable.routeTableId,
    ]);
    for (const value of [vpc.vpcId, ...shared, ...this.zones]) this.exportValue(value);
  }
}
