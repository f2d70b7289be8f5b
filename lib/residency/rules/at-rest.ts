import { isLogBucket } from '../log-buckets';
import { checkRequired, checkSwitches } from '../switches';
import type { Rule } from '../rule';
import { checkSettings } from '../settings';

const ALGORITHM =
  'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.SSEAlgorithm';
const ALGORITHMS = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export const atRest: Rule = {
  id: 'at-rest',
  what: 'what holds data is encrypted at rest',
  why: 'Whoever gets hold of a disk, a snapshot or a copy reads what is not encrypted. Where a switch is off unless it is turned on, leaving it out is found. A bucket that server access logs or load balancer logs are delivered to may use SSE-S3, since AWS delivers them to no other (S3 user guide, “Enabling Amazon S3 server access logging”).',
  fix: 'switch encryption on, with a key of the customer’s',
  level: 'error',
  types: 'every type',
  examples: {
    bad: { Volumes: { Type: 'AWS::EFS::FileSystem', Properties: { Encrypted: false } } },
    good: {
      Volumes: {
        Type: 'AWS::EFS::FileSystem',
        Properties: { Encrypted: true, KmsKeyId: 'alias/cell/personal' },
      },
    },
  },
  check(hearing) {
    if (isLogBucket(hearing.resource, hearing.resolver))
      return hearing.require(ALGORITHM, (text) => ALGORITHMS.includes(text), 'the bucket is not encrypted');
    checkSwitches(hearing, 'at-rest', 'data is, or may be, stored unencrypted or under a key that AWS owns');
    checkSettings(hearing, 'at-rest');
    checkRequired(
      hearing,
      'at-rest',
      'data is stored unencrypted, or under a key that AWS owns, unless this is given',
    );
  },
};
