import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The packs whose findings may be accepted here. Those of our own rules are not: a leak is mended. */
type Pack = 'AwsSolutions' | 'NIST.800.53.R5';

/** Findings by id, each with the reason why this one is accepted, as a security reviewer would sign it. */
export type Acknowledgements = Readonly<Partial<Record<`${Pack}-${string}`, string>>>;

/** Accepts findings on `construct` and what lies under it. Call it where the construct is made. */
export function acknowledge(construct: IConstruct, findings: Acknowledgements): void {
  for (const [id, reason = ''] of Object.entries(findings)) {
    // Core shows an accepted finding in its report only if the id says which pack it is from.
    Validations.of(construct).acknowledge({ id: `${id.slice(0, id.indexOf('-'))}::${id}`, reason });
  }
}
