import { cellPlan, type Move, type Plan } from './model';
import { CELL_BUCKETS, names } from './names';
import { placeHash } from './hash';
import { erasableParts, isCarriedByHand, mustBeErased, recordPlaces } from './record-places';
import type { CarriedRecord, ErasureRecord, ProofRecord, SchemaRecord } from './records';
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
      readonly kind: 'carried' | 'erasure';
      readonly move: Move;
      /** Relative to the plan's folder. */
      readonly file: string;
      readonly content: Unchecked<CarriedRecord> | Unchecked<ErasureRecord>;
    };

/** Every record that a move will be asked for, in the order in which they are made. */
export function recordTemplates(plan: Plan, move: Move): RecordTemplate[] {
  const before = isCarriedByHand(plan, move) ? carried(plan, move) : replicated(plan, move);
  return [...before, ...(mustBeErased(plan, move) ? erased(plan, move) : [])];
}

/** What shows that a replication may load, and that its load is whole where DMS cannot tell. */
function replicated(plan: Plan, move: Move): RecordTemplate[] {
  const { tables, store } = plan.file.datasets[move.dataset] ?? {};
  if (tables === undefined) return [];
  const site = cellPlan(plan, move.cell);
  const bucket = { region: site.cell.region, bucket: names.bucket(site, CELL_BUCKETS.evidence) };
  const { cell, phase, dataset } = move;
  const about = { cell, phase, dataset, mappings: mappingsHash(plan, move) };
  const times = { checkedAt: null, validUntil: null };
  const schema: Unchecked<SchemaRecord> = {
    record: 'schema',
    ...about,
    matches: false,
    faults: [],
    ...times,
  };
  const counts = { source: null, target: null, sampled: null, differing: null };
  const proof: Unchecked<ProofRecord> = {
    record: 'proof',
    ...about,
    tables: Object.fromEntries(Object.keys(tables).map((table) => [table, counts])),
    equal: false,
    ...times,
  };
  return [
    { kind: 'schema', move, ...bucket, key: recordPlaces.schema(move), content: schema },
    ...(store === 'dynamodb'
      ? [{ kind: 'proof' as const, move, ...bucket, key: recordPlaces.proof(move), content: proof }]
      : []),
  ];
}

function carried(plan: Plan, move: Move): RecordTemplate[] {
  const counts = { exported: null, imported: null };
  const content: Unchecked<CarriedRecord> = {
    record: 'carried',
    ...ofPlace(plan, move),
    items: Object.fromEntries(erasableParts(plan, move).map((table) => [table, counts])),
    frozenAt: null,
    ...UNSIGNED,
  };
  return [{ kind: 'carried', move, file: recordPlaces.carried(move), content }];
}

function erased(plan: Plan, move: Move): RecordTemplate[] {
  const content: Unchecked<ErasureRecord> = {
    record: 'erased',
    ...ofPlace(plan, move),
    remaining: Object.fromEntries(erasableParts(plan, move).map((part) => [part, null])),
    homeSince: null,
    ...UNSIGNED,
  };
  return [{ kind: 'erasure', move, file: recordPlaces.erasure(move), content }];
}

const UNSIGNED = { checkedAt: null, checkedBy: null };

function ofPlace(plan: Plan, move: Move) {
  const { phase, cell, dataset, from = 'source', markets } = move;
  return { phase, cell, dataset, from, place: placeHash(plan, move), markets: [...markets] };
}
