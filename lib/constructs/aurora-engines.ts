import {
  AuroraMysqlEngineVersion,
  AuroraPostgresEngineVersion,
  DatabaseClusterEngine,
  type IClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import type { Store } from '../plan/schema';
import { STORE_PORTS } from '../plan/servers';

export type AuroraStoreKind = Extract<Store, `aurora-${string}`>;

export interface AuroraEngine {
  readonly engine: IClusterEngine;
  readonly port: number;
  /** Logs that leave the cluster for CloudWatch Logs. */
  readonly logs: readonly string[];
  /** Cluster parameters: no connection without TLS 1.2 or newer, and who did what is recorded without the data. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What a full load by DMS needs besides; off again when nothing moves. */
  readonly whileMoving: Readonly<Record<string, readonly [moving: string, still: string]>>;
  /**
   * What DMS needs of a cluster that another cell takes over from, to read its changes (DMS user guide, CHAP_Source.MySQL
   * and CHAP_Source.PostgreSQL, AWS-managed databases). Both are static: they count from the writer's next restart.
   */
  readonly whileLeaving: Readonly<Record<string, readonly [leaving: string, still: string]>>;
}

export const AURORA_ENGINES: Readonly<Record<AuroraStoreKind, AuroraEngine>> = {
  'aurora-mysql': {
    engine: DatabaseClusterEngine.auroraMysql({
      version: AuroraMysqlEngineVersion.of('8.4.mysql_aurora.8.4.7', '8.4'),
    }),
    port: STORE_PORTS['aurora-mysql'],
    logs: ['audit', 'error', 'general', 'slowquery'],
    parameters: {
      require_secure_transport: 'ON',
      // 1.2 stays: DMS speaks no TLS 1.3 to MySQL (DMS user guide, CHAP_Security.SSL).
      tls_version: 'TLSv1.2,TLSv1.3',
      // It would write every statement, values and all, under the key for logs.
      general_log: '0',
      server_audit_logging: '1',
      server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL',
    },
    whileMoving: { local_infile: ['1', '0'] },
    whileLeaving: { binlog_format: ['ROW', 'OFF'] },
  },
  'aurora-postgresql': {
    engine: DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_17_9 }),
    port: STORE_PORTS['aurora-postgresql'],
    logs: ['postgresql'],
    parameters: {
      'rds.force_ssl': '1',
      ssl_min_protocol_version: 'TLSv1.2',
      log_connections: '1',
      log_disconnections: '1',
      log_statement: 'ddl',
      // An error would be logged with the statement that met it, and its detail with the row.
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
    },
    whileMoving: {},
    whileLeaving: { 'rds.logical_replication': ['1', '0'] },
  },
};

/** How far an Aurora MySQL cluster can be wound back, in hours. It can only be had from the cluster's first day. */
export const BACKTRACK_HOURS = 24;

/**
 * Regions that offer backtracking; the newer ones do not.
 * Source: Aurora user guide, Backtrack, region availability; AWS Config, aurora-mysql-backtracking-enabled.
 */
export const BACKTRACK_REGIONS: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);
