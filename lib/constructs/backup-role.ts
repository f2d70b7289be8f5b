import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import type { DataClass, Store } from '../plan/schema';

/** A store that is to be kept. */
export interface BackedUp {
  /** The dataset, or what else it holds. */
  readonly id: string;
  readonly dataClass: DataClass;
  readonly kind: Store;
  /** What is kept. */
  readonly arns: readonly string[];
  /** Patterns of what has to be read or made to keep it. */
  readonly reach: readonly string[];
}

interface Actions {
  /** Service that uses the store's key. */
  readonly service: string;
  /** Finding out what there is. */
  readonly look: readonly string[];
  /** Reading data, and making or marking a backup. */
  readonly act: readonly string[];
}

const AURORA: Actions = {
  service: 'rds',
  look: [
    'rds:DescribeDBClusterAutomatedBackups',
    'rds:DescribeDBClusterSnapshots',
    'rds:DescribeDBClusters',
    'rds:ListTagsForResource',
  ],
  act: ['rds:AddTagsToResource', 'rds:CreateDBClusterSnapshot', 'rds:DeleteDBClusterSnapshot'],
};

/** Source: the AWS managed policies AWSBackupServiceRolePolicyForBackup and …ForS3Backup, less what copies. */
const ACTIONS: Readonly<Record<Store, Actions>> = {
  'aurora-mysql': AURORA,
  'aurora-postgresql': AURORA,
  dynamodb: {
    service: 'dynamodb',
    look: ['dynamodb:DescribeTable', 'dynamodb:ListTagsOfResource'],
    act: [
      'dynamodb:CreateBackup',
      'dynamodb:DeleteBackup',
      'dynamodb:DescribeBackup',
      'dynamodb:StartAwsBackupJob',
    ],
  },
  s3: {
    service: 's3',
    look: ['cloudwatch:GetMetricData', 'events:ListRules', 's3:GetBucketLocation'],
    act: [
      'events:DeleteRule',
      'events:DescribeRule',
      'events:DisableRule',
      'events:EnableRule',
      'events:ListTargetsByRule',
      'events:PutRule',
      'events:PutTargets',
      'events:RemoveTargets',
      's3:GetBucketAcl',
      's3:GetBucketNotification',
      's3:GetBucketTagging',
      's3:GetBucketVersioning',
      's3:GetInventoryConfiguration',
      's3:GetObject',
      's3:GetObjectAcl',
      's3:GetObjectTagging',
      's3:GetObjectVersion',
      's3:GetObjectVersionAcl',
      's3:GetObjectVersionTagging',
      's3:ListBucket',
      's3:ListBucketVersions',
      's3:PutBucketNotification',
      's3:PutInventoryConfiguration',
    ],
  },
};

export interface BackupRoleProps {
  readonly cell: CellPlan;
  readonly store: BackedUp;
  /** The key of the store and of its vault. */
  readonly key: IKey;
}

/** As whom AWS Backup keeps one store. It cannot restore: whoever restores does so in a role of his own. */
export class BackupRole extends Role {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { cell, store, key }: BackupRoleProps) {
    const { account, region } = cell.cell;
    super(scope, id, {
      assumedBy: new ServicePrincipal('backup.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    const { service, look, act } = ACTIONS[store.kind];
    const through = {
      'kms:ViaService': [`backup.${region}.amazonaws.com`, `${service}.${region}.amazonaws.com`],
    };
    this.policy = new ManagedPolicy(this, 'policy', {
      roles: [this],
      statements: [
        new PolicyStatement({
          actions: ['backup:TagResource', 'tag:GetResources', ...look, ...act],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:RequestedRegion': region } },
        }),
        new PolicyStatement({
          sid: 'NoOtherStore',
          effect: Effect.DENY,
          actions: [...act],
          notResources: [...store.reach],
        }),
        new PolicyStatement({
          actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
          resources: [key.keyArn],
          conditions: { StringEquals: through },
        }),
        new PolicyStatement({
          actions: ['kms:CreateGrant'],
          resources: [key.keyArn],
          conditions: { StringEquals: through, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        }),
      ],
    });
  }
}
