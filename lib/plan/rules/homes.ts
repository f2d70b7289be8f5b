import { listed, type Fault } from '../fault';
import type { Move, Plan } from '../model';
import { groupBy, marketPath, pairs } from './places';

/**
 * Markets of a phase that more than one cell could take, or that none does: at once where the phase takes over from
 * a cell, else when it is active.
 */
export function unserved(plan: Plan): Fault[] {
  const { phases } = plan.file;
  const judged = plan.unserved.filter(
    ({ phase, market, candidates }) =>
      market !== plan.file.source.country &&
      (candidates.length > 1 || isActive(plan, phase) || phases[phase]?.from !== undefined),
  );
  return [...groupBy(judged, ({ phase, candidates }) => `${phase} ${candidates.join()}`).values()].flatMap(
    (group) => {
      const [first] = group;
      const markets = first && phases[first.phase]?.markets;
      if (first === undefined || markets === undefined) return [];
      const path = marketPath(['phases', first.phase], markets, first.market);
      const found = listed(group.map(({ market }) => market));
      if (first.candidates.length === 0) {
        const from = phases[first.phase]?.from;
        const problem =
          from === undefined
            ? 'no cell serves these markets of an active phase'
            : `no cell but ${from} serves these markets`;
        const fix = 'list them under the markets of a cell, or leave them out of the phase';
        return [{ path, problem, found, fix }];
      }
      const cells = first.candidates.join(' and ');
      const fix = 'list each market in one cell, or add a phase that takes over from one of them';
      return [{ path, problem: `cells ${cells} would both be home to these markets at once`, found, fix }];
    },
  );
}

/** Two phases that bring the same rows to the same cell. A later phase may only take over from another cell. */
export function broughtTwice(plan: Plan): Fault[] {
  const byTarget = groupBy(plan.moves, (move) => `${move.dataset} ${move.cell}`);
  return [...byTarget.values()].flatMap(pairs).flatMap(([earlier, later]): Fault[] => {
    const shared = later.markets.filter((market) => earlier.markets.includes(market));
    const index = plan.file.phases[later.phase]?.datasets.indexOf(later.dataset) ?? -1;
    if (shared.length === 0 || earlier.phase === later.phase) return [];
    return [
      {
        path: ['phases', later.phase, 'datasets', index],
        problem: `phase ${earlier.phase} already brings ${later.dataset} of these markets to cell ${later.cell}`,
        found: listed(shared),
        fix: 'take the dataset or the markets out of one phase, or name the cell this one takes over from',
      },
    ];
  });
}

/** Markets that a phase takes over from a cell that does not serve them, or never had the dataset. */
export function takeovers(plan: Plan): Fault[] {
  const order = Object.keys(plan.file.phases);
  return Object.entries(plan.file.phases).flatMap(([id, phase]): Fault[] => {
    const { from } = phase;
    if (from === undefined || !Object.hasOwn(plan.file.cells, from)) return [];
    const markets = plan.marketsOfPhase(id);
    const strangers = markets.filter((market) => !plan.marketsOf(from).includes(market));
    const path = ['phases', id, 'from'];
    if (strangers.length > 0) {
      const fix = 'name the cell that serves them today';
      return [{ path, problem: 'the cell does not serve these markets', found: listed(strangers), fix }];
    }
    const brought = (move: Move, dataset: string, market: string) =>
      move.cell === from && move.dataset === dataset && move.markets.includes(market);
    const earlier = plan.moves.filter((move) => order.indexOf(move.phase) < order.indexOf(id));
    const absent = phase.datasets.filter((dataset) =>
      markets.some((market) => !earlier.some((move) => brought(move, dataset, market))),
    );
    if (absent.length === 0) return [];
    const fix = 'put the phase that brings them there first, or move them from the source without from';
    const problem = `no earlier phase brings these datasets of all its markets to cell ${from}`;
    return [{ path, problem, found: listed(absent), fix }];
  });
}

/** Markets of the source's own country: their data stays where it is. */
export function ownCountry({ file }: Plan): Fault[] {
  const { country } = file.source;
  const owners: [(string | number)[], Plan['file']['phases'][string]['markets']][] = [
    ...Object.entries(file.cells).map(([id, cell]): [string[], typeof cell.markets] => [
      ['cells', id],
      cell.markets,
    ]),
    ...Object.entries(file.phases).map(([id, phase]): [string[], typeof phase.markets] => [
      ['phases', id],
      phase.markets,
    ]),
  ];
  return owners.flatMap(([base, markets]) =>
    Array.isArray(markets) && markets.includes(country)
      ? [
          {
            path: marketPath(base, markets, country),
            problem: 'the source’s own country: its data stays at the source',
            found: country,
            fix: 'remove it',
          },
        ]
      : [],
  );
}

/** Whether any stage of a phase is past `planned`. */
function isActive(plan: Plan, id: string): boolean {
  const stage = plan.file.phases[id]?.stage;
  if (stage === undefined || typeof stage === 'string') return stage !== undefined && stage !== 'planned';
  return Object.values(stage).some((one) => one !== 'planned');
}
