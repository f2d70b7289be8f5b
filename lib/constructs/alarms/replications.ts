import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import type { DatabaseMove } from '../database-moves';
import { DMS_EXCEPTIONS } from '../dynamodb-stores';
import { metric, replicationDimensions } from '../metrics';
import { tagDataset } from '../tags';
import { CellAlarm } from './cell-alarm';
import { CellEvent } from './cell-event';
import type { AlarmKindId } from './kinds';
import { countLines, countsOf } from './replication-log-counts';

/** Percent of its memory at which a replication is at its bound. */
const MEMORY_AT_BOUND = 90;

export interface ReplicationAlarmsProps {
  readonly cell: CellPlan;
  /** Those that replications carry today. */
  readonly moves: readonly DatabaseMove[];
}

/** What is watched of every replication while it carries something. */
export class ReplicationAlarms extends Construct {
  constructor(scope: Construct, id: string, { cell, moves }: ReplicationAlarmsProps) {
    super(scope, id);
    if (moves.length === 0) return;
    for (const moving of moves) this.ofMove(cell, moving);
    if (moves.some(({ holding }) => holding.dataset.store === 'dynamodb')) this.refusedRows(cell);
    const { region, account } = cell.cell;
    new CellEvent(this, 'events', {
      cell,
      kind: 'replication-events',
      // DMS user guide, CHAP_EventBridge: categories; EventBridge reference, events-ref-dms: detail types. The guide
      // lists messages, not every event type, so that these are matched by what their names and messages must say.
      pattern: {
        source: ['aws.dms'],
        detailType: ['DMS Replication State Change'],
        resources: moves.map(
          ({ holding, move }) =>
            `arn:aws:dms:${region}:${account}:replication-config:${names.replication(cell, holding.id, move.phase)}`,
        ),
        detail: {
          $or: [
            { category: ['Failure'] },
            { eventType: ['*FAIL*', '*STOPPED*', '*DEPROVISION*'].flatMap((type) => Match.wildcard(type)) },
            { detailMessage: Match.wildcard('*cannot scale up*') },
          ],
        },
      },
      tell: ['$.detail.eventType', '$.resources[0]'],
    });
  }

  private ofMove(cell: CellPlan, { holding, move }: DatabaseMove): void {
    const { latency, quiet } = cell.plan.file.cutover;
    const about = `${move.dataset}-${move.phase}`;
    const replication = names.replication(cell, move.dataset, move.phase);
    const dimensions = replicationDimensions(cell, replication);
    const scope = new Construct(this, about);
    const sourceLatency = metric('sourceLatency', dimensions);
    const alarm = (kind: AlarmKindId) => ({ cell, kind, about });
    new CellAlarm(scope, 'source-latency', {
      ...alarm('source-latency'),
      metric: sourceLatency,
      threshold: latency,
    });
    new CellAlarm(scope, 'target-latency', {
      ...alarm('target-latency'),
      metric: metric('targetLatency', dimensions),
      threshold: latency,
    });
    new CellAlarm(scope, 'changes', {
      ...alarm('changes'),
      // No value for a minute in which one of the three was not measured: it counts as a change.
      metric: new MathExpression({
        expression: `IF(rows > 0 OR waiting > 0 OR behind > ${latency}, 1, 0)`,
        usingMetrics: {
          rows: metric('rows', dimensions),
          waiting: metric('waiting', dimensions),
          behind: sourceLatency,
        },
        label: 'changes',
        period: sourceLatency.period,
      }),
      threshold: 0,
      evaluation: { breaching: 1, of: quiet },
      quiet: true,
    });
    new CellAlarm(scope, 'memory', {
      ...alarm('memory'),
      metric: metric('memory', dimensions),
      threshold: MEMORY_AT_BOUND,
    });
    for (const count of countsOf(holding.dataset.store)) {
      new CellAlarm(scope, count, {
        ...alarm(count),
        metric: countLines(scope, replication, count),
        threshold: 0,
      });
    }
    tagDataset(scope, holding.id, holding.dataset.class);
  }

  /** The tables of exceptions are one pair for the account in a region, whatever the replication. */
  private refusedRows(cell: CellPlan): void {
    const tables = Object.keys(DMS_EXCEPTIONS);
    new CellAlarm(this, 'refused-rows', {
      cell,
      kind: 'refused-rows',
      metric: new MathExpression({
        expression: 'SUM(METRICS())',
        usingMetrics: Object.fromEntries(
          tables.map((table, index) => [`t${index}`, metric('written', { TableName: table })]),
        ),
        label: 'written',
      }),
      threshold: 0,
    });
  }
}
