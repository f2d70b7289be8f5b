import { ManagedPolicy, Role, ServicePrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

export interface DmsAccessRoleProps {
  readonly cell: CellPlan;
  /** DMS reads secrets by its name in the region, and stores by its global name (DMS user guide). */
  readonly principal: 'regional' | 'global';
  readonly statements: PolicyStatement[];
}

/**
 * A role that DMS takes on for resources of its own in this cell's account and region, and for no one else's.
 * Source of the conditions: DMS user guide, cross-service confused deputy prevention.
 */
export class DmsAccessRole extends Role {
  /** What the role may do. Whatever names the role to DMS comes after it. */
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { cell, principal, statements }: DmsAccessRoleProps) {
    const { account, region } = cell.cell;
    super(scope, id, {
      assumedBy: new ServicePrincipal(
        principal === 'regional' ? `dms.${region}.amazonaws.com` : 'dms.amazonaws.com',
        {
          conditions: {
            StringEquals: { 'aws:SourceAccount': account },
            ArnLike: { 'aws:SourceArn': `arn:aws:dms:${region}:${account}:*` },
          },
        },
      ),
    });
    this.policy = new ManagedPolicy(this, 'policy', { roles: [this], statements });
  }
}
