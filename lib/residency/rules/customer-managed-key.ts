import { CATALOGUE } from '../catalogue/sites';
import { isLogBucket } from '../log-buckets';
import type { Rule } from '../rule';
import { checkSettings } from '../settings';
import { checkRequired } from '../switches';

const keyless = new Map(CATALOGUE.keyless.map(({ type, why }) => [type, why]));

export const customerManagedKey: Rule = {
  id: 'customer-managed-key',
  what: 'what holds data names a KMS key of the customer',
  why: 'A key that AWS owns or manages has a policy nobody here writes, so access to the data cannot be tied to its jurisdiction.',
  fix: 'name a customer managed key, and switch encryption on where that is separate',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/aws/secretsmanager' } },
    },
    good: {
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/cell/personal' } },
    },
  },
  check(hearing) {
    const { resource } = hearing;
    const why = keyless.get(resource.type);
    if (why !== undefined) hearing.find('', '', `no customer managed key can be given: ${why}`);
    for (const site of hearing.sites('key'))
      for (const text of hearing.texts(site))
        if (text !== '' && !isCustomers(text))
          hearing.find(site.path, text, 'the key is none of the customer’s');
    checkSettings(hearing, 'customer-managed-key');
    if (!isLogBucket(resource, hearing.resolver))
      checkRequired(hearing, 'key', 'no customer managed key is named');
  },
};

/** A text that cannot be worked out names some key: where that leads is judged by `key-region`. */
function isCustomers(text: string): boolean {
  return !/(?:^|:)alias\/aws\//.test(text) && !/^AWS_OWNED/.test(text);
}
