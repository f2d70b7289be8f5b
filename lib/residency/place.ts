import { isKnown } from './marks';
import type { Resolver } from './resolver';
import type { Resource, Template } from './templates';
import type { Place } from './types';

/**
 * What a pointer's text is when it is no ARN: a region's code, the name of a bucket (anywhere), a host, or
 * the name or id of something in the pointer's own region (`local`).
 */
export type PointerKind = 'region' | 'bucket' | 'host' | 'local';

export function isRegion(text: string): boolean {
  return REGION.test(text);
}

export const UNKNOWN_PLACE: Place = { kind: 'unknown' };
export const GLOBAL_PLACE: Place = { kind: 'global' };

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const REGION_IN_HOST = /(?:^|[.-])((?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-[a-z]+)+-\d)(?=[.-]|$)/;
const AWS_HOST = /(?:^|\.)(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws|on\.aws|awsapprunner\.com)$/;
const CDN_HOST = /(?:^|\.)(?:cloudfront\.net|awsglobalaccelerator\.com)$/;
const BUCKET_HOST = /^(.+)\.s3(?:\.dualstack)?\.amazonaws\.com$/;
/** Bytes of a name in the DNS (RFC 1035). */
const LONGEST_HOST = 253;
const HOST = /^[a-z0-9_*-]+(\.[a-z0-9_-]+)+$/i;
/** Services whose resources belong to no region; S3, which names no region either, is looked up by name. */
const GLOBAL_SERVICES = new Set([
  'iam',
  'cloudfront',
  'route53',
  'globalaccelerator',
  'organizations',
  'waf',
  'shield',
]);
/** Models that answer from several regions, by the prefix of their ids (Bedrock user guide, cross-Region inference). */
const MANY_REGIONS =
  /^(?:us|eu|apac|jp|au|ca|us-gov|global)\.(?:ai21|amazon|anthropic|cohere|deepseek|luma|meta|mistral|openai|qwen|stability|twelvelabs|writer)\./;
/** Services some of whose ARNs leave the region out and mean that of whoever uses them. */
const NEAR_SERVICES = new Set(['states', 'scheduler', 'dataprotection']);
const GLOBAL_TYPES =
  /^AWS::(?:IAM|CloudFront|GlobalAccelerator|Organizations|Route53|Shield)::|^AWS::RDS::GlobalCluster$|^AWS::DocDB::GlobalCluster$|^AWS::S3::MultiRegionAccessPoint$/;

/** The region and account of a stack. */
export function placeOfTemplate(template: Template): Place {
  return { kind: 'region', region: template.input.region, account: template.input.account };
}

export function placeOfResource(resource: Resource): Place {
  return GLOBAL_TYPES.test(resource.type) ? GLOBAL_PLACE : placeOfTemplate(resource.template);
}

/** Where a resolved `text` of a resource in template `at` leads. */
export function placeOf(text: string, kind: PointerKind, at: Template, resolver: Resolver): Place {
  if (text.startsWith('arn:')) return placeOfArn(text, at, resolver);
  const found = resolver.marks.first(text);
  if (kind === 'region')
    return REGION.test(text) || text === at.input.region ? { kind: 'region', region: text } : markOnly();
  if (kind === 'bucket' && !text.includes('://') && !HOST_OF_BUCKET.test(text)) {
    const name = text.split('/')[0] ?? '';
    return found === undefined ? placeOfBucket(name, at, resolver) : markOnly();
  }
  if (kind === 'local' && MANY_REGIONS.test(text)) return GLOBAL_PLACE;
  if (kind === 'local' && found === undefined && !text.includes('://'))
    return isKnown(text) ? placeOfTemplate(at) : UNKNOWN_PLACE;
  return placeOfHost(text, at, resolver) ?? markOnly();

  /** A text made of one resource's attribute leads to that resource. */
  function markOnly(): Place {
    if (found === undefined) return UNKNOWN_PLACE;
    const start = text.indexOf(found.mark);
    const [before, after] = [text.slice(0, start), text.slice(start + found.mark.length)];
    // A bucket's name with something added is the name of another bucket.
    const another = kind === 'bucket' && !/^$|^[/:]/.test(after);
    return isKnown(before) && !another ? placeOfResource(found.reference.resource) : UNKNOWN_PLACE;
  }
}

const HOST_OF_BUCKET = /\.s3[.-]/;

function placeOfArn(arn: string, at: Template, resolver: Resolver): Place {
  const [, , service = '', region = '', account = '', ...rest] = arn.split(':');
  const mark = resolver.marks.first(region);
  if (mark !== undefined) return placeOfResource(mark.reference.resource);
  if (!isKnown(service)) return UNKNOWN_PLACE;
  if (service === 's3' && region === '') {
    const name = (rest.join(':').split('/')[0] ?? '').trim();
    return placeOf(name, 'bucket', at, resolver);
  }
  if (service === 'bedrock' && rest[0]?.startsWith('inference-profile/') === true) return GLOBAL_PLACE;
  if (REGION.test(region) || region === at.input.region)
    return /^\d{12}$/.test(account) || account === at.input.account
      ? { kind: 'region', region, account }
      : { kind: 'region', region };
  if (region === '' && NEAR_SERVICES.has(service)) return placeOfTemplate(at);
  return region === '' && GLOBAL_SERVICES.has(service) ? GLOBAL_PLACE : UNKNOWN_PLACE;
}

/** A bucket's name says nothing of its region: only a bucket of this app is known. */
function placeOfBucket(name: string, at: Template, resolver: Resolver): Place {
  const places = resolver.withName('AWS::S3::Bucket', name).map(placeOfResource);
  const first = places[0];
  if (first === undefined || !isKnown(name)) return UNKNOWN_PLACE;
  return places.every((place) => samePlace(place, first)) ? first : UNKNOWN_PLACE;
}

/** The place of a host or a URL; undefined when `text` is neither. */
function placeOfHost(text: string, at: Template, resolver: Resolver): Place | undefined {
  const scheme = /^[a-z0-9+:.-]*?:\/\//i.exec(text)?.[0] ?? '';
  const host = (text.slice(scheme.length).split(/[/?#]/)[0] ?? '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
  if (host.length > LONGEST_HOST) return undefined;
  if (/^s3[an]?:\/\//.test(scheme)) return placeOf(host, 'bucket', at, resolver);
  const suffix = host.replace(/^.*[\uE000-\uF8FF]\.?/, '').toLowerCase();
  if (AWS_HOST.test(suffix)) {
    const region = REGION_IN_HOST.exec(suffix)?.[1];
    if (region !== undefined) return { kind: 'region', region };
    const bucket = BUCKET_HOST.exec(host)?.[1];
    return bucket === undefined ? UNKNOWN_PLACE : placeOf(bucket, 'bucket', at, resolver);
  }
  if (CDN_HOST.test(suffix)) return GLOBAL_PLACE;
  if (suffix !== '' && suffix !== host.toLowerCase())
    return suffix.includes('.') ? { kind: 'external', host: resolver.marks.show(host) } : UNKNOWN_PLACE;
  if (resolver.marks.first(host) !== undefined || !isKnown(host)) return undefined;
  return HOST.test(host) || host.includes('::') ? { kind: 'external', host } : undefined;
}

/** The partition that a region belongs to. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** Whether two places are known to be in one region. */
export function samePlace(one: Place, other: Place): boolean {
  return one.kind === 'region' && other.kind === 'region' && one.region === other.region;
}

/** A place in words. */
export function describePlace(place: Place): string {
  switch (place.kind) {
    case 'region':
      return place.region;
    case 'global':
      return 'a global service';
    case 'external':
      return `${place.host}, outside AWS`;
    case 'unknown':
      return 'a place that cannot be worked out';
  }
}
