import { jurisdictionOf } from '../plan/geography';
import { marketsInLog } from '../plan/held-markets';
import { isMoving, type Move, type Plan } from '../plan/model';
import type { Flow, Place } from '../residency';
import { marketList, mover } from './phrases';
import { tableLines } from './table';

/** What the plan moves over a border, what DMS reads there besides to drop it, and what in the templates points over one. */
export function borderFlows(plan: Plan, flows: readonly Flow[]): string[] {
  const crossing = plan.moves.filter(
    (move) => isMoving(move.stage) && left(plan, move) !== plan.jurisdictionOf(move.cell),
  );
  const pointed = flows.flatMap(({ from, to, stack, type, path }) => {
    const [here, there] = [countryOf(from), countryOf(to)];
    if (here === undefined || there === undefined || here === there) return [];
    // What a replication reads is told above, with its class.
    if (crossing.some((move) => stack === `${move.cell}-replication` && here === left(plan, move))) return [];
    const pointer = `${type.split('::').pop()} ${path.split('.').pop()}`;
    return [[`${here} → ${there}`, '-', 'none', `${stack}, ${pointer}`, '-']];
  });
  const rows = [...crossing.flatMap((move) => rowsOf(plan, move)), ...pointed];
  return rows.length > 0 ? tableLines(['flow', 'dataset', 'class', 'by', 'markets'], rows) : ['none'];
}

/** What a move carries, and whose changes are read with it. */
function rowsOf(plan: Plan, move: Move): string[][] {
  const { class: dataClass, store } = plan.file.datasets[move.dataset] ?? { class: '', store: 's3' as const };
  const row = (by: string, markets: readonly string[]) => [
    `${left(plan, move)} → ${plan.jurisdictionOf(move.cell)}`,
    move.dataset,
    dataClass,
    by,
    marketList(markets),
  ];
  const others = marketsInLog(plan, move);
  return [
    row(`${move.phase} into ${move.cell}, ${mover(store)}`, move.markets),
    ...(others.length > 0 ? [row('change log, filtered in DMS', others)] : []),
  ];
}

/** The country that a move leaves. */
function left(plan: Plan, { from }: Move): string {
  return from === undefined ? plan.file.source.country : plan.jurisdictionOf(from);
}

function countryOf(place: Place): string | undefined {
  return place.kind === 'region' ? jurisdictionOf(place.region) : undefined;
}
