import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { cellPlan, modelOf, type CellPlan, type Plan } from '../../lib/plan/model';
import { planSchema } from '../../lib/plan/schema';

const PLANS = join(__dirname, '../../plans');

/** A plan of the project, read without the rules' checks. */
export function planNamed(name: 'reference' | 'smallest' | 'sandbox'): Plan {
  return planOf(parse(readFileSync(join(PLANS, `${name}.yaml`), 'utf8')));
}

/** A plan from its parsed text. */
export function planOf(value: unknown): Plan {
  return modelOf(planSchema.parse(value), PLANS);
}

/** One cell of the reference plan. */
export function referenceCell(id: string): CellPlan {
  return cellPlan(planNamed('reference'), id);
}
