import type { Move, Plan } from '../model';
import { isCarriedByHand } from '../record-places';
import { tablesOf } from './dialect';
import { marketGuard } from './market-guard';
import { mysqlQueries } from './mysql';
import { postgresqlQueries } from './postgresql';

/** When SQL is run, in order: before anything replicates, before the load, before the night, after the drain. */
export type SqlStep = 'guard' | 'load' | 'cutover' | 'drain';

/** SQL for one step of a move. */
export interface StepSql {
  readonly step: SqlStep;
  readonly move: Move;
  readonly dialect: 'mysql' | 'postgresql';
  readonly what: string;
  /** Where it is run: where the data comes from, or the store in the cell. */
  readonly at: 'origin' | 'store';
  /** It only reads, and prints statements; those are run at the store. */
  readonly prints: boolean;
  readonly sql: string;
}

/**
 * The SQL of a move that follows from the plan: what the server alone knows, queries of its catalogue print. None for
 * objects, MongoDB and DynamoDB in another cell; for a move to DynamoDB, which has neither keys to tables nor triggers, the
 * guard alone.
 */
export function cutoverSql(plan: Plan, move: Move): StepSql[] {
  const tables = isCarriedByHand(plan, move) ? undefined : tablesOf(plan, move);
  if (tables === undefined) return [];
  const { dialect } = tables;
  const step = (name: SqlStep, what: string, sql: string, at: StepSql['at'] = 'origin'): StepSql => {
    return { step: name, move, dialect, what, at, prints: name !== 'guard', sql };
  };
  const guard = marketGuard(tables);
  const guards = guard === '' ? [] : [step('guard', 'refuse changes of a row’s market', guard)];
  if (!plan.file.datasets[move.dataset]?.store.startsWith('aurora-')) return guards;
  if (dialect === 'mysql') {
    const queries = mysqlQueries(tables);
    return [
      ...guards,
      step('load', 'take out foreign keys that came with the tables', queries.dropForeignKeys, 'store'),
      step('cutover', 'foreign keys', queries.foreignKeys),
      // Numbers first: what stops at a trigger has them already.
      step('drain', 'AUTO_INCREMENT', queries.numbers),
      step('drain', 'triggers', queries.triggers),
    ];
  }
  const queries = postgresqlQueries(tables);
  return [
    ...guards,
    step('load', 'primary keys', queries.primaryKeys),
    step('cutover', 'unique constraints', queries.uniques),
    step('cutover', 'indexes', queries.indexes),
    step('cutover', 'checks that are not validated', queries.checks),
    step('cutover', 'foreign keys', queries.foreignKeys),
    step('drain', 'sequences', queries.numbers),
    step('drain', 'row-level security', queries.policies),
    step('drain', 'triggers', queries.triggers),
  ];
}
