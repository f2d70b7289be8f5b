import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from './rule';
import { RULES } from './rules';

/** The pages of the rules, by file name, made from the rules' own data. */
export function rulePages(rules: readonly Rule[] = RULES): Record<string, string> {
  return Object.fromEntries([
    ['README.md', index(rules)],
    ...rules.map((rule): [string, string] => [`${rule.id}.md`, page(rule)]),
  ]);
}

/** Writes the pages into `folder`, and removes those of rules that are gone. */
function writeRulePages(folder: string): void {
  const pages = rulePages();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.endsWith('.md') && !(name in pages)) rmSync(join(folder, name));
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
}

function index(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.level} | ${rule.what} |`);
  return `# Residency rules

Each rule judges the final templates of all stacks together. A finding stops synthesis; one that is accepted
is acknowledged beside its construct, with a reason:

\`\`\`ts
Validations.of(construct).acknowledge({ id: 'Residency::<rule>', reason: '…' });
\`\`\`

| rule | level | required |
| --- | --- | --- |
${rows.join('\n')}

Generated from \`lib/residency/rules\` by \`npm run rules\`.
`;
}

function page(rule: Rule): string {
  const types =
    rule.types === 'every type' ? 'every type' : rule.types.map((type) => `\`${type}\``).join(', ');
  return `# ${rule.id}

${sentence(rule.what)}

**Why.** ${rule.why}

**Fix.** ${sentence(rule.fix)}

**Level:** ${rule.level}. **Judges:** ${types}.

## Found

${example(rule.examples.bad)}

## Not found

${example(rule.examples.good)}

Both as resources of a stack in ap-southeast-1${underPolicy(rule)}. Acknowledge as \`Residency::${rule.id}\`.

Generated from \`lib/residency/rules/${rule.id}.ts\` by \`npm run rules\`.
`;
}

function underPolicy({ examples: { policy } }: Rule): string {
  return policy === undefined ? '' : ` named stack, under the policy \`${JSON.stringify(policy)}\``;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function example(resources: unknown): string {
  return `\`\`\`json\n${JSON.stringify(resources, null, 2)}\n\`\`\``;
}

if (require.main === module) writeRulePages(join(__dirname, '../../docs/rules'));
