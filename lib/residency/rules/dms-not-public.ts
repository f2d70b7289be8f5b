import type { Rule } from '../rule';

export const dmsNotPublic: Rule = {
  id: 'dms-not-public',
  what: 'a DMS replication runs in subnets of its own choosing and has no public address',
  why: 'A replication instance is publicly accessible unless told otherwise (CloudFormation, `AWS::DMS::ReplicationInstance`: the default is true). Without a subnet group, DMS takes the default VPC, whose subnets are public.',
  fix: 'set PubliclyAccessible to false, name a replication subnet group, and give it subnets that assign no public addresses',
  level: 'error',
  types: ['AWS::DMS::ReplicationInstance', 'AWS::DMS::ReplicationConfig', 'AWS::DMS::ReplicationSubnetGroup'],
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
    const named = (text: string): boolean => text !== '' && text !== 'default';
    switch (hearing.resource.type) {
      case 'AWS::DMS::ReplicationInstance':
        hearing.require(
          'PubliclyAccessible',
          (text) => text === 'false',
          'not said to be private; allowed is false',
        );
        hearing.require('ReplicationSubnetGroupIdentifier', named, 'no subnet group of its own');
        return;
      case 'AWS::DMS::ReplicationConfig':
        hearing.require('ComputeConfig.ReplicationSubnetGroupId', named, 'no subnet group of its own');
        return;
      default:
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
  },
};
