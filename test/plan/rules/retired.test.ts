import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkPlan } from '../../../lib/plan/load';
import { modelOf } from '../../../lib/plan/model';
import { erased } from '../../../lib/plan/rules/retired';
import { planSchema } from '../../../lib/plan/schema';
import { erasureRecords, inPlanFolder, writeBeside } from '../../support/evidence';
import { edited, placeOf, told, type Edit } from '../base-plan';

/** The first phase retired in its only cell; in the second one cell of two. */
const FIRST: Edit = ['stage: complete }', 'stage: retired }'];
const SECOND: Edit = ['stage: { sg: cutover, us: replicating }', 'stage: { us: replicating, sg: retired }'];
const ORDERS = 'evidence/first/sg/orders.json';
const FILES = 'evidence/second/sg/files.json';

/** What the retired plan is told, once `spoil` has changed what lies beside it. */
function toldWith(edits: readonly Edit[], spoil: (folder: string, sound: Map<string, object>) => void) {
  const text = edited(...edits);
  return inPlanFolder((folder) => {
    const sound = erasureRecords(parse(text));
    for (const [file, record] of sound) writeBeside(folder, file, JSON.stringify(record));
    spoil(folder, sound);
    const file = join(folder, 'plan.yaml');
    return told(checkPlan(text, file), file);
  });
}

const fix = (phase: string, cell: string, dataset: string) =>
  `found retired; fix: leave it complete, erase and count, then complete what \`npx domicile records PLAN --phase ${phase} --cell ${cell} --dataset ${dataset}\` prints`;

test('a phase is retired by a record of each dataset with personal data; public ones are copied, and stay', () => {
  const files: string[] = [];
  expect(toldWith([FIRST, SECOND], (_, sound) => files.push(...sound.keys()))).toEqual([]);
  expect(files.filter((file) => file.includes('/sg/'))).toEqual([
    ORDERS,
    'evidence/second/sg/users.json',
    'evidence/second/sg/topics.json',
    FILES,
  ]);
});

test('no stage but retired needs a record', () => {
  const text = edited();
  inPlanFolder((folder) => {
    const file = join(folder, 'plan.yaml');
    expect(told(checkPlan(text, file), file)).toEqual([]);
  });
});

test.each<[name: string, spoiled: string | object | undefined, problems: readonly string[]]>([
  ['a record that is not there', undefined, ['does not exist']],
  ['a word without quotes', '{\n  "record": erased\n}', ['is not JSON at line 2, column 13']],
  ['a comma too many', '{\n  "record": "erased",\n}', ['is not JSON at line 2, column 21']],
  ['JSON that ends early', '{\n  "record": "erased",', ['is not JSON at line 2, column 22']],
  [
    'a key that stands twice',
    '{ "phase": "first",\n "phase": "x" }',
    ['has the same key twice at line 2, column 2'],
  ],
  ['JSON of something else', '[]', ['is an empty list, not a record']],
  ['a record without a key', { checkedBy: undefined }, ['has no checkedBy']],
  ['a key that no record has', { marktes: [] }, ['has a key that no such record has: marktes']],
  ['a record of another kind', { record: 'schema' }, ['record: found "schema"; allowed: erased']],
  ['a record of another phase', { phase: 'second' }, ['is about phase second, not first']],
  ['a record of another cell', { cell: 'us' }, ['is about cell us, not sg']],
  ['a record of another dataset', { dataset: 'users' }, ['is about dataset users, not orders']],
  ['a record of what another cell held', { from: 'us' }, ['is about from us, not source']],
  ['a market that is not spoken of', { markets: ['SG', 'HK'] }, ['says nothing of the markets IN']],
  ['a table that is not counted', { remaining: {} }, ['does not count order_item']],
  ['a row that is left', { remaining: { order_item: 1 } }, ['counts 1 left in order_item']],
  ['a row left elsewhere', { remaining: { order_item: 0, old: 7 } }, ['counts 7 left in old']],
  [
    'a count not yet made',
    { remaining: { order_item: null } },
    ['remaining.order_item: found nothing; allowed: a whole number'],
  ],
  [
    'a count below 0',
    { remaining: { order_item: -1 } },
    ['remaining.order_item: found -1; allowed: a count of 0 or more'],
  ],
  [
    'a time yet to come',
    { checkedAt: '2999-01-01T00:00:00Z' },
    ['was checked in the future, at 2999-01-01T00:00:00Z'],
  ],
  [
    'a time before the cell was home',
    { checkedAt: '2026-01-01T21:00:00Z' },
    ['was checked at 2026-01-01T21:00:00Z, before the cell became home, at 2026-01-01T22:00:00Z'],
  ],
  [
    'a time at which the cell became home',
    { checkedAt: '2026-01-01T22:00:00Z' },
    ['was checked at 2026-01-01T22:00:00Z, before the cell became home, at 2026-01-01T22:00:00Z'],
  ],

  [
    'a count that a reader would lose',
    '{ "record": "erased", "remaining": { "__proto__": 7, "order_item": 0 } }',
    ['has a key that no record may have: __proto__'],
  ],
  [
    'a local time',
    { checkedAt: '2026-01-02 03:04' },
    ['checkedAt: found "2026-01-02 03:04"; allowed: a time in UTC, such as 2026-03-01T22:00:00Z'],
  ],
  [
    'two faults at once',
    { markets: ['SG'], remaining: { order_item: 2 } },
    ['says nothing of the markets IN', 'counts 2 left in order_item'],
  ],
])('%s is refused', (_, spoiled, problems) => {
  const faults = toldWith([FIRST], (folder, sound) => {
    if (spoiled === undefined) rmSync(join(folder, ORDERS));
    else if (typeof spoiled === 'string') writeBeside(folder, ORDERS, spoiled);
    else writeBeside(folder, ORDERS, JSON.stringify({ ...sound.get(ORDERS), ...spoiled }));
  });
  const place = placeOf(edited(FIRST), 'retired }');
  expect(faults).toEqual(
    problems.map(
      (problem) =>
        `${place}: error: phases.first.stage: dataset orders is not shown to be erased: ${ORDERS} ${problem} (${fix('first', 'sg', 'orders')})`,
    ),
  );
});

test.each<[name: string, edit: Edit]>([
  ['another server', ['10.8.1.10, database: shop', '10.8.1.99, database: shop']],
  ['another market column', ['market: land', 'market: state']],
  ['another account of the cell', ['222222222222', '333333333333']],
])('a record that was written for %s is refused', (_, edit) => {
  const text = edited(FIRST, edit);
  const faults = inPlanFolder((folder) => {
    for (const [file, record] of erasureRecords(parse(edited(FIRST)))) {
      writeBeside(folder, file, JSON.stringify(record));
    }
    const file = join(folder, 'plan.yaml');
    return told(checkPlan(text, file), file);
  });
  expect(faults).toEqual([
    expect.stringContaining(`${ORDERS} was written for another place or other tables`),
  ]);
});

test('a record outlives what does not concern it: a login, a link, a market that another cell takes', () => {
  const faults = inPlanFolder((folder) => {
    for (const [file, record] of erasureRecords(parse(edited(FIRST)))) {
      writeBeside(folder, file, JSON.stringify(record));
    }
    const file = join(folder, 'plan.yaml');
    const later = edited(
      FIRST,
      ['secret: source/shop', 'secret: source/other'],
      ['link: { transitGateway: tgw-0a1b2c3d4e5f60002 }', 'link: { transitGateway: tgw-0a1b2c3d4e5f60009 }'],
    );
    return told(checkPlan(later, file), file);
  });
  expect(faults).toEqual([]);
});

test('a record with the hash of something else is refused', () => {
  const faults = toldWith([FIRST], (folder, sound) => {
    writeBeside(folder, ORDERS, JSON.stringify({ ...sound.get(ORDERS), place: 'a'.repeat(64) }));
  });
  expect(faults).toEqual([
    expect.stringMatching(
      /orders\.json was written for another place or other tables: its place is a{64}, the plan’s [0-9a-f]{64} \(/,
    ),
  ]);
});

test.each<[name: string, put: (file: string) => void, problem: string]>([
  ['a folder in the record’s place', (file) => mkdirSync(file), 'is a directory'],
  ['a record in another encoding', (file) => writeFileSync(file, Buffer.from([0xff, 0xfe])), 'is not UTF-8'],
])('%s is refused', (_, put, problem) => {
  const faults = toldWith([FIRST], (folder) => {
    rmSync(join(folder, ORDERS));
    put(join(folder, ORDERS));
  });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${ORDERS} ${problem} (`);
});

test('of objects, the folder of each market is counted, and the fault stands at the stage of the cell', () => {
  const faults = toldWith([SECOND], (folder, sound) => {
    const record = { ...sound.get(FILES), remaining: { 'files/IN/': 3 } };
    writeBeside(folder, FILES, JSON.stringify(record));
  });
  const place = placeOf(edited(SECOND), 'retired }');
  const said = `${place}: error: phases.second.stage.sg: dataset files is not shown to be erased: ${FILES}`;
  expect(faults).toEqual([
    `${said} does not count files/SG/ (${fix('second', 'sg', 'files')})`,
    `${said} counts 3 left in files/IN/ (${fix('second', 'sg', 'files')})`,
  ]);
});

test('a later move is retired by what the cell that it took over from has left', () => {
  const text = edited([
    'phases:\n',
    'phases:\n  third: { datasets: [users], markets: [IN], from: sg, stage: retired }\n',
  ]);
  const input = parse(text) as { cells: { us: object; sg: object } };
  const { us } = input.cells;
  const cells = { ...input.cells, in: { ...us, region: 'ap-south-1', markets: ['IN'] } };
  inPlanFolder((folder) => {
    const plan = modelOf(planSchema.parse({ ...input, cells }), folder);
    const file = 'evidence/third/in/users.json';
    const record = erasureRecords({ ...input, cells }).get(file);
    expect(record?.from).toBe('sg');
    writeBeside(folder, file, JSON.stringify(record));
    expect(erased(plan)).toEqual([]);
    writeBeside(folder, file, JSON.stringify({ ...record, from: 'source' }));
    expect(erased(plan).map(({ problem }) => problem)).toEqual([
      `dataset users is not shown to be erased: ${file} is about from source, not sg`,
    ]);
  });
});
