import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secrets } from '../../lib/constructs/secrets';
import { changedCell, resourcesOf } from '../support/data-stack';

/** Secrets of the Singapore cell with its phases at the stages given. */
function secretsAt(commerce: string, services: string) {
  const cell = changedCell('sg', ({ phases }) => {
    Object.assign(phases['e-commerce'] ?? {}, { stage: commerce });
    Object.assign(phases['services'] ?? {}, { stage: services });
  });
  const stack = new Stack(new App(), 'data');
  new Secrets(stack, 'secrets', { cell, key: new Key(stack, 'replication'), clusters: new Map() });
  return Object.values(resourcesOf(Template.fromStack(stack), 'AWS::SecretsManager::Secret')).map(
    ({ Properties }) => Properties ?? {},
  );
}

const namesAt = (commerce: string, services: string) =>
  secretsAt(commerce, services)
    .map((secret) => secret['Name'])
    .sort();

const OF_COMMERCE = ['sg/source/shop', 'sg/store/catalogue', 'sg/store/orders'];
const OF_SERVICES = ['sg/source/account', 'sg/source/push', 'sg/store/account'];

test.each([
  ['replicating', 'planned', OF_COMMERCE],
  ['complete', 'replicating', [...OF_COMMERCE, ...OF_SERVICES].sort()],
  ['retired', 'cutover', OF_SERVICES],
  ['retired', 'retired', []],
])('with one phase %s and the next %s, the secrets are %j', (commerce, services, expected) => {
  expect(namesAt(commerce, services)).toEqual(expected);
});

test('every secret lies under the key for replication, and no template holds a password', () => {
  for (const secret of secretsAt('complete', 'cutover')) {
    expect(secret['KmsKeyId']).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^replication/), 'Arn'] });
    expect(secret).not.toHaveProperty('SecretString');
    expect(JSON.stringify(secret['GenerateSecretString'] ?? {})).not.toContain('"password":');
  }
});

test('a login at the source is made empty: its administrators know it', () => {
  const atSource = secretsAt('complete', 'cutover').filter((secret) =>
    String(secret['Name']).startsWith('sg/source/'),
  );
  expect(atSource).toHaveLength(3);
  for (const secret of atSource) expect(secret).not.toHaveProperty('GenerateSecretString');
});
