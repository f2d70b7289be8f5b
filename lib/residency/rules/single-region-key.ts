import type { Rule } from '../rule';

export const singleRegionKey: Rule = {
  id: 'single-region-key',
  what: 'a KMS key stays in one region and rotates every year',
  why: 'The material of a multi-Region key can be copied to any region by whoever may call `kms:ReplicateKey`; that cannot be undone for a key that exists. Rotation is only there for symmetric keys whose material KMS made (KMS developer guide, “Rotating AWS KMS keys”).',
  fix: 'leave MultiRegion out, make no replica keys, and set EnableKeyRotation to true',
  level: 'error',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  examples: {
    bad: { Key: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true, EnableKeyRotation: true } } },
    good: { Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } } },
  },
  check(hearing) {
    if (hearing.resource.type === 'AWS::KMS::ReplicaKey') {
      hearing.find('', '', 'a replica of a multi-Region key copies its material into this region');
      return;
    }
    for (const reading of hearing.read('MultiRegion')) {
      for (const text of hearing.texts(reading))
        if (text !== 'false')
          hearing.find(reading.path, text, 'the key is, or may become, a multi-Region key');
    }
    const can = (path: string, value: string): boolean =>
      hearing.read(path).every((reading) => hearing.texts(reading).every((text) => text === value));
    if (can('KeySpec', 'SYMMETRIC_DEFAULT') && can('Origin', 'AWS_KMS'))
      hearing.require('EnableKeyRotation', (text) => text === 'true', 'rotation is not switched on');
  },
};
