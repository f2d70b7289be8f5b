import type { LocatedFault } from '../plan/fault';
import type { TemplateInput } from '../residency';
import type { Progress } from './progress';

/** A template to be judged, and the file that it was read from. */
export interface Source {
  readonly input: TemplateInput;
  /** Path of the file, as the user would write it. */
  readonly file: string;
  /** The file's name as findings give it; two nested stacks may be made from one file. */
  readonly name: string;
  /** Tags of the whole stack. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Templates that are deployed together, so that one may point into another. */
export type App = readonly Source[];

/** What is to be judged at a path, and what could not be read there. */
export interface Found {
  readonly apps: readonly App[];
  readonly faults: readonly LocatedFault[];
}

/** Where templates are deployed that do not say so themselves. */
export interface Whereabouts {
  readonly region?: string;
  readonly account?: string;
}

/** How to read what is at a path. */
export interface Reading extends Whereabouts {
  readonly progress?: Progress;
}

/** What CDK calls the place of a stack that is deployed wherever its user is. */
const UNKNOWN_REGION = 'unknown-region';
const UNKNOWN_ACCOUNT = 'unknown-account';

/** Whether a stack's region is one. */
export function isKnownRegion(region: string): boolean {
  return region !== UNKNOWN_REGION;
}

/** Region and account of a stack, with what is unknown taken from `given` where that says it. */
export function placed(
  region: string | undefined,
  account: string | undefined,
  given: Whereabouts,
): { readonly region: string; readonly account: string } {
  const known = (value: string | undefined, unknown: string) => (value === unknown ? undefined : value);
  return {
    region: known(region, UNKNOWN_REGION) ?? given.region ?? UNKNOWN_REGION,
    account: known(account, UNKNOWN_ACCOUNT) ?? given.account ?? UNKNOWN_ACCOUNT,
  };
}
