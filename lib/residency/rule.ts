import type { Hearing } from './hearing';
import type { JsonObject } from './json';
import type { Level, Policy } from './types';

/** A residency rule: data that pages, pack and findings are made from, and one function. */
export interface Rule {
  readonly id: string;
  /** What is required, in one sentence. */
  readonly what: string;
  /** Why, with the source of any limit. */
  readonly why: string;
  /** What to change when it finds something. */
  readonly fix: string;
  readonly level: Level;
  /** CloudFormation types that it judges. */
  readonly types: readonly string[] | 'every type';
  /** Resources of one stack in ap-southeast-1: the first are found, the second are not. */
  readonly examples: {
    readonly bad: JsonObject;
    readonly good: JsonObject;
    /** Policy that both are judged under; default: none. */
    readonly policy?: Policy;
  };
  check(hearing: Hearing): void;
}
