import { Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { isMoving, type CellPlan } from '../../plan/model';
import { CellEvent } from './cell-event';

export interface ObjectEventsProps {
  readonly cell: CellPlan;
}

/**
 * What becomes of the tasks that copy objects, while there are any. AWS names a task: all of the account's in the region
 * are the cell's, since an account has one cell in a region.
 */
export class ObjectEvents extends Construct {
  constructor(scope: Construct, id: string, { cell }: ObjectEventsProps) {
    super(scope, id);
    if (!movesObjects(cell)) return;
    const { region, account, agents } = cell.cell;
    const arn = `arn:aws:datasync:${region}:${account}`;
    new CellEvent(this, 'events', {
      cell,
      kind: 'object-events',
      // EventBridge reference, events-ref-datasync; DataSync user guide, monitor-datasync.
      pattern: {
        source: ['aws.datasync'],
        detailType: [
          'DataSync Task Execution State Change',
          'DataSync Task State Change',
          'DataSync Agent State Change',
        ],
        resources: Match.anyOf(
          ...agents.map((agent) => `${arn}:agent/${agent}`),
          ...Match.prefix(`${arn}:task/`),
        ),
        detail: { State: ['ERROR', 'UNAVAILABLE', 'OFFLINE'] },
      },
      tell: ['$.detail.State', '$.resources[0]'],
    });
  }
}

/** Whether objects are on their way to the cell today. */
export function movesObjects({ holdings }: CellPlan): boolean {
  return holdings.some(
    ({ dataset, moves }) => dataset.store === 's3' && moves.some(({ stage }) => isMoving(stage)),
  );
}
