import { cellPlan, type Move, type Plan } from './model';
import { CELL_BUCKETS, names } from './names';
import { erasableParts, mustBeErased, recordPlaces } from './record-places';
import type { ErasureRecord, ProofRecord, SchemaRecord } from './records';
import { mappingsHash } from './table-mappings';

/** A record with all that the plan knows filled in; what only a check can tell is null, or says no. */
type Unchecked<R> = {
  [K in keyof R]: R[K] extends Record<string, number>
    ? Record<string, null>
    : R[K] extends Record<string, object>
      ? Record<string, Record<string, null>>
      : R[K] | null;
};

/** A record that a move will be asked for, and where it goes. */
export type RecordTemplate =
  | {
      readonly kind: 'schema' | 'proof';
      readonly move: Move;
      readonly region: string;
      readonly bucket: string;
      readonly key: string;
      readonly content: Unchecked<SchemaRecord> | Unchecked<ProofRecord>;
    }
  | {
      readonly kind: 'erasure';
      readonly move: Move;
      /** Relative to the plan's folder. */
      readonly file: string;
      readonly content: Unchecked<ErasureRecord>;
    };

/** Every record that a move will be asked for, in the order in which they are made. */
export function recordTemplates(plan: Plan, move: Move): RecordTemplate[] {
  const dataset = plan.file.datasets[move.dataset];
  const { phase, cell, dataset: id, markets, from } = move;
  const site = cellPlan(plan, cell);
  const bucket = { region: site.cell.region, bucket: names.bucket(site, CELL_BUCKETS.evidence) };
  const templates: RecordTemplate[] = [];
  if (dataset?.tables !== undefined) {
    const mappings = mappingsHash(plan, move);
    const content: Unchecked<SchemaRecord> = {
      record: 'schema',
      cell,
      phase,
      dataset: id,
      mappings,
      matches: false,
      faults: [],
      checkedAt: null,
      validUntil: null,
    };
    templates.push({ kind: 'schema', move, ...bucket, key: recordPlaces.schema(move), content });
    if (dataset.store === 'dynamodb') {
      const counts = { source: null, target: null, sampled: null, differing: null };
      const proof: Unchecked<ProofRecord> = {
        record: 'proof',
        cell,
        phase,
        dataset: id,
        mappings,
        tables: Object.fromEntries(Object.keys(dataset.tables).map((table) => [table, counts])),
        equal: false,
        checkedAt: null,
        validUntil: null,
      };
      templates.push({ kind: 'proof', move, ...bucket, key: recordPlaces.proof(move), content: proof });
    }
  }
  if (mustBeErased(plan, move)) {
    const content: Unchecked<ErasureRecord> = {
      record: 'erased',
      phase,
      cell,
      dataset: id,
      from: from ?? 'source',
      markets: [...markets],
      remaining: Object.fromEntries(erasableParts(plan, move).map((part) => [part, null])),
      checkedAt: null,
      checkedBy: null,
    };
    templates.push({ kind: 'erasure', move, file: recordPlaces.erasure(move), content });
  }
  return templates;
}
