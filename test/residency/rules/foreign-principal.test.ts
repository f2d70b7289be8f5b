import { ACCOUNT, AWAY, describeRule, found, HOME, one, resources } from '../support';

const rule = 'foreign-principal';
const STRANGER = '999999999999';
const letsIn = (Principal: unknown, Effect = 'Allow', Condition: object = {}): object => ({
  Bucket: 'b',
  PolicyDocument: { Statement: [{ Effect, Principal, Action: 's3:GetObject', Resource: '*', Condition }] },
});
const everyoneOf = (account: string): object =>
  letsIn('*', 'Allow', { StringEquals: { 'aws:PrincipalAccount': account } });

describeRule(rule, 'AWS::S3::BucketPolicy', {
  valid: [
    ['the stack’s own account', letsIn({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } })],
    ['its number', letsIn({ AWS: ACCOUNT })],
    [
      'a role of the stack',
      letsIn({ AWS: { 'Fn::GetAtt': ['R', 'Arn'] } }),
      { R: { Type: 'AWS::IAM::Role' } },
    ],
    ['a service', letsIn({ Service: 'cloudfront.amazonaws.com' })],
    ['a service of its own region', letsIn({ Service: `logs.${HOME}.amazonaws.com` })],
    ['everyone of its own account', everyoneOf(ACCOUNT)],
    ['a stranger who is denied', letsIn({ AWS: STRANGER }, 'Deny')],
  ],
  invalid: [
    ['another account', letsIn({ AWS: `arn:aws:iam::${STRANGER}:root` })],
    ['another account by its number', letsIn({ AWS: STRANGER })],
    ['one of several', letsIn({ AWS: [ACCOUNT, STRANGER] })],
    ['a role of another account', letsIn({ AWS: `arn:aws:iam::${STRANGER}:role/r` })],
    ['a service of another region', letsIn({ Service: `logs.${AWAY}.amazonaws.com` })],
    ['everyone of another account', everyoneOf(STRANGER)],
    ['another account behind a condition', letsIn({ AWS: { 'Fn::If': ['C', ACCOUNT, STRANGER] } })],
  ],
});

describeRule(rule, 'AWS::RAM::ResourceShare', {
  valid: [['the stack’s own account', { Name: 's', Principals: [ACCOUNT] }]],
  invalid: [
    ['another account', { Name: 's', Principals: [STRANGER] }],
    ['an organization', { Name: 's', Principals: ['arn:aws:organizations::1:organization/o-a1'] }],
  ],
});

test('an account cannot be told to be the stack’s own while that is not known', () => {
  const policy = { It: { Type: 'AWS::S3::BucketPolicy', Properties: letsIn({ AWS: ACCOUNT }) } };
  expect(found(rule, resources(policy, { account: 'unknown-account' }))).toHaveLength(1);
});

test('a policy may let one in, with a reason', () => {
  const policy = {
    allowed: [{ to: STRANGER, type: 'AWS::RAM::ResourceShare', reason: 'the auditors’ account' }],
  };
  const share = one('AWS::RAM::ResourceShare', { Name: 's', Principals: [STRANGER] });
  expect(found(rule, share, policy)).toEqual([]);
});
