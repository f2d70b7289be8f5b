import { describePlace } from '../../lib/residency/place';
import { reachOf } from '../../lib/residency/reach';
import { AWAY, HOME, judgementOf, one, resources } from './support';

const away = resources(
  { Copies: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copies' } } },
  { stackName: 'away', region: AWAY },
);
const to = (Endpoint: unknown): object => ({ Protocol: 'sqs', TopicArn: { Ref: 'Topic' }, Endpoint });

/** What each resource reaches, as `place via ids`. */
function reached(...templates: Parameters<typeof judgementOf>[0][]): Record<string, string[]> {
  const { flows } = judgementOf(templates.flat());
  return Object.fromEntries(
    reachOf(flows).map(({ logicalId, places }) => [
      logicalId,
      places.map(({ place, via }) => [describePlace(place), ...via].join(' < ')),
    ]),
  );
}

test('a bucket that replicates reaches the region of its copy', () => {
  const bucket = one('AWS::S3::Bucket', {
    ReplicationConfiguration: { Rules: [{ Destination: { Bucket: 'arn:aws:s3:::copies' } }] },
  });
  expect(reached(away, bucket)).toEqual({ It: [`${AWAY} < Copies`] });
});

test('what a resource sends on is followed to the end, by the shortest way', () => {
  const chain = resources({
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Subscription: { Type: 'AWS::SNS::Subscription', Properties: to({ 'Fn::GetAtt': ['Queue', 'Arn'] }) },
    Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
        FunctionName: 'f',
        DestinationConfig: { OnFailure: { Destination: `arn:aws:sqs:${AWAY}:111111111111:failed` } },
      },
    },
  });
  expect(reached(chain)).toMatchObject({
    Topic: [`${HOME} < Subscription`, `${AWAY} < Subscription < Queue < Mapping`],
    Queue: expect.arrayContaining([`${AWAY} < Mapping`]) as string[],
  });
});

test('a circle ends', () => {
  const circle = resources({
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Subscription: { Type: 'AWS::SNS::Subscription', Properties: to({ Ref: 'Topic' }) },
  });
  expect(reached(circle)).toEqual({
    Topic: [`${HOME} < Subscription`],
    Subscription: [`${HOME} < Topic`],
  });
});

test('a key is no way for data', () => {
  expect(reached(one('AWS::SQS::Queue', { KmsMasterKeyId: `arn:aws:kms:${AWAY}:1:key/k` }))).toEqual({});
});
