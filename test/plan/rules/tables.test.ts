import { check, testRefusals, told, type Edit } from '../base-plan';

testRefusals([
  {
    name: 'a database dataset without tables',
    edits: [[', tables: { product: all }', '']],
    faults: [
      [
        'catalogue: {',
        'datasets.catalogue: names no table of its database (fix: list its tables under tables)',
      ],
    ],
  },
  {
    name: 'a personal table copied whole',
    edits: [['{ market: land, key: [id, line] }', 'all']],
    faults: [
      [
        'all } }',
        'datasets.orders.tables.order_item: a table of personal data needs its market column and key: whole, it would carry every market’s rows (found all; allowed: { market: <column>, key: [<columns>] }; fix: write its market column and its key)',
      ],
    ],
  },
  {
    name: 'a MongoDB source with a market filter',
    edits: [['topics: { class: personal, from: shop', 'topics: { class: personal, from: feed']],
    faults: [
      [
        'topic: {',
        'datasets.topics.tables.topic: DMS cannot filter a mongodb source by market (found market: "place"; fix: bring the data into a relational database at the source first, or leave the dataset out)',
      ],
    ],
  },
  {
    name: 'a PostgreSQL table whose key lacks the market column',
    edits: [['key: [state, id]', 'key: [id]']],
    faults: [
      [
        'key: [id] } } }\n  topics',
        'datasets.users.tables.users.key: the key lacks the market column: DMS would not capture deletes from postgresql (found [id]; allowed: a key with state; fix: make state part of the table’s primary key at the source)',
      ],
    ],
  },
  {
    name: 'a DynamoDB key of three columns',
    edits: [['key: [user_id, name]', 'key: [user_id, name, place]']],
    faults: [
      [
        'key: [user_id',
        'datasets.topics.tables.topic.key: dynamodb has keys of one or two columns (found 3 columns; allowed: a partition key, then a sort key; fix: keep the dataset in aurora, or give the table a shorter key)',
      ],
    ],
  },
  {
    name: 'a DynamoDB table copied whole',
    edits: [
      ['topics: { class: personal', 'topics: { class: public'],
      ['{ market: place, key: [user_id, name] }', 'all'],
    ],
    faults: [
      [
        'all } }\n  files',
        'datasets.topics.tables.topic: a table for dynamodb needs its key (found all; allowed: { market: <column>, key: [<partition>, <sort>] }; fix: write its market column and its key, or keep the dataset in aurora)',
      ],
    ],
  },
  {
    name: 'a key with one column twice',
    edits: [['key: [id, line]', 'key: [id, id]']],
    faults: [
      [
        'id] } } }\n  users',
        'datasets.orders.tables.order_item.key.1: a column twice in one key (found "id")',
      ],
    ],
  },
  {
    name: 'a collection of MongoDB copied whole',
    edits: [
      ['topics: { class: personal, from: shop', 'topics: { class: public, from: feed'],
      ['{ market: place, key: [user_id, name] }', 'all'],
    ],
    faults: [
      [
        'all } }\n  files',
        'datasets.topics.tables.topic: a table for dynamodb needs its key (found all; allowed: { market: <column>, key: [<partition>, <sort>] }; fix: leave it out: collections of mongodb are not built yet)',
      ],
    ],
  },
  {
    name: 'a later phase into tables that are at home in the cell, whose key lacks the market',
    edits: [
      [
        '[orders, catalogue], markets: [IN, SG], stage: complete',
        '[orders, catalogue], markets: [IN], stage: complete',
      ],
      ['  second:', '  more: { datasets: [orders], markets: [SG], stage: replicating }\n  second:'],
      ['stage: { sg: cutover, us', 'stage: { sg: replicating, us'],
    ],
    faults: [
      [
        'key: [id, line]',
        'datasets.orders.tables.order_item.key: the key lacks the market column: phase more would write over rows that phase first brings to cell sg, once both places give keys (found [id, line]; allowed: a key with land; fix: make land part of the table’s primary key at the source, or bring all its markets there in one phase)',
      ],
    ],
  },
  {
    name: 'a later phase of DynamoDB, planned while the one before it replicates, whose key lacks the market',
    edits: [
      [
        '  second:\n    datasets: [users, topics, files]\n    markets: all',
        '  second:\n    datasets: [users, topics, files]\n    markets: [IN, rest]',
      ],
      ['us: replicating }\n', 'us: replicating }\n  more: { datasets: [topics], markets: [SG] }\n'],
    ],
    faults: [
      [
        'key: [user_id, name]',
        'datasets.topics.tables.topic.key: the key lacks the market column: phase more would write over rows that phase second brings to cell sg, once both places give keys (found [user_id, name]; allowed: a key with place, of two columns at most; fix: make place part of the table’s primary key at the source, or bring all its markets there in one phase)',
      ],
    ],
  },
  {
    name: 'a later move from another cell into tables that came from the source',
    edits: [
      ['- { markets: [IN, SG], jurisdictions: [SG]', '- { markets: [IN, SG], jurisdictions: [SG, US]'],
      ['markets: rest\n', 'markets: [rest, IN]\n'],
      [
        'datasets: [orders, catalogue], markets: [IN, SG], stage',
        'datasets: [orders, catalogue], markets: all, stage',
      ],
      ['us: replicating }\n', 'us: replicating }\n  back: { datasets: [orders], markets: [IN], from: sg }\n'],
    ],
    faults: [
      [
        'key: [id, line]',
        'datasets.orders.tables.order_item.key: the key lacks the market column: phase back would write over rows that phase first brings to cell us, once both places give keys (found [id, line]; allowed: a key with land; fix: make land part of the table’s primary key at the source, or bring all its markets there in one phase)',
      ],
    ],
  },
  {
    name: 'an empty list of tables',
    edits: [['{ product: all }', '{}']],
    faults: [
      [
        'tables: {}',
        'datasets.catalogue.tables: names no table of its database (fix: list its tables under tables)',
      ],
    ],
  },
]);

test.each<[name: string, edits: readonly Edit[]]>([
  [
    'a later phase of tables whose key holds the market',
    [
      ['key: [id, line]', 'key: [land, id]'],
      ['catalogue], markets: [IN, SG], stage', 'catalogue], markets: [IN], stage'],
      ['  second:', '  more: { datasets: [orders], markets: [SG], stage: cutover }\n  second:'],
    ],
  ],
  [
    'two phases that have both come home',
    [
      ['catalogue], markets: [IN, SG], stage', 'catalogue], markets: [IN], stage'],
      ['  second:', '  more: { datasets: [orders], markets: [SG], stage: complete }\n  second:'],
    ],
  ],
  [
    'a later phase of a table that is copied whole',
    [
      ['catalogue], markets: [IN, SG], stage', 'catalogue], markets: [IN], stage'],
      ['  second:', '  more: { datasets: [catalogue], markets: [SG], stage: cutover }\n  second:'],
    ],
  ],
])('%s is sound', (_, edits) => {
  expect(told(check(...edits))).toEqual([]);
});
