import { CATALOGUE } from '../catalogue/sites';
import { own } from '../json';
import { read } from '../read';
import type { Resolver } from '../resolver';
import type { Rule } from '../rule';
import { checkRequired } from '../switches';
import type { Resource } from '../templates';

const keyless = new Map(CATALOGUE.keyless.map(({ type, why }) => [type, why]));

export const customerManagedKey: Rule = {
  id: 'customer-managed-key',
  what: 'what holds data names a KMS key of the customer',
  why: 'A key that AWS owns or manages has a policy nobody here writes, so access to the data cannot be tied to its jurisdiction. A bucket that server access logs or load balancer logs are delivered to may use SSE-S3, since AWS delivers them to no other (S3 user guide, “Enabling Amazon S3 server access logging”).',
  fix: 'name a customer managed key, and switch encryption on where that is separate',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/aws/secretsmanager' } },
    },
    good: {
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/cell/personal' } },
    },
  },
  check(hearing) {
    const { resource } = hearing;
    const why = keyless.get(resource.type);
    if (why !== undefined) hearing.find('', '', `no customer managed key can be given: ${why}`);
    for (const site of hearing.sites('key'))
      for (const text of hearing.texts(site))
        if (text !== '' && !isCustomers(text))
          hearing.find(site.path, text, 'the key is none of the customer’s');
    // AWS delivers its own logs to no bucket under a key of the customer's.
    if (resource.type === 'AWS::S3::Bucket' && logTargets(hearing.resolver).has(resource)) return;
    checkRequired(hearing, 'key', 'no customer managed key is named');
  },
};

/** A text that cannot be worked out names some key: where that leads is judged by `key-region`. */
function isCustomers(text: string): boolean {
  return !/(?:^|:)alias\/aws\//.test(text) && !/^AWS_OWNED/.test(text);
}

const targets = new WeakMap<Resolver, ReadonlySet<Resource>>();

/** Buckets that server access logs or load balancer logs are delivered to. */
function logTargets(resolver: Resolver): ReadonlySet<Resource> {
  const known = targets.get(resolver);
  if (known !== undefined) return known;
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
  targets.set(resolver, found);
  return found;
}
