import { own } from './json';
import { read } from './read';
import type { Resolver } from './resolver';
import type { Resource } from './templates';

const known = new WeakMap<Resolver, ReadonlySet<Resource>>();

/**
 * Whether server access logs or load balancer logs are delivered to the bucket: AWS delivers those to no bucket under
 * a KMS key, so it may use SSE-S3.
 */
export function isLogBucket(resource: Resource, resolver: Resolver): boolean {
  if (resource.type !== 'AWS::S3::Bucket') return false;
  let buckets = known.get(resolver);
  if (buckets === undefined) known.set(resolver, (buckets = find(resolver)));
  return buckets.has(resource);
}

function find(resolver: Resolver): ReadonlySet<Resource> {
  const found = new Set<Resource>();
  const add = (value: unknown, from: Resource): void => {
    for (const text of value === undefined ? [] : resolver.texts(value, from.template)) {
      const bucket = resolver.resource(text, ['AWS::S3::Bucket'], from.template);
      // Its own log among its data does not make a bucket a log bucket.
      if (bucket !== undefined && bucket !== from) found.add(bucket);
    }
  };
  for (const bucket of resolver.templates.ofType('AWS::S3::Bucket')) {
    for (const { value } of read(bucket, 'LoggingConfiguration.DestinationBucketName', resolver))
      add(value, bucket);
  }
  for (const balancer of resolver.templates.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')) {
    for (const { value } of read(balancer, 'LoadBalancerAttributes[*]', resolver)) {
      if (own(value, 'Key') === 'access_logs.s3.bucket') add(own(value, 'Value'), balancer);
    }
  }
  return found;
}
