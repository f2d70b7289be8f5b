import { AWAY, describeRule, found, one, resources } from '../support';

const to = (bucket: unknown): object => ({
  ReplicationConfiguration: { Rules: [{ Destination: { Bucket: bucket } }] },
});
const copies = { Copies: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copies' } } };

describeRule('s3-replication', 'AWS::S3::Bucket', {
  valid: [
    ['no replication', {}],
    ['a bucket of the stack', to({ 'Fn::GetAtt': ['Copies', 'Arn'] }), copies],
    ['a bucket of the stack by its name', to('arn:aws:s3:::copies'), copies],
    [
      'a bucket of the stack by a joined name',
      to({ 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Copies' }]] }),
      copies,
    ],
  ],
  invalid: [
    ['a bucket that is not in the app', to('arn:aws:s3:::elsewhere')],
    ['a bucket that cannot be worked out', to({ Ref: 'Nothing' })],
    ['a name made from another bucket’s', to({ 'Fn::Sub': 'arn:aws:s3:::${Copies}-elsewhere' }), copies],
    [
      'one rule of two',
      {
        ReplicationConfiguration: {
          Rules: [
            { Destination: { Bucket: 'arn:aws:s3:::copies' } },
            { Destination: { Bucket: 'arn:aws:s3:::x' } },
          ],
        },
      },
      copies,
    ],
  ],
});

describe('s3-replication over two stacks', () => {
  const away = resources(copies, { stackName: 'away', region: AWAY });

  test('finds a bucket of another region by its name alone', () => {
    expect(found('s3-replication', [away, one('AWS::S3::Bucket', to('arn:aws:s3:::copies'))])).toHaveLength(
      1,
    );
  });

  test('accepts it where the policy opens that region', () => {
    const policy = { regions: { '*': [AWAY] } };
    expect(
      found('s3-replication', [away, one('AWS::S3::Bucket', to('arn:aws:s3:::copies'))], policy),
    ).toEqual([]);
  });
});
