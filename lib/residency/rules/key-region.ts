import { statementsOf } from '../catalogue/sites';
import type { Rule } from '../rule';
import type { Hearing } from '../hearing';

const KEY_TYPES = new Set(['AWS::KMS::Key', 'AWS::KMS::Alias', 'AWS::KMS::ReplicaKey']);
/** What a policy's statement names is not used by the resource itself. */
const STATEMENT = /(?:^|\.)Statement(?:\[|\.)/;
/** Ids of multi-Region keys begin so (KMS developer guide, “How multi-Region keys work”). */
const MULTI_REGION = /(?:^|:key\/)mrk-/;

export const keyRegion: Rule = {
  id: 'key-region',
  what: 'a KMS key that a resource uses lies in the region of the resource, in no other, and in its account',
  why: 'Whoever holds the key decides whether the data can be read. A key of another region puts that decision, and every decryption, under another law. AWS Control Tower’s region deny control exempts `kms:*`, so it does not stop this. What an IAM policy names is not used by the policy, so IAM’s types are left out.',
  fix: 'use a single-Region key of the stack’s own region and account',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { KmsMasterKeyId: 'arn:aws:kms:us-east-1:111111111111:key/4d1b0c1e' },
      },
    },
    good: {
      Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    },
  },
  check(hearing) {
    // A copy in another region is encrypted there: `replicas` and `s3-replication` judge that region.
    for (const { path, value, verdict } of hearing.sites('key'))
      checkKey(hearing, path, value, { homeOnly: verdict.of !== 'copy' });
    if (hearing.resource.type.startsWith('AWS::IAM::')) return;
    // A key may stand where none is expected: in a custom resource, or under a name that CloudFormation does not know.
    for (const { path, value } of statementsOf(hearing.resource).strays)
      if (!STATEMENT.test(path) && (typeof value !== 'string' || value.includes(':kms:')))
        checkKey(hearing, path, value, { homeOnly: true, isOne: (text) => isKey(text, hearing) });
  },
};

function checkKey(
  hearing: Hearing,
  path: string,
  value: unknown,
  { homeOnly, isOne = (text) => text !== '' }: { homeOnly: boolean; isOne?: (text: string) => boolean },
): void {
  for (const text of hearing.texts({ path, value }).filter(isOne)) {
    hearing.lead(path, text, 'local', 'the key', { homeOnly });
    checkOwner(hearing, path, text);
  }
}

function checkOwner(hearing: Hearing, path: string, text: string): void {
  if (MULTI_REGION.test(text))
    hearing.find(path, text, 'the key is a multi-Region key: its material may lie in any region');
  const here = hearing.resource.template.input.account;
  const place = hearing.placeOf(text, 'local');
  const account = place.kind === 'region' ? place.account : undefined;
  if (account === undefined || account === here || !isAccount(account) || !isAccount(here)) return;
  if (!hearing.allows(path, account))
    hearing.find(path, text, `the key belongs to account ${account}; allowed is ${here}`);
}

function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text);
}

function isKey(text: string, hearing: Hearing): boolean {
  if (/^arn:[^:]*:kms:/.test(text)) return true;
  const found = hearing.resolver.marks.first(text);
  return found?.mark === text && KEY_TYPES.has(found.reference.resource.type);
}
