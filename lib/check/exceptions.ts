import type { Finding, Flow } from '../residency';
import { matches } from './glob';
import type { CheckPolicy, Exception } from './policy-file';
import { EXPIRED_EXCEPTION, UNUSED_EXCEPTION, type RuleData } from './rules';

/** A finding that an exception of the policy accepts. */
export interface Accepted {
  readonly finding: Finding;
  readonly exception: Exception;
}

/** A fault of an exception itself: it stands in the policy. */
export interface ExceptionFault {
  readonly finding: Finding;
  readonly exception: Exception;
}

/** What is left of findings once the policy's exceptions have accepted some. */
export interface Excused {
  readonly findings: readonly Finding[];
  readonly accepted: readonly Accepted[];
  readonly faults: readonly ExceptionFault[];
}

/**
 * Lets exceptions accept findings. One that has expired accepts nothing, and is a fault; one that has nothing to
 * accept is a fault too.
 *
 * @param today the day, as YYYY-MM-DD in UTC; an exception holds until the end of its last day
 */
export function excuse(findings: readonly Finding[], policy: CheckPolicy, today: string): Excused {
  const { exceptions } = policy;
  const holding = exceptions.filter(({ expires }) => expires >= today);
  const left: Finding[] = [];
  const accepted: Accepted[] = [];
  for (const finding of findings) {
    const exception = holding.find((candidate) => isAbout(candidate, finding));
    if (exception === undefined) left.push(finding);
    else accepted.push({ finding, exception });
  }
  // An exception behind another one that accepts the same finding is of use as well.
  const unused = holding.filter((exception) => !accepted.some(({ finding }) => isAbout(exception, finding)));
  const faults = exceptions.flatMap((exception): ExceptionFault[] => {
    const fault = (rule: RuleData, message: string) => [
      { exception, finding: findingOf(policy.file, exception, rule, message) },
    ];
    if (exception.expires < today) {
      const count = left.filter((finding) => isAbout(exception, finding)).length;
      const again =
        count === 0 ? 'and nothing is left that it would accept' : `so ${count} of its findings count`;
      return fault(EXPIRED_EXCEPTION, `the exception expired at the end of ${exception.expires}, ${again}`);
    }
    return unused.includes(exception) ? fault(UNUSED_EXCEPTION, 'the exception accepts no finding') : [];
  });
  return { findings: left, accepted, faults };
}

/** A flow that a finding is about, permitted now that its finding is accepted. */
export function permittedFlows(flows: readonly Flow[], accepted: readonly Accepted[]): readonly Flow[] {
  if (accepted.length === 0) return flows;
  const reasons = new Map(accepted.map(({ finding, exception }) => [keyOf(finding), exception.reason]));
  return flows.map((flow) => {
    const reason = flow.permitted ? undefined : reasons.get(keyOf(flow));
    return reason === undefined ? flow : { ...flow, permitted: true, reason };
  });
}

function keyOf({ rule, template, stack, logicalId, path, value }: Finding | Flow): string {
  return [rule, template, stack, logicalId, path, value].join('\n');
}

function isAbout({ rule, stack, logicalId, type, path, to }: Exception, finding: Finding): boolean {
  return (
    (rule ?? finding.rule) === finding.rule &&
    matches(stack ?? '*', finding.stack) &&
    matches(logicalId ?? '*', finding.logicalId) &&
    (type ?? finding.type) === finding.type &&
    (path === undefined || path === finding.path || path === finding.path.replace(/\[\d+\]/g, '[*]')) &&
    (to === undefined || to === placeOf(finding))
  );
}

function placeOf({ place }: Finding): string | undefined {
  if (place?.kind === 'region') return place.region;
  return place?.kind === 'external' ? place.host : place?.kind;
}

function findingOf(file: string, exception: Exception, rule: RuleData, message: string): Finding {
  return {
    rule: rule.id,
    level: rule.level,
    template: file,
    stack: '',
    region: '',
    logicalId: '',
    type: 'Policy',
    path: exception.key,
    value: exception.expires,
    message,
    fix: rule.fix,
  };
}
