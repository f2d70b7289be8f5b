import { check, testRefusals, told, type Edit } from '../base-plan';

const reserved = (id: string) => ({
  name: `a dataset named ${id}`,
  edits: [
    ['  files: {', `  ${id}: {`],
    ['[users, topics, files]', `[users, topics, ${id}]`],
  ] satisfies Edit[],
  faults: [
    [
      `${id}: {`,
      `datasets.${id}: an id that cells keep for a bucket of their own (found ${id}; allowed: any but access-logs, edge-logs, evidence; fix: rename it)`,
    ],
  ] satisfies [string, string][],
});

const logs: Edit = [
  '{ product: all } }\n',
  `{ product: all } }
  log: { class: public, from: shop, store: aurora-mysql, tables: { log: all } }
  log-old: { class: public, from: shop, store: aurora-mysql, tables: { log_old: all } }
`,
];
const phases = (markets: string, others: string): Edit => [
  'us: replicating }\n',
  `us: replicating }
  old-now: { datasets: [log], markets: ${markets} }
  now: { datasets: [log-old], markets: ${others} }
`,
];
const tables: Edit[] = [
  ['{ topic: {', '{ a-b: {'],
  [
    '{ product: all } }\n',
    '{ product: all } }\n  topics-a: { class: personal, from: shop, store: dynamodb, tables: { b: { market: place, key: [id] } } }\n',
  ],
];

testRefusals([
  reserved('access-logs'),
  reserved('edge-logs'),
  {
    name: 'replications whose ids join to one name',
    edits: [logs, phases('all', 'all')],
    faults: [
      [
        'log-old], markets',
        'phases.now.datasets.0: the replication of log-old in phase now would have the same name as the replication of log in phase old-now (found sg-log-old-now; fix: rename one of them, so that their ids joined by hyphens differ)',
      ],
    ],
  },
  {
    name: 'DynamoDB tables whose ids join to one name',
    edits: [...tables, ['[users, topics, files]', '[users, topics, files, topics-a]']],
    faults: [
      [
        'b: { market: place, key: [id]',
        'datasets.topics-a.tables.b: table b of topics-a would have the same name as table a-b of topics (found sg-topics-a-b; fix: rename one of them, so that their ids joined by hyphens differ)',
      ],
    ],
  },
]);

test('what no cell has both of may join to one name', () => {
  expect(told(check(logs, phases('[IN]', '[US]')))).toEqual([]);
  expect(told(check(...tables))).toEqual([]);
});
