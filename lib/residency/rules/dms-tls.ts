import { enginesOf } from '../dms';
import type { Rule } from '../rule';

const VERIFIED = ['verify-ca', 'verify-full'];
/** Modes that verify the server, for engines where DMS lacks one of the two (DMS user guide, CHAP_Security.SSL). */
const MODES: Readonly<Record<string, readonly string[]>> = {
  sqlserver: ['verify-full'],
  mongodb: ['verify-full'],
  docdb: ['verify-full'],
  sybase: ['verify-full'],
  oracle: ['verify-ca'],
  db2: ['verify-ca'],
  'db2-zos': ['verify-ca'],
};
/** Engines that DMS reaches over HTTPS, or over TLS of its own, and so without SslMode. */
const ALWAYS = new Set([
  's3',
  'dynamodb',
  'kinesis',
  'elasticsearch',
  'opensearch',
  'neptune',
  'timestream',
  'redshift',
  'redshift-serverless',
]);
/** Engines that say it elsewhere. */
const ELSEWHERE: Readonly<Record<string, readonly [path: string, ...values: string[]]>> = {
  kafka: ['KafkaSettings.SecurityProtocol', 'ssl-encryption', 'ssl-authentication', 'sasl-ssl'],
  redis: ['RedisSettings.SslSecurityProtocol', 'ssl-encryption'],
};

export const dmsTls: Rule = {
  id: 'dms-tls',
  what: 'a DMS endpoint speaks TLS and verifies the server, as strictly as its engine allows',
  why: 'Rows in transit cross networks between countries. `require` encrypts for whoever answers; only `verify-ca` and `verify-full` know the server. The modes per engine are in the DMS user guide, “Using SSL with AWS DMS”. S3, DynamoDB and other HTTPS targets need no mode.',
  fix: 'set SslMode to verify-full (verify-ca where the engine has no verify-full) and give the CertificateArn of the authority',
  level: 'error',
  types: ['AWS::DMS::Endpoint'],
  examples: {
    bad: {
      Endpoint: {
        Type: 'AWS::DMS::Endpoint',
        Properties: { EndpointType: 'source', EngineName: 'mysql', ServerName: '10.8.1.10', SslMode: 'none' },
      },
    },
    good: {
      Certificate: { Type: 'AWS::DMS::Certificate' },
      Endpoint: {
        Type: 'AWS::DMS::Endpoint',
        Properties: {
          EndpointType: 'source',
          EngineName: 'mysql',
          ServerName: '10.8.1.10',
          SslMode: 'verify-full',
          CertificateArn: { Ref: 'Certificate' },
        },
      },
    },
  },
  check(hearing) {
    const engines = enginesOf(hearing.resource, hearing.resolver);
    for (const engine of engines.length === 0 ? [''] : engines) {
      const elsewhere = Object.hasOwn(ELSEWHERE, engine) ? ELSEWHERE[engine] : undefined;
      if (elsewhere !== undefined) {
        const [path, ...values] = elsewhere;
        hearing.require(path, (text) => values.includes(text), `no TLS; allowed is ${values.join(', ')}`);
      } else if (ALWAYS.has(engine)) {
        for (const reading of hearing.read('ElasticsearchSettings.EndpointUri'))
          for (const text of hearing.texts(reading))
            if (text.startsWith('http:')) hearing.find(reading.path, text, 'no TLS; allowed is https:');
      } else {
        const modes = (Object.hasOwn(MODES, engine) ? MODES[engine] : undefined) ?? VERIFIED;
        hearing.require(
          'SslMode',
          (text) => modes.includes(text),
          `the server is not verified; allowed is ${modes.join(', ')}`,
        );
        hearing.require('CertificateArn', (text) => text !== '', 'no certificate to verify the server with');
      }
    }
  },
};
