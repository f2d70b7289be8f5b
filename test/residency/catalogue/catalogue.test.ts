import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSIFICATIONS, KEYLESS, REQUIREMENTS } from '../../../lib/residency/catalogue/classifications';
import { specProperties, specTypes } from './candidates';
import { classify, namesOf } from './derive';
import { derive } from './refresh';

const properties = specProperties();

test('every candidate of the installed spec is classified', () => {
  expect(derive().unclassified).toEqual([]);
});

test('the committed catalogue is what the spec and the classifications give', () => {
  const committed = readFileSync(join(__dirname, '../../../lib/residency/catalogue/catalogue.json'), 'utf8');
  expect(committed).toBe(derive().text);
});

test('a property that nobody classified is told by its name', () => {
  const added = {
    ...property('AWS::SQS::Queue', 'KmsMasterKeyId'),
    name: 'ShipTo',
    refersTo: ['AWS::New::Thing'],
  };
  const [classified] = classify([added], CLASSIFICATIONS);
  expect(classified).toEqual({ property: added, by: undefined });
});

test('every classification by type is of a property that the spec has, and is written once', () => {
  const names = new Set(properties.flatMap((each) => namesOf(each)));
  const written = CLASSIFICATIONS.flatMap(({ on }) => (typeof on === 'string' ? [on] : []));
  expect(written.filter((on) => !names.has(on))).toEqual([]);
  expect(written.filter((on, index) => written.indexOf(on) !== index)).toEqual([]);
});

test('every expression and every reason is of use', () => {
  const used = new Set(classify(properties, CLASSIFICATIONS).map(({ by }) => by));
  expect(CLASSIFICATIONS.filter((each) => !used.has(each)).map(({ on }) => String(on))).toEqual([]);
});

test('what must be said, and what cannot be encrypted, is of types and properties that the spec has', () => {
  const types = new Set(specTypes());
  expect([...REQUIREMENTS, ...KEYLESS].filter(({ type }) => !types.has(type))).toEqual([]);
  const paths = REQUIREMENTS.flatMap(({ type, path, onlyWith, notWith }) =>
    [path, onlyWith ?? [], notWith ?? []].flat().map((each): [string, string] => [type, each]),
  );
  expect(paths.filter(([type, path]) => !exists(type, path))).toEqual([]);
});

function exists(type: string, path: string): boolean {
  let owners = [''];
  for (const name of path.replaceAll('[*]', '').split('.')) {
    const found = properties.filter(
      (each) => each.type === type && owners.includes(each.owner) && each.name === name,
    );
    if (found.length === 0) return false;
    owners = found.flatMap(({ leadsTo }) => leadsTo);
  }
  return true;
}

function property(type: string, name: string) {
  const found = properties.find((each) => each.type === type && each.name === name);
  if (found === undefined) throw new Error(`no ${name} of ${type}`);
  return found;
}
