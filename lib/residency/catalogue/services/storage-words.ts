import type { Requirement } from '../requirement';

/** Reasons shared by the services that store, move and analyse data. */
export const WHY_NOT = {
  made: 'AWS sets it; no template does',
  owner: 'the account that a bucket must belong to: it is checked before use and gives nobody access',
  sso: 'IAM Identity Center, whose ARNs name no region; it knows the people who sign in, not what is stored',
  tags: 'whether tags go along with a copy',
  own: 'the resource’s own name',
  code: 'part of a query, a script or a schema, which names columns and fields',
  prefix: 'a path within the bucket or file system that is judged beside it',
  certificate: 'what a certificate says or may be used for',
  granted: 'what may be done, or with what; who may do it is judged beside it',
  near: 'names something of the stack’s own region and account by a name that allows no ARN',
  sign: 'how somebody signs in; who may, is judged by principal and policy',
  version: 'a version, a size, an amount or a time',
} as const;

/** Properties of the type, definition or service that `where` names; `names` are parted by white space. */
export function under(where: string, names: string): string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `AWS::${where}.${name}`);
}

/** One requirement; `only` narrows it. */
export function need(
  kind: Requirement['kind'],
  type: string,
  path: string | readonly string[],
  why: string,
  only: Pick<Requirement, 'onlyWith' | 'notWith'> = {},
): Requirement {
  return { type: `AWS::${type}`, path, kind, why, ...only };
}

/** Why a key must be named where the service has one of its own. */
export function ownedKey(guide: string): string {
  return `a key that AWS owns or manages unless one is named (${guide}, “Encryption at rest”)`;
}
