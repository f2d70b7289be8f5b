import { modelOf, type Plan } from '../../lib/plan/model';
import { RULES, RULES_OF_ENTRIES } from '../../lib/plan/rules';
import { erased } from '../../lib/plan/rules/retired';
import { STAGES, type Stage } from '../../lib/plan/schema';

/** What a step can break. Not the rule that asks for records beside the plan: one that is made up has none. */
const JUDGED = RULES.filter((rule) => rule !== erased && !RULES_OF_ENTRIES.includes(rule));

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

/** Every step by one stage that the rules let the owner of a sound plan make next. */
export function nextSteps(plan: Plan): Step[] {
  const standing = new Map(plan.moves.map((move) => [`${move.phase} ${move.cell}`, move]));
  return [...standing.values()].flatMap(({ phase, cell, stage }) => {
    const next = STAGES[STAGES.indexOf(stage) + 1];
    if (next === undefined) return [];
    const step = { phase, cell, stage: next };
    const after = afterStep(plan, step);
    return JUDGED.every((rule) => rule(after).length === 0) ? [step] : [];
  });
}

/** A sound plan, then what becomes of it step by step: each pick chooses among the steps that may be next. */
export function* walk(plan: Plan, picks: Iterable<number>): Generator<Plan> {
  yield plan;
  let standing = plan;
  for (const pick of picks) {
    const steps = nextSteps(standing);
    const step = steps[pick % steps.length];
    if (step === undefined) return;
    standing = afterStep(standing, step);
    yield standing;
  }
}
