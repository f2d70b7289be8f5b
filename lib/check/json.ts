import type { Finding } from '../residency';
import type { Report } from './check';

/** A report as JSON. A key is always there: a finding that is about no place has `null` for it. */
export function asJson({ counts, findings, accepted, flows, reach }: Report): string {
  const { templates, resources, pointers } = counts;
  const report = {
    summary: { templates, resources, pointers, findings: counts.findings },
    findings: findings.map(({ finding }) => findingOf(finding)),
    flows,
    reach,
    ...(accepted === undefined
      ? {}
      : {
          accepted: accepted.map(({ finding, reason, expires }) => ({
            ...findingOf(finding),
            reason,
            expires,
          })),
        }),
  };
  return JSON.stringify(report, undefined, 2);
}

function findingOf(finding: Finding) {
  const { rule, level, template, stack, region, logicalId, type, path, value, place, message, fix } = finding;
  return {
    rule,
    level,
    template,
    stack,
    region,
    logicalId,
    type,
    path,
    value,
    place: place ?? null,
    message,
    fix,
  };
}
