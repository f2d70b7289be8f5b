import type { Hearing } from './hearing';
import { isKnown } from './marks';
import type { Reading } from './read';
import type { Resolver } from './resolver';

/** Records whose value is the name of a host, after the numbers of MX and SRV. */
const NAMING = new Set(['CNAME', 'MX', 'SRV', 'NS', 'HTTPS', 'SVCB']);
const HOST = /^(?:[a-z0-9_-]+\.)+[a-z]{2,}\.?$/i;
/** Hosts of AWS that answer for domains, certificates and mail. */
const OF_AWS = /(?:^|\.)(?:acm-validations\.aws|awsdns-\d+\.(?:com|net|org|co\.uk)|dkim\.amazonses\.com)\.?$/i;
const LISTS: Readonly<Record<string, string>> = {
  'AWS::Route53::RecordSet': '',
  'AWS::Route53::RecordSetGroup': 'RecordSets[*].',
};

/** Judges the hosts that DNS records send whoever asks to; a name of a zone of the app is judged at its own record. */
export function followRecords(hearing: Hearing): void {
  const { type } = hearing.resource;
  const before = Object.hasOwn(LISTS, type) ? LISTS[type] : undefined;
  if (before === undefined) return;
  const whole: Reading = { path: '', value: hearing.resource.properties };
  for (const record of before === '' ? [whole] : hearing.read(before.slice(0, -1))) {
    if (!hearing.below([record], 'Type').some((each) => hearing.texts(each).some((text) => NAMING.has(text))))
      continue;
    for (const value of hearing.below([record], 'ResourceRecords[*]'))
      for (const text of hearing.texts(value)) followHost(hearing, value.path, text);
  }
}

function followHost(hearing: Hearing, path: string, text: string): void {
  const host = text.trim().split(/\s+/).at(-1) ?? '';
  if (!isKnown(host) || !HOST.test(host) || OF_AWS.test(host) || isOfZone(host, hearing.resolver)) return;
  const place = hearing.placeOf(host, 'host');
  if (place.kind === 'external') hearing.lead(path, host, 'host', 'the record', { place });
}

const zones = new WeakMap<Resolver, readonly string[]>();

function isOfZone(host: string, resolver: Resolver): boolean {
  let names = zones.get(resolver);
  if (names === undefined)
    zones.set(
      resolver,
      (names = resolver.templates
        .ofType('AWS::Route53::HostedZone')
        .flatMap(({ properties, template }) => resolver.texts(properties['Name'] ?? '', template))
        .map(bare)
        .filter((name) => name !== '' && isKnown(name))),
    );
  return names.some((name) => bare(host) === name || bare(host).endsWith(`.${name}`));
}

function bare(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
