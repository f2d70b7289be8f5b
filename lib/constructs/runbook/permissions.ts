import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { recordPlaces } from '../../plan/record-places';
import { statesOf, type Machine } from './asl';
import type { Subject } from './subject';

/** Prefix of a service's IAM actions, where it is not that of its SDK. */
const PREFIXES: Readonly<Record<string, string>> = { databasemigration: 'dms', sfn: 'states' };
/** Actions that IAM knows by another name than the API (service authorization reference, Amazon S3). */
const RENAMED: Readonly<Record<string, string>> = {
  's3:ListObjectVersions': 's3:ListBucketVersions',
};

/** IAM actions that a definition uses, sorted. */
export function actionsOf(machine: Machine): string[] {
  const used = statesOf(machine).flatMap(([, state]) => {
    if (state.Type !== 'Task') return [];
    const [service = '', verb = ''] = state.Resource.replace('arn:aws:states:::aws-sdk:', '').split(/[:.]/);
    const action = `${PREFIXES[service] ?? service}:${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
    return [RENAMED[action] ?? action];
  });
  return [...new Set(used)].sort();
}

interface Reach {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Where the actions that take a resource by its exact ARN may act. */
function exact(subject: Subject): Reach[] {
  return [
    {
      actions: ['datasync:DescribeTask', 'datasync:StartTaskExecution'],
      resources: subject.objects.map(({ taskArn }) => taskArn),
    },
    {
      actions: ['dms:DescribeReplicationTableStatistics', 'dms:StartReplication', 'dms:StopReplication'],
      resources: subject.replications.map(({ arn }) => arn),
    },
    { actions: ['s3:ListBucketVersions'], resources: [`arn:aws:s3:::${subject.bucket}`] },
    {
      actions: ['sns:Publish'],
      resources: [subject.alarmsTopic, ...(subject.stage === 'cutover' ? subject.approvers : [])],
    },
    { actions: ['states:ListExecutions'], resources: [subject.arn] },
  ];
}

/** What it reads: apart, since the names of many records would burst the 6,144 characters of a policy (IAM quotas). */
const READ = 's3:GetObject';

export function reading(subject: Subject): PolicyStatement[] {
  const { bucket, phase } = subject;
  const records = subject.replications.flatMap(({ dataset, validated }) =>
    (validated ? [recordPlaces.schema] : [recordPlaces.schema, recordPlaces.proof]).map(
      (place) => `arn:aws:s3:::${bucket}/${place({ phase, dataset })}`,
    ),
  );
  return records.length === 0 ? [] : [new PolicyStatement({ actions: [READ], resources: records })];
}

/** Of what has no ARN yet, the only part that may be acted on. */
function patterns(subject: Subject): Readonly<Record<string, readonly string[]>> {
  return {
    'datasync:DescribeTaskExecution': subject.objects.map(({ taskArn }) => `${taskArn}/execution/*`),
    's3:PutObject': [`arn:aws:s3:::${subject.bucket}/evidence/${subject.phase}/*`],
  };
}

/** What a state machine needs besides, to log and to trace (Step Functions developer guide, logging and X-Ray policies). */
export const LOGGING = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/**
 * What the role of a runbook may do besides reading: the actions of its definition and no others. `cloudwatch:DescribeAlarms` and
 * `dms:DescribeReplications` take no narrower resource (service authorization reference, CloudWatch, DMS), nor do logging
 * and tracing; an object of evidence or a run of DataSync has no ARN before it is made, so a denial narrows those.
 */
export function permissions(subject: Subject, machine: Machine, key: IKey): PolicyStatement[] {
  const actions = actionsOf(machine);
  const used = ({ actions: named, ...reach }: Reach) => ({
    actions: named.filter((action) => actions.includes(action)),
    ...reach,
  });
  const byArn = exact(subject)
    .map(used)
    .filter((reach) => reach.actions.length > 0);
  const byPattern = Object.entries(patterns(subject)).filter(([action]) => actions.includes(action));
  const named = [READ, ...byArn.flatMap((reach) => reach.actions)];
  return [
    ...byArn.map((reach) => new PolicyStatement({ actions: reach.actions, resources: [...reach.resources] })),
    new PolicyStatement({
      actions: [...actions.filter((action) => !named.includes(action)), ...LOGGING],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': subject.region } },
    }),
    ...byPattern.map(
      ([action, resources]) =>
        new PolicyStatement({ effect: Effect.DENY, actions: [action], notResources: [...resources] }),
    ),
    ...underKey(subject, key),
    // Evidence and topics lie under the key for operations.
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: {
          'kms:ViaService': [`s3.${subject.region}.amazonaws.com`, `sns.${subject.region}.amazonaws.com`],
        },
      },
    }),
  ];
}

/** What the state machine needs to keep its history under a key, and to deliver logs by it; the key's policy says the same. */
function underKey({ arn, region }: Subject, key: IKey): PolicyStatement[] {
  const account = arn.split(':')[4] ?? '';
  return [
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': arn } },
    }),
    new PolicyStatement({
      actions: ['kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: { 'kms:EncryptionContext:SourceArn': `arn:aws:logs:${region}:${account}:*` },
      },
    }),
  ];
}
