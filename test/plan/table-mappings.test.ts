import { createHash } from 'node:crypto';
import type { Move, Plan } from '../../lib/plan/model';
import { compactSize, mappingsHash, tableMappings } from '../../lib/plan/table-mappings';
import { check, type Edit } from './base-plan';

function moveOf(dataset: string, cell: string, ...edits: readonly Edit[]): [Plan, Move] {
  const result = check(...edits);
  if (!result.ok) throw new Error(result.faults.map(({ problem }) => problem).join());
  const move = result.plan.moves.find((one) => one.dataset === dataset && one.cell === cell);
  if (move === undefined) throw new Error(`nothing moves ${dataset} to ${cell}`);
  return [result.plan, move];
}

test('a personal table is selected by one condition for each market, and its name is left exact', () => {
  expect(tableMappings(...moveOf('orders', 'sg'))).toEqual({
    rules: [
      {
        'rule-type': 'selection',
        'rule-action': 'include',
        'object-locator': { 'schema-name': 'shop', 'table-name': 'order_item' },
        filters: [
          {
            'filter-type': 'source',
            'column-name': 'land',
            'filter-conditions': [
              { 'filter-operator': 'eq', value: 'IN' },
              { 'filter-operator': 'eq', value: 'SG' },
            ],
          },
        ],
        'rule-id': '1',
        'rule-name': 'selection-1',
      },
    ],
  });
});

test('a public table is selected whole, with underscores that are not wildcards', () => {
  const [rule] = tableMappings(...moveOf('catalogue', 'sg', ['product: all', 'product_text: all'])).rules;
  expect(rule).toMatchObject({ 'object-locator': { 'table-name': 'product[_]text' }, filters: [] });
});

test.each<[string, Edit[], string]>([
  ['public on PostgreSQL', [], 'public'],
  [
    'the plan’s, if it names one',
    [['store: aurora-postgresql,', 'store: aurora-postgresql, schema: app,']],
    'app',
  ],
])('the schema is %s', (_, edits, schema) => {
  const [rule] = tableMappings(...moveOf('users', 'sg', ...edits)).rules;
  expect(rule?.['object-locator']['schema-name']).toBe(schema);
});

test('a table for DynamoDB is mapped to its items by its key', () => {
  const [, mapping] = tableMappings(...moveOf('topics', 'sg')).rules;
  const scalar = { 'attribute-type': 'scalar', 'attribute-sub-type': 'string' };
  expect(mapping).toEqual({
    'rule-type': 'object-mapping',
    'rule-action': 'map-record-to-record',
    'object-locator': { 'schema-name': 'shop', 'table-name': 'topic' },
    'target-table-name': 'sg-topics-topic',
    'mapping-parameters': {
      'partition-key-name': 'user_id',
      'sort-key-name': 'name',
      'exclude-columns': ['user_id', 'name'],
      'attribute-mappings': [
        { 'target-attribute-name': 'user_id', ...scalar, value: '${user_id}' },
        { 'target-attribute-name': 'name', ...scalar, value: '${name}' },
      ],
    },
    'rule-id': '2',
    'rule-name': 'object-mapping-2',
  });
});

test('a key of one column gives no sort key', () => {
  const [, mapping] = tableMappings(
    ...moveOf('topics', 'sg', ['key: [user_id, name]', 'key: [user_id]']),
  ).rules;
  expect(mapping).not.toHaveProperty(['mapping-parameters', 'sort-key-name']);
});

test('objects have no table mappings', () => {
  expect(() => tableMappings(...moveOf('files', 'sg'))).toThrow('dataset files has no tables to map');
});

test('the size is that of compact JSON in bytes', () => {
  expect(compactSize({ rules: [] })).toBe('{"rules":[]}'.length);
});

test('the hash is that of compact JSON, and changes with the markets and tables of a move', () => {
  const [plan, move] = moveOf('orders', 'sg');
  const json = JSON.stringify(tableMappings(plan, move));
  expect(mappingsHash(plan, move)).toBe(createHash('sha256').update(json).digest('hex'));
  expect(mappingsHash(plan, { ...move, markets: ['SG'] })).not.toBe(mappingsHash(plan, move));
  expect(mappingsHash(...moveOf('orders', 'sg', ['order_item:', 'order_line:']))).not.toBe(
    mappingsHash(plan, move),
  );
});
