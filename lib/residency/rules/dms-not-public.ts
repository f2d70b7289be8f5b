import type { Hearing } from '../hearing';
import type { Rule } from '../rule';

/** Property that names the subnet group, of types that run in one. */
const SUBNET_GROUPS: Readonly<Record<string, string>> = {
  'AWS::DMS::ReplicationInstance': 'ReplicationSubnetGroupIdentifier',
  'AWS::DMS::InstanceProfile': 'SubnetGroupIdentifier',
  'AWS::DMS::ReplicationConfig': 'ComputeConfig.ReplicationSubnetGroupId',
};
/** A serverless replication has no public address to switch off. */
const NEVER_PUBLIC = 'AWS::DMS::ReplicationConfig';

export const dmsNotPublic: Rule = {
  id: 'dms-not-public',
  what: 'a DMS replication or migration runs in subnets of its own choosing and has no public address',
  why: 'A replication instance is publicly accessible unless told otherwise (CloudFormation, `AWS::DMS::ReplicationInstance` and `AWS::DMS::InstanceProfile`: the default is true). Without a subnet group, DMS takes the default VPC, whose subnets are public.',
  fix: 'set PubliclyAccessible to false, name a replication subnet group, and give it subnets that assign no public addresses',
  level: 'error',
  types: [...Object.keys(SUBNET_GROUPS), 'AWS::DMS::ReplicationSubnetGroup'],
  examples: {
    bad: {
      Instance: {
        Type: 'AWS::DMS::ReplicationInstance',
        Properties: { ReplicationSubnetGroupIdentifier: 'isolated' },
      },
    },
    good: {
      Instance: {
        Type: 'AWS::DMS::ReplicationInstance',
        Properties: { ReplicationSubnetGroupIdentifier: 'isolated', PubliclyAccessible: false },
      },
    },
  },
  check(hearing) {
    const { type } = hearing.resource;
    const group = SUBNET_GROUPS[type];
    if (group === undefined) {
      checkSubnets(hearing);
      return;
    }
    hearing.require(group, (text) => text !== '' && text !== 'default', 'no subnet group of its own');
    if (type !== NEVER_PUBLIC)
      hearing.require(
        'PubliclyAccessible',
        (text) => text === 'false',
        'not said to be private; allowed is false',
      );
  },
};

function checkSubnets(hearing: Hearing): void {
  for (const reading of hearing.read('SubnetIds[*]')) {
    for (const text of hearing.texts(reading)) {
      const subnet = hearing.named(text);
      if (subnet === undefined) continue;
      const value = subnet.properties['MapPublicIpOnLaunch'];
      const texts = value === undefined ? [] : hearing.resolver.texts(value, subnet.template);
      if (texts.some((assigns) => assigns !== 'false'))
        hearing.find(reading.path, text, 'the subnet assigns public addresses');
    }
  }
}
