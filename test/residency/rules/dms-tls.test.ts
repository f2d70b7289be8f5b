import { describeRule } from '../support';

const to = (EngineName: string, SslMode?: string, more: object = { CertificateArn: 'c' }): object => ({
  EndpointType: 'source',
  EngineName,
  ...(SslMode && { SslMode }),
  ...more,
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
      'OpenSearch over http',
      to('opensearch', undefined, { ElasticsearchSettings: { EndpointUri: 'http://a.b' } }),
    ],
  ],
});
