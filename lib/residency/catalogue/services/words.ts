import type { Classification } from '../classification';
import type { Requirement } from '../requirement';
import type { Verdict } from '../verdict';

/** Reasons that recur in every service. */
export const COMMON = {
  made: 'AWS sets it; no template does',
  owner: 'the account that a bucket must belong to: it is checked before use and gives nobody access',
  sso: 'IAM Identity Center, whose ARNs name no region; it knows the people who sign in, not what is stored',
  near: 'names something of the stack’s own region and account by a name that allows no ARN',
} as const;

/** One verdict on many properties. */
export function all(verdict: Verdict, ...on: readonly string[]): Classification[] {
  return on.map((each) => ({ on: each, ...verdict }));
}

/** One reason why many properties are nothing to judge. */
export function not(reason: string, ...on: readonly string[]): Classification[] {
  return on.map((each) => ({ on: each, not: reason }));
}

/** Properties of the type, definition or service that `where` names; `names` are parted by white space. */
export function under(where: string, names: string): string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `AWS::${where}.${name}`);
}

/** One requirement; `only` narrows it. */
export function need(
  kind: Requirement['kind'],
  type: string,
  path: string | readonly string[],
  why: string,
  only: Pick<Requirement, 'onlyWith' | 'notWith'> = {},
): Requirement {
  return { type: `AWS::${type}`, path, kind, why, ...only };
}
