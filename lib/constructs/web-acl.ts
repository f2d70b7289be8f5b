import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { PERIMETER_REGION } from '../plan/cdn';
import { jurisdictionOf } from '../plan/geography';
import type { CellPlan } from '../plan/model';
import { acknowledge } from './acknowledge';

/** Rule groups that AWS keeps up to date, cheapest verdict first. */
const MANAGED = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
];

/**
 * Requests from one address in five minutes. High, since mobile carriers put thousands of phones behind one
 * address; it stops a flood, not a busy network.
 */
const RATE_LIMIT = 20_000;

/** What requests carry that must not be legible in samples: no keys means every cookie, every argument. */
const PROTECTED: readonly CfnWebACL.FieldToProtectProperty[] = [
  { fieldType: 'SINGLE_COOKIE' },
  { fieldType: 'SINGLE_HEADER', fieldKeys: ['authorization', 'referer', 'x-forwarded-for'] },
  { fieldType: 'SINGLE_QUERY_ARGUMENT' },
  { fieldType: 'QUERY_STRING' },
  { fieldType: 'BODY' },
];

export interface CellWebAclProps {
  readonly cell: CellPlan;
}

/**
 * What stands between the world and the cell's distribution. It keeps nothing about viewers outside the cell's
 * jurisdiction: no logs, and samples (which hold their addresses) only where this region is under the same law.
 */
export class CellWebAcl extends CfnWebACL {
  constructor(scope: Construct, id: string, { cell }: CellWebAclProps) {
    const visibility = (metric: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName: `${cell.id}-${metric}`,
      sampledRequestsEnabled: jurisdictionOf(PERIMETER_REGION) === cell.jurisdiction,
    });
    super(scope, id, {
      scope: 'CLOUDFRONT',
      description: `${cell.id}: what may reach its distribution`,
      defaultAction: { allow: {} },
      visibilityConfig: visibility('all'),
      dataProtectionConfig: {
        dataProtections: PROTECTED.map((field) => ({ field, action: 'SUBSTITUTION' })),
      },
      rules: [
        {
          name: 'RateLimit',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: RATE_LIMIT, aggregateKeyType: 'IP' } },
          visibilityConfig: visibility('RateLimit'),
        },
        ...MANAGED.map((name, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
          visibilityConfig: visibility(name),
        })),
      ],
    });
    acknowledge(this, {
      'NIST.800.53.R5-WAFv2LoggingEnabled':
        "web ACL logs hold every viewer's address, which AWS offers no way to leave out; requests are logged without it by the distribution, in the cell's own region (docs/decisions, web ACL logs)",
    });
  }
}
