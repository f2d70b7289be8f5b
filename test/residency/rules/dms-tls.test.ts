import { describeRule } from '../support';

const to = (EngineName: string, SslMode?: string, more: object = { CertificateArn: 'c' }): object => ({
  EndpointType: 'source',
  EngineName,
  ...(SslMode && { SslMode }),
  ...more,
});
const extra = (attributes: unknown): object => ({
  ...to('mysql', 'verify-full'),
  ExtraConnectionAttributes: attributes,
});

describeRule('dms-tls', 'AWS::DMS::Endpoint', {
  valid: [
    ['MySQL with verify-full', to('mysql', 'verify-full')],
    ['MySQL with verify-ca', to('mysql', 'verify-ca')],
    ['an engine in capitals', to('MYSQL', 'verify-full')],
    ['MongoDB with verify-full', to('mongodb', 'verify-full')],
    ['Oracle with verify-ca, the most it has', to('oracle', 'verify-ca')],
    ['S3, which is HTTPS', to('s3', undefined, {})],
    ['DynamoDB, which is HTTPS', to('dynamodb', undefined, {})],
    ['Kafka over TLS', to('kafka', undefined, { KafkaSettings: { SecurityProtocol: 'sasl-ssl' } })],
    [
      'Kafka that verifies its brokers',
      to('kafka', undefined, {
        KafkaSettings: { SecurityProtocol: 'sasl-ssl', SslEndpointIdentificationAlgorithm: 'https' },
      }),
    ],
    ['a mode in an extra attribute that verifies', extra('sslmode=verify_full')],
    ['extra attributes about something else', extra('maxFileSize=512;parallelLoadThreads=4')],
    [
      'OpenSearch over https',
      to('opensearch', undefined, { ElasticsearchSettings: { EndpointUri: 'https://a.b' } }),
    ],
  ],
  invalid: [
    ['no mode', to('mysql')],
    ['none', to('mysql', 'none')],
    ['require', to('postgres', 'require')],
    ['a mode made up', to('postgres', 'verify-everything')],
    ['verify-full without a certificate', to('postgres', 'verify-full', {})],
    ['MongoDB with verify-ca, which it lacks', to('mongodb', 'verify-ca')],
    ['a mode that cannot be worked out', { ...to('mysql'), SslMode: { Ref: 'Nothing' } }],
    ['none behind a mapping', { ...to('mysql'), SslMode: { 'Fn::FindInMap': ['Nothing', 'a', 'b'] } }],
    [
      'an engine that cannot be worked out',
      { SslMode: 'none', EngineName: { Ref: 'Nothing' }, CertificateArn: 'c' },
    ],
    ['an engine named like a member of every object', to('constructor')],
    ['an engine that is S3 only sometimes', { EngineName: { 'Fn::If': ['C', 's3', 'mysql'] } }],
    ['Kafka in plain text', to('kafka', undefined, { KafkaSettings: { SecurityProtocol: 'plaintext' } })],
    ['Kafka with nothing said', to('kafka', 'verify-full')],
    ['Redis in plain text', to('redis', undefined, { RedisSettings: { SslSecurityProtocol: 'plaintext' } })],
    [
      'Kafka that believes any broker',
      to('kafka', undefined, {
        KafkaSettings: { SecurityProtocol: 'sasl-ssl', SslEndpointIdentificationAlgorithm: 'none' },
      }),
    ],
    [
      'Kafka told so in an extra attribute',
      to('kafka', undefined, {
        KafkaSettings: { SecurityProtocol: 'sasl-ssl' },
        ExtraConnectionAttributes: 'sslEndpointIdentificationAlgorithm=none',
      }),
    ],
    ['a mode in an extra attribute', extra('maxFileSize=1; SSLMODE=require')],
    ['none in an extra attribute', extra('sslMode=none')],
    ['extra attributes that cannot be worked out', extra({ 'Fn::Sub': 'a=${Nothing}' })],
    [
      'OpenSearch over http',
      to('opensearch', undefined, { ElasticsearchSettings: { EndpointUri: 'http://a.b' } }),
    ],
  ],
});

const provider = (Engine: string, settings: unknown): object => ({ Engine, Settings: settings });
const verified = { SslMode: 'verify-full', CertificateArn: 'c' };

describeRule('dms-tls', 'AWS::DMS::DataProvider', {
  valid: [
    ['PostgreSQL with verify-full', provider('postgres', { PostgreSqlSettings: verified })],
    ['SQL Server with verify-full', provider('sqlserver', { MicrosoftSqlServerSettings: verified })],
    ['Redshift, which has no mode', provider('redshift', { RedshiftSettings: { ServerName: 'a' } })],
  ],
  invalid: [
    ['none', provider('mysql', { MySqlSettings: { ...verified, SslMode: 'none' } })],
    ['no mode', provider('mysql', { MySqlSettings: {} })],
    ['no certificate', provider('mysql', { MySqlSettings: { SslMode: 'verify-full' } })],
    ['no settings', provider('mysql', undefined)],
    ['settings that cannot be worked out', provider('mysql', { 'Fn::If': ['C', { Ref: 'Nothing' }, {}] })],
    [
      'settings behind a condition',
      provider('mysql', {
        'Fn::If': ['C', { MySqlSettings: verified }, { MySqlSettings: { SslMode: 'none' } }],
      }),
    ],
    [
      'SQL Server with verify-ca, which it lacks',
      provider('sqlserver', { MicrosoftSqlServerSettings: { ...verified, SslMode: 'verify-ca' } }),
    ],
  ],
});
