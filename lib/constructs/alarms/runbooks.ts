import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { isMoving, type CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { metric } from '../metrics';
import { CellAlarm } from './cell-alarm';

export interface RunbookAlarmsProps {
  readonly cell: CellPlan;
}

/** Runs of runbooks that end badly, by a hand that stops them or a limit of time too: those say nothing themselves. */
export class RunbookAlarms extends Construct {
  constructor(scope: Construct, id: string, { cell }: RunbookAlarmsProps) {
    super(scope, id);
    for (const phase of phasesUnderWay(cell)) {
      const dimensions = { StateMachineArn: runbookArn(cell, phase) };
      new CellAlarm(this, phase, {
        cell,
        kind: 'runbook',
        about: phase,
        metric: new MathExpression({
          expression: 'SUM(METRICS())',
          usingMetrics: {
            failed: metric('runsFailed', dimensions),
            late: metric('runsTimedOut', dimensions),
            stopped: metric('runsAborted', dimensions),
          },
          label: 'ended badly',
        }),
        threshold: 0,
      });
    }
  }
}

/** Phases that move something into the cell today, in the plan's order. */
export function phasesUnderWay({ plan, holdings }: CellPlan): string[] {
  const moves = holdings.flatMap((holding) => holding.moves).filter(({ stage }) => isMoving(stage));
  return Object.keys(plan.file.phases).filter((id) => moves.some(({ phase }) => phase === id));
}

export function runbookArn(cell: CellPlan, phase: string): string {
  const { region, account } = cell.cell;
  return `arn:aws:states:${region}:${account}:stateMachine:${names.runbook(cell, phase)}`;
}
