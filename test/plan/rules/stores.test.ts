import { check, testRefusals, told } from '../base-plan';

testRefusals([
  {
    name: "objects in a database's store",
    edits: [['store: s3', 'store: dynamodb']],
    faults: [['dynamodb, prefix', 'datasets.files.store: cannot hold objects (found dynamodb; allowed: s3)']],
  },
  {
    name: 'tables in an object store',
    edits: [
      [
        'orders: { class: personal, from: shop, store: aurora-mysql',
        'orders: { class: personal, from: shop, store: s3',
      ],
    ],
    faults: [
      [
        's3, tables',
        'datasets.orders.store: cannot hold tables of mysql (found s3; allowed: aurora-mysql, dynamodb)',
      ],
    ],
  },
  {
    name: 'a store of another engine',
    edits: [['store: aurora-postgresql', 'store: aurora-mysql']],
    faults: [
      [
        'aurora-mysql, tables: { users',
        'datasets.users.store: cannot hold tables of postgresql (found aurora-mysql; allowed: aurora-postgresql, dynamodb)',
      ],
    ],
  },
  {
    name: 'tables of an object store',
    edits: [['prefix: files/', 'tables: { a: all }']],
    faults: [
      [
        'tables: { a: all }',
        'datasets.files.tables: drive is an object store: its datasets have no tables (fix: remove it, or correct from)',
      ],
    ],
  },
  {
    name: 'a prefix of a database',
    edits: [['store: dynamodb,', 'store: dynamodb, prefix: a/,']],
    faults: [
      [
        'prefix: a/',
        'datasets.topics.prefix: shop is a database: its datasets have no prefix (fix: remove it, or correct from)',
      ],
    ],
  },
  {
    name: 'capacity in uneven steps',
    edits: [['tables: { product', 'capacity: { min: 0.7, max: 4 }, tables: { product']],
    faults: [
      [
        '0.7',
        'datasets.catalogue.capacity.min: not in steps of half a capacity unit (found 0.7; allowed: 0.5 or 1)',
      ],
    ],
  },
  {
    name: 'capacity that ends below where it starts',
    edits: [['tables: { product', 'capacity: { min: 8, max: 4 }, tables: { product']],
    faults: [['8, max', 'datasets.catalogue.capacity.min: more than max (found 8; allowed: at most 4)']],
  },
  {
    name: 'an object store of personal data without a folder for each market',
    edits: [
      [
        'bucket: drive, accessKey: domicile, secret',
        'bucket: drive, path: "all/", accessKey: domicile, secret',
      ],
    ],
    faults: [
      [
        '"all/"',
        'source.objects.drive.path: personal data needs a folder for each market (found "all/"; allowed: a path in which {market} is one whole folder, such as {market}/)',
      ],
    ],
  },
  {
    name: 'a folder that only begins with its market',
    edits: [
      [
        'bucket: drive, accessKey: domicile, secret',
        'bucket: drive, path: "{market}x/", accessKey: domicile, secret',
      ],
    ],
    faults: [
      [
        '"{market}x/"',
        'source.objects.drive.path: personal data needs a folder for each market (found "{market}x/"; allowed: a path in which {market} is one whole folder, such as {market}/)',
      ],
    ],
  },
  {
    name: 'a PostgreSQL database with a hyphen',
    edits: [['database: account', 'database: user-account']],
    faults: [
      [
        'user-account',
        'source.databases.account.database: not a name that a database of aurora-postgresql can have (found "user-account"; allowed: letters, digits and underscores, a letter first, at most 63; fix: rename the database at the source)',
      ],
    ],
  },
  {
    name: 'a PostgreSQL database that begins with a digit',
    edits: [['database: account', 'database: 2account']],
    faults: [
      [
        '2account',
        'source.databases.account.database: not a name that a database of aurora-postgresql can have (found "2account"; allowed: letters, digits and underscores, a letter first, at most 63; fix: rename the database at the source)',
      ],
    ],
  },
  {
    name: 'a PostgreSQL database of 64 characters',
    edits: [
      ['database: account', 'database: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ],
    faults: [
      [
        'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        'source.databases.account.database: not a name that a database of aurora-postgresql can have (found "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"; allowed: letters, digits and underscores, a letter first, at most 63; fix: rename the database at the source)',
      ],
    ],
  },
]);

test('a database that no cluster takes its name from may have any', () => {
  expect(told(check(['database: shop', 'database: web-shop']))).toEqual([]);
  const toDynamodb = check(
    ['database: account', 'database: user-account'],
    ['store: aurora-postgresql', 'store: dynamodb'],
  );
  expect(told(toDynamodb)).toEqual([]);
});
