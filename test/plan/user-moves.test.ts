import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecord } from '../../lib/plan/read-record';
import { userMoveRecord } from '../../lib/plan/records';

const PAGE = readFileSync(join(__dirname, '../../docs/user-moves.md'), 'utf8');

function example(): string {
  return /```json\n([^`]+)```/.exec(PAGE)?.[1] ?? '';
}

test('the record that the page on user moves shows is one', () => {
  expect(parseRecord(example(), userMoveRecord)).toMatchObject({ ok: true, record: { record: 'user-left' } });
});

test.each([
  ['an id that is no random UUID', '7d8f0e56-3c1b-4f0a-9b1e-2f6c5d4e3a21', 'user-7', 'move: found "user-7"'],
  [
    'anything of the user',
    '"cell": "sg"',
    '"cell": "sg", "user": 7',
    'has a key that no such record has: user',
  ],
])('a record of a user’s move with %s is refused', (_, before, after, problem) => {
  expect(parseRecord(example().replace(before, after), userMoveRecord)).toEqual({
    ok: false,
    problems: [expect.stringContaining(problem)],
  });
});

const joined = (here: number) =>
  example()
    .replace('user-left', 'user-joined')
    .replace('"exported": 12, "here": 0', `"exported": 12, "here": ${here}`)
    .replace('"exported": 3, "here": 0', '"exported": 3, "here": 3');

test('she joined if all that was exported is here, and left if nothing is', () => {
  expect(parseRecord(joined(12), userMoveRecord).ok).toBe(true);
  expect(parseRecord(joined(11), userMoveRecord)).toEqual({
    ok: false,
    problems: ['datasets.orders.here: found 11; allowed: 12, as exported: she joined'],
  });
  const stayed = example().replace('"exported": 3, "here": 0', '"exported": 3, "here": 1');
  expect(parseRecord(stayed, userMoveRecord)).toEqual({
    ok: false,
    problems: ['datasets.files.here: found 1; allowed: 0: she left'],
  });
});
