import { describeRule } from '../support';

describeRule('dms-not-public', 'AWS::DMS::ReplicationInstance', {
  valid: [
    [
      'a private instance in subnets of its own',
      { PubliclyAccessible: false, ReplicationSubnetGroupIdentifier: 'g' },
    ],
  ],
  invalid: [
    ['an instance that does not say', { ReplicationSubnetGroupIdentifier: 'g' }],
    ['a public instance', { PubliclyAccessible: true, ReplicationSubnetGroupIdentifier: 'g' }],
    ['an instance without a subnet group', { PubliclyAccessible: false }],
    ['the default subnet group', { PubliclyAccessible: false, ReplicationSubnetGroupIdentifier: 'default' }],
    [
      'an instance that may be public',
      { PubliclyAccessible: { Ref: 'Nothing' }, ReplicationSubnetGroupIdentifier: 'g' },
    ],
  ],
});

describeRule('dms-not-public', 'AWS::DMS::ReplicationConfig', {
  valid: [['a subnet group', { ComputeConfig: { ReplicationSubnetGroupId: 'g' } }]],
  invalid: [['no subnet group', { ComputeConfig: {} }]],
});

const subnet = (properties: object): object => ({
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: properties },
});
describeRule('dms-not-public', 'AWS::DMS::ReplicationSubnetGroup', {
  valid: [
    [
      'a subnet without public addresses',
      { SubnetIds: [{ Ref: 'Subnet' }] },
      subnet({ MapPublicIpOnLaunch: false }),
    ],
  ],
  invalid: [
    [
      'a subnet that assigns public addresses',
      { SubnetIds: [{ Ref: 'Subnet' }] },
      subnet({ MapPublicIpOnLaunch: true }),
    ],
  ],
});

describeRule('dms-not-public', 'AWS::DMS::InstanceProfile', {
  valid: [['a private profile', { PubliclyAccessible: false, SubnetGroupIdentifier: 'g' }]],
  invalid: [
    ['a profile that does not say', { SubnetGroupIdentifier: 'g' }],
    ['a public profile', { PubliclyAccessible: true, SubnetGroupIdentifier: 'g' }],
    ['a profile without a subnet group', { PubliclyAccessible: false }],
  ],
});
