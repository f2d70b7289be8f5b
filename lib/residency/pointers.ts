import type { Site } from './catalogue/sites';
import type { Pointer } from './catalogue/verdict';
import type { Hearing } from './hearing';
import { GLOBAL_PLACE, type PointerKind } from './place';
import type { Resource } from './templates';
import type { Place } from './types';

/** How the text of each kind of pointer is read. */
const READ_AS: Readonly<Record<Exclude<Pointer, 'zone'>, PointerKind>> = {
  arn: 'local',
  bucket: 'bucket',
  host: 'host',
  region: 'region',
  external: 'host',
  global: 'local',
};
const POINTERS = Object.keys(READ_AS) as readonly (keyof typeof READ_AS)[];

/** Pointers that a rule of their own follows, by type; empty for all of a type's. */
const FOLLOWED_APART: Readonly<Record<string, RegExp>> = {
  'AWS::DMS::Endpoint': /^/,
  'AWS::DMS::DataProvider': /^/,
  'AWS::DMS::MigrationProject': /DataProvider/,
  'AWS::DMS::DataMigration': /^MigrationProject/,
  'AWS::DMS::ReplicationConfig': /EndpointArn$/,
  'AWS::DMS::ReplicationTask': /EndpointArn$/,
  'AWS::DataSync::Task': /LocationArn$/,
  'AWS::S3::Bucket': /^ReplicationConfiguration\./,
};

export function isFollowedApart({ type }: Resource, path: string): boolean {
  if (type.startsWith('AWS::DataSync::Location')) return true;
  return Object.hasOwn(FOLLOWED_APART, type) && (FOLLOWED_APART[type]?.test(path) ?? false);
}

/** Judges where the pointers of the resource lead that are for `purpose`. */
export function followPointers(hearing: Hearing, purpose: Site['verdict']['of']): void {
  for (const { path, value, name, verdict } of hearing.sites(...POINTERS)) {
    const { kind, incoming, of } = verdict;
    if (of !== purpose || isFollowedApart(hearing.resource, path)) continue;
    for (const text of hearing.texts({ path, value })) {
      if (text === '') continue;
      const place = placeOfKind(kind, text, hearing);
      hearing.lead(path, text, READ_AS[kind], name, { incoming, place });
    }
  }
}

/** Where it leads, if its kind alone tells. */
function placeOfKind(kind: Pointer, text: string, hearing: Hearing): Place | undefined {
  if (kind === 'global') return GLOBAL_PLACE;
  return kind === 'external' ? { kind: 'external', host: hearing.resolver.marks.show(text) } : undefined;
}
