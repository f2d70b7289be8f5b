import { join } from 'node:path';
import { recordsCommand, type RecordsOptions } from '../../lib/cli/records-command';
import { placeHash } from '../../lib/plan/hash';
import { loadPlan } from '../../lib/plan/load';
import { parseRecord } from '../../lib/plan/read-record';
import { carriedRecord, erasureRecord, proofRecord, schemaRecord } from '../../lib/plan/records';
import { mappingsHash } from '../../lib/plan/table-mappings';

const PLAN = 'plans/reference.yaml';
const SCHEMAS = { schema: schemaRecord, proof: proofRecord, carried: carriedRecord, erasure: erasureRecord };

function run(options: Omit<RecordsOptions, 'format'> & { format?: 'json' }, file = PLAN) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = recordsCommand(file, { format: 'text', ...options }, output);
  return { code, out, err };
}

interface Printed {
  kind: keyof typeof SCHEMAS;
  dataset: string;
  cell: string;
  content: Record<string, unknown>;
}
const printed = (options: Omit<RecordsOptions, 'format'>) =>
  JSON.parse(run({ ...options, format: 'json' }).out.join('\n')) as Printed[];

test('one dataset’s records are printed with what to do with them', () => {
  const { code, out, err } = run({ phase: 'services', cell: 'sg', dataset: 'messaging' });
  expect(code).toBe(0);
  expect(err).toEqual([]);
  const text = out.join('\n');
  expect(text).toContain('Until the preflight writes them, records are made by hand');
  expect(text.split('\n').filter((line) => line.startsWith('aws '))).toEqual([
    'aws s3api put-object --region ap-southeast-1 --bucket sg-evidence-222222222222-ap-southeast-1 --key schema/services/messaging.json --body schema-sg-services-messaging.json --content-type application/json --checksum-algorithm SHA256',
    'aws s3api put-object --region ap-southeast-1 --bucket sg-evidence-222222222222-ap-southeast-1 --key proof/services/messaging.json --body proof-sg-services-messaging.json --content-type application/json --checksum-algorithm SHA256',
  ]);
  expect(text).toContain('# save as plans/evidence/services/sg/messaging.json');
});

test('a phase asks for a schema record of tables, a proof of DynamoDB, an erasure record of personal data', () => {
  const asked = (phase: string, cell: string) =>
    printed({ phase, cell }).map(({ kind, dataset }) => `${kind} ${dataset}`);
  expect(asked('e-commerce', 'sg')).toEqual(['schema orders', 'erasure orders', 'schema catalogue']);
  expect(asked('services', 'us')).toEqual([
    'schema account',
    'erasure account',
    'schema messaging',
    'proof messaging',
    'erasure messaging',
    'erasure files',
  ]);
});

test('without a cell, the records of every cell of the phase are printed', () => {
  expect(new Set(printed({ phase: 'services' }).map(({ cell }) => cell))).toEqual(new Set(['us', 'sg']));
});

test('all that the plan knows is filled in, and what a check must tell is not', () => {
  const loaded = loadPlan(PLAN);
  if (!loaded.ok) throw new Error('the reference plan is sound');
  const move = loaded.plan.moves.find(({ cell, dataset }) => cell === 'sg' && dataset === 'messaging');
  if (move === undefined) throw new Error('messaging moves to sg');
  const about = { cell: 'sg', phase: 'services', dataset: 'messaging' };
  const mappings = mappingsHash(loaded.plan, move);
  const times = { checkedAt: null, validUntil: null };
  expect(
    printed({ phase: 'services', cell: 'sg', dataset: 'messaging' }).map(({ content }) => content),
  ).toEqual([
    { record: 'schema', ...about, mappings, matches: false, faults: [], ...times },
    {
      record: 'proof',
      ...about,
      mappings,
      tables: { subscription: { source: null, target: null, sampled: null, differing: null } },
      equal: false,
      ...times,
    },
    {
      record: 'erased',
      ...about,
      from: 'source',
      place: placeHash(loaded.plan, move),
      markets: ['HK', 'ID', 'IN', 'MY', 'PH', 'SG', 'TW'],
      remaining: { subscription: null },
      homeSince: null,
      checkedAt: null,
      checkedBy: null,
    },
  ]);
});

test('a record as printed is not yet one, and with every null replaced it is', () => {
  const all = [...printed({ phase: 'services', cell: 'sg' }), ...printed({ phase: 'india' })];
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(Object.keys(SCHEMAS)));
  for (const { kind, content } of all) {
    const schema = SCHEMAS[kind];
    const text = JSON.stringify(content);
    expect(parseRecord<unknown>(text, schema).ok).toBe(false);
    const complete = text
      .replace(/"(checkedAt|validUntil|homeSince|frozenAt)":null/g, '"$1":"2026-03-01T22:00:00Z"')
      .replace('"checkedBy":null', '"checkedBy":"privacy@example.com"')
      .replaceAll('null', '0');
    expect(parseRecord<unknown>(complete, schema)).toMatchObject({ ok: true });
  }
});

test('a later move is to be erased from the cell that it takes over from', () => {
  const erasures = printed({ phase: 'india', dataset: 'files' }).filter(({ kind }) => kind === 'erasure');
  expect(erasures.map(({ content }) => [content['cell'], content['from'], content['remaining']])).toEqual([
    ['in', 'sg', { 'IN/': null }],
  ]);
});

test('DynamoDB of another cell asks for what was carried by hand, and not for what a replication would', () => {
  const { out } = run({ phase: 'india', dataset: 'messaging' });
  expect(
    printed({ phase: 'india', dataset: 'messaging' }).map(({ kind, content }) => [kind, content]),
  ).toEqual([
    [
      'carried',
      expect.objectContaining({
        from: 'sg',
        markets: ['IN'],
        items: { subscription: { exported: null, imported: null } },
      }),
    ],
    ['erasure', expect.objectContaining({ from: 'sg', remaining: { subscription: null } })],
  ]);
  expect(out.join('\n')).toContain('# save as plans/evidence/india/in/messaging.carried.json');
  expect(out.join('\n')).not.toContain('put-object');
});

test('public objects ask for nothing, and that is said', () => {
  expect(run({ phase: 'e-commerce', dataset: 'pages' }).out).toEqual([
    'No record is asked for: what moves is public, and its objects are verified as they are copied.',
  ]);
});

test.each([
  [
    { phase: 'e-comerce' },
    'the plan has no phase e-comerce (allowed: e-commerce, services, india, brazil; fix: did you mean e-commerce?)',
  ],
  [{ phase: 'services', cell: 'in' }, 'phase services has no cell in (allowed: us, sg)'],
  [
    { phase: 'services', dataset: 'orders' },
    'phase services has no dataset orders (allowed: account, messaging, files, assets)',
  ],
])('%j is one line and exit code 2', (options, said) => {
  expect(run(options)).toEqual({ code: 2, out: [], err: [`${PLAN}: error: ${said}`] });
});

test('a plan that is not sound is told as its faults, with exit code 1', () => {
  const { code, out, err } = run({ phase: 'orders' }, 'plans/none.yaml');
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err).toEqual([expect.stringContaining('plans/none.yaml:1:1: error: does not exist')]);
});

test('a record beside the plan is saved beside the plan, wherever that is', () => {
  const file = join(__dirname, '../../plans/smallest.yaml');
  expect(run({ phase: 'orders' }, file).out.join('\n')).toContain(
    `# save as ${join(__dirname, '../../plans/evidence/orders/eu/orders.json')}`,
  );
});
