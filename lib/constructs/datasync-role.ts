import { ManagedPolicy, Role, ServicePrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

export interface DataSyncRoleProps {
  readonly cell: CellPlan;
  readonly statements: PolicyStatement[];
  /** Where another cell's policies must know the role. */
  readonly roleName?: string;
  /** Region, besides the cell's, of resources that name the role. */
  readonly alsoIn?: string;
}

/**
 * A role that DataSync takes on for resources of its own in this cell's account, in its region or the one other that is
 * given, and for no one else's. An id of the resource cannot be asked for: the location names the role before it has one.
 * Source of the conditions: DataSync user guide, cross-service confused deputy prevention.
 */
export class DataSyncRole extends Role {
  /** What the role may do. Whatever names the role to DataSync comes after it. */
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, props: DataSyncRoleProps) {
    const { cell, statements, roleName, alsoIn } = props;
    const { account, region } = cell.cell;
    const [here, there] = [region, alsoIn ?? region].map((code) => `arn:aws:datasync:${code}:${account}:*`);
    super(scope, id, {
      roleName,
      assumedBy: new ServicePrincipal('datasync.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': alsoIn === undefined ? here : [here, there] },
        },
      }),
    });
    this.policy = new ManagedPolicy(this, 'policy', { roles: [this], statements });
  }
}
