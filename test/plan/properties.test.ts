import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { contains, MARKETS } from '../../lib/plan/geography';
import { checkPlan } from '../../lib/plan/load';
import { isHome, modelOf, type Move, type Plan } from '../../lib/plan/model';
import { planSchema } from '../../lib/plan/schema';
import { tableMappings, type TableMappings } from '../../lib/plan/table-mappings';
import { planInput, soundPlan } from '../arbitrary/plan';
import { erasureRecords, inPlanFolder, writeBeside } from '../support/evidence';
import { told } from './base-plan';

const FILE = join(__dirname, '../../plans/random.yaml');

/** Whether DMS, given these mappings, would carry the rows of `table` that have `market` in `column`. */
function selects(mappings: TableMappings, { table, column }: FilteredTable, market: string): boolean {
  return mappings.rules.some(
    (rule) =>
      rule['rule-type'] === 'selection' &&
      rule['object-locator']['table-name'] === table &&
      rule.filters.every(
        (filter) =>
          filter['column-name'] === column &&
          filter['filter-conditions'].some(({ value }) => value === market),
      ),
  );
}

interface FilteredTable {
  readonly dataset: string;
  readonly table: string;
  /** Its market column. */
  readonly column: string;
  readonly moves: readonly { readonly move: Move; readonly mappings: TableMappings }[];
}

/** Every table that is filtered by market, with the mappings of the moves from the source that carry it. */
function filteredTables(plan: Plan): FilteredTable[] {
  return Object.entries(plan.file.datasets).flatMap(([dataset, { tables = {} }]) =>
    Object.entries(tables).flatMap(([table, columns]) =>
      columns === 'all'
        ? []
        : [
            {
              dataset,
              table,
              column: columns.market,
              moves: plan.moves
                .filter((move) => move.dataset === dataset && move.from === undefined)
                .map((move) => ({ move, mappings: tableMappings(plan, move) })),
            },
          ],
    ),
  );
}

/** Markets that the phases of the plan's own text bring from the source, whatever became of them in its moves. */
function marketsBrought(plan: Plan, dataset: string): ReadonlySet<string> {
  const phases = Object.entries(plan.file.phases).filter(
    ([, { datasets, from }]) => from === undefined && datasets.includes(dataset),
  );
  return new Set(phases.flatMap(([id]) => plan.marketsOfPhase(id)));
}

test('a generated plan is sound, also when it is written as YAML and read back', () => {
  inPlanFolder((folder) => {
    const file = join(folder, 'random.yaml');
    fc.assert(
      fc.property(planInput, (input) => {
        // Cleared each time: an earlier plan's records must not pass for this one's.
        rmSync(join(folder, 'evidence'), { recursive: true, force: true });
        for (const [path, record] of erasureRecords(input)) writeBeside(folder, path, JSON.stringify(record));
        expect(told(checkPlan(stringify(input), file), file)).toEqual([]);
      }),
    );
  });
});

test('a generated plan without records is refused for each dataset of personal data that is retired, and only so', () => {
  fc.assert(
    fc.property(planInput, (input) => {
      const { file, moves } = modelOf(planSchema.parse(input), '.');
      const retired = moves.filter(
        ({ stage, dataset }) => stage === 'retired' && file.datasets[dataset]?.class === 'personal',
      );
      const faults = told(checkPlan(stringify(input), FILE), FILE);
      expect(faults.filter((fault) => fault.includes('is not shown to be erased'))).toHaveLength(
        retired.length,
      );
      expect(faults).toHaveLength(retired.length);
    }),
  );
});

test('each market’s rows of each dataset are selected by exactly one cell, once a phase brings them', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const table of filteredTables(plan)) {
        const brought = marketsBrought(plan, table.dataset);
        const wrong = MARKETS.filter((market) => {
          const selecting = table.moves.filter(({ mappings }) => selects(mappings, table, market));
          return selecting.length !== (brought.has(market) ? 1 : 0);
        });
        expect(wrong).toEqual([]);
      }
    }),
  );
});

test('no row of the source’s own country is selected', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const table of filteredTables(plan)) {
        for (const { mappings } of table.moves)
          expect(selects(mappings, table, plan.file.source.country)).toBe(false);
      }
    }),
  );
});

test('no dataset goes to a cell where the law of its markets does not allow it', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const { cell, markets } of plan.moves) {
        const region = plan.file.cells[cell]?.region ?? '';
        const unlawful = markets.filter(
          (market) =>
            !plan.lawOf(market)?.law.jurisdictions.some((jurisdiction) => contains(jurisdiction, region)),
        );
        expect(unlawful).toEqual([]);
      }
    }),
  );
});

test('a market’s dataset has one home: the cell that the last complete phase brought it to, or the source', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const dataset of Object.keys(plan.file.datasets)) {
        const wrong = MARKETS.filter((market) => {
          const arrived = plan.moves.filter(
            (move) => move.dataset === dataset && move.markets.includes(market) && isHome(move.stage),
          );
          // One cell after the other, each taking over from the one before.
          const chained = arrived.every((move, index) => move.from === arrived[index - 1]?.cell);
          return !chained || plan.home(market, dataset).cell !== arrived.at(-1)?.cell;
        });
        expect(wrong).toEqual([]);
      }
    }),
  );
});

test('the same plan gives the same mappings, byte for byte', () => {
  fc.assert(
    fc.property(planInput, (input) => {
      const [first, second] = [input, structuredClone(input)].map((value) => {
        const plan = modelOf(planSchema.parse(value), '.');
        const mapped = plan.moves.filter(({ dataset }) => plan.file.datasets[dataset]?.tables !== undefined);
        return mapped.map((move) => JSON.stringify(tableMappings(plan, move)));
      });
      expect(first).toEqual(second);
    }),
  );
});

test('rule ids and rule names are unique, and ids are numbers', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const { moves } of filteredTables(plan)) {
        for (const { mappings } of moves) {
          const ids = mappings.rules.map((rule) => rule['rule-id']);
          const ruleNames = mappings.rules.map((rule) => rule['rule-name']);
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(ruleNames).size).toBe(ruleNames.length);
          expect(ids.every((id) => /^\d+$/.test(id))).toBe(true);
        }
      }
    }),
  );
});

test('no text, however broken, makes checking throw', () => {
  const scraps = fc.array(
    fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!',
      '"',
      '?',
      '<<',
      'cells',
      '%',
      '\t',
      '|',
    ),
  );
  fc.assert(
    fc.property(scraps, (pieces) => {
      const result = checkPlan(pieces.join(''), FILE);
      expect(result.ok).toBe(false);
      if (!result.ok)
        for (const { line, column } of result.faults) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
