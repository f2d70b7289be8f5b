import { AWAY, describeRule, findings, found, HOME, judgementOf, one, resources } from '../support';

const rule = 'dms-direction';
const cluster = { Cluster: { Type: 'AWS::RDS::DBCluster' } };
const host = { 'Fn::GetAtt': ['Cluster', 'Endpoint.Address'] };
const target = (properties: object): object => ({
  EndpointType: 'target',
  EngineName: 'postgres',
  ...properties,
});
const withSecret = target({ PostgreSqlSettings: { SecretsManagerSecretId: { Ref: 'Login' } } });
const login = (properties: object): object => ({
  ...cluster,
  Login: { Type: 'AWS::SecretsManager::Secret', Properties: properties },
});
const attachment = {
  Type: 'AWS::SecretsManager::SecretTargetAttachment',
  Properties: { SecretId: { Ref: 'Login' }, TargetId: { Ref: 'Cluster' } },
};

describeRule(rule, 'AWS::DMS::Endpoint', {
  valid: [
    ['a source outside AWS', { EndpointType: 'source', EngineName: 'mysql', ServerName: '10.8.1.10' }],
    [
      'a source whose host is in a secret',
      { EndpointType: 'source', EngineName: 'mysql', MySqlSettings: { SecretsManagerSecretId: 's' } },
    ],
    ['a target in the stack', target({ ServerName: host }), cluster],
    [
      'a target at an AWS host of the region',
      target({ ServerName: `a.cluster-b.${HOME}.rds.amazonaws.com` }),
    ],
    ['DynamoDB, which is always of the region', { EndpointType: 'target', EngineName: 'dynamodb' }],
    [
      'a bucket of the region',
      { EndpointType: 'target', EngineName: 's3', S3Settings: { BucketName: { Ref: 'B' } } },
      { B: { Type: 'AWS::S3::Bucket' } },
    ],
    [
      'a secret whose template names the host',
      withSecret,
      login({
        GenerateSecretString: {
          SecretStringTemplate: { 'Fn::Join': ['', ['{"host":"', host, '","port":5432}']] },
        },
      }),
    ],
    ['a secret attached to a cluster', withSecret, { ...login({}), Attachment: attachment }],
    [
      'the attachment in place of its secret',
      target({ PostgreSqlSettings: { SecretsManagerSecretId: { Ref: 'Attachment' } } }),
      { ...login({}), Attachment: attachment },
    ],
  ],
  invalid: [
    ['a target outside AWS', target({ ServerName: 'db.example.com' })],
    ['a target outside AWS by address', target({ ServerName: '10.8.1.10' })],
    ['a target at an AWS host of another region', target({ ServerName: `a.${AWAY}.rds.amazonaws.com` })],
    ['a target without a host', target({})],
    ['a target whose secret tells no host', withSecret, login({})],
    ['a target whose secret is nowhere', target({ PostgreSqlSettings: { SecretsManagerSecretId: 'x' } })],
    [
      'a target whose secret names a host outside',
      withSecret,
      login({ SecretString: '{"host":"db.example.com"}' }),
    ],
    [
      'a stream elsewhere',
      {
        EndpointType: 'target',
        EngineName: 'kinesis',
        KinesisSettings: { StreamArn: `arn:aws:kinesis:${AWAY}:1:stream/s` },
      },
    ],
    [
      'one broker of two outside',
      {
        EndpointType: 'target',
        EngineName: 'kafka',
        KafkaSettings: { Broker: `a.kafka.${HOME}.amazonaws.com:9094,b.example.com:9094` },
      },
    ],
    [
      'a bucket that is not in the app',
      { EndpointType: 'target', EngineName: 's3', S3Settings: { BucketName: 'elsewhere' } },
    ],
    ['an endpoint of no type', { EngineName: 'mysql', ServerName: '10.8.1.10' }],
    [
      'a source that may be a target',
      { EndpointType: { 'Fn::If': ['C', 'source', 'target'] }, EngineName: 'mysql', ServerName: '10.8.1.10' },
    ],
    [
      'a host made from a name of the stack',
      target({ ServerName: { 'Fn::Sub': '${Cluster}.example.com' } }),
      cluster,
    ],
  ],
});

describe.each(['AWS::DMS::ReplicationConfig', 'AWS::DMS::ReplicationTask'])('dms-direction on %s', (type) => {
  const endpoints = {
    ...cluster,
    Source: {
      Type: 'AWS::DMS::Endpoint',
      Properties: { EndpointType: 'source', EngineName: 'mysql', ServerName: '10.8.1.10' },
    },
    Target: { Type: 'AWS::DMS::Endpoint', Properties: target({ ServerName: host }) },
  };
  const run = (source: unknown, target: unknown): string[] =>
    found(rule, one(type, { SourceEndpointArn: source, TargetEndpointArn: target }, endpoints));

  test('accepts a source endpoint as source and a target endpoint as target', () => {
    expect(run({ Ref: 'Source' }, { Ref: 'Target' })).toEqual([]);
  });

  test('finds the two turned round', () => {
    expect(run({ Ref: 'Target' }, { Ref: 'Source' })).toEqual([
      'It SourceEndpointArn',
      'It TargetEndpointArn',
    ]);
  });

  test('finds a target endpoint that no template holds', () => {
    expect(run({ Ref: 'Source' }, `arn:aws:dms:${HOME}:111111111111:endpoint:X`)).toEqual([
      'It TargetEndpointArn',
    ]);
  });

  test('finds a source that cannot be worked out', () => {
    expect(run({ Ref: 'Nothing' }, { Ref: 'Target' })).toEqual(['It SourceEndpointArn']);
  });
});

test('a source in the data centre shows as a flow that crosses a border, and is permitted', () => {
  const source = { EndpointType: 'source', EngineName: 'mysql', ServerName: '10.8.1.10' };
  expect(judgementOf(one('AWS::DMS::Endpoint', source)).flows).toMatchObject([
    { from: { kind: 'external', host: '10.8.1.10' }, to: { region: HOME }, crosses: true, permitted: true },
  ]);
});

test('the finding says where the target leads', () => {
  const [finding] = findings(
    rule,
    resources({ It: { Type: 'AWS::DMS::Endpoint', Properties: target({ ServerName: 'db.example.com' }) } }),
  );
  expect(finding?.message).toBe(`the target leads to db.example.com, outside AWS; allowed is ${HOME}`);
});
