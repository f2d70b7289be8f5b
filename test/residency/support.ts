import { judge } from '../../lib/residency/judge';
import type { Finding, Judgement, Policy, TemplateInput } from '../../lib/residency/types';

export const HOME = 'ap-southeast-1';
export const AWAY = 'us-east-1';
export const ACCOUNT = '111111111111';

/** A template of a stack at home, or where `more` says. */
export function template(body: unknown, more: Partial<TemplateInput> = {}): TemplateInput {
  const stackName = more.stackName ?? 'stack';
  return {
    name: `${stackName}.template.json`,
    stackName,
    region: HOME,
    account: ACCOUNT,
    partition: 'aws',
    template: body,
    ...more,
  };
}

/** A template with nothing but resources. */
export function resources(body: object, more: Partial<TemplateInput> = {}): TemplateInput {
  return template({ Resources: body }, more);
}

/** A template with one resource, `It`. */
export function one(type: string, properties: object, others: object = {}): TemplateInput {
  return resources({ It: { Type: type, Properties: properties }, ...others });
}

/** What one rule finds, as `LogicalId path`. */
export function found(
  rule: string,
  templates: TemplateInput | readonly TemplateInput[],
  policy?: Policy,
): string[] {
  return findings(rule, templates, policy).map(({ logicalId, path }) => `${logicalId} ${path}`.trim());
}

export function findings(
  rule: string,
  templates: TemplateInput | readonly TemplateInput[],
  policy?: Policy,
): readonly Finding[] {
  return judgementOf(templates, policy).findings.filter((finding) => finding.rule === rule);
}

export function judgementOf(templates: TemplateInput | readonly TemplateInput[], policy?: Policy): Judgement {
  return judge('template' in templates ? [templates] : templates, policy);
}

/** A case of a table: what it is called, the resource's properties, other resources beside it. */
export type Case = readonly [name: string, properties: object, others?: object];

/** The valid and invalid cases of a rule about one type. */
export function describeRule(
  rule: string,
  type: string,
  cases: { readonly valid: readonly Case[]; readonly invalid: readonly Case[] },
): void {
  describe(`${rule} on ${type}`, () => {
    for (const [name, properties, others] of cases.valid)
      test(`accepts ${name}`, () => expect(found(rule, one(type, properties, others))).toEqual([]));
    for (const [name, properties, others] of cases.invalid)
      test(`finds ${name}`, () => expect(found(rule, one(type, properties, others))).not.toEqual([]));
  });
}
