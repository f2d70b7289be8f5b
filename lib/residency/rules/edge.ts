import type { Hearing } from '../hearing';
import { own } from '../json';
import type { Reading } from '../read';
import type { Rule } from '../rule';
import type { Resource } from '../templates';

const BEHAVIORS = ['DistributionConfig.DefaultCacheBehavior', 'DistributionConfig.CacheBehaviors[*]'];
/** Managed by AWS: CachingDisabled (CloudFront developer guide, “Use managed cache policies”). */
const CACHES_NOTHING = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
/** How long a policy, or a behaviour that has none, lets an edge keep an answer. */
const LIFETIMES = ['MaxTTL', 'DefaultTTL', 'MinTTL'];
const BUCKET_HOST = /^(.+)\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?$/;

export const edge: Rule = {
  id: 'edge',
  what: 'a CDN caches nothing of an origin that is tagged as personal data',
  why: 'An edge cache is in whatever country a viewer, or somebody with a viewer’s address, asks from, and CloudFront cannot be told to keep out of one. What holds personal data is told by its tag `data-class`.',
  fix: 'give the behaviour the managed cache policy CachingDisabled, or one of your own whose TTLs are all 0',
  level: 'error',
  types: ['AWS::CloudFront::Distribution'],
  examples: {
    bad: distributionOf({ CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6' }),
    good: distributionOf({ CachePolicyId: CACHES_NOTHING }),
  },
  check(hearing) {
    for (const behavior of BEHAVIORS.flatMap((path) => hearing.read(path)))
      if (
        behavior.value !== undefined &&
        originsOf(hearing, behavior).some(isPersonal) &&
        !cachesNothing(hearing, behavior)
      )
        hearing.find(
          `${behavior.path}.CachePolicyId`,
          '',
          'answers of an origin with personal data may be cached at the edge',
        );
  },
};

/** Resources of the app that a behaviour's origin is. */
function originsOf(hearing: Hearing, behavior: Reading): readonly Resource[] {
  const ids = hearing.below([behavior], 'TargetOriginId').flatMap((reading) => hearing.texts(reading));
  return hearing
    .read('DistributionConfig.Origins[*]')
    .filter((origin) =>
      hearing.below([origin], 'Id').some((id) => hearing.texts(id).some((text) => ids.includes(text))),
    )
    .flatMap((origin) => hearing.below([origin], 'DomainName'))
    .flatMap((host) => hearing.texts(host))
    .flatMap((host) => {
      const named = hearing.resolver.marks.first(host)?.reference.resource;
      const bucket = BUCKET_HOST.exec(host)?.[1] ?? '';
      return named === undefined ? hearing.resolver.withName('AWS::S3::Bucket', bucket) : [named];
    });
}

function isPersonal({ properties }: Resource): boolean {
  const tags = properties['Tags'];
  return (
    Array.isArray(tags) &&
    tags.some((tag) => own(tag, 'Key') === 'data-class' && own(tag, 'Value') === 'personal')
  );
}

function cachesNothing(hearing: Hearing, behavior: Reading): boolean {
  const policies = hearing.below([behavior], 'CachePolicyId').flatMap((reading) => hearing.texts(reading));
  if (policies.length === 0) return neverKeeps(hearing, [behavior]);
  return policies.every((text) => {
    if (text === CACHES_NOTHING) return true;
    const policy = hearing.named(text);
    if (policy?.type !== 'AWS::CloudFront::CachePolicy') return false;
    return neverKeeps(hearing, [{ path: '', value: own(policy.properties, 'CachePolicyConfig') }]);
  });
}

function neverKeeps(hearing: Hearing, from: readonly Reading[]): boolean {
  return LIFETIMES.every((name) =>
    hearing.below(from, name).every((reading) => hearing.texts(reading).join() === '0'),
  );
}

function distributionOf(behavior: object) {
  return {
    Files: {
      Type: 'AWS::S3::Bucket',
      Properties: { Tags: [{ Key: 'data-class', Value: 'personal' }] },
    },
    Distribution: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Origins: [{ Id: 'files', DomainName: { 'Fn::GetAtt': ['Files', 'RegionalDomainName'] } }],
          DefaultCacheBehavior: {
            TargetOriginId: 'files',
            ViewerProtocolPolicy: 'https-only',
            ...behavior,
          },
        },
      },
    },
  };
}
