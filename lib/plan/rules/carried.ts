import { listed, type Fault } from '../fault';
import { isHome, type Move, type Plan } from '../model';
import { erasableParts, isCarriedByHand, recordPlaces } from '../record-places';
import { carriedRecord, type CarriedRecord } from '../records';
import { notAfter, recordFaults } from './record-shortcomings';

/**
 * Later moves of DynamoDB said to be complete where no record shows that people have carried the items over. No runbook
 * does: see docs/decisions/0015.
 */
export function carried(plan: Plan): Fault[] {
  return plan.moves
    .filter((move) => isHome(move.stage) && isCarriedByHand(plan, move))
    .flatMap((move) =>
      recordFaults(plan, move, {
        file: recordPlaces.carried(move),
        schema: carriedRecord,
        unshown: 'is not shown to be carried over',
        first: 'leave it planned, carry it over as docs/later-moves.md says (DynamoDB)',
        shortcomings: (record) => shortcomings(plan, move, record),
      }),
    );
}

function shortcomings(plan: Plan, move: Move, { items, frozenAt, checkedAt }: CarriedRecord): string[] {
  const tables = erasableParts(plan, move).filter((table) => !Object.hasOwn(items, table));
  const differing = Object.entries(items).filter(([, { exported, imported }]) => exported !== imported);
  return [
    ...(tables.length > 0 ? [`does not count ${listed(tables)}`] : []),
    ...differing.map(
      ([table, { exported, imported }]) =>
        `counts ${exported} exported of ${table}, and ${imported} imported`,
    ),
    ...notAfter(checkedAt, frozenAt, `was checked at ${checkedAt}, before the freeze, at ${frozenAt}`),
  ];
}
