import { AWAY, describeRule, found, HOME, one, resources, template } from '../support';

const away = `arn:aws:kms:${AWAY}:111111111111:key/k`;
const ofAccount = (account: string, id = 'k'): string => `arn:aws:kms:${HOME}:${account}:key/${id}`;
const key = { Key: { Type: 'AWS::KMS::Key' } };

describeRule('key-region', 'AWS::SQS::Queue', {
  valid: [
    ['no key at all', {}],
    ['a key of the stack', { KmsMasterKeyId: { Ref: 'Key' } }, key],
    ['a key id, which is of this region', { KmsMasterKeyId: '4d1b0c1e' }],
    ['an alias', { KmsMasterKeyId: 'alias/cell' }],
    ['an alias with an odd name', { KmsMasterKeyId: 'alias/mrk-1234' }],
    ['an ARN of this account', { KmsMasterKeyId: ofAccount('111111111111') }],
    [
      'an ARN of this region',
      { KmsMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/k' } },
    ],
  ],
  invalid: [
    ['an ARN of another region', { KmsMasterKeyId: away }],
    ['a key that cannot be worked out', { KmsMasterKeyId: { 'Fn::ImportValue': 'nothing' } }],
    [
      'an ARN whose region cannot be worked out',
      { KmsMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:${Nothing}:1:key/k' } },
    ],
    ['a multi-Region key by ARN', { KmsMasterKeyId: ofAccount('111111111111', 'mrk-1234') }],
    ['a multi-Region key by id', { KmsMasterKeyId: 'mrk-1234' }],
    ['a key of another account', { KmsMasterKeyId: ofAccount('999999999999') }],
    ['one bad branch of a condition', { KmsMasterKeyId: { 'Fn::If': ['C', 'alias/cell', away] } }],
  ],
});

describe('key-region on any type', () => {
  test.each([
    ['a name that tells', 'AWS::New::Thing', { Storage: [{ KmsKeyArn: away }] }],
    ['a name that does not tell', 'AWS::New::Thing', { Secured: { By: away } }],
    [
      'a name that hides it',
      'AWS::Kinesis::Stream',
      { StreamEncryption: { KeyId: { Ref: 'AWS::NoSuchThing' } } },
    ],
    ['an entry of a list', 'AWS::New::Thing', { KmsKeyArns: ['x'], Keys: [away] }],
  ])('finds a key under %s', (_, type, properties) => {
    expect(found('key-region', one(type, properties))).toHaveLength(1);
  });

  test('finds a key of a stack in another region, referenced directly', () => {
    const keys = template(
      {
        Resources: { Key: { Type: 'AWS::KMS::Key' } },
        Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      },
      { stackName: 'keys', region: AWAY },
    );
    const value = { 'Fn::GetStackOutput': { StackName: 'keys', Region: AWAY, OutputName: 'Arn' } };
    expect(found('key-region', [keys, one('AWS::SNS::Topic', { KmsMasterKeyId: value })])).toEqual([
      'It KmsMasterKeyId',
    ]);
  });

  test.each([
    [
      'a role that a policy statement names',
      'AWS::S3::BucketPolicy',
      { PolicyDocument: { Statement: [{ Resource: away }] } },
    ],
    ['an IAM policy', 'AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [{ Resource: away }] } }],
    [
      'the role that may use keys',
      'AWS::New::Thing',
      { KmsAccessRoleArn: 'arn:aws:iam::111111111111:role/r' },
    ],
  ])('leaves alone %s', (_, type, properties) => {
    expect(found('key-region', one(type, properties))).toEqual([]);
  });

  test('lets a policy open regions to replicas only', () => {
    const policy = { regions: { stack: [AWAY] } };
    const replica = { ReplicaRegions: [{ Region: AWAY, KmsKeyId: away }] };
    expect(found('key-region', one('AWS::SecretsManager::Secret', replica), policy)).toEqual([]);
    expect(found('key-region', one('AWS::SecretsManager::Secret', { KmsKeyId: away }), policy)).toHaveLength(
      1,
    );
  });

  test.each([
    ['an account that is not known', { account: 'unknown-account' }, {}, 0],
    ['a policy that allows the account', {}, { allowed: [{ to: '999999999999', reason: 'a memo' }] }, 0],
    ['a policy that allows another', {}, { allowed: [{ to: '888888888888', reason: 'a memo' }] }, 1],
  ])('a key of another account under %s', (_, more, policy, count) => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: ofAccount('999999999999') } };
    expect(found('key-region', resources({ Queue: queue }, more), policy)).toHaveLength(count);
  });

  test('finds a key of another region at each of two resources', () => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: away } };
    expect(found('key-region', resources({ A: queue, B: queue }))).toEqual([
      'A KmsMasterKeyId',
      'B KmsMasterKeyId',
    ]);
  });
});
