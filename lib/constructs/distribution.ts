import { CfnDistribution, CfnOriginAccessControl } from 'aws-cdk-lib/aws-cloudfront';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { CellPlan, Holding } from '../plan/model';
import { names } from '../plan/names';
import { acknowledge } from './acknowledge';
import { cacheBehaviors } from './cache-behaviors';
import { tagClass } from './tags';

/** Hosted zone of every CloudFront distribution (Route 53 API, AliasTarget). */
const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';

/** The newest policy that phones without TLS 1.3 (Android 9 and before) can speak: docs/decisions, TLS at the edge. */
const TLS_POLICY = 'TLSv1.2_2025';

export interface CellDistributionProps {
  readonly cell: CellPlan;
  /** What is served, as `servedByCdn` has it; not empty. */
  readonly served: readonly Holding[];
  readonly certificateArn: string;
  readonly webAclArn: string;
}

/**
 * The cell's one distribution, under its domain. Objects keep the keys they have at the source, so that a
 * dataset's prefix is its path. Buckets are named, not referred to: their policies name this distribution.
 */
export class CellDistribution extends Construct {
  readonly distributionId: string;

  constructor(scope: Construct, id: string, props: CellDistributionProps) {
    super(scope, id);
    const { cell, served, certificateArn, webAclArn } = props;
    const { domain, region, viewers } = cell.cell;
    const behaviorOf = cacheBehaviors(this, cell);
    const [fallback, ...others] = defaultFirst(served);
    const access = new CfnOriginAccessControl(this, 'access', {
      originAccessControlConfig: {
        name: `${cell.id}-edge`,
        originAccessControlOriginType: 's3',
        signingBehavior: 'always',
        signingProtocol: 'sigv4',
      },
    });
    const distribution = new CfnDistribution(this, 'distribution', {
      distributionConfig: {
        enabled: true,
        comment: `cell ${cell.id}`,
        aliases: [domain],
        httpVersion: 'http2and3',
        ipv6Enabled: true,
        priceClass: 'PriceClass_All',
        webAclId: webAclArn,
        viewerCertificate: {
          acmCertificateArn: certificateArn,
          minimumProtocolVersion: TLS_POLICY,
          sslSupportMethod: 'sni-only',
        },
        restrictions: {
          geoRestriction: viewers
            ? { restrictionType: 'whitelist', locations: [...viewers].sort() }
            : { restrictionType: 'none' },
        },
        origins: served.map((holding) => ({
          id: holding.id,
          domainName: `${names.bucket(cell, holding.id)}.s3.${region}.amazonaws.com`,
          originAccessControlId: access.attrId,
          // Must be there, and empty, beside an origin access control.
          s3OriginConfig: { originAccessIdentity: '' },
        })),
        // With a prefix no object can have the name.
        defaultRootObject: fallback.dataset.prefix ? undefined : 'index.html',
        defaultCacheBehavior: behaviorOf(fallback),
        cacheBehaviors: others.map((holding) => ({
          pathPattern: `/${holding.dataset.prefix ?? ''}*`,
          ...behaviorOf(holding),
        })),
      },
    });
    tagClass(
      distribution,
      served.some(({ dataset }) => dataset.class === 'personal') ? 'personal' : 'public',
    );
    acknowledge(distribution, {
      'AwsSolutions-CFR3':
        'the rule knows only the older logging, which records viewer addresses and cookies; the edge-logs stack delivers logs without them to the bucket of this cell',
      ...(viewers === undefined && {
        'AwsSolutions-CFR1':
          'a user may reach her own data while she travels; a cell that must restrict viewers names them in the plan',
      }),
    });
    for (const type of ['A', 'AAAA']) {
      new CfnRecordSet(this, type, {
        type,
        name: domain,
        hostedZoneId: cell.cell.zone.id,
        aliasTarget: { dnsName: distribution.attrDomainName, hostedZoneId: CLOUDFRONT_ZONE },
      });
    }
    this.distributionId = distribution.attrId;
  }
}

/**
 * The default first (the dataset at the root of its bucket, else the plan's first), then the others. Their order is
 * free, since in a sound plan no prefix begins with another.
 */
function defaultFirst(served: readonly Holding[]): [Holding, ...Holding[]] {
  const fallback = served.find(({ dataset }) => !dataset.prefix) ?? served[0];
  if (fallback === undefined) throw new Error('a distribution needs a dataset to serve');
  return [fallback, ...served.filter((holding) => holding !== fallback)];
}
