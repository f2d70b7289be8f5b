import { Hearing } from './hearing';
import { DEFAULT_POLICY } from './policy';
import { Resolver } from './resolver';
import type { Rule } from './rule';
import { RULES } from './rules';
import { Templates } from './templates';
import type { Finding, Flow, Judgement, Policy, TemplateInput } from './types';

/**
 * Judges all templates of an app together. Never throws on a template, whatever is in it: what cannot be
 * worked out is a finding.
 *
 * @param templates final templates, as they would be deployed
 * @param policy where pointers may lead; with none, a resource's home is its stack's region, and a CDN has its perimeter
 */
export function judge(
  templates: readonly TemplateInput[],
  policy: Policy = DEFAULT_POLICY,
  rules: readonly Rule[] = RULES,
): Judgement {
  const index = new Templates(templates);
  const resolver = new Resolver(index);
  const record = { findings: new Map<string, Finding>(), flows: new Map<string, Flow>() };
  const every = rules.filter((rule) => rule.types === 'every type');
  const byType = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (rule.types === 'every type') continue;
    for (const type of rule.types) byType.set(type, [...(byType.get(type) ?? []), rule]);
  }
  let resources = 0;
  for (const template of index.all) {
    for (const unread of template.unread)
      for (const rule of every) rule.check(new Hearing(rule, unread, resolver, policy, record));
    for (const resource of template.resources.values()) {
      resources += 1;
      for (const rule of every) rule.check(new Hearing(rule, resource, resolver, policy, record));
      for (const rule of byType.get(resource.type) ?? [])
        rule.check(new Hearing(rule, resource, resolver, policy, record));
    }
  }
  const findings = [...record.findings.values()];
  const flows = [...record.flows.values()];
  return {
    findings,
    flows,
    counts: { templates: index.all.length, resources, pointers: flows.length, findings: findings.length },
  };
}
