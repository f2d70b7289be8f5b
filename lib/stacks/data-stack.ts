import type { Construct } from 'constructs';
import { AuroraStores, type Clusters } from '../constructs/aurora-stores';
import { Backups } from '../constructs/backups';
import { BucketStores } from '../constructs/bucket-stores';
import { DynamodbStores } from '../constructs/dynamodb-stores';
import { Secrets } from '../constructs/secrets';
import { CellStack, type CellStackProps } from './cell-stack';
import type { KeysStack } from './keys-stack';
import type { NetworkStack } from './network-stack';

export interface DataStackProps extends CellStackProps {
  readonly keys: KeysStack;
  readonly network: NetworkStack;
  readonly edge: { readonly distributionArn?: string };
}

/**
 * Where the cell's datasets live. A store comes with the first move of its dataset that leaves `planned`, and no
 * later stage replaces or removes it.
 */
export class DataStack extends CellStack {
  /** How each Aurora store is reached, by dataset. */
  readonly clusters: Clusters;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const { cell, edge } = props;
    const { vpc, zones } = props.network;
    const keys = props.keys.keys;
    if (vpc === undefined) {
      this.clusters = new Map();
      this.holdPlace();
      return;
    }
    const aurora = new AuroraStores(this, 'aurora', { cell, keys, vpc, zones });
    const dynamodb = new DynamodbStores(this, 'dynamodb', { cell, keys });
    const s3 = new BucketStores(this, 's3', { cell, keys, distributionArn: edge.distributionArn });
    new Secrets(this, 'secrets', { cell, key: keys.replication, clusters: aurora.clusters });
    new Backups(this, 'backups', {
      cell,
      keys,
      stores: [...aurora.backedUp, ...dynamodb.backedUp, ...s3.backedUp],
    });
    this.clusters = aurora.clusters;
    // Exported at every stage: see KeysStack.
    for (const { securityGroup } of aurora.clusters.values()) this.exportValue(securityGroup.securityGroupId);
  }
}
