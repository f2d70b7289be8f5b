import { isMoving, movesOutOf, needsLink, type Plan } from '../plan/model';
import { STORE_PORTS, readersOf, serversOfMoves } from '../plan/servers';
import { CDN_PERIMETER, type Admitted, type AllowedPointer, type Policy } from '../residency';

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
    allowed: [...CDN_PERIMETER, ...mailboxes(plan), ...readBuckets(plan), ...readers(plan)],
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

/** Sources of the tasks that read another cell's bucket; see docs/decisions/0014. */
function readBuckets({ file, moves }: Plan): AllowedPointer[] {
  const later = moves.filter(
    ({ from, stage, dataset }) =>
      from !== undefined && isMoving(stage) && file.datasets[dataset]?.store === 's3',
  );
  const pairs = new Map(later.map((move) => [`${move.cell} ${move.from}`, move]));
  return [...pairs.values()].flatMap(({ phase, cell, from = '' }): AllowedPointer[] => {
    const region = file.cells[from]?.region;
    return region === undefined
      ? []
      : [
          {
            stack: replicationStack(cell),
            type: 'AWS::DataSync::Task',
            path: 'SourceLocationArn',
            to: region,
            reason: `phase ${phase} takes over from cell ${from}, as the law of its markets allows`,
          },
        ];
  });
}

/** Accounts whose readers a cell lets into its buckets and keys meanwhile. */
function readers({ file, moves }: Plan): AllowedPointer[] {
  return moves
    .filter(
      ({ from, stage, dataset }) =>
        from !== undefined && isMoving(stage) && file.datasets[dataset]?.store === 's3',
    )
    .flatMap(({ phase, cell, from }) =>
      ['keys', 'data'].map((stack) => ({
        stack: `${from}-${stack}`,
        to: file.cells[cell]?.account ?? '',
        reason: `phase ${phase} takes over from cell ${from}, as the law of its markets allows`,
      })),
    );
}

/** Networks that a cell's link leads to besides the source's: of the cells that it reads, and of those that read it. */
function reached(plan: Plan, cell: string): string[] {
  const read = plan.moves.filter(
    (move) => move.cell === cell && move.from !== undefined && isMoving(move.stage),
  );
  return [...new Set([...serversOfMoves(plan, read).map(({ range }) => range), ...readersOf(plan, cell)])];
}

/** Whom a cell lets in: those that read its stores, at the ports of these. A cell that reads another lets nobody in. */
function admitted(plan: Plan, cell: string): Admitted[] {
  return movesOutOf(plan, cell).flatMap((move) => {
    const store = plan.file.datasets[move.dataset]?.store;
    const range = plan.file.cells[move.cell]?.cidr;
    if (range === undefined || (store !== 'aurora-mysql' && store !== 'aurora-postgresql')) return [];
    return [{ range, port: STORE_PORTS[store] }];
  });
}

function replicationStack(cell: string): string {
  return `${cell}-replication`;
}
