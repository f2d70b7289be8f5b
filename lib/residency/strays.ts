import { isCatalogued, statementsOf, type Site } from './catalogue/sites';
import type { Hearing } from './hearing';
import { intrinsicOf, isObject, own } from './json';
import { UNKNOWN } from './marks';
import { isRegion } from './place';
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

/** Pointers inside a language: ARNs and addresses wherever they stand, regions and hosts by the name they are given. */
const ARN = /arn:[a-z0-9-]+:[a-z0-9-]+:[^:\s"'`,]*:[^:\s"'`,]*:[^\s"'`,\\)\]}]+/g;
const URL = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`,\\)\]}<>]+/g;
const AWS_HOST = /[a-z0-9.-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)\b/g;
const NAMED_REGION = /["']?([a-z_-]*region)["']?\s*[:=]\s*["']?([a-z]{2}(?:-[a-z]+)+-\d)\b/gi;
const NAMED_BUCKET = /([a-z_.-]*s3[._-]?bucket)["']?\s*[:=]\s*["']?([^\s"'`,\\)\]}]+)/gi;
const NAMED_HOST = /["']?([a-z_-]*(?:uri|url|endpoint))["']?\s*[:=]\s*["']?(https?:\/\/[^\s"'`,\\)\]}<>]+)/gi;

/** Judges what stands in a text of some language, such as a state machine's. */
export function followDefinitions(hearing: Hearing): void {
  for (const site of hearing.sites('definition'))
    for (const text of textsWithin(site, hearing)) {
      if (text === UNKNOWN)
        hearing.find(site.path, text, `${site.name} cannot be worked out, so nothing in it can be judged`);
      else followWithin(hearing, site, text);
    }
}

function followWithin(hearing: Hearing, site: Pick<Site, 'path' | 'name'>, text: string): void {
  const lead = (found: string, kind: 'local' | 'host' | 'region' | 'bucket', always: boolean): void => {
    const place = hearing.placeOf(found, kind);
    if (
      isElsewhere(place, hearing) ||
      (always && place.kind === 'external') ||
      (kind === 'bucket' && place.kind === 'unknown')
    )
      hearing.lead(site.path, found, kind, `what ${site.name} names`, { place });
  };
  for (const [found] of text.matchAll(ARN)) lead(found, 'local', false);
  for (const [found] of text.matchAll(URL)) lead(found, 'host', false);
  for (const [found] of text.matchAll(AWS_HOST)) lead(found, 'host', false);
  for (const [, , found = ''] of text.matchAll(NAMED_REGION))
    if (isRegion(found)) lead(found, 'region', true);
  for (const [, , found = ''] of text.matchAll(NAMED_BUCKET)) lead(found, 'bucket', true);
  for (const [, , found = ''] of text.matchAll(NAMED_HOST)) lead(found, 'host', true);
}

/** Texts that a definition can be: one written as an object is its parts, each beside its name. */
function textsWithin(site: Site, hearing: Hearing): readonly string[] {
  const { value } = site;
  if (!isObject(value) && !Array.isArray(value)) return hearing.texts(site);
  if (intrinsicOf(value) !== undefined) return hearing.texts(site);
  return partsOf(value).flatMap(([name, part]) =>
    hearing
      .texts({ path: site.path, value: part })
      .map((text) => (text === UNKNOWN ? '' : `${name}: ${text}`)),
  );
}

function partsOf(value: unknown, name = '', depth = 0): readonly (readonly [name: string, part: unknown])[] {
  if (depth > 50 || typeof value !== 'object' || value === null)
    return typeof value === 'string' ? [[name, value]] : [];
  if (intrinsicOf(value) !== undefined) return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((item) => partsOf(item, name, depth + 1));
  const named = NAMES.map((key) => own(value, key)).find((each) => typeof each === 'string');
  if (typeof named === 'string' && Object.hasOwn(value, 'Value'))
    return partsOf(own(value, 'Value'), named, depth + 1);
  return Object.entries(value).flatMap(([key, item]) => partsOf(item, key, depth + 1));
}

/** Under which a list of settings names the one whose `Value` stands beside. */
const NAMES = ['Key', 'Name', 'OptionName', 'ParameterKey'];
