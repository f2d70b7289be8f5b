import { CfnDashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { phasesUnderWay, type CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { auroraKind } from '../aurora-stores';
import type { DatabaseMove } from '../database-moves';
import { replicationDimensions } from '../metrics';
import { runbookArn } from '../runbook/subject';
import { classesBackedUp } from './backups';
import { overVpn } from './link';
import { movesObjects } from './objects';
import { LOG_COUNTS, OWN_NAMESPACE, countsOf } from './replication-log-counts';
import { graph, heading, line, placed, search, states, type GraphProps, type Widget } from './widgets';

export interface DashboardProps {
  readonly cell: CellPlan;
  /** Those that replications carry today. */
  readonly moves: readonly DatabaseMove[];
  /** Names of the cell's alarms. */
  readonly alarms: readonly string[];
}

/** The cell at a glance, in the cell: metrics and states of alarms, nothing that was read out of a store or a log. */
export class Dashboard extends CfnDashboard {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id, {
      dashboardName: names.dashboard(props.cell),
      dashboardBody: JSON.stringify({ widgets: placed(rows(props)) }),
    });
  }
}

/** A row for each concern; those of what is not there are left out. */
function rows({ cell, moves, alarms }: DashboardProps): Widget[] {
  const { region, account } = cell.cell;
  const inRegion = (props: Omit<GraphProps, 'region'>) => graph({ ...props, region });
  const row = (title: string, widgets: readonly Widget[]) =>
    widgets.length === 0 ? [] : [heading(title), ...widgets];
  const arns = alarms.map((name) => `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`);
  return [
    ...row(`${cell.id}: alarms`, states('All alarms', arns)),
    ...moves.flatMap((moving) =>
      row(`${moving.holding.id}: replication, phase ${moving.move.phase}`, ofMove(cell, moving, inRegion)),
    ),
    ...row('Objects on their way', [
      ...(movesObjects(cell)
        ? [
            inRegion({ title: 'Objects copied, by task', lines: [search('objects')], width: 12 }),
            inRegion({ title: 'Bytes copied, by task', lines: [search('objectBytes')], width: 12 }),
          ]
        : []),
    ]),
    ...row('Link', linkGraphs(cell, inRegion)),
    ...row('Stores', storeGraphs(cell, inRegion)),
    ...row('Backups and runbooks', [
      inRegion({
        title: 'Backups made, a day',
        lines: classesBackedUp(cell).map((dataClass) =>
          line('backups', { BackupVaultName: names.vault(cell, dataClass) }, dataClass),
        ),
        width: 12,
      }),
      ...phasesUnderWay(cell).map(({ phase }) =>
        inRegion({
          title: `Runs that ended badly: ${phase}`,
          lines: (['runsFailed', 'runsTimedOut', 'runsAborted'] as const).map((id) =>
            line(id, { StateMachineArn: runbookArn(cell, phase) }, LABELS[id]),
          ),
        }),
      ),
    ]),
  ];
}

const LABELS = { runsFailed: 'failed', runsTimedOut: 'timed out', runsAborted: 'stopped' } as const;

type Draw = (props: Omit<GraphProps, 'region'>) => Widget;

function ofMove(cell: CellPlan, { holding, move }: DatabaseMove, draw: Draw): Widget[] {
  const replication = names.replication(cell, holding.id, move.phase);
  const dimensions = replicationDimensions(cell, replication);
  const counts = countsOf(holding.dataset.store).map((count) => [
    `${OWN_NAMESPACE}/${replication}`,
    LOG_COUNTS[count].name,
    { stat: 'Sum', period: 300 },
  ]);
  return [
    draw({
      title: 'Latency, seconds',
      lines: [line('sourceLatency', dimensions, 'source'), line('targetLatency', dimensions, 'target')],
      bound: cell.plan.file.cutover.latency,
    }),
    draw({
      title: 'Changes: waiting, and rows written a second',
      lines: [line('waiting', dimensions, 'waiting'), line('rows', dimensions, 'rows')],
    }),
    draw({
      title: 'Full load, rows a second; memory, percent',
      lines: [line('loaded', dimensions, 'rows'), line('memory', dimensions, 'memory')],
    }),
    draw({ title: 'Validation failures, suspended tables', lines: counts }),
  ];
}

/** AWS names a VPN connection: all of the account's in the region are shown. */
function linkGraphs(cell: CellPlan, draw: Draw): Widget[] {
  if (!overVpn(cell)) return [];
  return [draw({ title: 'Tunnels: 1 is both up', lines: [search('everyTunnel')], width: 12 })];
}

function storeGraphs(cell: CellPlan, draw: Draw): Widget[] {
  const clusters = cell.holdings
    .filter((holding) => auroraKind(holding) !== undefined)
    .map(({ id }) => ({ id, dimensions: { DBClusterIdentifier: names.cluster(cell, id) } }));
  const tables = cell.holdings.filter(({ dataset }) => dataset.store === 'dynamodb');
  return [
    ...(clusters.length === 0
      ? []
      : [
          draw({
            title: 'Aurora: percent of the plan’s capacity',
            lines: clusters.map(({ id, dimensions }) => line('capacity', dimensions, id)),
            width: 12,
            bound: 100,
          }),
          draw({
            title: 'Aurora: bytes used',
            lines: clusters.map(({ id, dimensions }) => line('spaceUsed', dimensions, id)),
            width: 12,
          }),
        ]),
    ...tables.map(({ id }) =>
      draw({
        title: `DynamoDB: requests turned away, ${id}`,
        lines: [search('readThrottles', `${cell.id}-${id}`), search('writeThrottles', `${cell.id}-${id}`)],
        width: 12,
      }),
    ),
  ];
}
