import type { Rule } from '../rule';

export const s3Replication: Rule = {
  id: 's3-replication',
  what: 'a bucket replicates only to buckets in permitted regions',
  why: 'Replication copies every new object, with no one looking. A bucket’s ARN has no region, so only a destination that is in the same app can be judged; any other is found.',
  fix: 'replicate to a bucket of the stack’s own region, or not at all',
  level: 'error',
  types: ['AWS::S3::Bucket'],
  examples: {
    bad: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          ReplicationConfiguration: { Rules: [{ Destination: { Bucket: 'arn:aws:s3:::copies' } }] },
        },
      },
    },
    good: {
      Copies: { Type: 'AWS::S3::Bucket' },
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          ReplicationConfiguration: {
            Rules: [{ Destination: { Bucket: { 'Fn::GetAtt': ['Copies', 'Arn'] } } }],
          },
        },
      },
    },
  },
  check(hearing) {
    hearing.leads('ReplicationConfiguration.Rules[*].Destination.Bucket', 'bucket', 'the replication');
  },
};
