import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Store } from '../../plan/schema';
import { replicationLog } from '../replication-logs';

/** Namespace of what the cell counts itself, before a slash and the name of the replication. */
export const OWN_NAMESPACE = 'Domicile';

/**
 * What DMS says in a replication's log and in no metric: for a serverless replication it documents no count of failed
 * validations or suspended tables (DMS user guide, CHAP_Serverless.Components, monitoring). The lines are counted, never
 * copied. Words of the first: AWS Database Blog, "Insights into AWS DMS resiliency and recovery scenarios", part 2; of the
 * second: AWS re:Post Knowledge Center, dms-task-error-status. Expressions between percent signs: CloudWatch Logs user
 * guide, FilterAndPatternSyntax.
 */
export const LOG_COUNTS = {
  validation: { name: 'ValidationFailures', pattern: '"[VALIDATOR" "Validation Failed"' },
  suspended: { name: 'SuspendedTables', pattern: '%[ /]suspended%' },
} as const;
export type LogCount = keyof typeof LOG_COUNTS;

/** What is counted of a replication; DMS validates between relational engines only (DMS user guide, CHAP_Validating). */
export function countsOf(store: Store): readonly LogCount[] {
  return store === 'dynamodb' ? ['suspended'] : ['validation', 'suspended'];
}

/** Counts lines of a replication's log, and gives the count as a metric. */
export function countLines(scope: Construct, replication: string, count: LogCount): Metric {
  const { name, pattern } = LOG_COUNTS[count];
  const namespace = `${OWN_NAMESPACE}/${replication}`;
  new CfnMetricFilter(scope, `${count}-lines`, {
    logGroupName: replicationLog(replication),
    filterPattern: pattern,
    metricTransformations: [{ metricNamespace: namespace, metricName: name, metricValue: '1' }],
  });
  return new Metric({ namespace, metricName: name, statistic: 'Sum', period: Duration.minutes(5) });
}
