import type { Verdict } from '../verdict';
import { COMMON } from './words';

/** Who vouches for those who sign in: their names and attributes come from there. */
export const IDENTITIES: Verdict = { kind: 'host', incoming: true };
export const DEFINITION: Verdict = { kind: 'definition' };
/** Where data, or what a model is made of, is read from. */
export const SOURCE: Verdict = { kind: 'bucket', incoming: true };

/** Reasons that recur among machine learning, things and media. */
export const WHY = {
  ...COMMON,
  code: 'a program, an image, a schema or a script that is run; none of the users’ data',
  own: 'its own name, or the name of a part of it',
  part: 'a name of another part of the same resource, or a field of its data',
  prefix: 'a path within the bucket, the container or the host that is judged beside it',
  options: 'options of a model, a codec or a schedule; they hold no pointer',
  sign: 'how somebody signs in; who may, and where to, is judged by itself',
  people: 'how people can be reached; nothing is sent there',
  tells: 'tells where something came from; nothing is read from there or sent there',
  match: 'what is compared with, kept or left out',
  billing: 'billing, which belongs to no region and knows no data of users',
  shown: 'what a page or a player shows; it moves no data that is stored',
} as const;
