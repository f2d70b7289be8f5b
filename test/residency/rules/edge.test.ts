import { found, resources } from '../support';

const NOTHING = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const ttls = (max: number): object => ({ MinTTL: 0, DefaultTTL: 0, MaxTTL: max });

/** A distribution of a bucket, and that bucket. */
function distribution(behavior: object, { tag = 'personal', host = {}, others = {} } = {}) {
  const domain = typeof host === 'string' ? host : { 'Fn::GetAtt': ['Files', 'RegionalDomainName'] };
  return resources({
    Files: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'files', Tags: [{ Key: 'data-class', Value: tag }] },
    },
    Pages: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'data-class', Value: 'public' }] } },
    It: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Origins: [
            { Id: 'files', DomainName: domain },
            { Id: 'pages', DomainName: { 'Fn::GetAtt': ['Pages', 'RegionalDomainName'] } },
          ],
          DefaultCacheBehavior: { TargetOriginId: 'pages', CachePolicyId: OPTIMIZED },
          CacheBehaviors: [{ TargetOriginId: 'files', ...behavior }],
        },
      },
    },
    ...others,
  });
}

const policyOf = (max: number): object => ({
  Policy: { Type: 'AWS::CloudFront::CachePolicy', Properties: { CachePolicyConfig: ttls(max) } },
});

test.each([
  ['the managed policy that caches nothing', distribution({ CachePolicyId: NOTHING })],
  [
    'a policy of its own that caches nothing',
    distribution({ CachePolicyId: { Ref: 'Policy' } }, { others: policyOf(0) }),
  ],
  ['no policy and lifetimes of 0', distribution(ttls(0))],
  ['public pages, cached', distribution({ CachePolicyId: OPTIMIZED }, { tag: 'public' })],
])('accepts %s', (_, template) => {
  expect(found('edge', template)).toEqual([]);
});

test.each([
  ['a policy that caches', distribution({ CachePolicyId: OPTIMIZED })],
  [
    'a policy of its own that caches',
    distribution({ CachePolicyId: { Ref: 'Policy' } }, { others: policyOf(60) }),
  ],
  ['a policy that is in no template', distribution({ CachePolicyId: { Ref: 'Unknown' } })],
  ['nothing said of caching', distribution({})],
  ['lifetimes above 0', distribution(ttls(60))],
  ['a policy behind a condition', distribution({ CachePolicyId: { 'Fn::If': ['C', NOTHING, OPTIMIZED] } })],
  [
    'a bucket by its name',
    distribution({ CachePolicyId: OPTIMIZED }, { host: 'files.s3.ap-southeast-1.amazonaws.com' }),
  ],
])('finds %s', (_, template) => {
  expect(found('edge', template)).toEqual(['It DistributionConfig.CacheBehaviors[0].CachePolicyId']);
});
