import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { checkPolicy, loadPolicy } from '../../lib/check/policy-file';
import { POLICY_SCHEMA_FILE, policyJsonSchema } from '../../lib/check/json-schema';
import { formatFault } from '../../lib/plan/fault';

const EXAMPLE = join(__dirname, '../../docs/policy.yaml');
const validate = new Ajv({ strict: false }).compile(policyJsonSchema() as object);

const faults = (text: string) => {
  const checked = checkPolicy(text, 'policy.yaml');
  return checked.ok ? [] : checked.faults.map(formatFault);
};
const REASON = 'reason: a reason that is long enough';

test('the example is sound, and names the schema for editors', () => {
  const text = readFileSync(EXAMPLE, 'utf8');
  expect(faults(text)).toEqual([]);
  validate(parse(text));
  expect(validate.errors).toBeNull();
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../lib/check/policy.schema.json');
});

test('the committed schema is the generated one: npm run schema', () => {
  expect(JSON.parse(readFileSync(POLICY_SCHEMA_FILE, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(policyJsonSchema())),
  );
});

test('names of places stand for the regions in them, and laws know their lines', () => {
  const checked = checkPolicy(
    'jurisdictions:\n  home: [SG, us-gov-west-1]\nallowed:\n  - class: personal\n    in: [home]\n  - in: [IN, home]\n',
    'policy.yaml',
  );
  if (!checked.ok) throw new Error('it is sound');
  expect(checked.policy.laws.map(({ at, regions }) => [at, [...regions]])).toEqual([
    ['policy.yaml:4', ['ap-southeast-1', 'us-gov-west-1']],
    ['policy.yaml:6', ['ap-south-1', 'ap-south-2', 'ap-southeast-1', 'us-gov-west-1']],
  ]);
});

test.each([
  [
    'a misspelt key',
    'host: []\n',
    'policy.yaml:1:1: error: host: unknown key (allowed: jurisdictions, classTag, allowed, hosts, exceptions; fix: did you mean hosts?)',
  ],
  [
    'a misspelt region',
    'allowed:\n  - in: [us-eest-1]\n',
    'policy.yaml:2:10: error: allowed.0.in.0: not a place that is known (found "us-eest-1"; allowed: an AWS region, a country or bloc with one (ISO 3166-1 alpha-2, or EU); fix: did you mean us-east-1 or us-west-1 or us-east-2?)',
  ],
  [
    'a country without a region',
    'allowed:\n  - in: [PT]\n',
    'policy.yaml:2:10: error: allowed.0.in.0: not a place that is known (found "PT"; allowed: an AWS region, a country or bloc with one (ISO 3166-1 alpha-2, or EU); fix: did you mean IT?)',
  ],
  [
    'a place outside a list',
    'allowed:\n  - in: EU\n',
    'policy.yaml:2:9: error: allowed.0.in: not a list (found "EU"; allowed: a list)',
  ],
  [
    'a misspelt place in a jurisdiction',
    'jurisdictions:\n  home: [EUU]\n',
    'policy.yaml:2:10: error: jurisdictions.home.0: not a place that is known',
  ],
  [
    'a jurisdiction with the name of a region',
    'jurisdictions:\n  eu-west-1: [DE]\n',
    'policy.yaml:2:3: error: jurisdictions.eu-west-1: the name of a region (found "eu-west-1"; fix: name the jurisdiction otherwise)',
  ],
  [
    'a law that another hides',
    'allowed:\n  - in: [EU]\n  - class: personal\n    in: [DE]\n',
    'policy.yaml:3:5: error: allowed.1: never applies: the first entry that fits is the law, and allowed.0 fits everything (fix: put it before that one)',
  ],
  [
    'an address for a host',
    `hosts:\n  - host: https://a.example\n    ${REASON}\n`,
    'policy.yaml:2:11: error: hosts.0.host: malformed',
  ],
  [
    'a host without a reason',
    'hosts:\n  - host: a.example\n',
    'policy.yaml:2:5: error: hosts.0.reason: missing',
  ],
  [
    'an exception from everything',
    `exceptions:\n  - ${REASON}\n    expires: 2027-01-01\n`,
    'policy.yaml:2:5: error: exceptions.0: would accept every finding (allowed: at least one of rule, stack, logicalId, type, path, to; fix: say what it is about)',
  ],
  [
    'an exception for ever',
    `exceptions:\n  - stack: shop\n    ${REASON}\n`,
    'policy.yaml:2:5: error: exceptions.0.expires: missing (allowed: the last day on which it holds',
  ],
  [
    'an exception with hardly a reason',
    'exceptions:\n  - { stack: shop, reason: legacy, expires: 2027-01-01 }\n',
    'policy.yaml:2:28: error: exceptions.0.reason: too small (found "legacy"; allowed: at least 20 characters)',
  ],
  [
    'a day that no calendar has',
    `exceptions:\n  - { stack: shop, ${REASON}, expires: 2027-02-30 }\n`,
    'policy.yaml:2:67: error: exceptions.0.expires: not a day of the calendar (found "2027-02-30")',
  ],
  [
    'a misspelt rule',
    `exceptions:\n  - { rule: not-judgable, ${REASON}, expires: 2027-01-01 }\n`,
    'policy.yaml:2:13: error: exceptions.0.rule: not a rule (found "not-judgable"',
  ],
  [
    'a rule that no exception lifts',
    `exceptions:\n  - { rule: expired-exception, ${REASON}, expires: 2027-01-01 }\n`,
    'exceptions.0.rule: not a rule',
  ],
  ['broken YAML', 'allowed: [\n', 'policy.yaml:2:1: error: not valid YAML'],
  ['nothing', '', 'policy.yaml:1:1: error: is empty (fix: start from docs/policy.yaml)'],
])('%s is one fault with its place', (_, text, said) => {
  const told = faults(text);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(said);
});

test('all faults are told at once, in the order of the file', () => {
  expect(
    faults('jurisdictions:\n  home: [EUU]\nallowed:\n  - in: [homes]\n').map((fault) => fault.split(':')[1]),
  ).toEqual(['2', '4']);
});

test('a policy that is not there is a fault', () => {
  const loaded = loadPolicy('none.yaml');
  expect(loaded.ok ? [] : loaded.faults.map(formatFault)).toEqual([
    'none.yaml:1:1: error: does not exist (allowed: a YAML file in UTF-8 of at most 256 KiB)',
  ]);
});
