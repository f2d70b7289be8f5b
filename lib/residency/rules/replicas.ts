import { followPointers } from '../pointers';
import { checkRequired, checkSwitches } from '../switches';
import type { Rule } from '../rule';

/** What belongs to no region, so that any region may hold a copy of what is in it. */
const BORDERLESS: Readonly<Record<string, string>> = {
  'AWS::RDS::GlobalCluster': 'a global cluster copies to whatever region joins it',
  'AWS::DocDB::GlobalCluster': 'a global cluster copies to whatever region joins it',
  'AWS::ElastiCache::GlobalReplicationGroup': 'a global datastore copies to the regions of its members',
  'AWS::S3::MultiRegionAccessPoint': 'a multi-Region access point sends requests to any of its regions',
};
export const replicas: Rule = {
  id: 'replicas',
  what: 'tables, secrets, clusters and backups are copied only to permitted regions',
  why: 'A replica is the data itself under another law. A global cluster belongs to no region: any region may join it, so it is found wherever it is used.',
  fix: 'take out the replica, or put it in a permitted region',
  level: 'error',
  types: 'every type',
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
    const { type } = hearing.resource;
    const borderless = Object.hasOwn(BORDERLESS, type) ? BORDERLESS[type] : undefined;
    if (borderless !== undefined) hearing.find('', '', borderless);
    followPointers(hearing, 'copy');
    checkSwitches(hearing, 'copy', 'copies of the data may be made elsewhere');
    checkRequired(hearing, 'copy', 'copies of the data are made elsewhere unless this is given');
  },
};
