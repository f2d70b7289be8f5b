import { resolve } from 'node:path';
import type { z } from 'zod';
import { listed, type Fault } from '../fault';
import { placeHash } from '../hash';
import type { Move, Plan } from '../model';
import { readRecord } from '../read-record';
import type { CarriedRecord, ErasureRecord } from '../records';
import { stagePath } from './stages';

/** A record beside the plan without which a move is not at its stage. */
interface Wanted<R> {
  /** Relative to the plan's folder. */
  readonly file: string;
  readonly schema: z.ZodType<R>;
  /** What the plan says of the dataset without it. */
  readonly unshown: string;
  /** What to do before it can be written. */
  readonly first: string;
  /** What a record that is about the move leaves unshown; each a line that does not name the file. */
  readonly shortcomings: (record: R) => readonly string[];
}

/** What a move lacks to be at its stage, because of a record that is not there or falls short. */
export function recordFaults<R extends CarriedRecord | ErasureRecord>(
  plan: Plan,
  move: Move,
  { file, schema, unshown, first, shortcomings }: Wanted<R>,
): Fault[] {
  const read = readRecord(resolve(plan.folder, file), schema);
  const { phase, cell, dataset, stage } = move;
  return (read.ok ? shortcomingsOf(plan, move, read.record, shortcomings) : read.problems).map((problem) => ({
    path: stagePath(plan, phase, cell),
    problem: `dataset ${dataset} ${unshown}: ${file} ${problem}`,
    found: stage,
    fix: `${first}, then complete what \`npx domicile records PLAN --phase ${phase} --cell ${cell} --dataset ${dataset}\` prints`,
  }));
}

function shortcomingsOf<R extends CarriedRecord | ErasureRecord>(
  plan: Plan,
  move: Move,
  record: R,
  own: Wanted<R>['shortcomings'],
): readonly string[] {
  const about = { phase: move.phase, cell: move.cell, dataset: move.dataset, from: move.from ?? 'source' };
  const unlike = Object.entries(about)
    .filter(([key, value]) => record[key as keyof typeof about] !== value)
    .map(([key, value]) => `is about ${key} ${record[key as keyof typeof about]}, not ${value}`);
  if (unlike.length > 0) return unlike;
  const place = placeHash(plan, move);
  const markets = move.markets.filter((market) => !record.markets.includes(market));
  const rest = [
    ...(markets.length > 0 ? [`says nothing of the markets ${listed(markets)}`] : []),
    ...own(record),
    ...(Date.parse(record.checkedAt) > Date.now()
      ? [`was checked in the future, at ${record.checkedAt}`]
      : []),
  ];
  // What is wrong with its content says more than that its hash is another.
  if (rest.length > 0 || record.place === place) return rest;
  return [`was written for another place or other tables: its place is ${record.place}, the plan’s ${place}`];
}

/** The complaint that `later` is not after `earlier`, both times of a record. */
export function notAfter(later: string, earlier: string, complaint: string): string[] {
  return Date.parse(later) > Date.parse(earlier) ? [] : [complaint];
}
