import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from '../../lib/residency/rule-pages';

const folder = join(__dirname, '../../docs/rules');
const pages = rulePages();

test('docs/rules holds exactly the pages of the rules', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
});

test.each(Object.entries(pages))('docs/rules/%s is what the rules generate', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});
