import { Match, type Template } from 'aws-cdk-lib/assertions';
import { changedCell, dataTemplate, keyOf, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';

let template: Template;
let elsewhere: Template;
let sandbox: Template;

beforeAll(() => {
  template = dataTemplate(referenceCell('sg'));
  elsewhere = dataTemplate(
    changedCell('sg', (plan) => {
      const cell = plan.cells['sg'];
      if (cell !== undefined) cell.region = 'ap-southeast-3';
      plan.retention = { backups: 90 };
      const phase = plan.phases['e-commerce'];
      if (phase !== undefined) phase.stage = 'replicating';
    }),
  );
  sandbox = dataTemplate(
    changedCell('sg', (plan) => {
      plan.disposable = true;
      plan.retention = { backups: 7 };
    }),
  );
});

function cluster(identifier: string, from = template): Readonly<Record<string, unknown>> {
  const found = Object.values(resourcesOf(from, 'AWS::RDS::DBCluster')).find(
    ({ Properties }) => Properties?.['DBClusterIdentifier'] === identifier,
  );
  return found?.Properties ?? {};
}

test.each([
  ['sg-orders', 'aurora-mysql', '8.4.mysql_aurora.8.4.7', 13306, 'personal'],
  ['sg-catalogue', 'aurora-mysql', '8.4.mysql_aurora.8.4.7', 13306, 'public'],
  ['sg-account', 'aurora-postgresql', '17.9', 15432, 'personal'],
])(
  '%s is %s %s on its own port, under the key of its class',
  (identifier, engine, version, port, purpose) => {
    expect(cluster(identifier)).toMatchObject({
      Engine: engine,
      EngineVersion: version,
      Port: port,
      StorageEncrypted: true,
      KmsKeyId: keyOf(purpose),
      PerformanceInsightsKmsKeyId: keyOf(purpose),
    });
  },
);

test('the administrator is RDS’s to look after, and logins may be by IAM', () => {
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::RDS::DBCluster'))) {
    expect(Properties).toMatchObject({
      ManageMasterUserPassword: true,
      MasterUserSecret: { KmsKeyId: { 'Fn::ImportValue': expect.stringContaining('sg-keys:') as string } },
      EnableIAMDatabaseAuthentication: true,
    });
    expect(Properties).not.toHaveProperty('MasterUserPassword');
  }
});

/** Parameters of the clusters of one engine; all have the same. */
function parametersOf(family: string): unknown {
  const groups = Object.values(resourcesOf(template, 'AWS::RDS::DBClusterParameterGroup')).filter(
    ({ Properties }) => Properties?.['Family'] === family,
  );
  return groups[0]?.Properties?.['Parameters'];
}

test.each([
  ['aurora-mysql8.4', { require_secure_transport: 'ON', tls_version: 'TLSv1.2,TLSv1.3' }],
  ['aurora-postgresql17', { 'rds.force_ssl': '1', ssl_min_protocol_version: 'TLSv1.2' }],
])('%s takes no connection without TLS 1.2 or newer', (family, parameters) => {
  expect(parametersOf(family)).toMatchObject(parameters);
});

test.each([
  ['aurora-mysql8.4', { general_log: '0', server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL' }],
  ['aurora-postgresql17', { log_min_error_statement: 'panic', log_error_verbosity: 'terse' }],
])('%s logs no statement that has a row’s values in it', (family, parameters) => {
  expect(parametersOf(family)).toMatchObject(parameters);
});

test('loading from a client’s file is allowed while the dataset moves, and no longer', () => {
  const settings = (from: Template) =>
    Object.values(resourcesOf(from, 'AWS::RDS::DBClusterParameterGroup')).flatMap(({ Properties }) => {
      const { local_infile: setting } = Properties?.['Parameters'] as { local_infile?: string };
      return setting === undefined ? [] : [setting];
    });
  expect(settings(template)).toEqual(['0', '0']);
  expect(settings(elsewhere)).toEqual(['1', '1']);
});

test('a writer and a reader stand in two zones, unreachable from outside', () => {
  const instances = Object.values(resourcesOf(template, 'AWS::RDS::DBInstance')).map(
    ({ Properties }) => Properties,
  );
  const zones = instances.map((instance) => JSON.stringify(instance?.['AvailabilityZone']));
  expect(instances).toHaveLength(6);
  expect(new Set(zones).size).toBe(2);
  for (const zone of new Set(zones)) expect(zones.filter((other) => other === zone)).toHaveLength(3);
  for (const instance of instances) {
    expect(instance).toMatchObject({
      DBInstanceClass: 'db.serverless',
      PubliclyAccessible: false,
      AutoMinorVersionUpgrade: true,
      MonitoringInterval: 60,
    });
  }
});

test('nothing reaches a cluster, and a cluster reaches nothing, until a replication opens a way', () => {
  const groups = Object.values(resourcesOf(template, 'AWS::EC2::SecurityGroup'));
  expect(groups).toHaveLength(3);
  for (const { Properties } of groups) {
    expect(Properties).not.toHaveProperty('SecurityGroupIngress');
    expect(Properties?.['SecurityGroupEgress']).toEqual([
      expect.objectContaining({ CidrIp: '255.255.255.255/32' }),
    ]);
  }
  template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
});

test('every log that leaves a cluster has a group made beforehand under the key for logs', () => {
  const groups = Object.values(resourcesOf(template, 'AWS::Logs::LogGroup')).map(
    ({ Properties }) => Properties,
  );
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::RDS::DBCluster'))) {
    const logs = Properties?.['EnableCloudwatchLogsExports'] as string[];
    expect(logs).not.toHaveLength(0);
    for (const log of logs) {
      const LogGroupName = `/aws/rds/cluster/${String(Properties?.['DBClusterIdentifier'])}/${log}`;
      expect(groups).toContainEqual(expect.objectContaining({ LogGroupName, KmsKeyId: keyOf('logs') }));
    }
  }
});

test('enhanced monitoring may write to its one log group and nowhere else', () => {
  const [group] = Object.entries(resourcesOf(template, 'AWS::Logs::LogGroup')).find(
    ([, { Properties }]) => Properties?.['LogGroupName'] === 'RDSOSMetrics',
  ) ?? [''];
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({
          Action: Match.arrayWith(['logs:PutLogEvents']),
          Resource: { 'Fn::GetAtt': [group, 'Arn'] },
        }),
      ],
    },
  });
});

test('a cluster and what it stands on are kept, and protected from deletion', () => {
  for (const type of ['DBCluster', 'DBInstance', 'DBSubnetGroup', 'DBClusterParameterGroup']) {
    for (const { DeletionPolicy } of Object.values(resourcesOf(template, `AWS::RDS::${type}`))) {
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
  }
  expect(cluster('sg-orders')).toMatchObject({ DeletionProtection: true, CopyTagsToSnapshot: true });
});

test('backups are kept as long as the plan says, at most the 35 days that RDS offers', () => {
  expect(cluster('sg-orders')['BackupRetentionPeriod']).toBe(35);
  expect(cluster('sg-orders', elsewhere)['BackupRetentionPeriod']).toBe(35);
  expect(cluster('sg-orders', sandbox)['BackupRetentionPeriod']).toBe(7);
});

test('mysql can be wound back by a day where the region offers it', () => {
  expect(cluster('sg-orders')['BacktrackWindow']).toBe(86_400);
  expect(cluster('sg-account')['BacktrackWindow']).toBeUndefined();
  expect(cluster('sg-orders', elsewhere)['BacktrackWindow']).toBeUndefined();
});

test('a sandbox keeps nothing and protects nothing', () => {
  expect(cluster('sg-orders', sandbox)).toMatchObject({
    DeletionProtection: false,
    DeleteAutomatedBackups: true,
  });
  for (const { DeletionPolicy } of Object.values(resourcesOf(sandbox, 'AWS::RDS::DBCluster'))) {
    expect(DeletionPolicy).toBe('Delete');
  }
});
