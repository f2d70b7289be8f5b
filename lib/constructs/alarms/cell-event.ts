import { EventField, Rule, RuleTargetInput, type EventPattern } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { ALARMS, topicArn } from '../topics';
import { EVENT_KINDS, sentences, type EventKindId } from './kinds';

export interface CellEventProps {
  readonly cell: CellPlan;
  readonly kind: EventKindId;
  readonly pattern: EventPattern;
  /**
   * Fields of the event that say what happened to what, by JSON path. Names and states alone: messages of services may
   * quote what is in a row.
   */
  readonly tell: readonly string[];
}

/** Tells the cell's people of events that no metric counts. */
export class CellEvent extends Rule {
  constructor(scope: Construct, id: string, { cell, kind, pattern, tell }: CellEventProps) {
    const said = sentences(EVENT_KINDS[kind]);
    super(scope, id, {
      ruleName: names.alarm(cell, kind),
      description: said,
      eventPattern: pattern,
    });
    const fields = ['$.time', ...tell].map((path) => EventField.fromPath(path)).join(', ');
    this.addTarget({
      bind: () => ({
        arn: topicArn(cell, ALARMS),
        input: RuleTargetInput.fromText(`${names.alarm(cell, kind)}: ${said} (${fields})`),
      }),
    });
  }
}
