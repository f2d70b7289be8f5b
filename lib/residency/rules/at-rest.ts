import { checkRequired, checkSwitches } from '../switches';
import type { Rule } from '../rule';

export const atRest: Rule = {
  id: 'at-rest',
  what: 'what holds data is encrypted at rest',
  why: 'Whoever gets hold of a disk, a snapshot or a copy reads what is not encrypted. Where a switch is off unless it is turned on, leaving it out is found.',
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
    checkSwitches(hearing, 'at-rest', 'data is, or may be, stored unencrypted');
    checkRequired(hearing, 'at-rest', 'encryption at rest is off unless this is given');
  },
};
