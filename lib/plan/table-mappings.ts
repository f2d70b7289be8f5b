import { createHash } from 'node:crypto';
import { cellPlan, type Move, placeAtSource, type Plan } from './model';
import { names } from './names';
import type { Database, Dataset } from './schema';

/** Table mappings of AWS DMS, as far as replications use them (DMS user guide, CHAP_Tasks.CustomizingTasks.TableMapping). */
export interface TableMappings {
  readonly rules: readonly MappingRule[];
}

export type MappingRule = SelectionRule | ObjectMappingRule;

export interface ObjectLocator {
  readonly 'schema-name': string;
  readonly 'table-name': string;
}

interface Numbered {
  readonly 'rule-id': string;
  readonly 'rule-name': string;
}

/** Selects the rows that meet all filters; a filter is met when one of its conditions is. */
export interface SelectionRule extends Numbered {
  readonly 'rule-type': 'selection';
  readonly 'rule-action': 'include';
  readonly 'object-locator': ObjectLocator;
  readonly filters: readonly SourceFilter[];
}

export interface SourceFilter {
  readonly 'filter-type': 'source';
  readonly 'column-name': string;
  readonly 'filter-conditions': readonly FilterCondition[];
}

export interface FilterCondition {
  readonly 'filter-operator': 'eq';
  readonly value: string;
}

/** Writes a table's rows to a DynamoDB table, one item for each (DMS user guide, CHAP_Target.DynamoDB). */
export interface ObjectMappingRule extends Numbered {
  readonly 'rule-type': 'object-mapping';
  readonly 'rule-action': 'map-record-to-record';
  readonly 'object-locator': ObjectLocator;
  readonly 'target-table-name': string;
  readonly 'mapping-parameters': {
    readonly 'partition-key-name': string;
    readonly 'sort-key-name'?: string;
    /** Columns that an attribute mapping carries: left in, DMS would write them a second time. */
    readonly 'exclude-columns': readonly string[];
    readonly 'attribute-mappings': readonly AttributeMapping[];
  };
}

export interface AttributeMapping {
  readonly 'target-attribute-name': string;
  readonly 'attribute-type': 'scalar';
  readonly 'attribute-sub-type': 'string';
  readonly value: string;
}

/**
 * The rows that one move carries: of each table those of the move's markets, and public tables whole.
 *
 * @throws Error if the move's dataset is not one of database tables
 */
export function tableMappings(plan: Plan, move: Move): TableMappings {
  const dataset = plan.file.datasets[move.dataset];
  const place = dataset && placeAtSource(plan.file, dataset);
  if (dataset?.tables === undefined || place === undefined || !('database' in place)) {
    throw new Error(`dataset ${move.dataset} has no tables to map`);
  }
  const schema = schemaName(dataset, place.database);
  const tables = Object.entries(dataset.tables);
  const selections = tables.map(([name, table]): Unnumbered<SelectionRule> => {
    const whole = table === 'all';
    return {
      'rule-type': 'selection',
      'rule-action': 'include',
      'object-locator': whole ? exactly(schema, name) : asWritten(schema, name),
      filters: whole ? [] : [marketFilter(table.market, move.markets)],
    };
  });
  const objects = tables.flatMap(([name, table]): Unnumbered<ObjectMappingRule>[] =>
    dataset.store !== 'dynamodb' || table === 'all'
      ? []
      : [
          {
            'rule-type': 'object-mapping',
            'rule-action': 'map-record-to-record',
            'object-locator': asWritten(schema, name),
            'target-table-name': names.table(cellPlan(plan, move.cell), move.dataset, name),
            'mapping-parameters': itemKey(table.key),
          },
        ],
  );
  return { rules: [...selections, ...objects].map(numbered) };
}

/**
 * Names the table mappings of a move: SHA-256 in hex of their compact JSON. A record that bears it was made for exactly
 * these tables and markets.
 *
 * @throws Error if the move's dataset is not one of database tables
 */
export function mappingsHash(plan: Plan, move: Move): string {
  return createHash('sha256')
    .update(JSON.stringify(tableMappings(plan, move)))
    .digest('hex');
}

/** Bytes of table mappings written without indentation. */
export function compactSize(mappings: TableMappings): number {
  return Buffer.byteLength(JSON.stringify(mappings));
}

/** The schema that a dataset's tables are in; on MySQL and MongoDB that is the database. */
export function schemaName(dataset: Dataset, database: Database): string {
  return dataset.schema ?? (database.engine === 'postgresql' ? 'public' : database.database);
}

/**
 * The name as it is. With a filter DMS takes only exact names, not wildcards, so an underscore stays bare; whether
 * another table answers to the name with the underscore read as a wildcard is for the preflight to see.
 */
function asWritten(schema: string, table: string): ObjectLocator {
  return { 'schema-name': schema, 'table-name': table };
}

/** The name with underscores, which DMS reads as any one character, made literal. Only without a filter. */
function exactly(schema: string, table: string): ObjectLocator {
  const literal = (name: string) => name.replaceAll('_', '[_]');
  return { 'schema-name': literal(schema), 'table-name': literal(table) };
}

function marketFilter(column: string, markets: readonly string[]): SourceFilter {
  return {
    'filter-type': 'source',
    'column-name': column,
    'filter-conditions': markets.map((value) => ({ 'filter-operator': 'eq', value })),
  };
}

function itemKey(key: readonly string[]): ObjectMappingRule['mapping-parameters'] {
  const [partition = '', sort] = key;
  return {
    'partition-key-name': partition,
    ...(sort !== undefined && { 'sort-key-name': sort }),
    'exclude-columns': key,
    'attribute-mappings': key.map((column) => ({
      'target-attribute-name': column,
      'attribute-type': 'scalar',
      'attribute-sub-type': 'string',
      value: `\${${column}}`,
    })),
  };
}

type Unnumbered<R extends MappingRule> = Omit<R, 'rule-id' | 'rule-name'>;

function numbered(
  rule: Unnumbered<SelectionRule> | Unnumbered<ObjectMappingRule>,
  index: number,
): MappingRule {
  const number = `${index + 1}`;
  return { ...rule, 'rule-id': number, 'rule-name': `${rule['rule-type']}-${number}` };
}
