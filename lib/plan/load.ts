import { dirname } from 'node:path';
import { type Fault, type LocatedFault } from './fault';
import { modelOf, type Plan } from './model';
import { parsePlanText, readPlanFile } from './plan-text';
import { RULES, RULES_OF_ENTRIES } from './rules';
import { planSchema } from './schema';
import { shapeFaults, withKnownKeys } from './shape-faults';
import { soundParts } from './sound-parts';

/** A plan that is sound, or everything that is wrong with it. */
export type LoadResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] };

/** Reads and checks a plan file. Bad input is a fault, never an exception. */
export function loadPlan(path: string): LoadResult {
  const read = readPlanFile(path);
  if (read.ok) return checkPlan(read.text, path);
  return { ok: false, faults: [{ ...read.fault, file: path, line: 1, column: 1 }] };
}

/**
 * Checks a plan's text. Of a plan that is not well shaped, what is is judged as well, so that all faults are told
 * together; only what may follow from a malformed entry has to wait until that is mended.
 *
 * @param path the file the text is from: faults name it, and paths in the plan are relative to its folder
 */
export function checkPlan(text: string, path: string): LoadResult {
  const parsed = parsePlanText(text, path);
  if (!parsed.ok) return parsed;
  const refused = (faults: readonly Fault[]): LoadResult => ({
    ok: false,
    faults: faults
      .map((fault) => parsed.text.locate(fault))
      .sort((a, b) => a.line - b.line || a.column - b.column),
  });
  const shape = planSchema.safeParse(parsed.text.value);
  const folder = dirname(path);
  if (!shape.success) {
    const { issues } = shape.error;
    const known = withKnownKeys(parsed.text.value, issues);
    const mended = planSchema.safeParse(known);
    const plan = modelOf(mended.data ?? soundParts(known), folder);
    const rules = mended.success ? RULES : RULES_OF_ENTRIES;
    return refused([...shapeFaults(issues, parsed.text.value), ...rules.flatMap((rule) => rule(plan))]);
  }
  const plan = modelOf(shape.data, folder);
  const faults = RULES.flatMap((rule) => rule(plan));
  return faults.length === 0 ? { ok: true, plan } : refused(faults);
}
