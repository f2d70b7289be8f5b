import { placeAtSource, type Move, type Plan } from './model';

/** What of a move the place of its records in a bucket is made of. */
type OfPhase = Pick<Move, 'phase' | 'dataset'>;

/** Where the records of a move lie: in the evidence bucket of its cell, or beside the plan. */
export const recordPlaces = {
  /** Key in the evidence bucket. */
  schema: ({ phase, dataset }: OfPhase) => `schema/${phase}/${dataset}.json`,
  /** Key in the evidence bucket. */
  proof: ({ phase, dataset }: OfPhase) => `proof/${phase}/${dataset}.json`,
  /** File, relative to the plan's folder. */
  erasure: ({ phase, cell, dataset }: Move) => `evidence/${phase}/${cell}/${dataset}.json`,
  /** File, relative to the plan's folder. */
  carried: ({ phase, cell, dataset }: Move) => `evidence/${phase}/${cell}/${dataset}.carried.json`,
  /** Key in the evidence bucket of each of the two cells; its folder is all that who writes it may write to. */
  userMove: (record: 'user-joined' | 'user-left', move: string) =>
    `${USER_MOVES}${move}/${record === 'user-joined' ? 'joined' : 'left'}.json`,
} as const;

/** Folder in the evidence bucket of what the application writes there. */
const USER_MOVES = 'user-moves/';

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

/** Whether people carry a move by hand: DMS reads no DynamoDB, so that nothing replicates it from cell to cell. */
export function isCarriedByHand(plan: Plan, { dataset, from }: Move): boolean {
  return from !== undefined && plan.file.datasets[dataset]?.store === 'dynamodb';
}
