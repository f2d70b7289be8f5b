import { listed, type Fault } from '../fault';
import type { Move, Plan } from '../model';
import { erasableParts, mustBeErased, recordPlaces } from '../record-places';
import { erasureRecord, type ErasureRecord } from '../records';
import { notAfter, recordFaults } from './record-shortcomings';

/** Phases said to be retired in a cell where no record shows that what moved there is gone from where it was. */
export function erased(plan: Plan): Fault[] {
  return plan.moves
    .filter((move) => move.stage === 'retired' && mustBeErased(plan, move))
    .flatMap((move) =>
      recordFaults(plan, move, {
        file: recordPlaces.erasure(move),
        schema: erasureRecord,
        unshown: 'is not shown to be erased',
        first: 'leave it complete, erase and count',
        shortcomings: (record) => shortcomings(plan, move, record),
      }),
    );
}

/** What a record of erasure leaves unshown of a move. */
function shortcomings(plan: Plan, move: Move, { remaining, homeSince, checkedAt }: ErasureRecord): string[] {
  const parts = erasableParts(plan, move).filter((part) => !Object.hasOwn(remaining, part));
  const left = Object.entries(remaining).filter(([, count]) => count > 0);
  return [
    ...(parts.length > 0 ? [`does not count ${listed(parts)}`] : []),
    ...left.map(([part, count]) => `counts ${count} left in ${part}`),
    ...notAfter(
      checkedAt,
      homeSince,
      `was checked at ${checkedAt}, before the cell became home, at ${homeSince}`,
    ),
  ];
}
