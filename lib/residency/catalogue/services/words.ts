import type { Classification } from '../classification';
import type { Verdict } from '../verdict';

/** The same verdict on every one of these. */
export const all = (verdict: Verdict, ...on: string[]): Classification[] =>
  on.map((each) => ({ on: each, ...verdict }));

/** Every one of these is nothing to judge, for the same reason. */
export const not = (reason: string, ...on: string[]): Classification[] =>
  on.map((each) => ({ on: each, not: reason }));
