import { endpointPlaces } from '../dms';
import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import type { Rule } from '../rule';

export const dmsDirection: Rule = {
  id: 'dms-direction',
  what: 'a DMS replication writes only to targets in permitted regions, and never to a source',
  why: 'Data moves home one way. A replication turned round, or a target elsewhere, carries users’ data out again. The host of a target whose login is in a secret is read from the secret’s template or its attachment; a target whose host no template tells cannot be judged, and is found.',
  fix: 'give the target endpoint a server in the stack’s region, named by reference (or in the secret’s template, or by a SecretTargetAttachment)',
  level: 'error',
  types: ['AWS::DMS::Endpoint', 'AWS::DMS::ReplicationConfig', 'AWS::DMS::ReplicationTask'],
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
    if (hearing.resource.type === 'AWS::DMS::Endpoint') {
      checkEndpoint(hearing);
      return;
    }
    checkUse(hearing, 'SourceEndpointArn', 'source');
    checkUse(hearing, 'TargetEndpointArn', 'target');
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

function checkUse(hearing: Hearing, path: string, role: 'source' | 'target'): void {
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
