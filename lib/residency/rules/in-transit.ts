import { checkRequired, checkSwitches } from '../switches';
import type { Hearing } from '../hearing';
import type { Rule } from '../rule';
import { checkSettings } from '../settings';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

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
    if (hearing.resource.type === LISTENER && onlyRedirects(hearing)) return;
    checkSwitches(hearing, 'in-transit', 'data travels, or may travel, in the clear or badly encrypted');
    checkSettings(hearing, 'in-transit');
    checkRequired(hearing, 'in-transit', 'data may travel in the clear unless this is given');
  },
};

/** Whether all that a listener does is to send whoever asks to HTTPS. */
function onlyRedirects(hearing: Hearing): boolean {
  const protocols = hearing.read('DefaultActions[*].RedirectConfig.Protocol');
  return protocols.length > 0 && protocols.every((reading) => hearing.texts(reading).join() === 'HTTPS');
}
