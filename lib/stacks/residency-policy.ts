import { needsLink, type Plan } from '../plan/model';
import { CDN_PERIMETER, type AllowedPointer, type Policy } from '../residency';
import { admitted, laterPointers, reached, replicationStack } from './later-policy';

/**
 * Where the plan lets a cell's pointers lead: nowhere but home, save that the log delivery of its distribution, which
 * AWS takes only in us-east-1, brings the log to the cell's own region. A cell may hold a link while a database moves
 * over it. What a later move reads from another cell is named pointer by pointer, for as long as it runs.
 */
export function residencyPolicy(plan: Plan): Policy {
  const { cells, source } = plan.file;
  const regions = Object.entries(cells).map(([id, { region }]) => [`${id}-edge-logs`, [region]]);
  const byStack = <T>(listOf: (cell: string) => T[]): Record<string, T[]> => {
    const lists = Object.keys(cells).map((id) => [replicationStack(id), listOf(id)] as const);
    return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
  };
  return {
    regions: Object.fromEntries(regions) as Record<string, string[]>,
    allowed: [...CDN_PERIMETER, ...mailboxes(plan), ...laterPointers(plan)],
    link: {
      open: Object.keys(cells)
        .filter((id) => needsLink(plan, id))
        .map(replicationStack),
      networks: source.networks,
      reach: byStack((id) => reached(plan, id)),
      admit: byStack((id) => admitted(plan, id)),
    },
  };
}

/** The plan's own addresses: what is mailed to them says how a move stands, and holds no data of users. */
function mailboxes({ file }: Plan): AllowedPointer[] {
  const addresses = [...file.alarms, ...file.approvers];
  return [...new Set(addresses.map((address) => address.replace(/^.*@/, '')))].map((host) => ({
    type: 'AWS::SNS::Subscription',
    path: 'Endpoint',
    to: host,
    reason: 'the plan names this address for alarms or approvals, which hold no data of users',
  }));
}
