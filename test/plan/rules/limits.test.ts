import { cellPlan } from '../../../lib/plan/model';
import { names } from '../../../lib/plan/names';
import { MAX_DYNAMODB_TABLES, MAX_EGRESS_RULES, MAX_REPLICATIONS } from '../../../lib/plan/rules/limits';
import { compactSize, tableMappings } from '../../../lib/plan/table-mappings';
import { check, testRefusals, told, type Edit } from '../base-plan';

testRefusals([
  {
    name: 'a replication whose name is too long',
    edits: [['  first: {', '  the-very-first-phase: {']],
    faults: [
      [
        'the-very-first-phase',
        'phases.the-very-first-phase: the names of its replications, made of cell, dataset and phase, would be too long (found sg-catalogue-the-very-first-phase (33 characters); allowed: 31 characters; fix: shorten one of the three ids)',
      ],
    ],
  },
  {
    name: 'a table name that DynamoDB lacks',
    edits: [['topic: {', "'to pic': {"]],
    faults: [
      [
        "'to pic'",
        'datasets.topics.tables.to pic: not a name that a dynamodb table can have (found "to pic"; allowed: letters, digits, underscores, dots and hyphens, at most 200)',
      ],
    ],
  },
]);

const keyed = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}: { market: state, key: [state, id] }`).join(
    ', ',
  );
const usersOf = (tables: string): Edit => ['{ users: { market: state, key: [state, id] } }', `{ ${tables} }`];
const topicsOf = (tables: string): Edit => [
  '{ topic: { market: place, key: [user_id, name] } }',
  `{ ${tables} }`,
];

test('table mappings that would burst the template of a cell are refused, with the largest dataset', () => {
  const result = check(usersOf(keyed('table', 100)));
  expect(result.ok ? [] : result.faults.map(({ path, problem }) => [path.join('.'), problem])).toEqual([
    ['datasets.users.tables', 'the table mappings of cell us would burst CloudFormation’s template size'],
  ]);
});

test('mappings of moves that are complete no longer count', () => {
  const done: Edit = ['{ sg: cutover, us: replicating }', '{ sg: cutover, us: complete }'];
  expect(check(usersOf(keyed('table', 100)), done).ok).toBe(true);
});

test('the size that is judged is that of the mappings as they are', () => {
  const result = check(usersOf(keyed('table', 60)));
  if (!result.ok) throw new Error('60 tables should fit');
  const { plan } = result;
  const sizes = plan.moves
    .filter(({ cell, dataset }) => cell === 'us' && dataset !== 'files')
    .map((move) => compactSize(tableMappings(plan, move)));
  expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(500_000);
});

test('a cell holds as many DynamoDB tables as its stack has room for, and no more', () => {
  const small: Edit = ['markets: all', 'markets: [IN, SG, US]'];
  expect(check(small, topicsOf(keyed('t', MAX_DYNAMODB_TABLES))).ok).toBe(true);
  const result = check(small, topicsOf(keyed('t', MAX_DYNAMODB_TABLES + 1)));
  expect(result.ok ? [] : result.faults.map(({ found }) => found)).toEqual(['401 tables', '401 tables']);
});

test('no bucket of the longest ids has a name that S3 refuses', () => {
  const result = check();
  if (!result.ok) throw new Error('the base plan is not sound');
  const site = { ...cellPlan(result.plan, 'sg'), id: 'c'.repeat(10) };
  expect(names.bucket(site, 'd'.repeat(20)).length).toBeLessThanOrEqual(63);
});

describe('ways out of a security group', () => {
  /** The source with as many networks, behind the one host name of the relational database that moves to us. */
  const networks = (count: number): Edit[] => [
    ['[10.8.0.0/16]', `[${Array.from({ length: count }, (_, index) => `10.8.${index}.0/24`).join(', ')}]`],
    ['host: 10.8.2.10', 'host: account.example.com'],
  ];
  // To us: users (a cluster) and topics (of shop, at its own address); one more leads to the cell's endpoints.
  const others = 3;

  test('may be as many as it takes', () => {
    expect(check(...networks(MAX_EGRESS_RULES - others)).ok).toBe(true);
  });

  test('may be no more', () => {
    const result = check(...networks(MAX_EGRESS_RULES - others + 1));
    const faults = result.ok ? [] : result.faults;
    expect(faults.map(({ path, found, allowed }) => [path.join('.'), found, allowed])).toEqual(
      Array(2).fill([
        'source.networks',
        '61 rules, 59 of them for the source’s networks and ports',
        '60 rules',
      ]),
    );
    expect(faults.map(({ problem }) => problem.includes('cell us') || problem.includes('cell sg'))).toEqual([
      true,
      true,
    ]);
  });
});

test.each([
  [MAX_REPLICATIONS - 1, []],
  [
    MAX_REPLICATIONS,
    [
      `phases.second.datasets: more datasets of databases than one runbook can look after, in cell us (found ${MAX_REPLICATIONS + 1}; allowed: ${MAX_REPLICATIONS}; fix: split the phase in two, or put tables together in one dataset)`,
    ],
  ],
])('%i datasets of databases more in a phase', (count, expected) => {
  const ids = Array.from({ length: count }, (_, index) => `d${index}`);
  const datasets = ids.map(
    (id) =>
      `  ${id}: { class: personal, from: account, store: dynamodb, tables: { ${id}: { market: state, key: [state, id] } } }\n`,
  );
  const result = check(
    ['  catalogue: {', `${datasets.join('')}  catalogue: {`],
    ['datasets: [users, topics, files]', `datasets: [users, files, ${ids.join(', ')}]`],
  );
  expect(told(result).map((line) => line.replace(/^[^ ]* error: /, ''))).toEqual(expected);
});
