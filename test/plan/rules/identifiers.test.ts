import { testRefusals } from '../base-plan';

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
        'datasets.orders.tables.order_item: DMS cannot tell it from orderXitem: an underscore stands for any character (found "order_item"; fix: rename one of the two at the source, or give each a dataset of its own)',
      ],
    ],
  },
]);
