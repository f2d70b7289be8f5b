import { needsLink, type Plan } from '../plan/model';
import { CDN_PERIMETER, type Policy } from '../residency';

/**
 * Where the plan lets a cell's pointers lead: nowhere but home, save that the log delivery of its distribution, which
 * AWS takes only in us-east-1, brings the log to the cell's own region. A cell may hold a link while a database moves
 * into it from the source.
 */
export function residencyPolicy(plan: Plan): Policy {
  const { cells, source } = plan.file;
  const regions = Object.entries(cells).map(([id, { region }]) => [`${id}-edge-logs`, [region]]);
  return {
    regions: Object.fromEntries(regions) as Record<string, string[]>,
    allowed: CDN_PERIMETER,
    link: {
      open: Object.keys(cells)
        .filter((id) => needsLink(plan, id))
        .map((id) => `${id}-replication`),
      networks: source.networks,
    },
  };
}
