import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRecordCommand } from '../../lib/cli/check-record-command';
import { userMoveCommand } from '../../lib/cli/user-move-command';
import { userMoveTemplates } from '../../lib/plan/user-move-templates';
import { indiaAt } from '../support/plans';

const PLAN = 'plans/reference.yaml';
const MOVE = '7d8f0e56-3c1b-4f0a-9b1e-2f6c5d4e3a21';

function said(run: (output: { out(text: string): void; err(text: string): void }) => number) {
  const out: string[] = [];
  const err: string[] = [];
  const code = run({ out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out, err };
}
const print = (userMove: string, format: 'text' | 'json' = 'text') =>
  said((output) => userMoveCommand(PLAN, { userMove, format }, output, () => MOVE));

/** What the command says of a file with this text. */
function check(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-'));
  try {
    const file = join(folder, 'record.json');
    writeFileSync(file, text);
    const { code, out, err } = said((output) => checkRecordCommand(file, output));
    return { code, lines: [...out, ...err].map((line) => line.replace(file, 'FILE')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('of a user who comes from the source, the cell that she comes to writes what it got', () => {
  const { code, out } = print('US:SG');
  expect(code).toBe(0);
  expect(out.join().match(/"record": "[a-z-]+"/g)).toEqual(['"record": "user-joined"']);
  const [{ content, key, bucket }] = JSON.parse(print('US:SG', 'json').out.join()) as [
    { content: object; key: string; bucket: string },
  ];
  expect([bucket, key]).toEqual([
    'sg-evidence-222222222222-ap-southeast-1',
    `user-moves/${MOVE}/joined.json`,
  ]);
  const counts = { exported: null, here: null };
  expect(content).toEqual({
    record: 'user-joined',
    move: MOVE,
    cell: 'sg',
    other: 'source',
    markets: { from: 'US', to: 'SG' },
    datasets: { orders: counts, account: counts, messaging: counts, files: counts },
    checkedAt: null,
  });
});

test('of a user between two cells, the new one writes first, the old one last, each into its own bucket', () => {
  // Subscriptions of India stay in Singapore: she has no second home for them.
  const records = userMoveTemplates(indiaAt('complete'), { from: 'IN', to: 'HK' }, () => MOVE);
  expect(records.map(({ bucket, key, content }) => [bucket, key, content.cell, content.other])).toEqual([
    ['sg-evidence-222222222222-ap-southeast-1', `user-moves/${MOVE}/joined.json`, 'sg', 'in'],
    ['in-evidence-444444444444-ap-south-1', `user-moves/${MOVE}/left.json`, 'in', 'sg'],
  ]);
  for (const { content } of records)
    expect(Object.keys(content.datasets)).toEqual(['orders', 'account', 'files']);
});

test('of a user who goes to the source, the cell that she leaves writes alone', () => {
  const left = print('SG:US').out.join();
  expect(left).toContain(`--key user-moves/${MOVE}/left.json --body user-left-${MOVE}.json`);
  expect(left).toContain('--region ap-southeast-1');
  expect(left).not.toContain('joined.json');
});

test('where nothing of hers changes its place, no record is asked for', () => {
  expect(JSON.parse(print('IN:HK', 'json').out.join())).toEqual([]);
  expect(print('IN:HK').out).toEqual([
    'No record is asked for: none of her personal data changes its place.',
  ]);
});

test.each(['IN', 'IN:IN', 'IN:XX', 'IN:DE:FR', ''])('%j is refused: it takes two markets', (userMove) => {
  const { code, out, err } = print(userMove);
  expect([code, out]).toEqual([2, []]);
  expect(err).toEqual([
    `${PLAN}: error: --user-move: found ${userMove}; allowed: two markets, such as IN:DE`,
  ]);
});

test('a record as printed is not complete, and with every null replaced it is', () => {
  const [{ content }] = JSON.parse(print('SG:US', 'json').out.join()) as [{ content: object }];
  const text = JSON.stringify(content);
  const nulls = check(text);
  expect(nulls.code).toBe(1);
  expect(nulls.lines).toContain(
    'FILE: error: datasets.orders.exported: found nothing; allowed: a whole number',
  );
  const complete = text
    .replace('"checkedAt":null', '"checkedAt":"2026-03-01T00:00:00Z"')
    .replaceAll('null', '0');
  expect(check(complete)).toEqual({ code: 0, lines: ['FILE: record is complete'] });
  expect(check(complete.replace('"here":0', '"here":1'))).toEqual({
    code: 1,
    lines: ['FILE: error: datasets.orders.here: found 1; allowed: 0: she left'],
  });
});

test.each([
  [
    '{ "record": "user-vanished" }',
    'record: found "user-vanished"; allowed: schema, proof, carried, erased, user-joined, user-left',
  ],
  ['{}', 'has no record'],
  ['{', 'is not JSON at line 1, column 2'],
  ['{ "record": "user-left", "__proto__": {} }', 'has a key that no record may have: __proto__'],
])('%s is refused', (text, problem) => {
  expect(check(text)).toEqual({ code: 1, lines: [`FILE: error: ${problem}`] });
});
