import { placeAtSource, type Move, type Plan } from './model';

/** What of a move the place of its records in a bucket is made of. */
type OfPhase = Pick<Move, 'phase' | 'dataset'>;

/** Where the records of a move lie: two in the evidence bucket of its cell, one beside the plan. */
export const recordPlaces = {
  /** Key in the evidence bucket. */
  schema: ({ phase, dataset }: OfPhase) => `schema/${phase}/${dataset}.json`,
  /** Key in the evidence bucket. */
  proof: ({ phase, dataset }: OfPhase) => `proof/${phase}/${dataset}.json`,
  /** File, relative to the plan's folder. */
  erasure: ({ phase, cell, dataset }: Move) => `evidence/${phase}/${cell}/${dataset}.json`,
} as const;

/**
 * What of a dataset must be empty, for a move's markets, where it was: its tables, or of objects the folder of each
 * market.
 */
export function erasableParts(plan: Plan, move: Move): string[] {
  const dataset = plan.file.datasets[move.dataset];
  const place = dataset && placeAtSource(plan.file, dataset);
  if (dataset === undefined || place === undefined) return [];
  if ('database' in place) return Object.keys(dataset.tables ?? {});
  const { path } = place.objects;
  return move.markets.map((market) => `${dataset.prefix ?? ''}${path.replaceAll('{market}', market)}`);
}

/**
 * Whether a move leaves something at its source that has to be erased. Personal data does; public data is copied, and
 * stays where it was for the users who stay.
 */
export function mustBeErased(plan: Plan, { dataset }: Move): boolean {
  return plan.file.datasets[dataset]?.class === 'personal';
}
