import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CellWebAcl } from '../../lib/constructs/web-acl';
import { servingCell, type Serving } from '../support/serving';

function aclOf(serving: Serving = {}): Template {
  const stack = new Stack();
  new CellWebAcl(stack, 'web-acl', { cell: servingCell(serving) });
  return Template.fromStack(stack);
}

const template = aclOf();

test.each([
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesAmazonIpReputationList',
])('requests pass %s, whose verdicts count', (Name) => {
  template.hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    Rules: Match.arrayWith([
      Match.objectLike({
        Name,
        OverrideAction: { None: {} },
        Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
      }),
    ]),
  });
});

test('one address can only ask so often', () => {
  template.hasResourceProperties('AWS::WAFv2::WebACL', {
    Rules: Match.arrayWith([
      Match.objectLike({
        Action: { Block: {} },
        Statement: { RateBasedStatement: { Limit: 20_000, AggregateKeyType: 'IP' } },
      }),
    ]),
  });
});

test.each(['SINGLE_COOKIE', 'SINGLE_QUERY_ARGUMENT', 'QUERY_STRING', 'BODY'])(
  'samples hold no legible %s',
  (FieldType) => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      DataProtectionConfig: {
        DataProtections: Match.arrayWith([{ Action: 'SUBSTITUTION', Field: { FieldType } }]),
      },
    });
  },
);

test.each(['authorization', 'x-forwarded-for'])('samples hold no legible header %s', (header) => {
  template.hasResourceProperties('AWS::WAFv2::WebACL', {
    DataProtectionConfig: {
      DataProtections: Match.arrayWith([
        {
          Action: 'SUBSTITUTION',
          Field: { FieldType: 'SINGLE_HEADER', FieldKeys: Match.arrayWith([header]) },
        },
      ]),
    },
  });
});

test.each([
  [false, 'abroad', {}],
  [true, 'under the law of the region that samples lie in', { region: 'us-east-2', jurisdiction: 'US' }],
])('samples, which hold addresses, are kept: %p for a cell %s', (sampled, _, serving) => {
  const text = JSON.stringify(aclOf(serving));
  expect(text).toContain(`"SampledRequestsEnabled":${sampled}`);
  expect(text).not.toContain(`"SampledRequestsEnabled":${!sampled}`);
});

test('nothing is logged from here', () => {
  template.resourceCountIs('AWS::WAFv2::LoggingConfiguration', 0);
});
