import { RULES, type Level } from '../residency';

/** What a report needs to know of a rule. */
export interface RuleData {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly level: Level;
}

/** What the policy is the rule of: the engine knows regions and pointers, not laws and exceptions. */
export const PLACEMENT: RuleData = {
  id: 'placement',
  what: 'resources are in a region that the policy allows for their class and stack',
  why: 'What never leaves a region that the law does not allow is in the wrong place all the same.',
  fix: 'deploy it to a region that the policy allows, or have its law allow this one, with the basis',
  level: 'error',
};

export const EXPIRED_EXCEPTION: RuleData = {
  id: 'expired-exception',
  what: 'no exception of the policy has expired',
  why: 'An exception says until when its reason holds. Past that day nobody has said that it still does, so it accepts nothing.',
  fix: 'repair what it accepted and take it out, or have its reason reviewed and give it a new day',
  level: 'error',
};

export const UNUSED_EXCEPTION: RuleData = {
  id: 'unused-exception',
  what: 'every exception of the policy accepts a finding',
  why: 'An exception without a finding would accept the next leak of its kind unseen.',
  fix: 'take it out, or name what it is about as the finding does',
  level: 'warning',
};

/** Every rule that a finding can be of. */
export const CHECK_RULES: readonly RuleData[] = [...RULES, PLACEMENT, EXPIRED_EXCEPTION, UNUSED_EXCEPTION];
