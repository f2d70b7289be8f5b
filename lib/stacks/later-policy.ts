import { isMoving, movesOutOf, type Plan } from '../plan/model';
import { STORE_PORTS, readersOf, serversOfMoves } from '../plan/servers';
import type { Admitted, AllowedPointer } from '../residency';

/** What a later move of objects reads, and whom the old cell lets read it meanwhile; see docs/decisions/0014. */
export function laterPointers({ file, moves }: Plan): AllowedPointer[] {
  const later = moves.filter(
    ({ from, stage, dataset }) =>
      from !== undefined && isMoving(stage) && file.datasets[dataset]?.store === 's3',
  );
  const pairs = new Map(later.map((move) => [`${move.cell} ${move.from}`, move]));
  return [...pairs.values()].flatMap(({ phase, cell, from = '' }) => {
    const [old, taking] = [file.cells[from], file.cells[cell]];
    if (old === undefined || taking === undefined) return [];
    const reason = `phase ${phase} takes over from cell ${from}, as the law of its markets allows`;
    const source = { type: 'AWS::DataSync::Task', path: 'SourceLocationArn', to: old.region };
    const reader = { to: taking.account, reason };
    return [
      { stack: replicationStack(cell), ...source, reason },
      { stack: `${from}-keys`, type: 'AWS::KMS::Key', ...reader },
      { stack: `${from}-data`, type: 'AWS::S3::BucketPolicy', ...reader },
    ];
  });
}

/** Networks that a cell's link leads to besides the source's: of the cells that it reads, and of those that read it. */
export function reached(plan: Plan, cell: string): string[] {
  const read = plan.moves.filter(
    (move) => move.cell === cell && move.from !== undefined && isMoving(move.stage),
  );
  return [...new Set([...serversOfMoves(plan, read).map(({ range }) => range), ...readersOf(plan, cell)])];
}

/** Whom a cell lets in: those that read its stores, at the ports of these. A cell that reads another lets nobody in. */
export function admitted(plan: Plan, cell: string): Admitted[] {
  return movesOutOf(plan, cell).flatMap((move) => {
    const store = plan.file.datasets[move.dataset]?.store;
    const range = plan.file.cells[move.cell]?.cidr;
    if (range === undefined || (store !== 'aurora-mysql' && store !== 'aurora-postgresql')) return [];
    return [{ range, port: STORE_PORTS[store] }];
  });
}

export function replicationStack(cell: string): string {
  return `${cell}-replication`;
}
