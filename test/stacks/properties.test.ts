import fc from 'fast-check';
import { contains } from '../../lib/plan/geography';
import { soundPlan } from '../arbitrary/plan';
import { STORES } from '../support/kept';
import { cellOf, renderedStacks, type RenderedStack } from '../support/templates';

/** Every run renders whole apps. */
const RUNS = { numRuns: 12 };

test('no cell refers to another cell', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const stack of renderedStacks(plan)) {
        if (stack.path.startsWith('account-')) continue;
        const own = `${cellOf(stack)}-`;
        const names = referredStacks(stack.template);
        expect(names.filter((name) => !name.startsWith(own))).toEqual([]);
        const outside = stack.dependencies.filter((path) => !path.startsWith(`${cellOf(stack)}/`));
        expect(outside.filter((path) => !path.startsWith('account-'))).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('the same plan gives the same bytes', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      expect(JSON.stringify(renderedStacks(plan))).toBe(JSON.stringify(renderedStacks(plan)));
    }),
    { numRuns: 4 },
  );
});

test('every store stands where the law of each market it holds allows', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const { stack, dataset } of stores(renderedStacks(plan))) {
        const markets = plan.moves
          .filter(
            (move) => move.cell === cellOf(stack) && move.dataset === dataset && move.stage !== 'planned',
          )
          .flatMap((move) => move.markets);
        expect(markets).not.toEqual([]);
        for (const market of markets) {
          const allowed = plan.lawOf(market)?.law.jurisdictions ?? [];
          expect({ market, allowed: allowed.some((place) => contains(place, stack.region)) }).toEqual({
            market,
            allowed: true,
          });
        }
      }
    }),
    RUNS,
  );
});

/** Stacks that a template reads values of. */
function referredStacks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredStacks);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Fn::ImportValue') return [String(inner)];
    if (key === 'Fn::GetStackOutput') return [String((inner as { StackName: unknown }).StackName)];
    return referredStacks(inner);
  });
}

/** Stores of datasets, by their tag. */
function stores(stacks: readonly RenderedStack[]): { stack: RenderedStack; dataset: string }[] {
  return stacks.flatMap((stack) =>
    Object.values(stack.template.Resources).flatMap((resource) => {
      if (!STORES.includes(resource.Type)) return [];
      const tags = (resource.Properties?.Tags ?? []) as { Key: string; Value: string }[];
      const dataset = tags.find((tag) => tag.Key === 'dataset')?.Value ?? 'untagged';
      return dataset === 'shared' ? [] : [{ stack, dataset }];
    }),
  );
}
