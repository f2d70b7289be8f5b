import type { PointerKind } from '../place';
import type { Rule } from '../rule';

interface Destination {
  readonly path: string;
  readonly kind: PointerKind;
  readonly what: string;
  /** The pointer says where data comes from. */
  readonly incoming?: boolean;
}

const DESTINATIONS: Readonly<Record<string, readonly Destination[]>> = {
  'AWS::CloudFront::Distribution': [
    {
      path: 'DistributionConfig.ViewerCertificate.AcmCertificateArn',
      kind: 'local',
      what: 'the certificate',
    },
    { path: 'DistributionConfig.WebACLId', kind: 'local', what: 'the web ACL' },
    { path: 'DistributionConfig.Logging.Bucket', kind: 'bucket', what: 'the access log' },
    { path: 'DistributionConfig.Origins[*].DomainName', kind: 'host', what: 'the origin', incoming: true },
  ],
  'AWS::Logs::DeliverySource': [
    { path: 'ResourceArn', kind: 'local', what: 'the log’s resource', incoming: true },
  ],
  'AWS::Logs::DeliveryDestination': [{ path: 'DestinationResourceArn', kind: 'bucket', what: 'the log' }],
  'AWS::Logs::SubscriptionFilter': [{ path: 'DestinationArn', kind: 'local', what: 'the log' }],
  'AWS::DataSync::Task': [
    { path: 'TaskReportConfig.Destination.S3.S3BucketArn', kind: 'bucket', what: 'the task report' },
    { path: 'ManifestConfig.Source.S3.S3BucketArn', kind: 'bucket', what: 'the manifest', incoming: true },
    { path: 'CloudWatchLogGroupArn', kind: 'local', what: 'the log' },
  ],
  'AWS::EC2::FlowLog': [{ path: 'LogDestination', kind: 'bucket', what: 'the flow log' }],
  'AWS::S3::Bucket': [
    { path: 'LoggingConfiguration.DestinationBucketName', kind: 'bucket', what: 'the access log' },
  ],
};

export const destination: Rule = {
  id: 'destination',
  what: 'a CDN’s parts and origins, and the destinations of logs and reports, lie in permitted regions',
  why: 'Logs hold addresses and requests of users, reports the names of their files, and an origin is read by the CDN. CloudFront takes its certificate and web ACL from us-east-1 only: the policy names those pointers, with the reason.',
  fix: 'point to something in the stack’s own region, or have the policy allow this pointer with a reason',
  level: 'error',
  types: Object.keys(DESTINATIONS),
  examples: {
    bad: {
      Filter: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: { DestinationArn: 'arn:aws:kinesis:us-east-1:111111111111:stream/logs' },
      },
    },
    good: {
      Stream: { Type: 'AWS::Kinesis::Stream' },
      Filter: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: { DestinationArn: { 'Fn::GetAtt': ['Stream', 'Arn'] } },
      },
    },
  },
  check(hearing) {
    for (const { path, kind, what, incoming } of DESTINATIONS[hearing.resource.type] ?? [])
      hearing.leads(path, kind, what, { incoming });
  },
};
