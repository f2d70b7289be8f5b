import { listed, type Fault } from '../fault';
import { contains, jurisdictionOf } from '../geography';
import { hasLeft } from '../held-markets';
import type { Plan } from '../model';
import { groupBy, marketPath } from './places';

/**
 * Cells that stand where the law of a market they serve does not allow its data, or where no law speaks of it. A market
 * that has left the cell, and is erased there, needs no law for it: its law may change on that day.
 */
export function lawOfCells(plan: Plan): Fault[] {
  return Object.entries(plan.file.cells).flatMap(([id, cell]) => {
    const judged = plan
      .marketsOf(id)
      .filter((market) => market !== plan.file.source.country && !hasLeft(plan, id, market))
      .map((market) => ({ market, line: plan.lawOf(market) }))
      .filter(
        ({ line }) => !line?.law.jurisdictions.some((jurisdiction) => contains(jurisdiction, cell.region)),
      );
    return [...groupBy(judged, ({ line }) => `${line?.index}`).values()].flatMap((group): Fault[] => {
      const [first] = group;
      if (first === undefined) return [];
      const path = marketPath(['cells', id], cell.markets, first.market);
      const found = listed(group.map(({ market }) => market));
      if (first.line === undefined) {
        const fix = 'add a line to laws with the jurisdictions and the basis';
        return [{ path, problem: 'no law of the plan speaks of these markets', found, fix }];
      }
      const { law } = first.line;
      return [
        {
          path,
          problem: `the law of these markets (${law.basis}) does not allow data in ${jurisdictionOf(cell.region)}`,
          found,
          allowed: law.jurisdictions.join(', '),
          fix: 'serve them from a cell there, or correct the law if its basis says otherwise',
        },
      ];
    });
  });
}

/** Markets that two laws name: only the first would ever be read. */
export function lawsOfOneMarket({ file }: Plan): Fault[] {
  const seen = new Map<string, number>();
  return file.laws.flatMap(({ markets }, index) =>
    (Array.isArray(markets) ? markets : [markets]).flatMap((market, place): Fault[] => {
      const first = seen.get(market) ?? index;
      seen.set(market, first);
      if (first === index) return [];
      const path = ['laws', index, 'markets', ...(Array.isArray(markets) ? [place] : [])];
      return [
        {
          path,
          problem: `laws.${first} names this market already`,
          found: market,
          fix: 'keep one of the two',
        },
      ];
    }),
  );
}
