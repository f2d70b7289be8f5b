import { CfnCertificate, type CfnEndpoint, CfnReplicationSubnetGroup } from 'aws-cdk-lib/aws-dms';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import type { DataClass } from '../plan/schema';
import type { Clusters } from './aurora-stores';
import type { KeyPurpose } from './cell-key';
import type { DatabaseMove } from './database-moves';
import { DmsReplication } from './dms-replication';
import { DmsSecurityGroup, DynamoDbSecurityGroup } from './dms-security-group';
import { DmsSource } from './dms-source';
import { AuroraTarget, DynamoDbTarget } from './dms-target';
import { rdsCertificates } from './rds-certificates';
import { tagClass } from './tags';

export interface DatabaseReplicationsProps {
  readonly cell: CellPlan;
  /** Never empty. */
  readonly moves: readonly DatabaseMove[];
  readonly vpc: IVpc;
  readonly clusters: Clusters;
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

/** Everything that moves databases into a cell: each source and each target once, a replication for each move. */
export class DatabaseReplications extends Construct {
  constructor(scope: Construct, id: string, props: DatabaseReplicationsProps) {
    super(scope, id);
    const { cell, moves, vpc, keys } = props;
    const subnets = new CfnReplicationSubnetGroup(this, 'subnets', {
      replicationSubnetGroupIdentifier: `${cell.id}-replications`,
      replicationSubnetGroupDescription: `${cell.id}: replications`,
      subnetIds: vpc.isolatedSubnets.map((subnet) => subnet.subnetId),
    });
    const group = new DmsSecurityGroup(this, 'group', props);
    const toDynamoDb = moves.some(isToDynamoDb)
      ? [new DynamoDbSecurityGroup(this, 'dynamodb-group', { cell, vpc })]
      : [];
    const sources = this.sources(props);
    const targets = this.targets(props);
    for (const moving of moves) {
      const source = sources.get(moving.databaseId);
      const target = targets.get(moving.holding.id);
      if (source === undefined || target === undefined) continue;
      new DmsReplication(this, `${moving.holding.id}-${moving.move.phase}`, {
        cell,
        moving,
        source,
        target,
        subnets,
        securityGroups: isToDynamoDb(moving) ? [group, ...toDynamoDb] : [group],
        keys,
      });
    }
  }

  /** Source endpoints by database. */
  private sources({ cell, moves, keys }: DatabaseReplicationsProps): ReadonlyMap<string, CfnEndpoint> {
    const scope = new Construct(this, 'sources');
    const databases = new Map(moves.map((moving) => [moving.databaseId, moving]));
    return new Map(
      [...databases].map(([id, first]) => {
        const source = new DmsSource(scope, id, { cell, moving: first, key: keys.replication });
        const classes = moves.filter((moving) => moving.databaseId === id).map(classOf);
        tagClass(source, classes.includes('personal') ? 'personal' : 'public');
        return [id, source.endpoint];
      }),
    );
  }

  /** Target endpoints by dataset. */
  private targets({ cell, moves, keys }: DatabaseReplicationsProps): ReadonlyMap<string, CfnEndpoint> {
    const scope = new Construct(this, 'targets');
    const authorities = moves.every(isToDynamoDb)
      ? undefined
      : new CfnCertificate(scope, 'authorities', {
          certificatePem: rdsCertificates(cell.cell.region, cell.plan.folder),
        });
    const datasets = new Map(moves.map((moving) => [moving.holding.id, moving]));
    return new Map(
      [...datasets].map(([id, { holding, database }]) => [
        id,
        (authorities === undefined || holding.dataset.store === 'dynamodb'
          ? new DynamoDbTarget(scope, id, { cell, holding, keys })
          : new AuroraTarget(scope, id, { cell, holding, keys, database, authorities })
        ).endpoint,
      ]),
    );
  }
}

function classOf({ holding }: DatabaseMove): DataClass {
  return holding.dataset.class;
}

function isToDynamoDb({ holding }: DatabaseMove): boolean {
  return holding.dataset.store === 'dynamodb';
}
