import type { Plan } from '../plan/model';
import { CDN_PERIMETER, type Policy } from '../residency';

/**
 * Where the plan lets a cell's pointers lead: nowhere but home, save that the log delivery of its distribution, which
 * AWS takes only in us-east-1, brings the log to the cell's own region.
 */
export function residencyPolicy(plan: Plan): Policy {
  const regions = Object.entries(plan.file.cells).map(([id, { region }]) => [`${id}-edge-logs`, [region]]);
  return { regions: Object.fromEntries(regions) as Record<string, string[]>, allowed: CDN_PERIMETER };
}
