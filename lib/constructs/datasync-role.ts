import { ManagedPolicy, Role, ServicePrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

export interface DataSyncRoleProps {
  readonly cell: CellPlan;
  readonly statements: PolicyStatement[];
  /** Where another cell's policies must know the role. */
  readonly roleName?: string;
  /** Where the resources are that name the role; default: the cell's region. */
  readonly regions?: readonly string[];
}

/**
 * A role that DataSync takes on for resources of its own in this cell's account and region (or those given), and for no one
 * else's. An id
 * of the resource cannot be asked for: the location names the role before it has one.
 * Source of the conditions: DataSync user guide, cross-service confused deputy prevention.
 */
export class DataSyncRole extends Role {
  /** What the role may do. Whatever names the role to DataSync comes after it. */
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, props: DataSyncRoleProps) {
    const { cell, statements, roleName, regions = [cell.cell.region] } = props;
    const { account } = cell.cell;
    super(scope, id, {
      roleName,
      assumedBy: new ServicePrincipal('datasync.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': regions.map((region) => `arn:aws:datasync:${region}:${account}:*`) },
        },
      }),
    });
    this.policy = new ManagedPolicy(this, 'policy', { roles: [this], statements });
  }
}
