import { CfnResource, Duration } from 'aws-cdk-lib';
import { SecurityGroup, SubnetType, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ClusterInstance, Credentials, DatabaseCluster, DatabaseInsightsMode } from 'aws-cdk-lib/aws-rds';
import {
  DBClusterStorageType,
  ParameterGroup,
  type ServerlessV2ClusterInstanceProps,
} from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { isMoving, placeAtSource, type CellPlan, type Holding } from '../plan/model';
import { names } from '../plan/names';
import { acknowledge } from './acknowledge';
import { AURORA_ENGINES, BACKTRACK_HOURS, BACKTRACK_REGIONS, type AuroraStoreKind } from './aurora-engines';
import { CellLogGroup } from './log-group';
import { removalPolicy } from './retention';
import { tagDataset } from './tags';

/** Days that RDS keeps its own backups at most (RDS API, CreateDBCluster, BackupRetentionPeriod). */
const MOST_BACKUP_DAYS = 35;

export interface AuroraStoreProps {
  readonly cell: CellPlan;
  readonly holding: Holding;
  readonly kind: AuroraStoreKind;
  readonly vpc: IVpc;
  /** Zones of its subnets; the first two are used. */
  readonly zones: readonly string[];
  /** The key of the dataset's class. */
  readonly key: IKey;
  readonly logsKey: IKey;
  readonly monitoringRole: IRole;
}

/** The cluster a dataset of tables lives in: a writer and a reader in two zones, reached by TLS only. */
export class AuroraStore extends Construct {
  readonly clusterArn: string;
  /** Where its writer is reached. */
  readonly host: string;
  /** Lets nothing in and nothing out: what may reach the cluster adds itself. */
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: AuroraStoreProps) {
    super(scope, id);
    const { cell, holding, kind, vpc, zones, key, logsKey, monitoringRole } = props;
    const { engine, port, logs, parameters, whileMoving, whileLeaving } = AURORA_ENGINES[kind];
    const { disposable, retention } = cell.plan.file;
    const identifier = names.cluster(cell, holding.id);
    const moving = holding.moves.some(({ stage }) => isMoving(stage));
    const leaving = cell.leaving.some(({ dataset }) => dataset === holding.id);
    const backtracks = kind === 'aurora-mysql' && BACKTRACK_REGIONS.has(cell.cell.region);

    this.securityGroup = new SecurityGroup(this, 'group', {
      vpc,
      description: `${identifier}: Aurora`,
      allowAllOutbound: false,
    });
    const instance = (zone: string | undefined): ServerlessV2ClusterInstanceProps => ({
      availabilityZone: zone,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
    });
    const [first, second] = zones;
    const cluster = new DatabaseCluster(this, 'cluster', {
      clusterIdentifier: identifier,
      engine,
      port,
      writer: ClusterInstance.serverlessV2('writer', instance(first)),
      readers: [ClusterInstance.serverlessV2('reader', { ...instance(second), scaleWithWriter: true })],
      serverlessV2MinCapacity: holding.dataset.capacity.min,
      serverlessV2MaxCapacity: holding.dataset.capacity.max,
      storageType: DBClusterStorageType.AURORA,
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [this.securityGroup],
      defaultDatabaseName: kind === 'aurora-postgresql' ? databaseAtSource(props) : undefined,
      credentials: Credentials.fromUsername('domicile', { encryptionKey: key }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      storageEncrypted: true,
      storageEncryptionKey: key,
      parameterGroup: new ParameterGroup(this, 'parameters', {
        engine,
        description: `${identifier}: TLS only`,
        parameters: {
          ...parameters,
          ...switched(whileMoving, moving),
          ...switched(whileLeaving, leaving),
        },
      }),
      cloudwatchLogsExports: [...logs],
      monitoringInterval: Duration.minutes(1),
      monitoringRole,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
      databaseInsightsMode: DatabaseInsightsMode.STANDARD,
      backup: { retention: Duration.days(Math.min(retention.backups, MOST_BACKUP_DAYS)) },
      backtrackWindow: backtracks ? Duration.hours(BACKTRACK_HOURS) : undefined,
      copyTagsToSnapshot: true,
      deletionProtection: !disposable,
      deleteAutomatedBackups: disposable,
    });
    this.clusterArn = cluster.clusterArn;
    this.host = cluster.clusterEndpoint.hostname;
    for (const log of logs) {
      const name = `/aws/rds/cluster/${identifier}/${log}`;
      cluster.node.addDependency(new CellLogGroup(this, `logs-${log}`, { cell, key: logsKey, name }));
    }
    // A kept cluster keeps what it stands on: subnets, parameters, instances and its way in.
    for (const part of this.node.findAll()) {
      if (CfnResource.isCfnResource(part)) part.applyRemovalPolicy(removalPolicy(cell));
    }
    tagDataset(this, holding.id, holding.dataset.class);
    if (disposable) {
      const reason =
        'the plan is disposable: a sandbox that may hold no personal data, and must be easy to remove';
      acknowledge(cluster, {
        'AwsSolutions-RDS10': reason,
        'NIST.800.53.R5-RDSInstanceDeletionProtectionEnabled': reason,
      });
    }
    if (kind === 'aurora-mysql' && !backtracks) {
      acknowledge(cluster, {
        'AwsSolutions-RDS14': `${cell.cell.region} offers no backtracking; the cluster is restored from its continuous backup instead`,
      });
    }
  }
}

/** Always written: CloudFormation does not say what becomes of a parameter that leaves its group. */
function switched(
  parameters: Readonly<Record<string, readonly [on: string, off: string]>>,
  isOn: boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, [on, off]]) => [name, isOn ? on : off]));
}

/** PostgreSQL's tables keep the database they are in; MySQL's bring their schema along. */
function databaseAtSource({ cell, holding }: AuroraStoreProps): string | undefined {
  const place = placeAtSource(cell.plan.file, holding.dataset);
  return place !== undefined && 'database' in place ? place.database.database : undefined;
}
