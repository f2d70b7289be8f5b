import { AWAY, describeRule, found, HOME, one } from '../support';

describeRule('replicas', 'AWS::DynamoDB::GlobalTable', {
  valid: [['a replica at home', { Replicas: [{ Region: { Ref: 'AWS::Region' } }] }]],
  invalid: [
    ['one replica elsewhere', { Replicas: [{ Region: HOME }, { Region: AWAY }] }],
    ['a witness elsewhere', { GlobalTableWitnesses: [{ Region: AWAY }] }],
    [
      'a replica behind a condition',
      { Replicas: [{ Region: HOME }, { 'Fn::If': ['C', { Region: AWAY }, { Ref: 'AWS::NoValue' }] }] },
    ],
  ],
});

const copiesOf = (arn: string): object => ({
  BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: arn }] }] },
});

test.each([
  [
    'AWS::SecretsManager::Secret',
    { ReplicaRegions: [{ Region: HOME }] },
    { ReplicaRegions: [{ Region: AWAY }] },
  ],
  ['AWS::RDS::DBCluster', { SourceRegion: HOME }, { SourceRegion: AWAY }],
  [
    'AWS::RDS::DBCluster',
    { ReplicationSourceIdentifier: 'a' },
    { ReplicationSourceIdentifier: `arn:aws:rds:${AWAY}:1:cluster:a` },
  ],
  ['AWS::RDS::DBCluster', {}, { GlobalClusterIdentifier: 'everywhere' }],
  ['AWS::DocDB::DBCluster', {}, { GlobalClusterIdentifier: 'everywhere' }],
  [
    'AWS::RDS::DBInstance',
    { SourceDBInstanceIdentifier: 'a' },
    { SourceDBInstanceIdentifier: `arn:aws:rds:${AWAY}:1:db:a` },
  ],
  ['AWS::RDS::DBInstance', {}, { AutomaticBackupReplicationRegion: AWAY }],
  [
    'AWS::Backup::BackupPlan',
    copiesOf(`arn:aws:backup:${HOME}:111111111111:backup-vault:v`),
    copiesOf(`arn:aws:backup:${AWAY}:111111111111:backup-vault:v`),
  ],
])('%s: a copy at home is accepted, one elsewhere is found', (type, home, away) => {
  expect(found('replicas', one(type, home))).toEqual([]);
  expect(found('replicas', one(type, away))).toHaveLength(1);
});

test.each([
  'AWS::RDS::GlobalCluster',
  'AWS::DocDB::GlobalCluster',
  'AWS::ElastiCache::GlobalReplicationGroup',
  'AWS::S3::MultiRegionAccessPoint',
])('%s is found wherever it stands', (type) => {
  expect(found('replicas', one(type, {}))).toContain('It');
});
