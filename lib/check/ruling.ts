import { DEFAULT_POLICY, type Finding, type Policy } from '../residency';
import type { App } from './source';

/** What a policy makes of one app. */
export interface Ruling {
  /** Where pointers may lead. */
  readonly policy: Policy;
  /** Resources and stacks that are in the wrong place themselves. */
  readonly placements: readonly Finding[];
  /** The line of a file that a finding goes against, with what it says; undefined where none does. */
  forbiddenBy(finding: Finding): string | undefined;
}

export type Rules = (app: App) => Ruling;

/** With no policy a resource's home is its stack's region; AWS itself leaves no choice where a CDN's parts are. */
export const HOME: Rules = () => ({
  policy: DEFAULT_POLICY,
  placements: [],
  forbiddenBy: () => undefined,
});
