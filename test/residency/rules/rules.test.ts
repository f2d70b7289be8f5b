import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../lib/residency/rules';
import { found, resources } from '../support';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  test('finds its bad example', () => {
    expect(found(id, resources(rule.examples.bad), rule.examples.policy)).not.toEqual([]);
  });

  test('accepts its good example', () => {
    expect(found(id, resources(rule.examples.good), rule.examples.policy)).toEqual([]);
  });

  test('has a file and a test of its own name', () => {
    expect(existsSync(join(__dirname, `../../../lib/residency/rules/${id}.ts`))).toBe(true);
    expect(existsSync(join(__dirname, `${id}.test.ts`))).toBe(true);
  });
});

test('every file of the rules is in the list', () => {
  const files = readdirSync(join(__dirname, '../../../lib/residency/rules'));
  const ids = files.map((name) => name.replace('.ts', '')).filter((name) => name !== 'index');
  expect(ids.sort()).toEqual(RULES.map((rule) => rule.id).sort());
});

test('no two rules share an id', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});
