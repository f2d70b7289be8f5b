import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan, Holding } from '../plan/model';
import type { DataClass } from '../plan/schema';
import { acknowledge } from './acknowledge';
import { AURORA_ENGINES, type AuroraStoreKind } from './aurora-engines';
import { AuroraMonitoring } from './aurora-monitoring';
import { AuroraStore } from './aurora-store';
import type { BackedUp } from './backup-role';

/** How an Aurora store is reached. */
export interface Cluster {
  readonly securityGroup: ISecurityGroup;
  readonly host: string;
  readonly port: number;
}

/** Aurora stores by dataset. */
export type Clusters = ReadonlyMap<string, Cluster>;

export interface AuroraStoresProps {
  readonly cell: CellPlan;
  readonly vpc: IVpc;
  /** Zones of its subnets. */
  readonly zones: readonly string[];
  readonly keys: Readonly<Record<DataClass | 'logs', IKey>>;
}

/** Every Aurora cluster of a cell: one for each dataset, so that each scales, is kept and is restored by itself. */
export class AuroraStores extends Construct {
  readonly backedUp: readonly BackedUp[];
  readonly clusters: Clusters;

  constructor(scope: Construct, id: string, { cell, vpc, zones, keys }: AuroraStoresProps) {
    super(scope, id);
    const held = cell.holdings.flatMap((holding) => {
      const kind = auroraKind(holding);
      return kind === undefined ? [] : [{ holding, kind }];
    });
    const backedUp: BackedUp[] = [];
    this.backedUp = backedUp;
    const clusters = new Map<string, Cluster>();
    this.clusters = clusters;
    if (held.length === 0) return;

    acknowledge(this, {
      'NIST.800.53.R5-RDSInBackupPlan':
        'AWS Backup keeps an Aurora cluster as a whole, and each cluster is in the backup plan of its class; its instances hold no data of their own',
    });
    const { role } = new AuroraMonitoring(this, 'monitoring', { cell, logsKey: keys.logs });
    const stores = new Construct(this, 'stores');
    const { account, region } = cell.cell;
    for (const { holding, kind } of held) {
      const store = new AuroraStore(stores, holding.id, {
        cell,
        holding,
        kind,
        vpc,
        zones,
        key: keys[holding.dataset.class],
        logsKey: keys.logs,
        monitoringRole: role,
      });
      clusters.set(holding.id, {
        securityGroup: store.securityGroup,
        host: store.host,
        port: AURORA_ENGINES[kind].port,
      });
      backedUp.push({
        id: holding.id,
        dataClass: holding.dataset.class,
        kind,
        arns: [store.clusterArn],
        // The snapshot's name is AWS Backup's: a number.
        reach: [store.clusterArn, `arn:aws:rds:${region}:${account}:cluster-snapshot:awsbackup:*`],
      });
    }
  }
}

/** The Aurora engine a dataset lives in; undefined when it lives in another kind of store. */
export function auroraKind({ dataset: { store } }: Holding): AuroraStoreKind | undefined {
  return store === 'aurora-mysql' || store === 'aurora-postgresql' ? store : undefined;
}
