import { isCatalogued, statementsOf, type Site } from './catalogue/sites';
import type { Hearing } from './hearing';
import { documentTexts, wordsOf, type Word } from './language';
import { UNKNOWN } from './marks';
import { isRegion, type PointerKind } from './place';
import type { Place } from './types';

/** For people, or for those who pay. */
const PROSE = /(?:^|\.)(?:Tags|TagSet|Description|Comment)(?:\[|\.|$)/;
const ADDRESS = /^(?:arn:|[a-z0-9+:.-]*:\/\/)|\.amazonaws\.com(?:[/:]|$)|\.api\.aws(?:[/:]|$)/;

/** Judges ARNs, addresses of AWS and references that stand where no pointer is expected, if they leave the region. */
export function followStrays(hearing: Hearing): void {
  for (const { path, value } of statementsOf(hearing.resource).strays) {
    if (PROSE.test(path) || (typeof value === 'string' && !ADDRESS.test(value))) continue;
    for (const text of hearing.texts({ path, value })) followStray(hearing, path, text);
  }
}

/** Judges what a custom resource is told, in a language of its own: its regions, and calls written as JSON. */
export function followCustom(hearing: Hearing): void {
  if (isCatalogued(hearing.resource.type) && hearing.resource.type !== 'AWS::CloudFormation::CustomResource')
    return;
  for (const { path, value } of statementsOf(hearing.resource).strays) {
    for (const text of hearing.texts({ path, value })) {
      if (/region(?:\[\d+\])?$/i.test(path) && isRegion(text))
        hearing.lead(path, text, 'region', 'the region');
      else if (text.includes('{')) followWithin(hearing, { path, name: 'the call' }, text);
    }
  }
}

function followStray(hearing: Hearing, path: string, text: string): void {
  const marked = hearing.resolver.marks.first(text) !== undefined;
  if (!marked && !ADDRESS.test(text)) return;
  const place = hearing.placeOf(text, text.startsWith('arn:') || !ADDRESS.test(text) ? 'local' : 'host');
  if (isElsewhere(place, hearing)) hearing.lead(path, text, 'local', 'the value', { place });
}

function isElsewhere(place: Place, hearing: Hearing): boolean {
  return place.kind === 'region' && place.region !== hearing.resource.template.input.region;
}

const NAMED_REGION = /region$/i;
const NAMED_BUCKET = /s3[._-]?bucket$/i;
const NAMED_HOST = /(?:uri|url|endpoint)$/i;
const AWS_HOST = /\.(?:amazonaws\.com(?:\.cn)?|api\.aws)(?=[:/]|$)/;

/** Judges what stands in a text of some language, such as a state machine's. */
export function followDefinitions(hearing: Hearing): void {
  for (const site of hearing.sites('definition'))
    for (const text of documentTexts(site, hearing)) {
      if (text === UNKNOWN)
        hearing.find(site.path, text, `${site.name} cannot be worked out, so nothing in it can be judged`);
      else followWithin(hearing, site, text);
    }
}

/** Follows ARNs and addresses of AWS wherever they stand; regions, buckets and other hosts by the name they are given. */
function followWithin(hearing: Hearing, site: Pick<Site, 'path' | 'name'>, text: string): void {
  for (const word of wordsOf(text)) {
    const pointer = pointerOf(word);
    if (pointer === undefined) continue;
    const [found, kind] = pointer;
    const place = hearing.placeOf(found, kind);
    const unsure =
      (kind === 'bucket' && place.kind === 'unknown') ||
      (place.kind === 'external' && (kind === 'bucket' || NAMED_HOST.test(word.name)));
    if (isElsewhere(place, hearing) || unsure)
      hearing.lead(site.path, found, kind, `what ${site.name} names`, { place });
  }
}

function pointerOf({ name, text }: Word): readonly [text: string, kind: PointerKind] | undefined {
  const arn = text.indexOf('arn:');
  if (arn !== -1 && text.split(':', 6).length === 6) return [text.slice(arn), 'local'];
  if (NAMED_REGION.test(name) && isRegion(text)) return [text, 'region'];
  if (NAMED_BUCKET.test(name)) return [text, 'bucket'];
  return text.includes('://') || AWS_HOST.test(text) ? [text, 'host'] : undefined;
}
