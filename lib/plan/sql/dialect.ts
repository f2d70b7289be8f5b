import { placeAtSource, type Move, type Plan } from '../model';
import { schemaName } from '../table-mappings';

/** The tables of a move in its database, as SQL is written for them. */
export interface Tables {
  readonly dialect: 'mysql' | 'postgresql';
  readonly schema: string;
  /** Each with its market column; without one where it is copied whole. */
  readonly tables: readonly { readonly name: string; readonly market?: string }[];
}

/** The tables that a move carries; undefined for objects and MongoDB, which have no SQL. */
export function tablesOf(plan: Plan, move: Move): Tables | undefined {
  const dataset = plan.file.datasets[move.dataset];
  const place = dataset && placeAtSource(plan.file, dataset);
  if (dataset?.tables === undefined || place === undefined || !('database' in place)) return undefined;
  const { engine } = place.database;
  if (engine === 'mongodb') return undefined;
  return {
    dialect: engine === 'postgresql' ? 'postgresql' : 'mysql',
    schema: schemaName(dataset, place.database),
    tables: Object.entries(dataset.tables).map(([name, table]) =>
      table === 'all' ? { name } : { name, market: table.market },
    ),
  };
}

/** A name as SQL takes it whatever is in it: in backticks on MySQL, in double quotes on PostgreSQL. */
export function identifier(dialect: Tables['dialect'], name: string): string {
  const quote = dialect === 'mysql' ? '`' : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

/** A text as SQL takes it; MySQL reads a backslash as an escape, PostgreSQL does not. */
export function literal(dialect: Tables['dialect'], text: string): string {
  const escaped = dialect === 'mysql' ? text.replaceAll('\\', '\\\\') : text;
  return `'${escaped.replaceAll("'", "''")}'`;
}

/** Texts as a list in parentheses, for IN. */
export function literals(dialect: Tables['dialect'], texts: readonly string[]): string {
  return `(${texts.map((text) => literal(dialect, text)).join(', ')})`;
}
