import {
  AWAY,
  describeRule,
  findings,
  found,
  HOME,
  judgementOf,
  one,
  resources,
  type Case,
} from '../support';

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
const staging = { ...cluster, B: { Type: 'AWS::S3::Bucket' } };
const redshift = (settings: object): object => ({
  ...target({ ServerName: host, RedshiftSettings: settings }),
  EngineName: 'redshift',
});
const extras = (...attributes: unknown[]): Case[] =>
  attributes.map((given) => [
    `the extra attributes ${JSON.stringify(given)}`,
    target({ ServerName: host, ExtraConnectionAttributes: given }),
    cluster,
  ]);
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
      'extra attributes that lead nowhere else',
      target({
        ServerName: host,
        ExtraConnectionAttributes: { 'Fn::Sub': 'maxFileSize=1;bucketName=${B}' },
      }),
      staging,
    ],
    [
      'a source with any server in an extra attribute',
      {
        EndpointType: 'source',
        EngineName: 'mysql',
        ServerName: 'a.b',
        ExtraConnectionAttributes: 'server=c.d',
      },
    ],
    ['Redshift that stages its rows in the stack', redshift({ BucketName: { Ref: 'B' } }), staging],
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
    ...extras('bucketName=elsewhere', 'server=db.example.com', 'a=1; ServerName=10.8.1.10 ;b=2'),
    ...extras({ 'Fn::Sub': 'a=${Nothing}' }, { Ref: 'Nothing' }),
    ...extras(`broker=a.kafka.${HOME}.amazonaws.com:9094,b.example.com:9094`),
    [
      'DynamoDB with a server in an extra attribute',
      { EndpointType: 'target', EngineName: 'dynamodb', ExtraConnectionAttributes: 'server=db.example.com' },
    ],
    ['Redshift that stages its rows elsewhere', redshift({ BucketName: 'elsewhere' }), cluster],
    [
      'Redshift without a host',
      { ...redshift({ BucketName: { Ref: 'B' } }), ServerName: undefined },
      staging,
    ],
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

const server = (ServerName: unknown): object => ({
  Engine: 'postgres',
  DataProviderName: 'it',
  Settings: { PostgreSqlSettings: { ServerName } },
});
const project = (properties: object): object => ({
  ...cluster,
  Project: { Type: 'AWS::DMS::MigrationProject', Properties: properties },
});
const isSource = {
  SourceDataProviderDescriptors: [{ DataProviderArn: { 'Fn::GetAtt': ['It', 'DataProviderArn'] } }],
};
const isTarget = { TargetDataProviderDescriptors: [{ DataProviderName: 'it' }] };

describeRule(rule, 'AWS::DMS::DataProvider', {
  valid: [
    ['a server of the stack', server(host), cluster],
    ['a server outside that is only a source', server('db.example.com'), project(isSource)],
    ['a server of the stack that is a target', server(host), project(isTarget)],
  ],
  invalid: [
    ['a server outside that nobody says is a source', server('db.example.com')],
    ['a server in another region', server(`a.${AWAY}.rds.amazonaws.com`)],
    ['a server outside that is a target', server('db.example.com'), project(isTarget)],
    ['a source that is a target too', server('db.example.com'), project({ ...isSource, ...isTarget })],
    ['no server', { Engine: 'postgres', Settings: { PostgreSqlSettings: {} } }],
    ['no settings', { Engine: 'postgres' }],
  ],
});

const providers = {
  ...cluster,
  Provider: { Type: 'AWS::DMS::DataProvider', Properties: server(host) },
};
describeRule(rule, 'AWS::DMS::MigrationProject', {
  valid: [
    [
      'a target of the stack',
      { TargetDataProviderDescriptors: [{ DataProviderArn: { Ref: 'Provider' } }] },
      providers,
    ],
    ['a source of nobody', { SourceDataProviderDescriptors: [{ DataProviderName: 'elsewhere' }] }],
  ],
  invalid: [
    ['a target of nobody', { TargetDataProviderDescriptors: [{ DataProviderName: 'elsewhere' }] }, providers],
    ['a target without a name', { TargetDataProviderDescriptors: [{}] }],
    ['targets that cannot be worked out', { TargetDataProviderDescriptors: { Ref: 'Nothing' } }],
    [
      'another resource as target',
      { TargetDataProviderDescriptors: [{ DataProviderArn: { Ref: 'Cluster' } }] },
      cluster,
    ],
  ],
});

describeRule(rule, 'AWS::DMS::DataMigration', {
  valid: [['a project of the stack', { MigrationProjectIdentifier: { Ref: 'Project' } }, project({})]],
  invalid: [
    ['a project of nobody', { MigrationProjectIdentifier: 'elsewhere' }],
    ['no project', {}],
  ],
});
