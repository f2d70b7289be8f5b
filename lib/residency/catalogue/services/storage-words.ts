import { COMMON } from './words';

/** Reasons shared by the services that store, move and analyse data. */
export const WHY_NOT = {
  ...COMMON,
  tags: 'whether tags go along with a copy',
  own: 'the resource’s own name',
  code: 'part of a query, a script or a schema, which names columns and fields',
  prefix: 'a path within the bucket or file system that is judged beside it',
  certificate: 'what a certificate says or may be used for',
  granted: 'what may be done, or with what; who may do it is judged beside it',
  sign: 'how somebody signs in; who may, is judged by principal and policy',
  version: 'a version, a size, an amount or a time',
} as const;

/** Why a key must be named where the service has one of its own. */
export function ownedKey(guide: string): string {
  return `a key that AWS owns or manages unless one is named (${guide}, “Encryption at rest”)`;
}
