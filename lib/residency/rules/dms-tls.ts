import { enginesOf, extraAttributes, providerSettings } from '../dms';
import type { Hearing } from '../hearing';
import { UNKNOWN } from '../marks';
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
/** Extra connection attributes, in lower case, that overrule what is written elsewhere. */
const MODE = /^ssl_?mode$/;
const IDENTIFICATION = /^sslendpointidentificationalgorithm$/;

export const dmsTls: Rule = {
  id: 'dms-tls',
  what: 'a DMS endpoint or data provider speaks TLS and verifies the server, as strictly as its engine allows',
  why: 'Rows in transit cross networks between countries. `require` encrypts for whoever answers; only `verify-ca` and `verify-full` know the server. The modes per engine are in the DMS user guide, “Using SSL with AWS DMS”. S3, DynamoDB and other HTTPS targets need no mode. Extra connection attributes overrule the properties, so they are read too.',
  fix: 'set SslMode to verify-full (verify-ca where the engine has no verify-full) and give the CertificateArn of the authority',
  level: 'error',
  types: ['AWS::DMS::Endpoint', 'AWS::DMS::DataProvider'],
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
    const { resource, resolver } = hearing;
    const found = enginesOf(resource, resolver);
    const engines = found.length === 0 ? [''] : found;
    if (resource.type === 'AWS::DMS::DataProvider') checkProvider(hearing, engines);
    else for (const engine of engines) checkEndpoint(hearing, engine);
  },
};

function checkEndpoint(hearing: Hearing, engine: string): void {
  const elsewhere = Object.hasOwn(ELSEWHERE, engine) ? ELSEWHERE[engine] : undefined;
  if (elsewhere !== undefined) {
    const [path, ...values] = elsewhere;
    hearing.require(path, (text) => values.includes(text), `no TLS; allowed is ${values.join(', ')}`);
  } else if (ALWAYS.has(engine)) {
    for (const reading of hearing.read('ElasticsearchSettings.EndpointUri'))
      for (const text of hearing.texts(reading))
        if (text.startsWith('http:')) hearing.find(reading.path, text, 'no TLS; allowed is https:');
  } else {
    checkMode(hearing, engine, '');
  }
  if (engine === 'kafka')
    for (const reading of hearing.read('KafkaSettings.SslEndpointIdentificationAlgorithm'))
      for (const text of hearing.texts(reading)) checkIdentification(hearing, reading.path, text);
  for (const { path, name, value } of extraAttributes(hearing.resource, hearing.resolver)) {
    if (name === UNKNOWN) hearing.find(path, name, 'attributes that cannot be worked out may switch TLS off');
    else if (IDENTIFICATION.test(name)) checkIdentification(hearing, path, value);
    else if (MODE.test(name) && !modesOf(engine).includes(value.toLowerCase().replaceAll('_', '-')))
      hearing.find(path, value, unverified(engine));
  }
}

/** Settings of a homogeneous migration. Redshift's have no mode. */
function checkProvider(hearing: Hearing, engines: readonly string[]): void {
  for (const settings of providerSettings(hearing.resource, hearing.resolver))
    for (const engine of engines) if (!ALWAYS.has(engine)) checkMode(hearing, engine, `${settings}.`);
}

function checkMode(hearing: Hearing, engine: string, prefix: string): void {
  hearing.require(`${prefix}SslMode`, (text) => modesOf(engine).includes(text), unverified(engine));
  hearing.require(
    `${prefix}CertificateArn`,
    (text) => text !== '',
    'no certificate to verify the server with',
  );
}

function checkIdentification(hearing: Hearing, path: string, text: string): void {
  if (text.toLowerCase() !== 'https')
    hearing.find(path, text, 'the broker’s name is not verified; allowed is https');
}

function modesOf(engine: string): readonly string[] {
  return (Object.hasOwn(MODES, engine) ? MODES[engine] : undefined) ?? VERIFIED;
}

function unverified(engine: string): string {
  return `the server is not verified; allowed is ${modesOf(engine).join(', ')}`;
}
