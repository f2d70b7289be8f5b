import { Effect, PolicyDocument, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { AccountRootPrincipal, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { throughCdn } from '../plan/cdn';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { keyReaders } from './old-bucket-readers';
import { removalPolicy } from './retention';

/** What a cell's keys are for: one key each, so that one can be shut without the others. */
export const KEY_PURPOSES = ['personal', 'public', 'replication', 'logs', 'edge', 'operations'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** Services that may use a key on behalf of a principal of the account. */
const VIA: Record<KeyPurpose, readonly string[]> = {
  personal: ['rds', 'dynamodb', 's3', 'backup', 'secretsmanager'],
  public: ['rds', 'dynamodb', 's3', 'backup', 'secretsmanager'],
  replication: ['dms', 'secretsmanager'],
  logs: [],
  edge: ['s3'],
  operations: ['s3', 'sns'],
};

const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:Describe*',
  'kms:Disable*',
  'kms:Enable*',
  'kms:Get*',
  'kms:List*',
  'kms:Put*',
  'kms:Revoke*',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:Update*',
];
const USE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

export interface CellKeyProps {
  readonly cell: CellPlan;
  readonly purpose: KeyPurpose;
}

/**
 * A customer-managed single-Region key with rotation. Its policy is whole and written here: the account
 * administers it, the services of its purpose use it for principals of the account, and nobody else does. It is
 * fixed for the key's life, so that no later stack widens it by a grant.
 */
export class CellKey extends Key {
  constructor(scope: Construct, id: string, { cell, purpose }: CellKeyProps) {
    super(scope, id, {
      alias: `${cell.id}/${purpose}`,
      description: `${cell.id}: ${purpose}`,
      enableKeyRotation: true,
      multiRegion: false,
      pendingWindow: Duration.days(cell.plan.file.disposable ? 7 : 30),
      removalPolicy: removalPolicy(cell),
      policy: new PolicyDocument({ statements: statements(cell, purpose) }),
    });
  }
}

function statements(cell: CellPlan, purpose: KeyPurpose): PolicyStatement[] {
  const account = cell.cell.account;
  const region = cell.cell.region;
  const allow = (props: PolicyStatementProps) =>
    new PolicyStatement({ effect: Effect.ALLOW, resources: ['*'], ...props });
  const via = VIA[purpose].map((service) => `${service}.${region}.amazonaws.com`);
  const throughServices = { 'kms:CallerAccount': account, 'kms:ViaService': via };

  const result = [
    allow({ sid: 'Administration', principals: [new AccountRootPrincipal()], actions: ADMINISTRATION }),
  ];
  if (via.length > 0) {
    result.push(
      allow({
        sid: 'UseThroughServices',
        principals: [new AccountRootPrincipal()],
        // RetireGrant: AWS Backup asks it of whoever makes a vault.
        actions: [...USE, 'kms:RetireGrant'],
        conditions: { StringEquals: throughServices },
      }),
      allow({
        sid: 'GrantsToServices',
        principals: [new AccountRootPrincipal()],
        actions: ['kms:CreateGrant'],
        conditions: { StringEquals: throughServices, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    );
  }
  if (purpose === 'logs') {
    result.push(
      allow({
        sid: 'LogGroups',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: USE,
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
  }
  if (purpose === 'edge') {
    result.push(
      allow({
        sid: 'LogDelivery',
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
  const publish = { actions: ['kms:Decrypt', 'kms:GenerateDataKey*'] };
  if (purpose === 'operations') {
    result.push(
      allow({
        ...publish,
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
  if (purpose === 'operations' || purpose === 'logs') {
    result.push(
      // Without a condition on the account, which EventBridge does not give when it publishes to an encrypted topic
      // (SNS developer guide, sns-key-management, event sources from AWS services): but not for an object of S3, nor for a
      // log group.
      allow({
        ...publish,
        sid: 'Events',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        conditions: {
          Null: { 'kms:EncryptionContext:aws:s3:arn': 'true', 'kms:EncryptionContext:aws:logs:arn': 'true' },
        },
      }),
      ...runbooks(cell),
    );
  }
  if (purpose === 'public' || purpose === 'personal') {
    result.push(...keyReaders(cell, purpose));
    const buckets = cell.holdings
      .filter((holding) => holding.dataset.class === purpose && throughCdn(cell, holding))
      .map(({ id }) => `arn:aws:s3:::${names.bucket(cell, id)}`);
    if (buckets.length > 0) {
      result.push(
        allow({
          sid: 'DistributionReads',
          principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
          actions: ['kms:Decrypt'],
          conditions: {
            StringEquals: { 'aws:SourceAccount': account },
            StringLike: { 'kms:EncryptionContext:aws:s3:arn': buckets.flatMap((arn) => [arn, `${arn}/*`]) },
          },
        }),
      );
    }
  }
  return result;
}

/**
 * Runbooks keep what they have seen under this key, tokens of approvals among it, and deliver their logs by it (Step
 * Functions developer guide, data at rest encryption). They use it by the roles of their own, not through a service: what
 * holds them is the context of the encryption, which names the state machine.
 */
function runbooks(cell: CellPlan): PolicyStatement[] {
  const { account, region } = cell.cell;
  const caller = { 'kms:CallerAccount': account };
  const logs = { 'kms:EncryptionContext:SourceArn': `arn:aws:logs:${region}:${account}:*` };
  return [
    new PolicyStatement({
      sid: 'Runbooks',
      principals: [new AccountRootPrincipal()],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        StringEquals: caller,
        ArnLike: {
          'kms:EncryptionContext:aws:states:stateMachineArn': `arn:aws:states:${region}:${account}:stateMachine:${cell.id}-*`,
        },
      },
    }),
    new PolicyStatement({
      sid: 'RunbookLogs',
      principals: [new AccountRootPrincipal()],
      actions: ['kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { ...caller, ...logs } },
    }),
    new PolicyStatement({
      sid: 'RunbookLogDelivery',
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: logs },
    }),
  ];
}
