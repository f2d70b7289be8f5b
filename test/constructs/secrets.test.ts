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

// Both phases bring objects of one store: its secret is there once, for as long as either needs it.
const WWW = 'sg/source/www';
const OF_COMMERCE = ['sg/source/shop', WWW, 'sg/store/catalogue', 'sg/store/orders'];
const OF_SERVICES = ['sg/source/account', 'sg/source/drive', 'sg/source/push', WWW, 'sg/store/account'];

test.each([
  ['replicating', 'planned', OF_COMMERCE],
  ['complete', 'replicating', [...new Set([...OF_COMMERCE, ...OF_SERVICES])].sort()],
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
  expect(atSource).toHaveLength(5);
  for (const secret of atSource) expect(secret).not.toHaveProperty('GenerateSecretString');
});

test('each login at the source says who uses it', () => {
  const users = secretsAt('complete', 'cutover').map((secret) => [secret['Name'], secret['Description']]);
  expect(new Map(users as [string, string][])).toEqual(
    new Map([
      ['sg/source/shop', 'sg: login of DMS at the source'],
      ['sg/source/account', 'sg: login of DMS at the source'],
      ['sg/source/push', 'sg: login of DMS at the source'],
      ['sg/source/drive', 'sg: login of DataSync at the source'],
      [WWW, 'sg: login of DataSync at the source'],
      ['sg/store/orders', 'sg: login of DMS at orders'],
      ['sg/store/catalogue', 'sg: login of DMS at catalogue'],
      ['sg/store/account', 'sg: login of DMS at account'],
    ]),
  );
});
