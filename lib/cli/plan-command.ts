import { formatFault } from '../plan/fault';
import { loadPlan } from '../plan/load';
import type { Plan } from '../plan/model';
import { tableLines } from '../review/table';

/** Where a command writes: a good plan to `out`, faults to `err`. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** Checks the plan in `file` alone, without synthesizing anything. Gives the exit code: 0 sound, 1 not. */
export function planCommand(file: string, output: Output = { out: console.log, err: console.error }): number {
  const result = loadPlan(file);
  if (result.ok) {
    output.out(planSummary(result.plan));
    output.out(`${file}: plan is sound`);
    return 0;
  }
  for (const fault of result.faults) output.err(formatFault(fault));
  const count = result.faults.length;
  output.err(`${file}: ${count} fault${count === 1 ? '' : 's'}`);
  return 1;
}

/** Cells, datasets and phases of a plan, in columns. */
function planSummary(plan: Plan): string {
  const { file } = plan;
  const cells = Object.entries(file.cells).map(([id, { region, account }]) => [
    id,
    region,
    account,
    `${plan.marketsOf(id).length}`,
  ]);
  const datasets = Object.entries(file.datasets).map(([id, dataset]) => {
    const tables = dataset.tables === undefined ? '' : `${Object.keys(dataset.tables).length}`;
    return [id, dataset.class, dataset.from, dataset.store, tables];
  });
  const phases = Object.entries(file.phases).map(([id, phase]) => [
    id,
    `${phase.datasets.length}`,
    `${plan.marketsOfPhase(id).length}`,
    phase.from ?? 'source',
    stages(plan, id),
  ]);
  return [
    ...tableLines([`cells (${cells.length})`, 'region', 'account', 'markets'], cells),
    '',
    ...tableLines([`datasets (${datasets.length})`, 'class', 'from', 'store', 'tables'], datasets),
    '',
    ...tableLines([`phases (${phases.length})`, 'datasets', 'markets', 'from', 'stage'], phases),
    '',
  ].join('\n');
}

/** The stage of a phase in each cell that it brings something to. */
function stages(plan: Plan, phase: string): string {
  const byCell = new Map(
    plan.moves.filter((move) => move.phase === phase).map((move) => [move.cell, move.stage]),
  );
  return [...byCell].map(([cell, stage]) => `${cell} ${stage}`).join(', ');
}
