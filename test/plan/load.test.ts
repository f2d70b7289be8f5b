import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPlan, loadPlan } from '../../lib/plan/load';
import { BASE, FILE, check, edited, placeOf, told, type Edit } from './base-plan';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Faults of a file with these bytes, without the file's name. */
function toldOfFile(bytes: string | Uint8Array): string[] {
  const file = join(folder, 'plan.yaml');
  writeFileSync(file, bytes);
  return told(loadPlan(file), file);
}

test.each(['reference', 'smallest', 'sandbox'])('the %s plan is sound', (name) => {
  expect(told(loadPlan(join(__dirname, `../../plans/${name}.yaml`)))).toEqual([]);
});

test('the base plan of these tests is sound', () => {
  expect(told(check())).toEqual([]);
});

describe('a file that cannot be a plan is one fault', () => {
  const allowed = 'allowed: a YAML file in UTF-8 of at most 256 KiB';
  const fault = (file: string) => {
    const result = loadPlan(file);
    return result.ok
      ? []
      : result.faults.map(({ line, column, problem, found }) => [line, column, problem, found]);
  };

  test('a missing one', () => {
    expect(fault(join(folder, 'none.yaml'))).toEqual([[1, 1, 'does not exist', undefined]]);
  });

  test('a directory', () => {
    expect(fault(folder)).toEqual([[1, 1, 'is a directory', undefined]]);
  });

  test('one of 50 MB, which is never read', () => {
    const file = join(folder, 'large.yaml');
    writeFileSync(file, '');
    truncateSync(file, 50_000_000);
    expect(fault(file)).toEqual([[1, 1, 'is too large', '50000000 bytes']]);
  });

  test.each([
    ['an empty one', '', 'is empty (fix: start from plans/smallest.yaml)'],
    ['one with comments only', '# nothing\n', 'is empty (fix: start from plans/smallest.yaml)'],
    ['invalid UTF-8', new Uint8Array([0x61, 0x3a, 0xff]), `is not UTF-8 (${allowed}; fix: save it as UTF-8)`],
    [
      'exploding aliases',
      [
        'a: &a [x, x]',
        ...[...'bcdefghij'].map((key, i) => `${key}: &${key} [*${'abcdefghi'[i]}, *${'abcdefghi'[i]}]`),
      ].join('\n'),
      'YAML aliases stand for more than 100 nodes (fix: write the values out instead of aliasing them)',
    ],
    [
      'endless nesting',
      '['.repeat(200_000),
      'is nested too deeply (fix: keep to the shape of plans/reference.yaml)',
    ],
    ['a list', '- a\n', 'not a map (found a list; allowed: a map)'],
    ['a text', 'plan', 'not a map (found "plan"; allowed: a map)'],
  ])('%s', (_, bytes, message) => {
    expect(toldOfFile(bytes)).toEqual([`1:1: error: ${message}`]);
  });
});

test.each([
  [
    'the same key twice',
    'a: 1\nb: 2\na: 3\n',
    '3:1: error: the same key twice in one map (found a; fix: rename or remove one of the two)',
  ],
  [
    'two documents',
    'a: 1\n---\nb: 2\n',
    '2:1: error: not valid YAML: source contains multiple documents; please use YAML.parseAllDocuments() (fix: compare with plans/reference.yaml, or put the text in quotes)',
  ],
  [
    'a list that is not closed',
    'a: [1\n',
    '2:1: error: not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ] (fix: compare with plans/reference.yaml, or put the text in quotes)',
  ],
  [
    'a tag of an unknown type',
    'a: !secret hunter2\n',
    '1:4: error: not valid YAML: unresolved tag (fix: compare with plans/reference.yaml, or put the text in quotes)',
  ],
])('%s is refused where it stands', (_, text, message) => {
  expect(toldOfFile(text)[0]).toBe(message);
});

test('an alias of nothing is refused where it stands', () => {
  const text = edited(['cidr: 10.65.0.0/16', 'cidr: *range']);
  expect(told(checkPlan(text, FILE))).toEqual([
    `${placeOf(text, '*range')}: error: an alias of nothing (allowed: * and the name of an anchor above it; fix: write the value out, or put a text that begins with * in quotes)`,
  ]);
});

test('a merge key is an unknown key, not a way to hide one', () => {
  const text = edited(['    link: { vpn', '    <<: { region: us-west-2 }\n    link: { vpn']);
  expect(told(checkPlan(text, FILE))).toEqual([
    expect.stringContaining(`${placeOf(text, '<<')}: error: cells.us.<<: unknown key`),
  ]);
});

test('Norway is a market, not a boolean, whatever version of YAML the file asks for', () => {
  const text = edited(['  - { markets: rest,', '  - { markets: [NO, rest],']);
  expect(told(checkPlan(text, FILE))).toEqual([]);
  expect(told(checkPlan(`%YAML 1.1\n---\n${text}`, FILE))).toEqual([]);
});

test('an alias is followed, and a fault in it is told where it is written', () => {
  const text = edited(
    [
      'zone: { id: Z0EXAMPLESG, name: sg.data.example.com }',
      'zone: &zone { id: z0, name: sg.data.example.com }',
    ],
    ['zone: { id: Z0EXAMPLEUS, name: us.data.example.com }', 'zone: *zone'],
  );
  const place = placeOf(text, 'z0, name');
  const message = 'malformed (found "z0"; allowed: a Route 53 hosted zone id, Z…)';
  expect(told(checkPlan(text, FILE))).toEqual([
    `${place}: error: cells.sg.zone.id: ${message}`,
    `${place}: error: cells.us.zone.id: ${message}`,
  ]);
});

test('all faults of the shape are told at once, in the order of the file', () => {
  const result = check(
    ['country: CN', 'country: ZZ'],
    ['stage: complete', 'stage: done'],
    ['region: us-east-1', 'region: mars'],
  );
  expect(result.ok ? [] : result.faults.map(({ path }) => path.join('.'))).toEqual([
    'source.country',
    'cells.us.region',
    'phases.first.stage',
  ]);
});

test.each<[string, Edit]>([
  ['an unknown key', ["    account: '111111111111'", "    account: '111111111111'\n    colour: red"]],
  ['an unknown engine', ['engine: mongodb', 'engine: oracle']],
  ['an unknown stage', ['stage: complete', 'stage: done']],
])('%s hides no fault elsewhere', (_, edit) => {
  const result = check(edit, ['10.64.0.0/16', '10.65.0.0/16'], ['key: [state, id]', 'key: [id]']);
  const paths = result.ok ? [] : result.faults.map(({ path }) => path.join('.'));
  expect(paths).toHaveLength(3);
  expect(paths).toEqual(expect.arrayContaining(['cells.us.cidr', 'datasets.users.tables.users.key']));
});

test('all faults of the rules are told at once, in the order of the file', () => {
  const result = check(
    ['domain: us.data.example.com', 'domain: us.example.org'],
    ['10.64.0.0/16', '10.64.0.1/16'],
    ['key: [state, id]', 'key: [id]'],
  );
  expect(result.ok ? [] : result.faults.map(({ path }) => path.join('.'))).toEqual([
    'cells.us.cidr',
    'cells.us.domain',
    'datasets.users.tables.users.key',
  ]);
});

describe('a plan too long to be judged is refused without judging it', () => {
  const many = (count: number, entry: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => entry(index)).join(', ');

  test('by its networks', () => {
    const faults = told(
      check(['networks: [10.8.0.0/16]', `networks: [${many(9_000, () => '10.8.0.0/16')}]`]),
    );
    expect(faults).toEqual([
      '6:3: error: source.networks: too large (found a list; allowed: at most 250 in the list)',
    ]);
  });

  test('by its datasets', () => {
    const file = 'class: public, from: drive, store: s3';
    const faults = told(
      check([
        'datasets:\n',
        `datasets:\n  ${many(9_000, (i) => `d${i}: { ${file} }`).replaceAll(' }, ', ' }\n  ')}\n`,
      ]),
    );
    expect(faults).toEqual(['35:1: error: datasets: more than 250 entries (found a map)']);
  });

  test('but thousands of tables are judged', () => {
    const tables = many(4_000, (index) => `order_${index + 1_000}: { market: land, key: [id] }`);
    expect(
      told(check(['tables: { order_item: { market: land, key: [id, line] } }', `tables: { ${tables} }`])),
    ).toEqual([]);
  });
});

test('no message repeats a secret', () => {
  const secret = 'hunter2hunter2';
  for (const text of [
    edited(['secret: source/shop', `secret: "${secret}!"`]),
    edited(['secret: source/shop', `secret: [${secret}]`]),
    edited(['secret: source/shop', `password: ${secret}`]),
    edited(['host: 10.8.1.10', `host: "mysql://root:${secret}@10.8.1.10"`]),
    `${BASE}password: "${secret}\n`,
    `${BASE}password: @${secret}\n`,
    `${BASE}password: *${secret}\n`,
    `${BASE}password: !${secret} x\n`,
  ]) {
    const lines = told(checkPlan(text, FILE));
    expect(lines).not.toEqual([]);
    expect(lines.join('\n')).not.toContain(secret);
  }
});

describe('a private key is refused and never shown', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authority = readFileSync(join(__dirname, '../../plans/certificates/beijing.pem'), 'utf8');
  const fix = 'fix: keep only the public part in the file; if the key is in use, change it';

  test.each(['pkcs8', 'sec1'] as const)('%s in place of a signer, though it holds the public one', (type) => {
    const file = join(folder, 'a.pem');
    writeFileSync(file, privateKey.export({ type, format: 'pem' }));
    const text = edited(['    link: { vpn', `    signer: ${file}\n    link: { vpn`]);
    expect(told(checkPlan(text, FILE))).toEqual([
      `${placeOf(text, file)}: error: cells.us.signer: holds a private key (found "${file}"; allowed: a public key in PEM, RSA 2048 or ECDSA P-256; ${fix})`,
    ]);
  });

  test.each(['pkcs8', 'sec1'] as const)('%s beside a certificate authority', (type) => {
    const file = join(folder, 'a.pem');
    writeFileSync(file, authority.concat(privateKey.export({ type, format: 'pem' }).toString()));
    const text = edited(['source/feed, ca: certificates/beijing.pem', `source/feed, ca: ${file}`]);
    expect(told(checkPlan(text, FILE))).toEqual([
      `${placeOf(text, file)}: error: source.databases.feed.ca: holds a private key (found "${file}"; allowed: a certificate in PEM; ${fix})`,
    ]);
  });
});

test.each<[string, Edit, string]>([
  ['cells', ['  us:\n', '  __proto__:\n'], 'cells.__proto__'],
  ['databases', ['    feed: {', '    __proto__: {'], 'source.databases.__proto__'],
  ['datasets', ['  orders: {', '  __proto__: {'], 'datasets.__proto__'],
  ['tables', ['{ order_item:', '{ __proto__: all, order_item:'], 'datasets.orders.tables.__proto__'],
  ['phases', ['  first: {', '  __proto__: {'], 'phases.__proto__'],
  ['stages', ['us: replicating', '__proto__: replicating'], 'phases.second.stage.__proto__'],
  ['a list', ['basis: memo 2 }', 'basis: memo 2, __proto__: { cdn: true } }'], 'laws.1.__proto__'],
])('a key that JavaScript would lose is refused in %s', (_, edit, path) => {
  const text = edited(edit);
  expect(told(checkPlan(text, FILE))).toEqual([
    `${placeOf(text, '__proto__')}: error: ${path}: not a usable name (found "__proto__"; fix: use another)`,
  ]);
});

test('a name that every JavaScript object has is a name like any other', () => {
  const result = check(
    ['    feed: {', '    constructor: {'],
    ['  orders: {', '  constructor: {'],
    ['order_item:', 'constructor:'],
    ['[orders, catalogue]', '[constructor, catalogue]'],
    ['  first: {', '  constructor: {'],
  );
  expect(told(result)).toEqual([]);
  if (!result.ok) return;
  const { source, datasets, phases } = result.plan.file;
  expect(Object.keys(source.databases)).toContain('constructor');
  const [[id, { tables }] = ['', { tables: {} }]] = Object.entries(datasets);
  expect([id, Object.keys(tables ?? {})]).toEqual(['constructor', ['constructor']]);
  expect(Object.keys(phases)).toContain('constructor');
  expect(result.plan.moves.filter(({ dataset }) => dataset === 'constructor')).toEqual([
    expect.objectContaining({ phase: 'constructor', cell: 'sg', stage: 'complete' }),
  ]);
});
