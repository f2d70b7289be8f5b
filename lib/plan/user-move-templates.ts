import { cellPlan, type Plan } from './model';
import { CELL_BUCKETS, names } from './names';
import { recordPlaces } from './record-places';
import type { UserMoveRecord } from './records';

/** The record that one cell writes of a user who moves, as far as the plan knows it; what only counting can tell is null. */
export interface UserMoveTemplate {
  readonly region: string;
  readonly bucket: string;
  readonly key: string;
  readonly content: Omit<UserMoveRecord, 'datasets' | 'checkedAt'> & {
    readonly datasets: Readonly<Record<string, { readonly exported: null; readonly here: null }>>;
    readonly checkedAt: null;
  };
}

/** From which cell to which one a user's datasets go when she moves country; `source` where that is home. */
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly datasets: string[];
}

/**
 * Records of one user who moves from one market to another: the new cell's first, as the page on user moves orders them.
 * The source, which has no evidence bucket, writes none. A user whose data lies in several pairs of cells moves once for
 * each, under an id of its own.
 *
 * @param newId gives a random UUID
 */
export function userMoveTemplates(
  plan: Plan,
  markets: { readonly from: string; readonly to: string },
  newId: () => string,
): UserMoveTemplate[] {
  return pairsOf(plan, markets).flatMap(({ from, to, datasets }) => {
    const move = newId();
    const one = (record: UserMoveRecord['record'], cell: string, other: string): UserMoveTemplate[] => {
      if (cell === SOURCE) return [];
      const site = cellPlan(plan, cell);
      const counts = Object.fromEntries(datasets.map((id) => [id, { exported: null, here: null }]));
      return [
        {
          region: site.cell.region,
          bucket: names.bucket(site, CELL_BUCKETS.evidence),
          key: recordPlaces.userMove(record, move),
          content: { record, move, cell, other, markets, datasets: counts, checkedAt: null },
        },
      ];
    };
    return [...one('user-joined', to, from), ...one('user-left', from, to)];
  });
}

const SOURCE = 'source';

function pairsOf(plan: Plan, markets: { readonly from: string; readonly to: string }): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [id, { class: dataClass }] of Object.entries(plan.file.datasets)) {
    const [from = SOURCE, to = SOURCE] = [markets.from, markets.to].map(
      (market) => plan.home(market, id).cell,
    );
    // What is public holds nothing of her; what stays in one place has its market changed there.
    if (dataClass !== 'personal' || from === to) continue;
    const pair = pairs.get(`${from} ${to}`) ?? { from, to, datasets: [] };
    pair.datasets.push(id);
    pairs.set(`${from} ${to}`, pair);
  }
  return [...pairs.values()];
}
