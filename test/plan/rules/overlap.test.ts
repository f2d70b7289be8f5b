import { check, testRefusals, told, type Edit } from '../base-plan';

const TABLES = 'tables: { product: all }';
/** The public dataset of the base plan with other tables. */
const catalogue = (tables: string): Edit => [TABLES, `tables: { ${tables} }`];
/** Another entry for a database at the source. */
const other = (entry: string): Edit => [
  '    account: {',
  `    other: { ${entry}, secret: source/other, ca: certificates/beijing.pem }\n    account: {`,
];
/** The public dataset of the base plan with a whole table from there. */
const fromOther = (store: string, table: string): Edit => [
  `from: shop, store: aurora-mysql, ${TABLES}`,
  `from: other, store: ${store}, tables: { ${table}: all }`,
];

const TWICE = 'allowed: each table in one dataset; fix: keep it in one of the two';
const UNDERSCORE = 'an underscore stands for any character';

testRefusals([
  {
    name: 'a table of personal data in a public dataset, which would carry it whole,',
    edits: [catalogue('order_item: all')],
    faults: [
      [
        'order_item: all',
        `datasets.catalogue.tables.order_item: dataset orders moves this table too (found shop.order_item; ${TWICE})`,
      ],
    ],
  },
  {
    name: 'a table in two personal datasets, which would give a row two homes,',
    edits: [['tables: { topic:', 'tables: { order_item:']],
    faults: [
      [
        'order_item: { market: place',
        `datasets.topics.tables.order_item: dataset orders moves this table too (found shop.order_item; ${TWICE})`,
      ],
    ],
  },
  {
    name: 'a table whose dataset writes out the schema that is the default',
    edits: [[TABLES, 'schema: shop, tables: { order_item: all }']],
    faults: [
      [
        'order_item: all',
        `datasets.catalogue.tables.order_item: dataset orders moves this table too (found shop.order_item; ${TWICE})`,
      ],
    ],
  },
  {
    name: 'a table that two entries of the source reach on one server',
    edits: [
      other('engine: mysql, host: 10.8.1.10, port: 3306, database: shop'),
      fromOther('aurora-mysql', 'order_item'),
    ],
    faults: [
      [
        'order_item: all',
        `datasets.catalogue.tables.order_item: dataset orders moves this table too (found shop.order_item; ${TWICE})`,
      ],
    ],
  },
  {
    name: 'a table that two entries of the source reach in one postgresql database',
    edits: [
      other('engine: postgresql, host: 10.8.2.10, database: account'),
      fromOther('aurora-postgresql', 'users'),
    ],
    faults: [
      [
        'users: all',
        `datasets.catalogue.tables.users: dataset users moves this table too (found public.users; ${TWICE})`,
      ],
    ],
  },
  {
    name: 'a table that the filtered name of an earlier dataset takes in',
    edits: [catalogue('orderXitem: all')],
    faults: [
      [
        'orderXitem',
        `datasets.catalogue.tables.orderXitem: DMS cannot tell it from shop.order_item of orders: ${UNDERSCORE} (found shop.orderXitem; fix: rename one of the two at the source)`,
      ],
    ],
  },
  {
    name: 'a filtered name that takes in a table of an earlier dataset',
    edits: [['tables: { topic:', 'tables: { order____m:']],
    faults: [
      [
        'order____m',
        `datasets.topics.tables.order____m: DMS cannot tell it from shop.order_item of orders: ${UNDERSCORE} (found shop.order____m; fix: rename one of the two at the source)`,
      ],
    ],
  },
  {
    name: 'a filtered schema that takes in the schema of another dataset',
    edits: [['tables: { topic:', 'schema: s_op, tables: { product:']],
    faults: [
      [
        'product: all',
        `datasets.catalogue.tables.product: DMS cannot tell it from s_op.product of topics: ${UNDERSCORE} (found shop.product; fix: rename one of the two at the source)`,
      ],
    ],
  },
]);

test.each<[string, Edit[]]>([
  [
    'another database of a postgresql server',
    [
      other('engine: postgresql, host: 10.8.2.10, database: billing'),
      fromOther('aurora-postgresql', 'users'),
    ],
  ],
  [
    'a server of another engine',
    [other('engine: mysql, host: 10.8.2.10, database: public'), fromOther('aurora-mysql', 'users')],
  ],
  ['another schema', [[TABLES, 'schema: web, tables: { order_item: all }']]],
  [
    'another server',
    [other('engine: mysql, host: 10.8.1.11, database: shop'), fromOther('aurora-mysql', 'order_item')],
  ],
  [
    'another server behind the same address',
    [
      ['host: 10.8.1.10,', 'host: 10.8.1.10, port: 3306,'],
      other('engine: mysql, host: 10.8.1.10, port: 3307, database: shop'),
      fromOther('aurora-mysql', 'order_item'),
    ],
  ],
  [
    'a name that only a whole table’s underscore would take in',
    [catalogue('o_der: all'), ['order_item: {', 'order: {']],
  ],
])('a table of the same name is sound in %s', (_, edits) => {
  expect(told(check(...edits))).toEqual([]);
});

/** Another dataset of objects beside `files`, whose prefix is `files/`. */
const beside = (dataset: string): Edit => ['  catalogue: {', `  leak: { ${dataset} }\n  catalogue: {`];
const COPIES =
  'allowed: prefixes of which none begins with another; fix: give each a folder of its own at the source, or make them one dataset';
const leak = 'datasets.leak.prefix: public data from the same objects as the personal dataset files';

testRefusals([
  {
    name: 'a public dataset of the objects of a personal one',
    edits: [beside('class: public, from: drive, store: s3, prefix: files/')],
    faults: [
      ['files/ }\n  catalogue', `${leak} (found prefix "files/" beside "files/" in bucket drive; ${COPIES})`],
    ],
  },
  {
    name: 'a public dataset of everything in a bucket with a personal one',
    edits: [beside('class: public, from: drive, store: s3')],
    faults: [
      [
        'leak:',
        `datasets.leak: public data from the same objects as the personal dataset files (found prefix "" beside "files/" in bucket drive; ${COPIES})`,
      ],
    ],
  },
  {
    name: 'a public dataset below the folder of a personal one',
    edits: [beside('class: public, from: drive, store: s3, prefix: files/IN/')],
    faults: [['files/IN/', `${leak} (found prefix "files/IN/" beside "files/" in bucket drive; ${COPIES})`]],
  },
  {
    name: 'a second personal dataset of the same objects',
    edits: [beside('class: personal, from: drive, store: s3, prefix: files/')],
    faults: [
      [
        'files/ }\n  catalogue',
        `datasets.leak.prefix: personal data from the same objects as the personal dataset files (found prefix "files/" beside "files/" in bucket drive; ${COPIES})`,
      ],
    ],
  },
  {
    name: 'a public dataset of the same objects by another entry of the source',
    edits: [
      [
        'secret: source/drive }\n',
        'secret: source/drive }\n    again: { host: 10.8.4.10, bucket: drive, accessKey: domicile, secret: source/again }\n',
      ],
      beside('class: public, from: again, store: s3, prefix: files/'),
    ],
    faults: [
      ['files/ }\n  catalogue', `${leak} (found prefix "files/" beside "files/" in bucket drive; ${COPIES})`],
    ],
  },
]);

test.each([
  ['another folder', 'drive', '10.8.4.10', 'drive', 'pages/'],
  ['another bucket', 'www', '10.8.4.10', 'www', 'files/'],
  ['another server', 'www', '10.8.4.11', 'drive', 'files/'],
])('objects are apart in %s', (_, from, host, bucket, prefix) => {
  const store: Edit = [
    'secret: source/drive }\n',
    `secret: source/drive }\n    www: { host: ${host}, bucket: ${bucket}, accessKey: domicile, secret: source/www }\n`,
  ];
  expect(told(check(store, beside(`class: public, from: ${from}, store: s3, prefix: ${prefix}`)))).toEqual(
    [],
  );
});
