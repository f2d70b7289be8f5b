import { formatFault } from '../plan/fault';
import { loadPlan } from '../plan/load';
import { isCarriedByHand } from '../plan/record-places';
import { cutoverSql, type SqlStep, type StepSql } from '../plan/sql/cutover-sql';
import { chooseMoves, type Choice } from './choose-moves';
import type { Output } from './plan-command';

export interface SqlOptions extends Choice {
  readonly step?: SqlStep;
}

/**
 * Prints the SQL of a phase that follows from the plan, each piece under comments that say when and where it is run.
 *
 * @returns the exit code: 0 printed, 1 the plan is not sound, 2 it has no such phase, cell or dataset
 */
export function sqlCommand(
  file: string,
  options: SqlOptions,
  output: Output = { out: console.log, err: console.error },
): number {
  const loaded = loadPlan(file);
  if (!loaded.ok) {
    for (const fault of loaded.faults) output.err(formatFault(fault));
    return 1;
  }
  const chosen = chooseMoves(loaded.plan, options);
  if ('problem' in chosen) {
    output.err(`${file}: error: ${chosen.problem}`);
    return 2;
  }
  const pieces = chosen.moves
    .flatMap((move) => cutoverSql(loaded.plan, move))
    .filter(({ step }) => (options.step ?? step) === step);
  const byHand = chosen.moves.filter((move) => isCarriedByHand(loaded.plan, move));
  const without = byHand.map(
    ({ dataset, from }) =>
      `-- no SQL for ${dataset}: cell ${from} holds it in DynamoDB, and it is carried by hand; see docs/later-moves.md (DynamoDB)`,
  );
  const texts = [...pieces.map(asText), ...without];
  output.out(texts.length === 0 ? '-- no SQL: see docs/target-schema.md' : texts.join('\n\n'));
  return 0;
}

const WHEN: Readonly<Record<SqlStep, string>> = {
  guard: 'before the phase replicates',
  load: 'before the first load',
  cutover: 'after the load, before the night',
  drain: 'in the night, once the replication has drained and stopped',
};

function asText({ step, move, dialect, what, at, prints, sql }: StepSql): string {
  const place =
    at === 'origin' ? (move.from === undefined ? 'the source' : `cell ${move.from}`) : `cell ${move.cell}`;
  const reads = dialect === 'mysql' ? 'mysql -N -r' : 'psql -XqAt';
  return [
    `-- ${step}: ${what}, dataset ${move.dataset}, phase ${move.phase}, cell ${move.cell}`,
    `-- ${WHEN[step]}, at ${place}`,
    ...(step === 'guard'
      ? [`-- and again after the drain, at cell ${move.cell}, if its store is Aurora`]
      : []),
    ...(prints ? [`-- only reads (${reads}); run what it prints at cell ${move.cell}`] : []),
    sql,
  ].join('\n');
}
