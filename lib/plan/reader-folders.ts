import { cellPlan, placeAtSource, type Move, type Plan } from './model';
import { names } from './names';
import { marketFolders } from './object-folders';

/**
 * Characters that the readers of one bucket may take of its policy, which has 20 KB in all (S3 user guide, bucket
 * policies); the rest is for everything else in it.
 */
export const MAX_READER_CHARACTERS = 16_000;

/**
 * ARN patterns of the objects that a move takes over from another cell's bucket: the folders of its markets, and no
 * other's. None for a move of anything but objects, or from the source.
 */
export function readerFolders(plan: Plan, { dataset: id, from, markets }: Move): string[] {
  const dataset = plan.file.datasets[id];
  const place = dataset && placeAtSource(plan.file, dataset);
  if (from === undefined || place === undefined || !('objects' in place)) return [];
  const bucket = names.bucket(cellPlan(plan, from), id);
  return marketFolders(place.objects, markets).map(
    (folder) => `arn:aws:s3:::${bucket}/${dataset?.prefix ?? ''}${folder}*`,
  );
}
