import { CDN_PERIMETER } from '../../../lib/residency/policy';
import { AWAY, describeRule, found, HOME, judgementOf, one, resources } from '../support';

const manifest = (arn: unknown): object => ({ ManifestConfig: { Source: { S3: { S3BucketArn: arn } } } });
describeRule('destination', 'AWS::DataSync::Task', {
  valid: [
    [
      'a manifest in a bucket of the stack',
      manifest({ 'Fn::GetAtt': ['B', 'Arn'] }),
      { B: { Type: 'AWS::S3::Bucket' } },
    ],
  ],
  invalid: [['a manifest from a bucket that is not in the app', manifest('arn:aws:s3:::elsewhere')]],
});

describeRule('destination', 'Custom::DynamoDBReplica', {
  valid: [['its own region', { Region: HOME }]],
  invalid: [['another region', { Region: AWAY }]],
});

describeRule('destination', 'Custom::AWS', {
  valid: [['a call at home', { Create: JSON.stringify({ service: 'S3', region: HOME }) }]],
  invalid: [['a call elsewhere', { Create: JSON.stringify({ service: 'S3', region: AWAY }) }]],
});

const origin = (host: unknown): object => ({ DistributionConfig: { Origins: [{ DomainName: host }] } });
describeRule('destination', 'AWS::CloudFront::Distribution', {
  valid: [
    ['an origin at a bucket’s host in the region', origin(`pages.s3.${HOME}.amazonaws.com`)],
    [
      'an origin at a bucket of the app, without a region in the host',
      origin('pages.s3.amazonaws.com'),
      { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } } },
    ],
  ],
  invalid: [
    ['an origin outside AWS', origin('www.example.com')],
    ['an origin in another region', origin(`pages.s3.${AWAY}.amazonaws.com`)],
    ['a bucket’s host without a region, of a bucket unknown', origin('pages.s3.amazonaws.com')],
  ],
});

describe('destination on a CDN and its perimeter', () => {
  const perimeter = resources(
    { Acl: { Type: 'AWS::WAFv2::WebACL', Properties: {} } },
    { stackName: 'perimeter', region: AWAY },
  );
  const edge = one('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      ViewerCertificate: {
        AcmCertificateArn: `arn:aws:acm:${AWAY}:111111111111:certificate/c`,
        MinimumProtocolVersion: 'TLSv1.2_2025',
      },
      WebACLId: `arn:aws:wafv2:${AWAY}:111111111111:global/webacl/w`,
    },
  });

  test('finds certificate and web ACL in us-east-1 under a policy that names none', () => {
    expect(found('destination', [perimeter, edge], {})).toEqual([
      'It DistributionConfig.ViewerCertificate.AcmCertificateArn',
      'It DistributionConfig.WebACLId',
    ]);
  });

  test('accepts them by the perimeter’s policy, and shows the reason with the flow', () => {
    const { findings, flows } = judgementOf([perimeter, edge], { allowed: CDN_PERIMETER });
    expect(findings).toEqual([]);
    expect(flows.map(({ crosses, permitted, reason }) => [crosses, permitted, typeof reason])).toEqual([
      [true, true, 'string'],
      [true, true, 'string'],
    ]);
  });
});
