import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Alarms } from '../../lib/constructs/alarms';
import { LinkAlarms } from '../../lib/constructs/alarms/link';
import { cellPlan, type CellPlan } from '../../lib/plan/model';
import type { Stage } from '../../lib/plan/schema';
import { KeysStack } from '../../lib/stacks/keys-stack';
import { planOf } from './plans';
import { resourcesOf } from './replications';

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

/** Everything that watches a cell. */
export function alarmsTemplate(cell: CellPlan): Template {
  const scope = new Construct(new App(), cell.id);
  const { keys } = new KeysStack(scope, 'keys', { cell });
  const stack = new Stack(scope, 'operations', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  new Alarms(stack, 'alarms', { cell, keys });
  return Template.fromStack(stack);
}

/** What watches a VPN. */
export function linkTemplate(cell: CellPlan): Template {
  const stack = new Stack(new App(), 'replication', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  new LinkAlarms(stack, 'alarms', { cell, vpnId: 'vpn-0a1b2c3d4e5f60001' });
  return Template.fromStack(stack);
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
