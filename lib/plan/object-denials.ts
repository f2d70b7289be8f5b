/** Characters of ARNs in one managed policy, of the 6,144 that a policy may have (IAM user guide, quotas). */
const MAX_POLICY_CHARACTERS = 5_500;
/** Managed policies that a role may have (IAM user guide, quotas), less the one that says what it may do. */
export const MAX_DENIALS = 9;

/**
 * What a DataSync role must not write to: the objects in `folders` of a bucket, as many to a list as one policy holds.
 */
export function denialsOf(bucket: string, prefix: string, folders: readonly string[]): string[][] {
  const lists: string[][] = [];
  let left = 0;
  for (const folder of folders) {
    const arn = `arn:aws:s3:::${bucket}/${prefix}${folder}*`;
    const size = arn.length + '"",'.length;
    const last = lists[lists.length - 1];
    if (last === undefined || size > left) {
      lists.push([arn]);
      left = MAX_POLICY_CHARACTERS - size;
    } else {
      last.push(arn);
      left -= size;
    }
  }
  return lists;
}
