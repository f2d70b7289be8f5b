import { modelOf, type Plan } from '../../lib/plan/model';
import { order } from '../../lib/plan/rules/stages';
import { STAGES, type Stage } from '../../lib/plan/schema';

/** One phase going to one stage in one cell. */
export interface Step {
  readonly phase: string;
  readonly cell: string;
  readonly stage: Stage;
}

/** The plan with that step made, and nothing else changed. */
export function afterStep(plan: Plan, { phase, cell, stage }: Step): Plan {
  const before = plan.file.phases[phase];
  if (before === undefined) return plan;
  const byCell = Object.fromEntries(
    plan.moves.filter((move) => move.phase === phase).map((move) => [move.cell, move.stage]),
  );
  const phases = { ...plan.file.phases, [phase]: { ...before, stage: { ...byCell, [cell]: stage } } };
  return modelOf({ ...plan.file, phases }, plan.folder);
}

/** Every step by one stage that the plan's own rule of order lets its owner make next. */
export function nextSteps(plan: Plan): Step[] {
  const standing = new Map(plan.moves.map((move) => [`${move.phase} ${move.cell}`, move]));
  return [...standing.values()].flatMap(({ phase, cell, stage }) => {
    const next = STAGES[STAGES.indexOf(stage) + 1];
    if (next === undefined) return [];
    const step = { phase, cell, stage: next };
    return order(afterStep(plan, step)).length === 0 ? [step] : [];
  });
}
