import { CachePolicy, CfnResponseHeadersPolicy, type CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { CellPlan, Holding } from '../plan/model';
import type { DataClass } from '../plan/schema';
import { SignedUrls } from './signed-urls';

/** How one class of data is served, whatever its origin. */
type Behavior = Omit<CfnDistribution.DefaultCacheBehaviorProperty, 'targetOriginId'>;

/** Two years, in seconds: what the browsers' list of HTTPS-only domains recommends (hstspreload.org). */
const HSTS_AGE = 63_072_000;

/** Says how a dataset is served; what datasets of one class share is made in `scope` with the first of them. */
export function cacheBehaviors(scope: Construct, cell: CellPlan) {
  const made: Partial<Record<DataClass, Behavior>> = {};
  const make = { public: publicBehavior, personal: personalBehavior };
  return ({ id, dataset }: Holding): CfnDistribution.DefaultCacheBehaviorProperty => ({
    targetOriginId: id,
    ...(made[dataset.class] ??= make[dataset.class](scope, cell)),
  });
}

/** Public data: cached everywhere, compressed, for anyone. */
function publicBehavior(scope: Construct, cell: CellPlan): Behavior {
  return {
    allowedMethods: ['GET', 'HEAD'],
    cachePolicyId: CachePolicy.CACHING_OPTIMIZED.cachePolicyId,
    compress: true,
    responseHeadersPolicyId: responseHeaders(scope, cell, 'public'),
    viewerProtocolPolicy: 'redirect-to-https',
  };
}

/**
 * Personal data: through the CDN but never kept in it, and only for who holds a signed URL. No redirect: it
 * would answer, and so hide, a signed URL that was sent in the clear.
 */
function personalBehavior(scope: Construct, cell: CellPlan): Behavior {
  return {
    allowedMethods: ['GET', 'HEAD'],
    cachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
    compress: false,
    responseHeadersPolicyId: responseHeaders(scope, cell, 'personal'),
    trustedKeyGroups: [new SignedUrls(scope, 'signed-urls', { cell }).keyGroupId],
    viewerProtocolPolicy: 'https-only',
  };
}

function responseHeaders(scope: Construct, cell: CellPlan, dataClass: DataClass): string {
  const personal = dataClass === 'personal';
  return new CfnResponseHeadersPolicy(scope, `${dataClass}-headers`, {
    responseHeadersPolicyConfig: {
      name: `${cell.id}-${dataClass}`,
      securityHeadersConfig: {
        strictTransportSecurity: {
          accessControlMaxAgeSec: HSTS_AGE,
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: personal ? 'DENY' : 'SAMEORIGIN', override: true },
        referrerPolicy: {
          referrerPolicy: personal ? 'no-referrer' : 'strict-origin-when-cross-origin',
          override: true,
        },
        // What a user uploaded shares a domain with the public pages: as a document it may run nothing.
        ...(personal && {
          contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; sandbox", override: true },
        }),
      },
      ...(personal && {
        customHeadersConfig: {
          items: [{ header: 'Cache-Control', value: 'private, no-store', override: true }],
        },
      }),
    },
  }).attrId;
}
