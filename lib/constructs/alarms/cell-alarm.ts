import { Alarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { ALARMS, topicArn } from '../topics';
import { ALARM_KINDS, sentences, type AlarmKind, type AlarmKindId } from './kinds';

export interface CellAlarmProps {
  readonly cell: CellPlan;
  readonly kind: AlarmKindId;
  /** What it is about: the alarm's name is this and the kind. Default: the cell itself. */
  readonly about?: string;
  /** Distinguishes alarms of one kind about one thing, from the second on. */
  readonly part?: number;
  readonly metric: IMetric;
  readonly threshold: number;
  /** What of its kind the plan decides. */
  readonly evaluation?: Partial<Pick<AlarmKind, 'breaching' | 'of' | 'comparison'>>;
  /**
   * Of a measurement, neither of whose states is trouble: nobody is told of them. That it cannot be measured at all,
   * CloudWatch says by a state of its own.
   */
  readonly quiet?: boolean;
}

/** An alarm of the cell. It tells the cell's people of its beginning and of its end. */
export class CellAlarm extends Alarm {
  /** Its name, as the plan gives it. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: CellAlarmProps) {
    const { cell, kind, about, part, metric, threshold, evaluation, quiet } = props;
    const { comparison, breaching, of, missing } = { ...ALARM_KINDS[kind], ...evaluation };
    const name = alarmName(cell, kind, about, part);
    super(scope, id, {
      alarmName: name,
      alarmDescription: sentences(ALARM_KINDS[kind]),
      metric,
      threshold,
      comparisonOperator: comparison,
      datapointsToAlarm: breaching,
      evaluationPeriods: of,
      treatMissingData: missing,
    });
    this.name = name;
    const tell = { bind: () => ({ alarmActionArn: topicArn(cell, ALARMS) }) };
    if (quiet) {
      this.addInsufficientDataAction(tell);
    } else {
      this.addAlarmAction(tell);
      this.addOkAction(tell);
    }
  }
}

/** Name of an alarm: it ends in its kind, and in its part from the second on. */
export function alarmName(cell: CellPlan, kind: AlarmKindId, about?: string, part = 1): string {
  const what = about === undefined ? kind : `${about}-${kind}`;
  return names.alarm(cell, part === 1 ? what : `${what}-${part}`);
}
