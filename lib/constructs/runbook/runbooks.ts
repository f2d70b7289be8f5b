import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { phasesUnderWay, type CellPlan, type Move } from '../../plan/model';
import type { KeyPurpose } from '../cell-key';
import type { DatabaseMove } from '../database-moves';
import { Runbook } from './runbook';
import { RunbookLogs } from './runbook-logs';

export interface RunbooksProps {
  readonly cell: CellPlan;
  /** The databases that move into the cell. */
  readonly moves: readonly DatabaseMove[];
  /** ARN of the task that moves objects, by move. */
  readonly tasks: ReadonlyMap<Move, string>;
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

/** A runbook for each phase that moves something into the cell, and the logs of all that ever did. */
export class Runbooks extends Construct {
  constructor(scope: Construct, id: string, { cell, moves, tasks, keys }: RunbooksProps) {
    super(scope, id);
    const { groups } = new RunbookLogs(this, 'logs', { cell, key: keys.logs });
    const phases = new Construct(this, 'phases');
    for (const { phase } of phasesUnderWay(cell)) {
      const logs = groups.get(phase);
      if (logs === undefined) continue;
      new Runbook(phases, phase, {
        cell,
        phase,
        moves: moves.filter(({ move }) => move.phase === phase),
        objects: [...tasks]
          .filter(([move]) => move.phase === phase)
          .map(([{ dataset }, taskArn]) => ({ dataset, taskArn })),
        key: keys.operations,
        logs,
      });
    }
  }
}
