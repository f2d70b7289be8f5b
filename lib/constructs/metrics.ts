import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { CellPlan } from '../plan/model';

interface MetricEntry {
  readonly namespace: string;
  readonly name: string;
  /** Names of its dimensions: CloudWatch knows a metric by all of them, or not at all. */
  readonly dimensions: readonly string[];
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  /** Seconds that a value stands for. */
  readonly period: number;
  /** Where AWS says that it publishes this. */
  readonly source: string;
}

/** Of a serverless replication; validation, CPU and storage are not among what DMS documents for it. */
const DMS = {
  namespace: 'AWS/DMS',
  dimensions: ['ReplicationConfigId'],
  statistic: 'Maximum',
  period: 60,
  source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Serverless.Components.html',
} as const;
/** Of a whole cluster: each instance reports under the cluster's name as well. */
const AURORA = {
  namespace: 'AWS/RDS',
  dimensions: ['DBClusterIdentifier'],
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html',
} as const;
const DYNAMODB = {
  namespace: 'AWS/DynamoDB',
  dimensions: ['TableName'],
  statistic: 'Sum',
  period: 300,
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html',
} as const;
const DATASYNC = {
  namespace: 'AWS/DataSync',
  dimensions: ['TaskId'],
  statistic: 'Sum',
  period: 300,
  source: 'https://docs.aws.amazon.com/datasync/latest/userguide/monitor-datasync.html',
} as const;
const BACKUP = {
  namespace: 'AWS/Backup',
  dimensions: ['BackupVaultName'],
  statistic: 'Sum',
  period: 86_400,
  source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html',
} as const;
const VPN = {
  namespace: 'AWS/VPN',
  name: 'TunnelState',
  dimensions: ['VpnId'],
  period: 60,
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-cloudwatch-vpn.html',
} as const;
const STATES = {
  namespace: 'AWS/States',
  dimensions: ['StateMachineArn'],
  statistic: 'Sum',
  period: 300,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html',
} as const;

/** Every metric that an alarm or the dashboard reads. A test holds them to what the AWS service spec knows. */
export const METRICS = {
  sourceLatency: { ...DMS, name: 'CDCLatencySource' },
  targetLatency: { ...DMS, name: 'CDCLatencyTarget' },
  /** Changes read but not yet applied, those of open transactions at the source among them. */
  waiting: { ...DMS, name: 'CDCIncomingChanges' },
  /** Rows written to the cell, a second: what is left after the filters on the market. */
  rows: { ...DMS, name: 'CDCThroughputRowsTarget' },
  loaded: { ...DMS, name: 'FullLoadThroughputRowsTarget' },
  /** Of the memory that the replication has: a DMS capacity unit is 2 GB of it. */
  memory: { ...DMS, name: 'CapacityUtilization', statistic: 'Average', period: 300 },
  capacity: {
    ...AURORA,
    name: 'ACUUtilization',
    statistic: 'Maximum',
    period: 300,
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html',
  },
  spaceUsed: { ...AURORA, name: 'VolumeBytesUsed', statistic: 'Maximum', period: 3600 },
  /** Aurora MySQL's alone. */
  spaceLeft: { ...AURORA, name: 'AuroraVolumeBytesLeftTotal', statistic: 'Minimum', period: 3600 },
  readThrottles: { ...DYNAMODB, name: 'ReadThrottleEvents' },
  writeThrottles: { ...DYNAMODB, name: 'WriteThrottleEvents' },
  written: { ...DYNAMODB, name: 'ConsumedWriteCapacityUnits' },
  objects: { ...DATASYNC, name: 'FilesTransferred' },
  objectBytes: { ...DATASYNC, name: 'BytesTransferred' },
  backups: { ...BACKUP, name: 'NumberOfBackupJobsCompleted' },
  anyTunnel: { ...VPN, statistic: 'Maximum' },
  everyTunnel: { ...VPN, statistic: 'Minimum' },
  runsFailed: { ...STATES, name: 'ExecutionsFailed' },
  runsTimedOut: { ...STATES, name: 'ExecutionsTimedOut' },
  runsAborted: { ...STATES, name: 'ExecutionsAborted' },
} as const satisfies Record<string, MetricEntry>;
export type MetricId = keyof typeof METRICS;

/** A value for each dimension of a metric. */
export type Dimensions<Id extends MetricId> = Readonly<
  Record<(typeof METRICS)[Id]['dimensions'][number], string>
>;

/** A metric of the table, of one thing. */
export function metric<Id extends MetricId>(id: Id, dimensions: Dimensions<Id>): Metric {
  const { namespace, name, statistic, period } = METRICS[id];
  return new Metric({
    namespace,
    metricName: name,
    dimensionsMap: dimensions,
    statistic,
    period: Duration.seconds(period),
  });
}

/**
 * By what CloudWatch knows a serverless replication. DMS's guide says only that metrics are grouped by replication; that
 * the dimension is `ReplicationConfigId`, and its value the account and the last part of the configuration's ARN, is
 * what users who look at it report. That last part is the ResourceIdentifier (DMS API, CreateReplicationConfig).
 */
export function replicationDimensions(
  cell: CellPlan,
  replication: string,
): { readonly ReplicationConfigId: string } {
  return { ReplicationConfigId: `${cell.cell.account}:${replication}` };
}
