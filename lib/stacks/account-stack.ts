import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DmsAccountRoles } from '../constructs/dms-account-roles';
import { tagAccount } from '../constructs/tags';
import { PERIMETER_REGION } from '../plan/cdn';

export interface AccountStackProps {
  readonly account: string;
}

/**
 * What an account has once, however many cells share it. It holds no user data. Roles belong to no region; the stack
 * stands in the one where every account of a cell has a perimeter, and so is prepared for stacks anyway.
 */
export class AccountStack extends Stack {
  constructor(scope: Construct, { account }: AccountStackProps) {
    const id = `account-${account}`;
    super(scope, id, {
      stackName: id,
      env: { account, region: PERIMETER_REGION },
      // Whatever the plan says: another plan may have cells in the same account.
      terminationProtection: true,
    });
    tagAccount(this);
    new DmsAccountRoles(this, 'dms', { account });
  }
}
