import { parseRecord, readRecord } from '../../lib/plan/read-record';
import { proofRecord, schemaRecord } from '../../lib/plan/records';

const SCHEMA = {
  record: 'schema',
  cell: 'sg',
  phase: 'first',
  dataset: 'orders',
  mappings: 'a'.repeat(64),
  matches: true,
  faults: [],
  checkedAt: '2026-03-01T20:00:00Z',
  validUntil: '2026-03-08T20:00:00Z',
};
const PROOF = {
  record: 'proof',
  cell: 'sg',
  phase: 'first',
  dataset: 'topics',
  mappings: 'b'.repeat(64),
  tables: { topic: { source: 3, target: 3, sampled: 2, differing: 0 } },
  equal: true,
  checkedAt: '2026-03-01T20:00:00Z',
  validUntil: '2026-03-02T20:00:00Z',
};

test.each([
  ['schema', schemaRecord, SCHEMA],
  ['proof', proofRecord, PROOF],
] as const)('a complete %s record is read as it stands', (_, schema, record) => {
  expect(parseRecord<unknown>(JSON.stringify(record), schema)).toEqual({ ok: true, record });
});

test.each<[name: string, spoiled: object, problem: string]>([
  [
    'a hash that is none',
    { mappings: 'A'.repeat(64) },
    `mappings: found "${'A'.repeat(58)}…"; allowed: a SHA-256 in lower-case hex, as \`npx domicile records\` prints it`,
  ],
  ['a verdict that is no verdict', { matches: 'yes' }, 'matches: found "yes"; allowed: true, false'],
  ['faults that are no list', { faults: 'none' }, 'faults: found "none"; allowed: a list'],
  [
    'a fault without words',
    { matches: false, faults: [''] },
    'faults.0: found ""; allowed: a text that is not empty',
  ],
  [
    'a time that has not been filled in',
    { validUntil: null },
    'validUntil: found nothing; allowed: a time in UTC, such as 2026-03-01T22:00:00Z',
  ],
  [
    'a time with an offset',
    { checkedAt: '2026-03-01T20:00:00+08:00' },
    'checkedAt: found "2026-03-01T20:00:00+08:00"; allowed: a time in UTC, such as 2026-03-01T22:00:00Z',
  ],
  [
    'a day that no calendar has',
    { checkedAt: '2026-02-30T20:00:00Z' },
    'checkedAt: found "2026-02-30T20:00:00Z"; allowed: a time in UTC, such as 2026-03-01T22:00:00Z',
  ],
  [
    'faults although it matches',
    { faults: ['the collation of country differs'] },
    'matches: found true; allowed: true only without faults',
  ],
  ['a key that is missing', { cell: undefined }, 'has no cell'],
  ['a number for a name', { cell: 7 }, 'cell: found 7; allowed: a text'],
])('a schema record with %s is refused in one line', (_, spoiled, problem) => {
  expect(parseRecord(JSON.stringify({ ...SCHEMA, ...spoiled }), schemaRecord)).toEqual({
    ok: false,
    problems: [problem],
  });
});

test.each<[name: string, spoiled: object, problem: string]>([
  [
    'half a row',
    { tables: { topic: { source: 1.5, target: 3, sampled: 2, differing: 0 } } },
    'tables.topic.source: found 1.5; allowed: a whole number',
  ],
  [
    'a count missing',
    { tables: { topic: { source: 3, target: 3, sampled: 2 } } },
    'has no tables.topic.differing',
  ],
  [
    'a count too many',
    { tables: { topic: { source: 3, target: 3, sampled: 2, differing: 0, lost: 0 } } },
    'has in tables.topic a key that no such record has: lost',
  ],
  ...(
    [
      ['counts that are not equal although it says so', { source: 3, target: 2, sampled: 2, differing: 0 }],
      ['a difference although it says equal', { source: 3, target: 3, sampled: 2, differing: 1 }],
      ['nothing sampled of rows that there are', { source: 3, target: 3, sampled: 0, differing: 0 }],
    ] as const
  ).map(([name, topic]): [string, object, string] => [
    name,
    { tables: { topic } },
    'equal: found true; allowed: true only with equal counts, rows sampled where there are any, and none differing',
  ]),
  ['tables as a list', { tables: [] }, 'tables: found an empty list; allowed: a map'],
])('a proof record with %s is refused in one line', (_, spoiled, problem) => {
  expect(parseRecord(JSON.stringify({ ...PROOF, ...spoiled }), proofRecord)).toEqual({
    ok: false,
    problems: [problem],
  });
});

test('a proof of an empty table needs no sample', () => {
  const tables = { topic: { source: 0, target: 0, sampled: 0, differing: 0 } };
  expect(parseRecord(JSON.stringify({ ...PROOF, tables }), proofRecord)).toMatchObject({ ok: true });
});

test.each([
  ['nothing', '', 'is not JSON'],
  ['a comma too few', '{ "a": 1\n  "b": 2 }', 'is not JSON at line 1, column 8'],
  ['a comment', '{\n  // all of them\n}', 'is not JSON at line 2, column 3'],
  ['a list with a comma at its end', '[1,\n 2,]', 'is not JSON at line 2, column 3'],
  ['text after the end', '{}\n{}', 'is not JSON at line 2, column 1'],
  ['two keys of one name', '{ "a": 1, "a": 2 }', 'has the same key twice at line 1, column 11'],
])('%s is no JSON to be trusted, and its place is told', (_, text, problem) => {
  expect(parseRecord(text, schemaRecord)).toEqual({ ok: false, problems: [problem] });
});

test('a file that is not there is told, not thrown', () => {
  expect(readRecord('plans/none.json', schemaRecord)).toEqual({ ok: false, problems: ['does not exist'] });
});
