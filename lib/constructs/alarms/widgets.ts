import { METRICS, type Dimensions, type MetricId } from '../metrics';

/** One widget of a dashboard, before it has a place (CloudWatch API, dashboard body structure). */
export interface Widget {
  readonly type: 'alarm' | 'metric' | 'text';
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A line of a graph. */
export type Line = readonly unknown[];

/** Columns of a dashboard. */
const COLUMNS = 24;
/** Alarms that one widget takes (CloudWatch API, dashboard body structure). */
const MOST_ALARMS = 100;

/** Heading of a row. */
export function heading(text: string): Widget {
  return { type: 'text', width: COLUMNS, height: 1, properties: { markdown: `## ${text}` } };
}

/** The state of alarms, by ARN. */
export function states(title: string, arns: readonly string[]): Widget[] {
  const widgets: Widget[] = [];
  for (let first = 0; first < arns.length; first += MOST_ALARMS) {
    const alarms = arns.slice(first, first + MOST_ALARMS);
    const height = Math.min(12, 2 + Math.ceil(alarms.length / 4));
    widgets.push({ type: 'alarm', width: COLUMNS, height, properties: { title, alarms } });
  }
  return widgets;
}

/** A metric of the table, of one thing. */
export function line<Id extends MetricId>(id: Id, dimensions: Dimensions<Id>, label: string): Line {
  const { namespace, name, statistic, period } = METRICS[id];
  return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, period, label }];
}

/**
 * A metric of the table, of everything that has it in the account and region and whose name holds the words; at most a
 * hundred lines (CloudWatch user guide, search expressions).
 */
export function search(id: MetricId, words = ''): Line {
  const { namespace, name, dimensions, statistic, period } = METRICS[id];
  const schema = [namespace, ...dimensions].join(',');
  const query = [`{${schema}}`, `MetricName="${name}"`, words].filter((part) => part !== '').join(' ');
  return [{ expression: `SEARCH('${query}', '${statistic}', ${period})` }];
}

export interface GraphProps {
  readonly title: string;
  readonly region: string;
  readonly lines: readonly Line[];
  /** Columns, of 24. Default: 6. */
  readonly width?: number;
  /** A bound, drawn across. */
  readonly bound?: number;
}

export function graph({ title, region, lines, width = 6, bound }: GraphProps): Widget {
  return {
    type: 'metric',
    width,
    height: 6,
    properties: {
      title,
      region,
      view: 'timeSeries',
      metrics: lines,
      yAxis: { left: { min: 0 } },
      ...(bound !== undefined && { annotations: { horizontal: [{ label: 'bound', value: bound }] } }),
    },
  };
}

/** Widgets with their places: from left to right, a new line where one does not fit. */
export function placed(widgets: readonly Widget[]): readonly unknown[] {
  let x = 0;
  let y = 0;
  let tallest = 0;
  return widgets.map((widget) => {
    if (x + widget.width > COLUMNS) {
      x = 0;
      y += tallest;
      tallest = 0;
    }
    const at = { ...widget, x, y };
    x += widget.width;
    tallest = Math.max(tallest, widget.height);
    return at;
  });
}
