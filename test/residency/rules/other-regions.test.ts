import { AWAY, describeRule, found, HOME, resources } from '../support';

const rule = 'other-regions';
const allows = (statement: object): object => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }] },
});

describeRule(rule, 'AWS::IAM::ManagedPolicy', {
  valid: [
    ['a table at home', allows({ Resource: `arn:aws:dynamodb:${HOME}:111111111111:table/t` })],
    ['every region, which a service control policy bounds', allows({})],
    ['a role, which is global', allows({ Resource: 'arn:aws:iam::111111111111:role/r' })],
    ['another region that is denied', allows({ Effect: 'Deny', Resource: `arn:aws:sqs:${AWAY}:1:q` })],
    [
      'its own region by a condition',
      allows({ Condition: { StringEquals: { 'aws:RequestedRegion': HOME } } }),
    ],
    [
      'a denial of all but its own',
      allows({ Condition: { StringNotEquals: { 'aws:RequestedRegion': AWAY } } }),
    ],
  ],
  invalid: [
    ['a table elsewhere', allows({ Resource: `arn:aws:dynamodb:${AWAY}:111111111111:table/t` })],
    ['one of several', allows({ Resource: ['*', `arn:aws:sqs:${AWAY}:111111111111:q`] })],
    [
      'another region by a condition',
      allows({ Condition: { StringEquals: { 'aws:RequestedRegion': [HOME, AWAY] } } }),
    ],
  ],
});

test('a bucket of another region of the app is found, though its ARN has no region', () => {
  const away = resources(
    { Copies: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copies' } } },
    { stackName: 'away', region: AWAY },
  );
  const policy = {
    It: { Type: 'AWS::IAM::ManagedPolicy', Properties: allows({ Resource: 'arn:aws:s3:::copies/*' }) },
  };
  expect(found(rule, [away, resources(policy)])).toEqual(['It PolicyDocument.Statement[0].Resource[0]']);
});
