import { GLOBAL_PLACE, type PointerKind } from '../place';
import type { Rule } from '../rule';

interface Replica {
  readonly path: string;
  readonly kind: PointerKind;
  readonly what: string;
  /** The copy is made here, from there. */
  readonly incoming?: boolean;
}

const cluster: readonly Replica[] = [
  { path: 'GlobalClusterIdentifier', kind: 'local', what: 'the global cluster' },
  { path: 'ReplicationSourceIdentifier', kind: 'local', what: 'the cluster it copies', incoming: true },
  { path: 'SourceDBClusterIdentifier', kind: 'local', what: 'the cluster it copies', incoming: true },
  { path: 'SourceRegion', kind: 'region', what: 'the region it copies from', incoming: true },
];

const REPLICAS: Readonly<Record<string, readonly Replica[]>> = {
  'AWS::DynamoDB::GlobalTable': [
    { path: 'Replicas[*].Region', kind: 'region', what: 'the replica' },
    { path: 'GlobalTableWitnesses[*].Region', kind: 'region', what: 'the witness' },
  ],
  // What CDK's `Table` makes of `replicationRegions`.
  'Custom::DynamoDBReplica': [{ path: 'Region', kind: 'region', what: 'the replica' }],
  'AWS::SecretsManager::Secret': [{ path: 'ReplicaRegions[*].Region', kind: 'region', what: 'the replica' }],
  'AWS::RDS::DBCluster': cluster,
  'AWS::DocDB::DBCluster': cluster,
  'AWS::Neptune::DBCluster': cluster,
  'AWS::RDS::GlobalCluster': [
    { path: 'SourceDBClusterIdentifier', kind: 'local', what: 'the cluster it copies', incoming: true },
  ],
  'AWS::RDS::DBInstance': [
    { path: 'SourceDBInstanceIdentifier', kind: 'local', what: 'the instance it copies', incoming: true },
    { path: 'SourceDBClusterIdentifier', kind: 'local', what: 'the cluster it copies', incoming: true },
    {
      path: 'SourceDBInstanceAutomatedBackupsArn',
      kind: 'local',
      what: 'the backup it copies',
      incoming: true,
    },
    { path: 'SourceRegion', kind: 'region', what: 'the region it copies from', incoming: true },
    { path: 'AutomaticBackupReplicationRegion', kind: 'region', what: 'the copy of its backups' },
  ],
  'AWS::Backup::BackupPlan': [
    {
      path: 'BackupPlan.BackupPlanRule[*].CopyActions[*].DestinationBackupVaultArn',
      kind: 'local',
      what: 'the copy of the backup',
    },
    {
      path: 'BackupPlan.BackupPlanRule[*].TargetLogicallyAirGappedBackupVaultArn',
      kind: 'local',
      what: 'the copy of the backup',
    },
  ],
};

export const replicas: Rule = {
  id: 'replicas',
  what: 'tables, secrets, clusters and backups are copied only to permitted regions',
  why: 'A replica is the data itself under another law. A global cluster belongs to no region: any region may join it, so it is found wherever it is used.',
  fix: 'take out the replica, or put it in a permitted region',
  level: 'error',
  types: Object.keys(REPLICAS),
  examples: {
    bad: {
      Secret: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: { ReplicaRegions: [{ Region: 'us-east-1' }] },
      },
    },
    good: {
      Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: [{ Region: 'ap-southeast-1' }] } },
    },
  },
  check(hearing) {
    for (const { path, kind, what, incoming } of REPLICAS[hearing.resource.type] ?? []) {
      // A cluster names its global cluster by an identifier that looks like a local one.
      const place = path === 'GlobalClusterIdentifier' ? GLOBAL_PLACE : undefined;
      hearing.leads(path, kind, what, { incoming, place });
    }
  },
};
