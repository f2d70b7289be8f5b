import { shown, type Fault } from '../fault';
import { cellPlan, isHome, movesOverLink, placeAtSource, type Move, type Plan } from '../model';
import { names } from '../names';
import { serversOfMoves } from '../servers';
import { compactSize, tableMappings } from '../table-mappings';
import { groupBy } from './places';

/**
 * What the table mappings of one cell may take of a template, in bytes: CloudFormation takes 1 MB in all
 * (CloudFormation user guide, quotas), the rest is for everything else in the stack. DMS itself would take 2 MB for
 * each replication (DMS user guide, CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation).
 */
const MAX_MAPPINGS_BYTES = 800_000;
/** DynamoDB tables that a cell's data stack has room for, of CloudFormation's 500 resources. */
export const MAX_DYNAMODB_TABLES = 400;
/** Longest identifier of a DMS resource, in characters (DMS API, CreateReplicationConfig, ResourceIdentifier). */
const MAX_REPLICATION_NAME = 31;
/** Replications that one runbook looks after: more would cost it too many events (see lib/constructs/runbook/pace.ts). */
export const MAX_REPLICATIONS = 20;
/** Names that a DynamoDB table can have, less what the cell and the dataset add (DynamoDB developer guide, naming rules). */
const DYNAMODB_NAME = /^[A-Za-z0-9_.-]{1,200}$/;

/**
 * Outbound rules of a security group (VPC user guide, quotas: 60 by default). Routes to the source and static routes
 * of a VPN are never more than these, and have more room: 100 and above (Site-to-Site VPN user guide, quotas).
 */
export const MAX_EGRESS_RULES = 60;

/** Table mappings that would burst CloudFormation's template size, judged per cell with every move still to come. */
export function mappingsSize(plan: Plan): Fault[] {
  return [
    ...groupBy(
      plan.moves.filter((move) => mappable(plan, move)),
      ({ cell }) => cell,
    ),
  ].flatMap(([cell, moves]): Fault[] => {
    const sizes = moves.map((move) => ({ move, bytes: compactSize(tableMappings(plan, move)) }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
    if (total <= MAX_MAPPINGS_BYTES || largest === undefined) return [];
    return [
      {
        path: ['datasets', largest.move.dataset, 'tables'],
        atKey: true,
        problem: `the table mappings of cell ${cell} would burst CloudFormation’s template size`,
        found: `${total} bytes, ${largest.bytes} of them for this dataset in phase ${largest.move.phase}`,
        allowed: `${MAX_MAPPINGS_BYTES} bytes`,
        fix: 'let fewer tables or markets move at a time, or split the cell’s markets over more cells',
      },
    ];
  });
}

/** DynamoDB tables that would burst CloudFormation's count of resources, judged per cell. */
export function tableCount(plan: Plan): Fault[] {
  return Object.keys(plan.file.cells).flatMap((cell): Fault[] => {
    const held = new Set(plan.moves.filter((move) => move.cell === cell).map((move) => move.dataset));
    const counts = Object.entries(plan.file.datasets)
      .filter(([id, { store }]) => store === 'dynamodb' && held.has(id))
      .map(([id, { tables }]) => ({ id, count: Object.keys(tables ?? {}).length }));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const [largest] = counts.sort((a, b) => b.count - a.count);
    if (total <= MAX_DYNAMODB_TABLES || largest === undefined) return [];
    return [
      {
        path: ['datasets', largest.id, 'tables'],
        atKey: true,
        problem: `the dynamodb tables of cell ${cell} would burst CloudFormation’s count of resources`,
        found: `${total} tables`,
        allowed: `${MAX_DYNAMODB_TABLES} tables`,
        fix: 'split the cell’s markets over more cells in other accounts, or keep a dataset in aurora',
      },
    ];
  });
}

/** More places at the source, and stores, than the security group of a cell's replications can name. */
export function egressRules(plan: Plan): Fault[] {
  const { file } = plan;
  return Object.keys(file.cells).flatMap((cell): Fault[] => {
    const moving = movesOverLink(plan, cell).filter((move) => move.cell === cell);
    const servers = serversOfMoves(plan, moving);
    const clusters = [...new Set(moving.map(({ dataset }) => dataset))].filter(
      (id) => file.datasets[id]?.store !== 'dynamodb',
    );
    // One more leads to the cell's own endpoints.
    const rules = servers.length + clusters.length + 1;
    if (rules <= MAX_EGRESS_RULES) return [];
    return [
      {
        path: ['source', 'networks'],
        problem: `the replications of cell ${cell} would have more ways out than a security group takes`,
        found: `${rules} rules, ${servers.length} of them for the source’s networks and ports`,
        allowed: `${MAX_EGRESS_RULES} rules`,
        fix: 'give the addresses of the servers instead of host names, join networks, or let fewer datasets move at a time',
      },
    ];
  });
}

/** Phases whose replications would have names that DMS does not take; of each phase the longest is told. */
export function replicationNames(plan: Plan): Fault[] {
  const moves = plan.moves.filter(({ dataset }) => plan.file.datasets[dataset]?.tables !== undefined);
  return [...groupBy(moves, ({ phase }) => phase)].flatMap(([phase, group]): Fault[] => {
    const replications = group.map((move) =>
      names.replication(cellPlan(plan, move.cell), move.dataset, phase),
    );
    const [longest = ''] = replications.sort((a, b) => b.length - a.length);
    if (longest.length <= MAX_REPLICATION_NAME) return [];
    return [
      {
        path: ['phases', phase],
        atKey: true,
        problem: 'the names of its replications, made of cell, dataset and phase, would be too long',
        found: `${longest} (${longest.length} characters)`,
        allowed: `${MAX_REPLICATION_NAME} characters`,
        fix: 'shorten one of the three ids',
      },
    ];
  });
}

/** Phases that bring one cell more datasets of database tables than its runbook can look after. */
export function runbookSize(plan: Plan): Fault[] {
  return Object.keys(plan.file.phases).flatMap((phase): Fault[] => {
    const moves = plan.moves.filter((move) => move.phase === phase && mappable(plan, move));
    const sizes = [...groupBy(moves, ({ cell }) => cell)].map(([cell, { length }]) => ({ cell, length }));
    const [largest] = sizes.sort((a, b) => b.length - a.length);
    if (largest === undefined || largest.length <= MAX_REPLICATIONS) return [];
    return [
      {
        path: ['phases', phase, 'datasets'],
        problem: `more datasets of databases than one runbook can look after, in cell ${largest.cell}`,
        found: `${largest.length}`,
        allowed: `${MAX_REPLICATIONS}`,
        fix: 'split the phase in two, or put tables together in one dataset',
      },
    ];
  });
}

/** Tables that DynamoDB cannot name. */
export function dynamodbNames({ file }: Plan): Fault[] {
  return Object.entries(file.datasets).flatMap(([id, { store, tables = {} }]) =>
    Object.keys(tables)
      .filter((name) => store === 'dynamodb' && !DYNAMODB_NAME.test(name))
      .map((name) => ({
        path: ['datasets', id, 'tables', name],
        atKey: true,
        problem: 'not a name that a dynamodb table can have',
        found: shown(name),
        allowed: 'letters, digits, underscores, dots and hyphens, at most 200',
      })),
  );
}

function mappable(plan: Plan, move: Move): boolean {
  const dataset = plan.file.datasets[move.dataset];
  const place = dataset && placeAtSource(plan.file, dataset);
  return !isHome(move.stage) && dataset?.tables !== undefined && place !== undefined && 'database' in place;
}
