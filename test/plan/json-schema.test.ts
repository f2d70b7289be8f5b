import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { JSON_SCHEMA_FILE, jsonSchema } from '../../lib/plan/json-schema';
import { BASE } from './base-plan';

const PLANS = join(__dirname, '../../plans');
const validate = new Ajv({ strict: false, formats: { email: true } }).compile(jsonSchema() as object);

test('the committed schema is the generated one: npm run schema', () => {
  expect(JSON.parse(readFileSync(JSON_SCHEMA_FILE, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(jsonSchema())),
  );
});

test.each(['reference', 'smallest', 'sandbox'])(
  'the %s plan is valid, and names the schema for editors',
  (name) => {
    const text = readFileSync(join(PLANS, `${name}.yaml`), 'utf8');
    validate(parse(text));
    expect(validate.errors).toBeNull();
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../lib/plan/plan.schema.json');
  },
);

test.each([
  ['an unknown key', 'organization:', 'organisation:'],
  ['an unknown market', 'country: CN', 'country: ZZ'],
  ['an unknown stage', 'stage: complete', 'stage: done'],
  ['two links', '{ vpn:', '{ transitGateway: tgw-0a1b2c3d4e5f60001, vpn:'],
])('%s is invalid', (_, before, after) => {
  expect(validate(parse(BASE))).toBe(true);
  expect(validate(parse(BASE.replace(before, after)))).toBe(false);
});
