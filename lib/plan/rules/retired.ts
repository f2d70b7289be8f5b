import { resolve } from 'node:path';
import { listed, type Fault } from '../fault';
import type { Move, Plan } from '../model';
import { readRecord } from '../read-record';
import { erasableParts, mustBeErased, recordPlaces } from '../record-places';
import { erasureRecord, type ErasureRecord } from '../records';
import { stagePath } from './stages';

/** Phases said to be retired in a cell where no record shows that what moved there is gone from where it was. */
export function erased(plan: Plan): Fault[] {
  return plan.moves
    .filter((move) => move.stage === 'retired' && mustBeErased(plan, move))
    .flatMap((move) => {
      const place = recordPlaces.erasure(move);
      return problemsOf(plan, move).map((problem) => ({
        path: stagePath(plan, move.phase, move.cell),
        problem: `dataset ${move.dataset} is not shown to be erased: ${place} ${problem}`,
        found: 'retired',
        fix: `leave it complete, erase and count, then complete what \`npx domicile records --phase ${move.phase} --cell ${move.cell} --dataset ${move.dataset}\` prints`,
      }));
    });
}

function problemsOf(plan: Plan, move: Move): readonly string[] {
  const read = readRecord(resolve(plan.folder, recordPlaces.erasure(move)), erasureRecord);
  return read.ok ? shortcomings(plan, move, read.record) : read.problems;
}

/** What a well-shaped record leaves unshown of a move. */
function shortcomings(plan: Plan, move: Move, record: ErasureRecord): string[] {
  const about = { phase: move.phase, cell: move.cell, dataset: move.dataset, from: move.from ?? 'source' };
  const unlike = Object.entries(about)
    .filter(([key, value]) => record[key as keyof typeof about] !== value)
    .map(([key, value]) => `is about ${key} ${record[key as keyof typeof about]}, not ${value}`);
  if (unlike.length > 0) return unlike;
  const markets = move.markets.filter((market) => !record.markets.includes(market));
  const parts = erasableParts(plan, move).filter((part) => !Object.hasOwn(record.remaining, part));
  const left = Object.entries(record.remaining).filter(([, count]) => count > 0);
  return [
    ...(markets.length > 0 ? [`says nothing of the markets ${listed(markets)}`] : []),
    ...(parts.length > 0 ? [`does not count ${listed(parts)}`] : []),
    ...left.map(([part, count]) => `counts ${count} left in ${part}`),
    ...(Date.parse(record.checkedAt) > Date.now()
      ? [`was checked in the future, at ${record.checkedAt}`]
      : []),
  ];
}
