import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import { isOpen } from '../policies';
import type { Reading } from '../read';
import type { Rule } from '../rule';
import { checkSettings } from '../settings';
import { checkRequired, checkSwitches } from '../switches';

const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
export const publicExposure: Rule = {
  id: 'public-exposure',
  what: 'no bucket, policy, database or security group is open to everyone',
  why: 'What everyone may read lives everywhere. All four settings of S3 Block Public Access must be written, since an absent one is off in a template. A policy for every principal must hold it to an organization, an account or a source.',
  fix: 'close it: all four Block Public Access settings true, a Condition on the organization or source, PubliclyAccessible false, an ingress range of your own',
  level: 'error',
  types: 'every type',
  examples: {
    bad: { Bucket: { Type: 'AWS::S3::Bucket' } },
    good: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          PublicAccessBlockConfiguration: Object.fromEntries(BLOCKS.map((name) => [name, true])),
        },
      },
    },
  },
  check(hearing) {
    checkSwitches(hearing, 'public', 'the public is, or may be, let in');
    checkSettings(hearing, 'public-exposure');
    checkRequired(hearing, 'public', 'the public is let in unless this is given');
    for (const site of hearing.sites('range'))
      for (const text of hearing.texts(site)) {
        if (!isKnown(text)) hearing.find(site.path, text, 'every address may be let in');
        else if (/\/[0-7]$/.test(text)) hearing.find(site.path, text, 'every address is let in');
      }
    for (const site of hearing.sites('policy')) checkPolicy(hearing, site);
  },
};

function checkPolicy(hearing: Hearing, document: Reading): void {
  for (const statement of isOpen(document, hearing))
    hearing.find(
      statement.path,
      statement.principal,
      'the policy allows every principal, without a condition that names an organization, account or source',
    );
}
