import { EventField, Rule, RuleTargetInput, type EventPattern } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { ALARMS, topicArn } from '../topics';
import { EVENT_KINDS, sentences, type EventKindId } from './kinds';

export interface CellEventProps {
  readonly cell: CellPlan;
  readonly kind: EventKindId;
  /** What it is about, where a cell has more than one of the kind: the rule's name is this and the kind. */
  readonly about?: string;
  /** The topic that it is told to; default: that of alarms. */
  readonly topic?: string;
  readonly pattern: EventPattern;
  /**
   * Fields of the event that say what happened to what, by JSON path. Names and states alone: messages of services may
   * quote what is in a row.
   */
  readonly tell: readonly string[];
}

/** Tells the cell's people of events that no metric counts. */
export class CellEvent extends Rule {
  constructor(scope: Construct, id: string, { cell, kind, about, topic, pattern, tell }: CellEventProps) {
    const said = sentences(EVENT_KINDS[kind]);
    const name = names.alarm(cell, about === undefined ? kind : `${about}-${kind}`);
    super(scope, id, {
      ruleName: name,
      description: said,
      eventPattern: pattern,
    });
    const fields = ['$.time', ...tell].map((path) => EventField.fromPath(path)).join(', ');
    this.addTarget({
      bind: () => ({
        arn: topicArn(cell, topic ?? ALARMS),
        input: RuleTargetInput.fromText(`${name}: ${said} (${fields})`),
      }),
    });
  }
}
