import { AWAY, describeRule, HOME } from '../support';

describeRule('telemetry', 'AWS::Logs::SubscriptionFilter', {
  valid: [['a stream at home', { DestinationArn: `arn:aws:kinesis:${HOME}:111111111111:stream/s` }]],
  invalid: [['a stream elsewhere', { DestinationArn: `arn:aws:kinesis:${AWAY}:111111111111:stream/s` }]],
});

describeRule('telemetry', 'AWS::S3::Bucket', {
  valid: [
    [
      'logs into a bucket of the stack',
      { LoggingConfiguration: { DestinationBucketName: { Ref: 'B' } } },
      { B: { Type: 'AWS::S3::Bucket' } },
    ],
  ],
  invalid: [
    [
      'logs into a bucket that is not in the app',
      { LoggingConfiguration: { DestinationBucketName: 'elsewhere' } },
    ],
  ],
});

const report = (arn: unknown): object => ({
  TaskReportConfig: { Destination: { S3: { S3BucketArn: arn } } },
});
describeRule('telemetry', 'AWS::DataSync::Task', {
  valid: [
    [
      'a report into a bucket of the stack',
      report({ 'Fn::GetAtt': ['B', 'Arn'] }),
      { B: { Type: 'AWS::S3::Bucket' } },
    ],
    ['a log at home', { CloudWatchLogGroupArn: `arn:aws:logs:${HOME}:111111111111:log-group:g:*` }],
  ],
  invalid: [
    ['a report into a bucket that is not in the app', report('arn:aws:s3:::elsewhere')],
    ['a log elsewhere', { CloudWatchLogGroupArn: `arn:aws:logs:${AWAY}:111111111111:log-group:g:*` }],
  ],
});
