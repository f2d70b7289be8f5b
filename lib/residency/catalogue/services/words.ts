import type { Classification } from '../classification';
import type { Verdict } from '../verdict';

/** One verdict on many properties. */
export function all(verdict: Verdict, ...on: readonly string[]): Classification[] {
  return on.map((each) => ({ on: each, ...verdict }));
}

/** One reason why many properties are nothing to judge. */
export function not(reason: string, ...on: readonly string[]): Classification[] {
  return on.map((each) => ({ on: each, not: reason }));
}
