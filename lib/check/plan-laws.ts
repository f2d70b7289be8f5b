import { contains } from '../plan/geography';
import type { Plan } from '../plan/model';
import { parsePlanText, readPlanFile } from '../plan/plan-text';
import type { Finding, Place, Policy } from '../residency';
import type { Rules } from './ruling';

/**
 * A plan's policy, and which of its laws a finding goes against: those of the markets that the cell serves, as the
 * name of the stack tells.
 *
 * @param policy what the plan lets the cells' pointers lead to
 * @param file the plan's file, for the lines of its laws
 */
export function lawsOfPlan(plan: Plan, policy: Policy, file: string): Rules {
  const lines = linesOfLaws(file, plan.file.laws.length);
  const cells = Object.keys(plan.file.cells).sort((a, b) => b.length - a.length);
  return () => ({
    policy,
    placements: [],
    forbiddenBy: ({ stack, place }: Finding) => {
      const cell = cells.find((id) => stack.startsWith(`${id}-`));
      if (cell === undefined || place === undefined) return undefined;
      const laws = new Set(plan.marketsOf(cell).map((market) => plan.lawOf(market)?.index));
      const broken = plan.file.laws.flatMap(({ jurisdictions, basis }, index) =>
        laws.has(index) && !allows(jurisdictions, place)
          ? [`${file}:${lines[index]}: ${jurisdictions.join(', ')} (${basis})`]
          : [],
      );
      return broken.length === 0 ? undefined : broken.join(' and ');
    },
  });
}

function allows(jurisdictions: readonly string[], place: Place): boolean {
  return (
    place.kind === 'region' && jurisdictions.some((jurisdiction) => contains(jurisdiction, place.region))
  );
}

function linesOfLaws(file: string, count: number): number[] {
  const read = readPlanFile(file);
  const parsed = read.ok ? parsePlanText(read.text, file) : undefined;
  return Array.from({ length: count }, (_, index) =>
    parsed?.ok === true ? parsed.text.locate({ path: ['laws', index], problem: '' }).line : 1,
  );
}
