import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { TemplateInput } from '../../lib/residency/types';
import { KNOWN_GAPS } from './known-gaps';
import { HOME, judgementOf, template } from './support';

/**
 * Leaks and their harmless twins, written from AWS's documentation by someone who had not read the engine: a
 * stand-in for the set of cases that will judge it. When a case here and the engine disagree, ask AWS's
 * documentation which is right before changing either.
 */
interface Case {
  readonly name: string;
  /** Missing when the case is only about something harmless that looks like a leak. */
  readonly leak?: Side;
  readonly harmless: Side;
}

/** A template of a stack at home, or several stacks of one app. */
type Side = object | readonly Stack[];

interface Stack {
  readonly stackName: string;
  readonly region: string;
  readonly account?: string;
  readonly template: object;
}

const FOLDER = join(__dirname, 'cases');

function templatesOf(side: Side): TemplateInput[] {
  if (!Array.isArray(side)) return [template(side, { region: HOME })];
  return (side as readonly Stack[]).map(({ template: body, ...where }) => template(body, where));
}

for (const file of readdirSync(FOLDER)) {
  // The cases share their ordinary resources by alias, more often than the parser expects of honest input.
  const cases = parse(readFileSync(join(FOLDER, file), 'utf8'), { maxAliasCount: -1 }) as readonly Case[];
  const theme = file.replace('.yaml', '');
  const holds = (name: string) => (KNOWN_GAPS.has(`${theme} › ${name}`) ? test.failing : test);
  describe(theme, () => {
    for (const { name, leak, harmless } of cases) {
      if (leak)
        holds(`finds: ${name}`)(`finds: ${name}`, () =>
          expect(judgementOf(templatesOf(leak)).findings.map(({ level }) => level)).toContain('error'),
        );
      holds(`accepts: ${name}`)(`accepts: ${name}`, () =>
        expect(
          judgementOf(templatesOf(harmless)).findings.map(
            ({ rule, logicalId, path, message }) => `${rule} ${logicalId} ${path}: ${message}`,
          ),
        ).toEqual([]),
      );
    }
  });
}
