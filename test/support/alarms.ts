import { App, CfnWaitConditionHandle, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cellPlan, type CellPlan } from '../../lib/plan/model';
import type { Stage } from '../../lib/plan/schema';
import { KeysStack } from '../../lib/stacks/keys-stack';
import { NetworkStack } from '../../lib/stacks/network-stack';
import { OperationsStack } from '../../lib/stacks/operations-stack';
import { KINDS } from './links';
import { planOf } from './plans';
import { resourcesOf } from './replications';
import { renderedCell } from './templates';

/** The parts of a plan that these tests change. */
export interface AlarmedPlan {
  cutover?: { latency?: number; quiet?: number };
  cells: Record<string, { link?: unknown; agents?: string[] }>;
  datasets: Record<string, { class: string; store: string; tables?: Record<string, unknown> }>;
  phases: Record<string, { datasets: string[]; stage?: Stage | Record<string, Stage> }>;
}

/** A cell of the reference plan, all of whose phases from the source are at one stage, after `change`. */
export function alarmedCell(
  id: string,
  stage?: Stage,
  change: (plan: AlarmedPlan) => void = () => undefined,
): CellPlan {
  const plan = parse(readFileSync(join(__dirname, '../../plans/reference.yaml'), 'utf8')) as AlarmedPlan;
  if (stage !== undefined) {
    for (const phase of ['e-commerce', 'services']) Object.assign(plan.phases[phase] ?? {}, { stage });
  }
  change(plan);
  return cellPlan(planOf(plan), id);
}

/** The change of a plan that links `us` by VPN. */
export function overVpn({ cells }: AlarmedPlan): void {
  Object.assign(cells['us'] ?? {}, { link: KINDS.vpn });
}

/** Types by which something is watched. */
const WATCHING = /^AWS::(CloudWatch::|Events::|Logs::MetricFilter$)/;

/** Everything that watches a cell, out of whichever of its stacks, as they are rendered. */
export function alarmsTemplate(cell: CellPlan): Template {
  return Template.fromJSON({
    Resources: Object.fromEntries(
      renderedCell(cell).flatMap(({ path, template: { Resources } }) =>
        Object.entries(Resources)
          .filter(([, { Type }]) => WATCHING.test(Type))
          .map(([id, { Type, Properties }]) => [`${path} ${id}`, { Type, Properties }]),
      ),
    ),
  });
}

/** The stack of a cell's operations alone, for plans that no stack of data or replications has room for. */
export function operationsTemplate(cell: CellPlan): Template {
  const scope = new Construct(new App(), cell.id);
  const keys = new KeysStack(scope, 'keys', { cell });
  const network = new NetworkStack(scope, 'network', { cell, keys });
  const replication = new Stack(scope, 'replication');
  new CfnWaitConditionHandle(replication, 'something');
  return Template.fromStack(new OperationsStack(scope, 'operations', { cell, keys, network, replication }));
}

/** A metric as an alarm or a widget names it. */
export interface NamedMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

export interface AlarmProperties extends Partial<NamedMetric> {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly ComparisonOperator: string;
  readonly Threshold: number;
  readonly Period?: number;
  readonly Statistic?: string;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
  readonly TreatMissingData: string;
  readonly AlarmActions?: readonly string[];
  readonly OKActions?: readonly string[];
  readonly InsufficientDataActions?: readonly string[];
  readonly Metrics?: readonly {
    readonly Id: string;
    readonly Expression?: string;
    readonly MetricStat?: { readonly Metric: NamedMetric; readonly Period: number; readonly Stat: string };
  }[];
}

/** Alarms of a template by name. */
export function alarmsOf(template: Template): ReadonlyMap<string, AlarmProperties> {
  const all = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties as unknown as AlarmProperties,
  );
  return new Map(all.map((alarm) => [alarm.AlarmName, alarm]));
}

export interface RuleProperties {
  readonly Name: string;
  readonly EventPattern: Readonly<Record<string, unknown>>;
  readonly Targets: readonly {
    readonly Arn: string;
    readonly InputTransformer: {
      readonly InputPathsMap: Readonly<Record<string, string>>;
      readonly InputTemplate: string;
    };
  }[];
}

/** Rules of a template by name. */
export function rulesOf(template: Template): ReadonlyMap<string, RuleProperties> {
  const all = Object.values(resourcesOf(template, 'AWS::Events::Rule')).map(
    ({ Properties }) => Properties as unknown as RuleProperties,
  );
  return new Map(all.map((rule) => [rule.Name, rule]));
}

export interface DashboardWidget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly region?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
  };
}

/** Widgets of the one dashboard of a template. */
export function widgetsOf(template: Template): readonly DashboardWidget[] {
  const [dashboard, ...more] = Object.values(resourcesOf(template, 'AWS::CloudWatch::Dashboard'));
  if (dashboard === undefined || more.length > 0) throw new Error('not exactly one dashboard');
  return (JSON.parse(dashboard.Properties.DashboardBody as string) as { widgets: DashboardWidget[] }).widgets;
}
