import { intrinsicOf, isObject, own, parsedObject } from './json';
import { isKnown, UNKNOWN } from './marks';
import { placeOf, placeOfResource, placeOfTemplate, UNKNOWN_PLACE, type PointerKind } from './place';
import { read } from './read';
import type { Resolver } from './resolver';
import type { Resource } from './templates';
import type { Place } from './types';

/** Where a DMS endpoint's server is, as its template tells. */
interface EndpointPlace {
  readonly path: string;
  readonly text: string;
  readonly place: Place;
}

/** Engines that are named by something else than a server's host. */
const POINTERS: Readonly<Record<string, readonly (readonly [path: string, kind: PointerKind])[]>> = {
  s3: [['S3Settings.BucketName', 'bucket']],
  kinesis: [['KinesisSettings.StreamArn', 'local']],
  kafka: [['KafkaSettings.Broker', 'host']],
  elasticsearch: [['ElasticsearchSettings.EndpointUri', 'host']],
  opensearch: [['ElasticsearchSettings.EndpointUri', 'host']],
  redis: [['RedisSettings.ServerName', 'host']],
};
const SERVERS: readonly (readonly [path: string, kind: PointerKind])[] = [
  ['ServerName', 'host'],
  ['MongoDbSettings.ServerName', 'host'],
  ['MicrosoftSqlServerSettings.ServerName', 'host'],
  ['GcpMySQLSettings.ServerName', 'host'],
];

/** Where Redshift's rows are put before they are loaded. */
const STAGING = 'RedshiftSettings.BucketName';
/** Extra connection attributes, in lower case, that lead somewhere. */
const EXTRA: Readonly<Record<string, PointerKind>> = {
  bucketname: 'bucket',
  server: 'host',
  servername: 'host',
  broker: 'host',
};

/** Names of the engine that an endpoint or a data provider can have, in lower case. */
export function enginesOf(endpoint: Resource, resolver: Resolver): readonly string[] {
  const path = endpoint.type === 'AWS::DMS::DataProvider' ? 'Engine' : 'EngineName';
  return textsAt(endpoint, path, resolver).map(({ text }) => text.toLowerCase());
}

/** Every place that an endpoint leads to: its server's, unknown when the template does not say, and others. */
export function endpointPlaces(endpoint: Resource, resolver: Resolver): readonly EndpointPlace[] {
  const staging = textsAt(endpoint, STAGING, resolver).map(({ path, text }) => ({
    path,
    text,
    place: placeOf(text, 'bucket', endpoint.template, resolver),
  }));
  return [...serverPlaces(endpoint, resolver), ...staging, ...extraPlaces(endpoint, resolver)];
}

/** One of the `name=value;…` that DMS puts before an endpoint's properties; its name is unknown if it cannot be read. */
interface ExtraAttribute {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

export function extraAttributes(endpoint: Resource, resolver: Resolver): readonly ExtraAttribute[] {
  return textsAt(endpoint, 'ExtraConnectionAttributes', resolver).flatMap(({ path, text }) =>
    // An unknown part may hold a `;`, and so any attribute.
    (isKnown(text) ? text.split(';') : [UNKNOWN]).map((part) => {
      const [name = '', ...value] = part.split('=');
      return { path, name: name.trim().toLowerCase(), value: value.join('=').trim() };
    }),
  );
}

function extraPlaces(endpoint: Resource, resolver: Resolver): readonly EndpointPlace[] {
  return extraAttributes(endpoint, resolver).flatMap(({ path, name, value }) => {
    if (name === UNKNOWN) return [{ path, text: UNKNOWN, place: UNKNOWN_PLACE }];
    const kind = Object.hasOwn(EXTRA, name) ? EXTRA[name] : undefined;
    if (kind === undefined) return [];
    return value
      .split(',')
      .map((text) => ({ path, text, place: placeOf(text, kind, endpoint.template, resolver) }));
  });
}

/** The settings of a data provider's engine, as paths under Properties; just `Settings` if not readable. */
export function providerSettings(provider: Resource, resolver: Resolver): readonly string[] {
  const names = read(provider, 'Settings', resolver).flatMap(({ value }) =>
    isObject(value) && intrinsicOf(value) === undefined ? Object.keys(value) : [],
  );
  return names.length === 0 ? ['Settings'] : [...new Set(names)].map((name) => `Settings.${name}`);
}

/** Every place that a data provider's server can be at; unknown when the template does not say. */
export function providerPlaces(provider: Resource, resolver: Resolver): readonly EndpointPlace[] {
  return providerSettings(provider, resolver).flatMap((settings) => {
    const path = `${settings}.ServerName`;
    const servers = textsAt(provider, path, resolver).map(({ path: at, text }) => ({
      path: at,
      text,
      place: placeOf(text, 'host', provider.template, resolver),
    }));
    return servers.length > 0 ? servers : [{ path, text: '', place: UNKNOWN_PLACE }];
  });
}

function serverPlaces(endpoint: Resource, resolver: Resolver): readonly EndpointPlace[] {
  const engines = enginesOf(endpoint, resolver);
  // A DynamoDB endpoint has no address: DMS uses the tables of its own region.
  if (engines.length > 0 && engines.every((engine) => engine === 'dynamodb'))
    return [{ path: 'EngineName', text: 'dynamodb', place: placeOfTemplate(endpoint.template) }];
  const pointers = engines.flatMap((engine) =>
    Object.hasOwn(POINTERS, engine) ? (POINTERS[engine] ?? []) : SERVERS,
  );
  const named = [...new Set(pointers.length === 0 ? SERVERS : pointers)].flatMap(([path, kind]) =>
    textsAt(endpoint, path, resolver).flatMap(({ path: at, text }) =>
      text
        .split(',')
        .map((part) => ({ path: at, text: part, place: placeOf(part, kind, endpoint.template, resolver) })),
    ),
  );
  const settings = Object.keys(endpoint.properties).filter((name) => name.endsWith('Settings'));
  const secrets = settings.flatMap((name) =>
    textsAt(endpoint, `${name}.SecretsManagerSecretId`, resolver).flatMap(({ path, text }) =>
      placesInSecret(text, endpoint, resolver).map((place) => ({ path, text, place })),
    ),
  );
  const places = [...named, ...secrets];
  return places.length > 0 ? places : [{ path: 'ServerName', text: '', place: UNKNOWN_PLACE }];
}

/** Where the host in a login leads: from the secret's attachment, or from the secret's text in the template. */
function placesInSecret(text: string, endpoint: Resource, resolver: Resolver): readonly Place[] {
  const types = ['AWS::SecretsManager::Secret'];
  let secret = resolver.resource(text, types, endpoint.template);
  if (secret?.type === 'AWS::SecretsManager::SecretTargetAttachment') secret = attached(secret);
  if (secret === undefined) return [UNKNOWN_PLACE];
  const targets = resolver.templates
    .ofType('AWS::SecretsManager::SecretTargetAttachment')
    .filter((attachment) => attached(attachment) === secret)
    .flatMap((attachment) => textsAt(attachment, 'TargetId', resolver))
    .map((target) => resolver.marks.first(target.text)?.reference.resource);
  // An attachment overwrites the host in the secret's text.
  if (targets.length > 0)
    return targets.map((target) => (target === undefined ? UNKNOWN_PLACE : placeOfResource(target)));
  const { template } = secret;
  const places = ['SecretString', 'GenerateSecretString.SecretStringTemplate'].flatMap((path) =>
    textsAt(secret, path, resolver).map((body) => {
      const host = own(parsedObject(body.text), 'host');
      return typeof host === 'string' ? placeOf(host, 'host', template, resolver) : UNKNOWN_PLACE;
    }),
  );
  return places.length > 0 ? places : [UNKNOWN_PLACE];

  function attached(attachment: Resource): Resource | undefined {
    const [first] = textsAt(attachment, 'SecretId', resolver);
    return first === undefined ? undefined : resolver.resource(first.text, types, attachment.template);
  }
}

function textsAt(resource: Resource, path: string, resolver: Resolver): { path: string; text: string }[] {
  return read(resource, path, resolver).flatMap((reading) =>
    reading.value === undefined
      ? []
      : resolver.texts(reading.value, resource.template).map((text) => ({ path: reading.path, text })),
  );
}
