import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CellDistribution } from '../../lib/constructs/distribution';
import { servedByCdn } from '../../lib/plan/cdn';
import { servingCell, type Serving } from '../support/serving';

function templateOf(serving: Serving = {}): Template {
  const cell = servingCell(serving);
  const stack = new Stack();
  new CellDistribution(stack, 'cdn', {
    cell,
    served: servedByCdn(cell),
    certificateArn: 'certificate-arn',
    webAclArn: 'web-acl-arn',
  });
  return Template.fromStack(stack);
}

const template = templateOf();
const hasConfig = (config: object, of: Template = template) =>
  of.hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: config });

const headersOf = (dataClass: string) => ({
  'Fn::GetAtt': [Match.stringLikeRegexp(`${dataClass}headers`), 'Id'],
});

test('public data is cached and compressed under its path', () => {
  hasConfig({
    CacheBehaviors: [
      {
        AllowedMethods: ['GET', 'HEAD'],
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6', // CachingOptimized
        Compress: true,
        PathPattern: '/shop/*',
        ResponseHeadersPolicyId: headersOf('public'),
        TargetOriginId: 'pages',
        ViewerProtocolPolicy: 'redirect-to-https',
      },
    ],
  });
});

test('personal data is not cached, and only signed URLs over HTTPS reach it', () => {
  hasConfig({
    DefaultCacheBehavior: {
      AllowedMethods: ['GET', 'HEAD'],
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // CachingDisabled
      Compress: false,
      ResponseHeadersPolicyId: headersOf('personal'),
      TargetOriginId: 'files',
      TrustedKeyGroups: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('signedurls'), 'Id'] }],
      ViewerProtocolPolicy: 'https-only',
    },
  });
});

test('viewers are told to keep no personal data and to run none of it', () => {
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      Name: 'sg-personal',
      CustomHeadersConfig: {
        Items: [{ Header: 'Cache-Control', Value: 'private, no-store', Override: true }],
      },
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; sandbox", Override: true },
      },
    },
  });
});

test.each(['sg-public', 'sg-personal'])('%s answers with security headers', (Name) => {
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      Name,
      SecurityHeadersConfig: {
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 63_072_000,
          IncludeSubdomains: true,
          Override: true,
        },
        ContentTypeOptions: { Override: true },
      },
    },
  });
});

test('every origin is a named bucket of the region, asked with a signature', () => {
  const origin = (dataset: string) => ({
    Id: dataset,
    DomainName: `sg-${dataset}-222222222222-ap-southeast-1.s3.ap-southeast-1.amazonaws.com`,
    OriginAccessControlId: { 'Fn::GetAtt': [Match.stringLikeRegexp('access'), 'Id'] },
    S3OriginConfig: { OriginAccessIdentity: '' },
  });
  hasConfig({ Origins: [origin('pages'), origin('files')] });
  template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
  });
});

test('the distribution answers for the domain, under its certificate and behind the web ACL', () => {
  hasConfig({
    Aliases: ['sg.data.example.com'],
    HttpVersion: 'http2and3',
    IPV6Enabled: true,
    PriceClass: 'PriceClass_All',
    ViewerCertificate: {
      AcmCertificateArn: 'certificate-arn',
      MinimumProtocolVersion: 'TLSv1.2_2025',
      SslSupportMethod: 'sni-only',
    },
    WebACLId: 'web-acl-arn',
  });
});

test.each(['A', 'AAAA'])('%s of the domain leads to the distribution', (Type) => {
  template.hasResourceProperties('AWS::Route53::RecordSet', {
    Type,
    Name: 'sg.data.example.com',
    HostedZoneId: 'Z0EXAMPLESG',
    AliasTarget: {
      DNSName: { 'Fn::GetAtt': [Match.anyValue(), 'DomainName'] },
      HostedZoneId: 'Z2FDTNDATAQYW2',
    },
  });
});

test('no code runs at the edge and the older logging, which records addresses, is off', () => {
  const text = JSON.stringify(template);
  for (const absent of [
    'FunctionAssociations',
    'LambdaFunctionAssociations',
    '"Logging"',
    'RealtimeLogConfigArn',
  ]) {
    expect(text).not.toContain(absent);
  }
});

test('viewers everywhere are answered unless the plan names countries', () => {
  hasConfig({ Restrictions: { GeoRestriction: { RestrictionType: 'none', Locations: Match.absent() } } });
  hasConfig(
    { Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['IN', 'SG'] } } },
    templateOf({ viewers: ['SG', 'IN'] }),
  );
});

test('with no dataset at the root the first is the default, and the others have their prefixes as paths', () => {
  const of = (prefix: string) => ({ class: 'public', from: 'www', store: 's3', prefix });
  const datasets = { pages: of('shop/'), files: of('a/'), deep: of('b/c/') };
  hasConfig(
    {
      DefaultCacheBehavior: { TargetOriginId: 'pages' },
      CacheBehaviors: [
        Match.objectLike({ TargetOriginId: 'files', PathPattern: '/a/*' }),
        Match.objectLike({ TargetOriginId: 'deep', PathPattern: '/b/c/*' }),
      ],
    },
    templateOf({ datasets }),
  );
});

test.each([
  ['personal', {}],
  ['public', { cdn: false }],
])('the distribution is tagged %s by the most delicate data it serves', (value, serving) => {
  templateOf(serving).hasResourceProperties('AWS::CloudFront::Distribution', {
    Tags: [{ Key: 'data-class', Value: value }],
  });
});
