import { RemovalPolicy } from 'aws-cdk-lib';
import type { CellPlan } from '../plan/model';

/**
 * What becomes of a stateful resource when it leaves its template: it stays, unless the plan is disposable or
 * its first creation is being rolled back (what stayed would be in the way of the next try).
 */
export function removalPolicy(cell: CellPlan): RemovalPolicy {
  return cell.plan.file.disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
}
