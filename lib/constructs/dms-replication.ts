import { CfnReplicationConfig, type CfnEndpoint, type CfnReplicationSubnetGroup } from 'aws-cdk-lib/aws-dms';
import type { ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { tableMappings } from '../plan/table-mappings';
import type { KeyPurpose } from './cell-key';
import type { DatabaseMove } from './database-moves';
import { taskSettings } from './dms-task-settings';
import { tagDataset } from './tags';

export interface DmsReplicationProps {
  readonly cell: CellPlan;
  readonly moving: DatabaseMove;
  readonly source: CfnEndpoint;
  readonly target: CfnEndpoint;
  readonly subnets: CfnReplicationSubnetGroup;
  readonly securityGroups: readonly ISecurityGroup[];
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

/**
 * The serverless replication of one dataset for one cell's markets: full load, then changes. Nothing in
 * CloudFormation starts it.
 */
export class DmsReplication extends Construct {
  constructor(scope: Construct, id: string, props: DmsReplicationProps) {
    super(scope, id);
    const { cell, moving, source, target, subnets, securityGroups, keys } = props;
    const { holding, move, database } = moving;
    const { class: dataClass, store, replication } = holding.dataset;
    const name = names.replication(cell, holding.id, move.phase);

    new CfnReplicationConfig(this, 'config', {
      replicationConfigIdentifier: name,
      resourceIdentifier: name,
      replicationType: 'full-load-and-cdc',
      sourceEndpointArn: source.ref,
      targetEndpointArn: target.ref,
      tableMappings: tableMappings(cell.plan, move),
      replicationSettings: taskSettings({
        engine: database.engine,
        store,
        lobKilobytes: replication.lobKilobytes,
      }),
      computeConfig: {
        minCapacityUnits: 1,
        maxCapacityUnits: replication.max,
        multiAz: !cell.plan.file.disposable,
        replicationSubnetGroupId: subnets.ref,
        vpcSecurityGroupIds: securityGroups.map((group) => group.securityGroupId),
        kmsKeyId: keys.replication.keyArn,
      },
    });
    tagDataset(this, holding.id, dataClass);
  }
}
