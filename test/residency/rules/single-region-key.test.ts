import { describeRule } from '../support';

describeRule('single-region-key', 'AWS::KMS::Key', {
  valid: [
    ['rotation on', { EnableKeyRotation: true }],
    ['one region said', { EnableKeyRotation: true, MultiRegion: false }],
    ['an asymmetric key, which cannot rotate', { KeySpec: 'RSA_2048' }],
    ['imported material, which cannot rotate', { Origin: 'EXTERNAL' }],
    [
      'a symmetric key that says so',
      { KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'AWS_KMS', EnableKeyRotation: true },
    ],
  ],
  invalid: [
    ['no rotation written', {}],
    ['rotation off', { EnableKeyRotation: false }],
    ['a multi-Region key', { EnableKeyRotation: true, MultiRegion: true }],
    ['a key that may be multi-Region', { EnableKeyRotation: true, MultiRegion: { Ref: 'Nothing' } }],
    ['no rotation of a symmetric key that says so', { KeySpec: 'SYMMETRIC_DEFAULT' }],
  ],
});

describeRule('single-region-key', 'AWS::KMS::ReplicaKey', {
  valid: [],
  invalid: [['any replica', { PrimaryKeyArn: 'arn:aws:kms:ap-southeast-1:111111111111:key/mrk-1' }]],
});
