import { check, testRefusals, told } from '../base-plan';

testRefusals([
  {
    name: 'a table name with a percent sign',
    edits: [['order_item:', "'order%':"]],
    faults: [
      [
        "'order%'",
        'datasets.orders.tables.order%: a name that DMS would misread (found "order%"; allowed: no quotes, backticks, percent signs, brackets, braces, dollar signs, backslashes or spaces at the ends)',
      ],
    ],
  },
  {
    name: 'a column name with a backtick',
    edits: [['market: land', "market: 'la`nd'"]],
    faults: [
      [
        "'la`nd'",
        'datasets.orders.tables.order_item.market: a name that DMS would misread (found "la`nd"; allowed: no quotes, backticks, percent signs, brackets, braces, dollar signs, backslashes or spaces at the ends)',
      ],
    ],
  },
  {
    name: 'a database name with a quote',
    edits: [['database: shop', 'database: "sh\'op"']],
    faults: [
      [
        '"sh\'op"',
        'source.databases.shop.database: a name that DMS would misread (found "sh\'op"; allowed: no quotes, backticks, percent signs, brackets, braces, dollar signs, backslashes or spaces at the ends)',
      ],
    ],
  },
  {
    name: 'tables that DMS cannot tell apart',
    edits: [['order_item: {', 'orderXitem: { market: land, key: [id] }, order_item: {']],
    faults: [
      [
        'order_item',
        'datasets.orders.tables.order_item: DMS cannot tell it from orderXitem: an underscore stands for any character (found "order_item"; fix: rename one of the two at the source)',
      ],
    ],
  },
  {
    name: "a dataset in a schema that holds MySQL's logins",
    edits: [['store: dynamodb,', 'store: dynamodb, schema: "mysql",']],
    faults: [
      [
        '"mysql"',
        'datasets.topics.schema: a schema that mysql keeps for itself (found "mysql"; allowed: any but mysql, information_schema, performance_schema, sys; fix: name the one that the application’s tables are in)',
      ],
    ],
  },
  {
    name: "a schema of PostgreSQL's own",
    edits: [['store: aurora-postgresql,', 'store: aurora-postgresql, schema: PG_catalog,']],
    faults: [
      [
        'PG_catalog',
        'datasets.users.schema: a schema that postgresql keeps for itself (found "PG_catalog"; allowed: any but pg_catalog, pg_toast, information_schema; fix: name the one that the application’s tables are in)',
      ],
    ],
  },
  {
    name: 'a name that takes in a schema of MySQL’s own',
    edits: [['store: dynamodb,', 'store: dynamodb, schema: _ys,']],
    faults: [
      [
        '_ys,',
        'datasets.topics.schema: a schema that mysql keeps for itself (found "_ys"; allowed: any but mysql, information_schema, performance_schema, sys; fix: name the one that the application’s tables are in)',
      ],
    ],
  },
  {
    name: "a source database that is MariaDB's own",
    edits: [
      [
        '{ engine: mysql, host: 10.8.1.10, database: shop',
        '{ engine: mariadb, host: 10.8.1.10, database: sys',
      ],
    ],
    faults: [
      [
        'sys, secret',
        'source.databases.shop.database: a schema that mariadb keeps for itself (found "sys"; allowed: any but mysql, information_schema, performance_schema, sys; fix: name the one that the application’s tables are in)',
      ],
    ],
  },
]);

test("another engine's own schema is a name like any other, and so is a postgresql database's", () => {
  expect(told(check(['store: aurora-postgresql,', 'store: aurora-postgresql, schema: sys,']))).toEqual([]);
  expect(told(check(['database: account', 'database: pg_catalog']))).toEqual([]);
});
