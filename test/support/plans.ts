import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { cellPlan, modelOf, type CellPlan, type Plan } from '../../lib/plan/model';
import { planSchema, type Stage } from '../../lib/plan/schema';

const PLANS = join(__dirname, '../../plans');

/** A plan of the project, read without the rules' checks. */
export function planNamed(name: 'reference' | 'smallest' | 'sandbox' | 'india'): Plan {
  return planOf(parse(readFileSync(join(PLANS, `${name}.yaml`), 'utf8')));
}

/** A plan from its parsed text. */
export function planOf(value: unknown): Plan {
  return modelOf(planSchema.parse(value), PLANS);
}

/** The plan in which India leaves Singapore for a home of its own, with that move at another stage. */
export function indiaAt(stage: Stage): Plan {
  const { file, folder } = planNamed('india');
  const { india } = file.phases;
  if (india === undefined) throw new Error('the plan has no phase india');
  return modelOf({ ...file, phases: { ...file.phases, india: { ...india, stage } } }, folder);
}

/** One cell of the reference plan. */
export function referenceCell(id: string): CellPlan {
  return cellPlan(planNamed('reference'), id);
}
