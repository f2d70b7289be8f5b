import type { Keyless, Requirement } from './requirement';
import type { Verdict } from './verdict';

/**
 * Properties of a definition by name: the number of a verdict, or, negative, of another definition of the type. The
 * name `*` stands for every key of a map.
 */
export type Definition = Readonly<Record<string, number>>;

/** What `npm run catalogue` writes. */
export interface CatalogueFile {
  /** Version of the CloudFormation service spec that it was made from. */
  readonly spec: string;
  readonly verdicts: readonly Verdict[];
  /** Every type of the spec, with its definitions; the first is the resource itself. */
  readonly types: Readonly<Record<string, readonly Definition[]>>;
  readonly required: readonly Requirement[];
  readonly keyless: readonly Keyless[];
}
