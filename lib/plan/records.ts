import { z } from 'zod';

/**
 * What was checked of a move, as JSON that a person or the preflight writes and that a runbook, or the stage
 * `retired`, reads. Records lie where nothing can be taken back, so none holds anything of a user.
 */

const time = z.iso.datetime({ error: 'a time in UTC, such as 2026-03-01T22:00:00Z' });
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in lower-case hex, as `npx domicile records` prints it' });
const count = z.int({ error: 'a whole number' }).min(0, { error: 'a count of 0 or more' });
const word = z.string().min(1, { error: 'a text that is not empty' });

const ofMove = { cell: word, phase: word, dataset: word };
const checked = { checkedAt: time, validUntil: time };

/** Whether the tables that stand in the cell take what the mappings will bring. */
export const schemaRecord = z
  .strictObject({
    record: z.literal('schema'),
    ...ofMove,
    mappings: hash.describe('hash of the table mappings that it was checked for'),
    matches: z.boolean(),
    faults: z.array(word).describe('what does not match; empty if it does'),
    ...checked,
  })
  .refine(({ matches, faults }) => !matches || faults.length === 0, {
    path: ['matches'],
    error: 'true only without faults',
  });

/** That DynamoDB holds what the source held, which DMS cannot validate there. */
export const proofRecord = z
  .strictObject({
    record: z.literal('proof'),
    ...ofMove,
    mappings: hash,
    tables: z.record(
      word,
      z.strictObject({ source: count, target: count, sampled: count, differing: count }),
    ),
    equal: z.boolean(),
    ...checked,
  })
  .refine(({ equal, tables }) => !equal || Object.values(tables).every(isEqual), {
    path: ['equal'],
    error: 'true only with equal counts, rows sampled where there are any, and none differing',
  });

/** Whether the counts of a table say what a proof claims of it. */
function isEqual(table: Readonly<Record<'source' | 'target' | 'sampled' | 'differing', number>>): boolean {
  const { source, target, sampled, differing } = table;
  return source === target && differing === 0 && (sampled > 0 || source === 0);
}

/** What a record beside the plan is about, and who says so. */
const ofPlace = {
  phase: word,
  cell: word,
  dataset: word,
  from: word.describe('source, or the cell that the phase took over from'),
  place: hash.describe('hash of what moved and of where it was'),
  markets: z.array(word),
};
const signed = { checkedAt: time, checkedBy: word };

/** That a dataset's rows or objects of the markets that moved are gone from where they were. */
export const erasureRecord = z.strictObject({
  record: z.literal('erased'),
  ...ofPlace,
  remaining: z.record(word, count).describe('of each table or folder: what is left of these markets'),
  homeSince: time.describe('when the cell became home, as the record of its night says'),
  ...signed,
});

/** That items of DynamoDB, which nothing replicates between cells, were carried from one to the other by hand. */
export const carriedRecord = z.strictObject({
  record: z.literal('carried'),
  ...ofPlace,
  items: z
    .record(word, z.strictObject({ exported: count, imported: count }))
    .describe('of each table: items of these markets'),
  frozenAt: time.describe(
    'when these markets were no longer written in the old cell: the export’s time, or before',
  ),
  ...signed,
});

const counted = {
  exported: count.describe('rows or objects in the export'),
  here: count.describe('rows or objects of the user found in this cell when it was checked'),
};

/**
 * That one user's data came to a cell whole, or is gone from it, when she moved country: here stands what was exported, or
 * nothing.
 */
export const userMoveRecord = z
  .strictObject({
    record: z.enum(['user-joined', 'user-left']),
    move: z.uuidv4({ error: 'a random UUID, made for this move and meaning nothing else' }),
    cell: word,
    other: word.describe('the cell, or source, on the other side'),
    markets: z.strictObject({ from: word, to: word }),
    datasets: z.record(word, z.strictObject(counted)),
    checkedAt: time,
  })
  .superRefine(({ record, datasets }, context) => {
    for (const [dataset, { exported, here }] of Object.entries(datasets)) {
      const due = record === 'user-left' ? 0 : exported;
      if (here === due) continue;
      const message = record === 'user-left' ? '0: she left' : `${exported}, as exported: she joined`;
      context.addIssue({ code: 'custom', path: ['datasets', dataset, 'here'], message });
    }
  });

/** Of any record, which it is. */
export const recordKind = z.looseObject({
  record: z.enum(['schema', 'proof', 'carried', 'erased', ...userMoveRecord.shape.record.options]),
});

export type SchemaRecord = z.output<typeof schemaRecord>;
export type ProofRecord = z.output<typeof proofRecord>;
export type ErasureRecord = z.output<typeof erasureRecord>;
export type CarriedRecord = z.output<typeof carriedRecord>;
export type UserMoveRecord = z.output<typeof userMoveRecord>;
