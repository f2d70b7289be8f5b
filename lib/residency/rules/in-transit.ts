import { checkRequired, checkSwitches } from '../switches';
import type { Rule } from '../rule';
import { checkSettings } from '../settings';

export const inTransit: Rule = {
  id: 'in-transit',
  what: 'data travels encrypted, by protocols that are still sound',
  why: 'What travels in the clear is read by every network on the way, whatever country that is in. What each engine and service allows is in the catalogue; TLS below 1.2 is deprecated (RFC 8996).',
  fix: 'require TLS 1.2 or newer',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { TransitEncryptionEnabled: false } },
    },
    good: {
      Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { TransitEncryptionEnabled: true } },
    },
  },
  check(hearing) {
    checkSwitches(hearing, 'in-transit', 'data travels, or may travel, in the clear or badly encrypted');
    checkSettings(hearing, 'in-transit');
    checkRequired(hearing, 'in-transit', 'data may travel in the clear unless this is given');
  },
};
