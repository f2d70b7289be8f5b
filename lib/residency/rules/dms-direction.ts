import { endpointPlaces, providerPlaces } from '../dms';
import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import { read } from '../read';
import type { Rule } from '../rule';

type Role = 'source' | 'target';

/** Where a migration project names its data providers, by what they are to it. */
const DESCRIPTORS: Readonly<Record<Role, string>> = {
  source: 'SourceDataProviderDescriptors[*]',
  target: 'TargetDataProviderDescriptors[*]',
};
const DESCRIBED_BY = ['DataProviderArn', 'DataProviderIdentifier', 'DataProviderName'];

export const dmsDirection: Rule = {
  id: 'dms-direction',
  what: 'a DMS replication or migration writes only to targets in permitted regions, and never to a source',
  why: 'Data moves home one way. A replication turned round, or a target elsewhere, carries users’ data out again. The host of a target whose login is in a secret is read from the secret’s template or its attachment; a target whose host no template tells cannot be judged, and is found. A data provider is a source only where the migration projects that name it say so, and no other does.',
  fix: 'give the target endpoint a server in the stack’s region, named by reference (or in the secret’s template, or by a SecretTargetAttachment)',
  level: 'error',
  types: [
    'AWS::DMS::Endpoint',
    'AWS::DMS::ReplicationConfig',
    'AWS::DMS::ReplicationTask',
    'AWS::DMS::DataProvider',
    'AWS::DMS::MigrationProject',
    'AWS::DMS::DataMigration',
  ],
  examples: {
    bad: {
      Target: {
        Type: 'AWS::DMS::Endpoint',
        Properties: { EndpointType: 'target', EngineName: 'aurora-postgresql', ServerName: 'db.example.com' },
      },
    },
    good: {
      Cluster: { Type: 'AWS::RDS::DBCluster' },
      Target: {
        Type: 'AWS::DMS::Endpoint',
        Properties: {
          EndpointType: 'target',
          EngineName: 'aurora-postgresql',
          ServerName: { 'Fn::GetAtt': ['Cluster', 'Endpoint.Address'] },
        },
      },
    },
  },
  check(hearing) {
    switch (hearing.resource.type) {
      case 'AWS::DMS::Endpoint':
        return checkEndpoint(hearing);
      case 'AWS::DMS::DataProvider':
        return checkProvider(hearing);
      case 'AWS::DMS::MigrationProject':
        return checkProject(hearing);
      case 'AWS::DMS::DataMigration':
        return checkMigration(hearing);
      default:
        checkUse(hearing, 'SourceEndpointArn', 'source');
        checkUse(hearing, 'TargetEndpointArn', 'target');
    }
  },
};

function checkEndpoint(hearing: Hearing): void {
  hearing.require(
    'EndpointType',
    (text) => /^(?:source|target)$/i.test(text),
    'neither source nor target; it is judged as a target',
  );
  const types = hearing.read('EndpointType').flatMap((reading) => hearing.texts(reading));
  const onlySource = types.length > 0 && types.every((text) => /^source$/i.test(text));
  for (const { path, text, place } of endpointPlaces(hearing.resource, hearing.resolver))
    hearing.lead(path, text, 'host', 'the target', { place, incoming: onlySource, anywhere: onlySource });
}

function checkUse(hearing: Hearing, path: string, role: Role): void {
  for (const reading of hearing.read(path)) {
    for (const text of hearing.texts(reading)) {
      const endpoint = hearing.named(text, 'AWS::DMS::Endpoint');
      if (endpoint?.type === 'AWS::DMS::Endpoint') {
        const types = hearing.resolver.texts(endpoint.properties['EndpointType'], endpoint.template);
        if (!types.every((type) => type.toLowerCase() === role))
          hearing.find(reading.path, text, `the endpoint used as ${role} is not of type ${role}`);
        if (endpoint.template.input.region !== hearing.resource.template.input.region)
          hearing.lead(reading.path, text, 'local', `the ${role} endpoint`);
      } else if (role === 'target' || !isKnown(text)) {
        hearing.find(
          reading.path,
          text,
          `the ${role} endpoint is in none of the templates: where it leads cannot be worked out`,
        );
      }
    }
  }
}

function checkProvider(hearing: Hearing): void {
  const { resource, resolver } = hearing;
  const onlySource = isNamed('source') && !isNamed('target');
  for (const { path, text, place } of providerPlaces(resource, resolver))
    hearing.lead(path, text, 'host', 'the target', { place, incoming: onlySource, anywhere: onlySource });

  function isNamed(role: Role): boolean {
    return resolver.templates.ofType('AWS::DMS::MigrationProject').some((project) =>
      DESCRIBED_BY.some((name) =>
        read(project, `${DESCRIPTORS[role]}.${name}`, resolver)
          .flatMap(({ value }) => (value === undefined ? [] : resolver.texts(value, project.template)))
          .some((text) => resolver.resource(text, [resource.type], project.template) === resource),
      ),
    );
  }
}

/** A target that no template holds is found; one that is there is judged itself. */
function checkProject(hearing: Hearing): void {
  for (const descriptor of hearing.read(DESCRIPTORS.target)) {
    if (descriptor.value === undefined) continue;
    const texts = DESCRIBED_BY.flatMap((name) => hearing.below([descriptor], name)).flatMap((reading) =>
      hearing.texts(reading),
    );
    const isHere = (text: string): boolean =>
      hearing.named(text, 'AWS::DMS::DataProvider')?.type === 'AWS::DMS::DataProvider';
    for (const text of texts.length === 0 ? [''] : texts)
      if (!isHere(text))
        hearing.find(
          descriptor.path,
          text,
          'the target data provider is in none of the templates: where it leads cannot be worked out',
        );
  }
}

function checkMigration(hearing: Hearing): void {
  hearing.require(
    'MigrationProjectIdentifier',
    (text) => hearing.named(text, 'AWS::DMS::MigrationProject')?.type === 'AWS::DMS::MigrationProject',
    'the migration project is in none of the templates: where it leads cannot be worked out',
  );
}
