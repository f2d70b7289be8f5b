import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { METRICS } from '../../lib/constructs/metrics';
import {
  alarmedCell,
  alarmsOf,
  alarmsTemplate,
  overVpn,
  widgetsOf,
  type NamedMetric,
} from '../support/alarms';
import { resourcesOf } from '../support/replications';

const templates = [
  ...['us', 'sg'].map((id) => alarmsTemplate(alarmedCell(id))),
  ...['us', 'sg'].map((id) => alarmsTemplate(alarmedCell(id, 'cutover', overVpn))),
];

/** Namespace, name and the sorted names of its dimensions: all by which CloudWatch tells metrics apart. */
function identity(namespace: string, name: string, dimensions: readonly string[]): string {
  return [namespace, name, ...[...dimensions].sort()].join(' ');
}

const table = new Map(
  Object.entries(METRICS).map(([id, { namespace, name, dimensions }]) => [
    identity(namespace, name, dimensions),
    id,
  ]),
);

function named({ Namespace, MetricName, Dimensions = [] }: NamedMetric): string {
  return identity(
    Namespace,
    MetricName,
    Dimensions.map(({ Name }) => Name),
  );
}

/** Metrics that alarms of a template read. */
function alarmed(template: (typeof templates)[number]): string[] {
  return [...alarmsOf(template).values()].flatMap((alarm) => [
    ...(alarm.MetricName === undefined ? [] : [named(alarm as NamedMetric)]),
    ...(alarm.Metrics ?? []).flatMap(({ MetricStat }) => (MetricStat ? [named(MetricStat.Metric)] : [])),
  ]);
}

/** Metrics that the dashboard of a template shows. */
function shown(template: (typeof templates)[number]): string[] {
  if (Object.keys(resourcesOf(template, 'AWS::CloudWatch::Dashboard')).length === 0) return [];
  return widgetsOf(template)
    .flatMap(({ properties }) => properties.metrics ?? [])
    .map((line) => {
      const [first] = line;
      if (typeof first === 'string') {
        const [, name, ...rest] = line.filter((part) => typeof part === 'string');
        return identity(
          first,
          name ?? '',
          rest.filter((_, index) => index % 2 === 0),
        );
      }
      const { expression } = first as { expression: string };
      const [, schema = '', name = ''] = /^SEARCH\('\{([^}]+)\} MetricName="(\w+)"/.exec(expression) ?? [];
      const [namespace = '', ...dimensions] = schema.split(',');
      return identity(namespace, name, dimensions);
    });
}

/** What the metric filters of a template count. */
function counted(template: (typeof templates)[number]): string[] {
  return Object.values(resourcesOf(template, 'AWS::Logs::MetricFilter')).flatMap(({ Properties }) =>
    (
      Properties.MetricTransformations as {
        MetricNamespace: string;
        MetricName: string;
        Dimensions?: unknown;
      }[]
    ).map(({ MetricNamespace, MetricName, Dimensions }) => {
      expect(Dimensions).toBeUndefined();
      return identity(MetricNamespace, MetricName, []);
    }),
  );
}

describe('alarms are wired to metrics that AWS publishes', () => {
  test.each([
    ['alarms', alarmed],
    ['the dashboard', shown],
  ])(
    '%s: every metric is one of the table, with exactly its dimensions, or counted by the cell',
    (_, read) => {
      for (const template of templates) {
        const own = counted(template);
        expect(read(template).filter((metric) => !table.has(metric) && !own.includes(metric))).toEqual([]);
      }
    },
  );

  test('every metric of the table is read, and every count of the cell has an alarm', () => {
    const read = new Set(templates.flatMap((template) => [...alarmed(template), ...shown(template)]));
    expect([...table.keys()].filter((metric) => !read.has(metric))).toEqual([]);
    for (const template of templates)
      expect(alarmed(template)).toEqual(expect.arrayContaining(counted(template)));
  });

  test('the table agrees with AWS’s service spec, but for what that does not know and AWS’s pages say', () => {
    const spec = loadAwsServiceSpecSync();
    const known = new Set(
      spec.all('metric').flatMap((metric) =>
        spec.follow('usesDimensionSet', metric).map(({ entity }) =>
          identity(
            metric.namespace,
            metric.name,
            entity.dimensions.map(({ name }) => name),
          ),
        ),
      ),
    );
    const unknown = [...table].filter(([metric]) => !known.has(metric)).map(([, id]) => id);
    const source = (id: string) => METRICS[id as keyof typeof METRICS].source;
    // May grow shorter only: the spec knows DMS's classic instances, and none of Aurora's and AWS Backup's own metrics.
    expect(Object.fromEntries(unknown.map((id) => [id, source(id)]))).toEqual({
      ...Object.fromEntries(
        ['sourceLatency', 'targetLatency', 'waiting', 'rows', 'loaded', 'memory'].map((id) => [
          id,
          'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Serverless.Components.html',
        ]),
      ),
      ...Object.fromEntries(
        ['spaceUsed', 'spaceLeft'].map((id) => [
          id,
          'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html',
        ]),
      ),
      capacity:
        'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html',
      backups: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html',
    });
  });
});

test('a replication is known by its account and the last part of its ARN', () => {
  const [alarm] = [...alarmsOf(alarmsTemplate(alarmedCell('us'))).values()].filter(
    ({ AlarmName }) => AlarmName === 'us-account-services-source-latency',
  );
  expect(alarm?.Dimensions).toEqual([
    { Name: 'ReplicationConfigId', Value: '111111111111:us-account-services' },
  ]);
});
