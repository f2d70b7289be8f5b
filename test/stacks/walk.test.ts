import fc from 'fast-check';
import { MARKETS } from '../../lib/plan/geography';
import { needsLink, type Plan } from '../../lib/plan/model';
import { planWithSuccessor, soundPlan } from '../arbitrary/plan';
import { keptIn } from '../support/kept';
import { linkedStacks, openings } from '../support/openings';
import { walk } from '../support/steps';
import { renderedStacks } from '../support/templates';
import { writtenMoves, type WrittenMove } from '../support/written-moves';

// What ought to be is worked out from the plan's file alone (writtenMoves): the functions of lib that the stacks are
// built by are what is judged here.

const anyPlan = fc.oneof(soundPlan, planWithSuccessor);

test('no step of a walk replaces a store, opens a link without need or gives a dataset two homes', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(fc.nat(), { minLength: 3, maxLength: 5 }), (start, picks) => {
      let before = {};
      for (const plan of walk(start, picks)) {
        const stacks = renderedStacks(plan);
        const kept = keptIn(stacks);
        expect({ ...kept, ...before }).toEqual(kept);
        expect(linkedStacks(stacks).sort()).toEqual(cellsToLink(plan).map((cell) => `${cell}/replication`));
        expect(openings(stacks)).toEqual(openingsNeeded(plan));
        expect(strayHomes(plan)).toEqual([]);
        before = kept;
      }
    }),
    // Every step renders a whole app, too much to look for a smaller walk that fails as well.
    { numRuns: 6, endOnFailure: true },
  );
});

test('a walk ends when all is retired but what nothing can carry from cell to cell', () => {
  fc.assert(
    fc.property(anyPlan, fc.infiniteStream(fc.nat()), (start, picks) => {
      let end = start;
      for (const plan of walk(start, picks)) {
        const linked = Object.keys(plan.file.cells).filter((cell) => needsLink(plan, cell));
        expect(linked.sort()).toEqual(cellsToLink(plan));
        expect(strayHomes(plan)).toEqual([]);
        end = plan;
      }
      const { datasets, phases } = end.file;
      const unfinished = writtenMoves(end).filter(
        ({ stage, phase, from }) =>
          stage !== 'retired' &&
          !(from && phases[phase]?.datasets.some((id) => datasets[id]?.store === 'dynamodb')),
      );
      expect(unfinished).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** Moves that a replication runs for. */
function underWay(plan: Plan): WrittenMove[] {
  return writtenMoves(plan).filter(({ stage }) => stage === 'replicating' || stage === 'cutover');
}

/** Cells that need a link today, sorted: databases take one at both ends, objects none. */
function cellsToLink(plan: Plan): string[] {
  const ends = underWay(plan)
    .filter(({ dataset }) => plan.file.datasets[dataset]?.store !== 's3')
    .flatMap(({ cell, from }) => [cell, ...(from === undefined ? [] : [from])]);
  return [...new Set(ends)].sort();
}

/** How cells must be open to those that take over from them today, and no further. */
function openingsNeeded(plan: Plan): string[] {
  const { cells, datasets } = plan.file;
  const needed = underWay(plan).flatMap(({ phase, dataset, cell, from }) => {
    if (from === undefined) return [];
    if (datasets[dataset]?.store !== 's3') return [`${from} admits ${cells[cell]?.cidr}`];
    const role = `${cell}-${dataset}-${phase}-reader`;
    return [`${from}: bucket read by ${role}`, `${from}: key read by ${role}`];
  });
  return [...new Set(needed)].sort();
}

/** Markets' datasets that have no home or two, or another than the plan says: a move that is complete takes one along. */
function strayHomes(plan: Plan): string[] {
  const pairs = Object.keys(plan.file.datasets).flatMap((dataset) =>
    MARKETS.map((market) => ({ dataset, market, homes: new Set(['source']) })),
  );
  const byPair = new Map(pairs.map(({ dataset, market, homes }) => [`${dataset} ${market}`, homes]));
  for (const { dataset, market, cell, from = 'source', stage } of writtenMoves(plan)) {
    if (stage !== 'complete' && stage !== 'retired') continue;
    byPair.get(`${dataset} ${market}`)?.delete(from);
    byPair.get(`${dataset} ${market}`)?.add(cell);
  }
  return pairs.flatMap(({ dataset, market, homes }) => {
    const told = plan.home(market, dataset).cell ?? 'source';
    const lives = [...homes].join(' and ');
    return lives === told ? [] : [`${dataset} of ${market} lives in ${lives}, and the plan says ${told}`];
  });
}
