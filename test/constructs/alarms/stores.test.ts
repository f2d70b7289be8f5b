import { classesBackedUp } from '../../../lib/constructs/alarms/backups';
import { STAGES } from '../../../lib/plan/schema';
import { alarmedCell, alarmsOf, alarmsTemplate, operationsTemplate, rulesOf } from '../../support/alarms';
import { dataTemplate } from '../../support/data-stack';
import { resourcesOf } from '../../support/replications';

const cell = alarmedCell('sg', 'complete');
const template = alarmsTemplate(cell);
const alarms = alarmsOf(template);

const STORES = [
  'sg-account-capacity',
  'sg-account-storage',
  'sg-catalogue-capacity',
  'sg-catalogue-storage',
  'sg-messaging-throttles',
  'sg-orders-capacity',
  'sg-orders-storage',
  'sg-personal-backups-absent',
  'sg-public-backups-absent',
];

test.each(STAGES.filter((stage) => stage !== 'planned'))(
  'at %s every store and vault is watched',
  (stage) => {
    const names = [...alarmsOf(alarmsTemplate(alarmedCell('sg', stage))).keys()];
    expect(names).toEqual(expect.arrayContaining(STORES));
    if (stage === 'complete' || stage === 'retired') expect(names.sort()).toEqual(STORES);
  },
);

test('a cell with one public bucket has but its vault', () => {
  const small = alarmedCell('us', undefined, ({ phases }) => {
    phases['services'] = { ...phases['services'], datasets: ['assets'], stage: { us: 'complete' } };
    delete phases['india'];
    delete phases['brazil'];
    delete phases['e-commerce'];
  });
  expect([...alarmsOf(alarmsTemplate(small)).keys()]).toEqual(['us-public-backups-absent']);
  expect([...rulesOf(alarmsTemplate(small)).keys()].sort()).toEqual([
    'us-backup-events',
    'us-key-deleted',
    'us-key-events',
    'us-operations-key-deleted',
    'us-operations-key-events',
  ]);
});

test('a cluster is at its bound at nine tenths of the plan’s capacity', () => {
  expect(alarms.get('sg-orders-capacity')).toMatchObject({
    MetricName: 'ACUUtilization',
    Dimensions: [{ Name: 'DBClusterIdentifier', Value: 'sg-orders' }],
    Threshold: 90,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    EvaluationPeriods: 3,
  });
});

test('of Aurora MySQL the volume’s rest is watched, of PostgreSQL what is used', () => {
  const tebibyte = 1024 ** 4;
  expect(alarms.get('sg-orders-storage')).toMatchObject({
    MetricName: 'AuroraVolumeBytesLeftTotal',
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 13 * tebibyte,
  });
  expect(alarms.get('sg-account-storage')).toMatchObject({
    MetricName: 'VolumeBytesUsed',
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 115 * tebibyte,
  });
});

test('clusters, tables and vaults that are watched are those of the data stack', () => {
  const data = dataTemplate(cell);
  const physical = (type: string, property: string) =>
    Object.values(resourcesOf(data, type)).map(({ Properties }) => Properties[property]);
  const watched = (dimension: string) => [
    ...new Set(
      [...alarms.values()]
        .flatMap(({ Dimensions = [], Metrics = [] }) => [
          ...Dimensions,
          ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric.Dimensions ?? []),
        ])
        .filter(({ Name }) => Name === dimension)
        .map(({ Value }) => Value),
    ),
  ];
  expect(watched('DBClusterIdentifier').sort()).toEqual(
    physical('AWS::RDS::DBCluster', 'DBClusterIdentifier').sort(),
  );
  expect(watched('BackupVaultName').sort()).toEqual(
    physical('AWS::Backup::BackupVault', 'BackupVaultName').sort(),
  );
  // The tables of exceptions are watched by their own alarm while something moves.
  expect(watched('TableName').sort()).toEqual(
    physical('AWS::DynamoDB::Table', 'TableName')
      .filter((name) => !String(name).startsWith('awsdms_'))
      .sort(),
  );
});

test('tables of DynamoDB alone have their exceptions in the vault of personal data', () => {
  const topics = alarmedCell('sg', 'complete', ({ datasets, phases }) => {
    Object.assign(datasets['messaging'] ?? {}, { class: 'public' });
    phases['services'] = { ...phases['services'], datasets: ['messaging'] };
    delete phases['e-commerce'];
    delete phases['india'];
    delete phases['brazil'];
  });
  expect(classesBackedUp(topics)).toEqual(['personal', 'public']);
  const vaults = Object.values(resourcesOf(dataTemplate(topics), 'AWS::Backup::BackupVault'));
  expect(vaults.map(({ Properties }) => Properties.BackupVaultName).sort()).toEqual([
    'sg-personal',
    'sg-public',
  ]);
});

test('four hundred tables and ten moving datasets leave most of a stack’s 500 resources', () => {
  const large = alarmedCell('us', 'cutover', ({ datasets, phases }) => {
    const table = { market: 'country', key: ['id'] };
    Object.assign(datasets['messaging'] ?? {}, {
      tables: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`t${index}`, table])),
    });
    const more = Array.from({ length: 9 }, (_, index) => `d${index}`);
    for (const [index, id] of more.entries()) {
      datasets[id] = {
        ...datasets['account'],
        class: 'personal',
        store: 'aurora-postgresql',
        tables: { [`u${index}`]: table },
      };
    }
    phases['services'] = { ...phases['services'], datasets: ['messaging', ...more] };
  });
  const big = operationsTemplate(large);
  expect([...alarmsOf(big).keys()].filter((name) => name.includes('-throttles'))).toHaveLength(80);
  for (const { Metrics = [] } of alarmsOf(big).values()) {
    // An alarm takes ten metrics (CloudWatch user guide, alarms on metric math).
    expect(Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length).toBeLessThanOrEqual(10);
  }
  expect(Object.keys((big.toJSON() as { Resources: object }).Resources).length).toBeLessThan(250);
});

test('an alarm on throttles ends when DynamoDB falls silent, which by itself would leave it as it was', () => {
  const { Metrics = [] } = alarms.get('sg-messaging-throttles') ?? {};
  expect(Metrics.flatMap(({ Expression }) => Expression ?? [])).toEqual(['SUM(FILL(METRICS(), 0))']);
});

test('failed backups into the cell’s vaults are told', () => {
  expect(rulesOf(template).get('sg-backup-events')?.EventPattern).toEqual({
    source: ['aws.backup'],
    'detail-type': ['Backup Job State Change'],
    detail: { state: ['FAILED', 'EXPIRED', 'ABORTED'], backupVaultName: ['sg-personal', 'sg-public'] },
  });
});

test('two days without a backup are an alarm', () => {
  expect(alarms.get('sg-personal-backups-absent')).toMatchObject({
    MetricName: 'NumberOfBackupJobsCompleted',
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    Period: 86_400,
    EvaluationPeriods: 2,
    TreatMissingData: 'breaching',
  });
});
