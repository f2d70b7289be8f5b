import { moveHash } from '../../plan/hash';
import { phasesUnderWay, type CellPlan, type Move, type MovingStage } from '../../plan/model';
import { CELL_BUCKETS, names } from '../../plan/names';
import type { PlanFile } from '../../plan/schema';
import { mappingsHash } from '../../plan/table-mappings';
import type { DatabaseMove } from '../database-moves';
import { replicationAlarm } from '../replication-alarms';
import { ALARMS, approval, topicArn } from '../topics';

/** The run that copies a dataset's objects. */
export interface ObjectTask {
  readonly dataset: string;
  readonly taskArn: string;
}

/** A replication as its runbook knows it. */
export interface Replication {
  readonly dataset: string;
  readonly arn: string;
  /** Tables that the plan expects of it, sorted, and how many they are. */
  readonly names: readonly string[];
  readonly count: number;
  /** Whether DMS validates its rows: it cannot for DynamoDB (DMS user guide, CHAP_Validating). */
  readonly validated: boolean;
  /** Hash of its table mappings. */
  readonly mappings: string;
  /** Names of the alarms on how far behind it is, and of the one that is quiet when the source is. */
  readonly latencies: readonly string[];
  readonly changes: string;
}

/** What one runbook is about. Everything in it is known before any of it exists. */
export interface Subject {
  readonly cell: string;
  readonly region: string;
  readonly phase: string;
  readonly stage: MovingStage;
  /** ARN of the state machine itself. */
  readonly arn: string;
  readonly bucket: string;
  readonly alarmsTopic: string;
  /** A topic for each approver. */
  readonly approvers: readonly string[];
  readonly replications: readonly Replication[];
  readonly objects: readonly ObjectTask[];
  /** Datasets that the phase brings to the cell and that neither a replication nor a task carries. */
  readonly uncovered: readonly string[];
  readonly cutover: PlanFile['cutover'];
  /** Hash of what the plan says of the phase in this cell. */
  readonly plan: string;
}

export interface SubjectProps {
  readonly cell: CellPlan;
  readonly phase: string;
  /** The databases that the phase moves into the cell. */
  readonly moves: readonly DatabaseMove[];
  readonly objects: readonly ObjectTask[];
}

export function subjectOf({ cell, phase, moves, objects }: SubjectProps): Subject {
  const { region } = cell.cell;
  const { approvers, cutover } = cell.plan.file;
  return {
    cell: cell.id,
    region,
    phase,
    stage: phasesUnderWay(cell).find((moving) => moving.phase === phase)?.stage ?? 'replicating',
    arn: runbookArn(cell, phase),
    bucket: names.bucket(cell, CELL_BUCKETS.evidence),
    alarmsTopic: topicArn(cell, ALARMS),
    approvers: approvers.map((_, index) => topicArn(cell, approval(index))),
    replications: moves.map(({ holding, move }) => {
      const tables = Object.keys(holding.dataset.tables ?? {}).sort();
      return {
        dataset: move.dataset,
        arn: replicationArn(cell, move),
        names: tables,
        count: tables.length,
        validated: holding.dataset.store !== 'dynamodb',
        mappings: mappingsHash(cell.plan, move),
        latencies: [
          replicationAlarm(cell, move, 'source-latency'),
          replicationAlarm(cell, move, 'target-latency'),
        ],
        changes: replicationAlarm(cell, move, 'changes'),
      };
    }),
    objects,
    uncovered: cell.holdings
      .filter(({ moves: all }) => all.some((move) => move.phase === phase))
      .map(({ id }) => id)
      .filter(
        (id) => ![...moves.map(({ holding }) => holding), ...objects.map(idOf)].some((by) => by.id === id),
      ),
    cutover,
    plan: moveHash(cell, phase),
  };
}

/** ARN of a runbook: what watches it knows it by name. */
export function runbookArn(cell: CellPlan, phase: string): string {
  const { account, region } = cell.cell;
  return `arn:aws:states:${region}:${account}:stateMachine:${names.runbook(cell, phase)}`;
}

function idOf({ dataset }: ObjectTask): { readonly id: string } {
  return { id: dataset };
}

/**
 * The last part of a replication config's ARN is its resource identifier, where it has been given one (DMS API,
 * CreateReplicationConfig), as ours all have.
 */
function replicationArn(cell: CellPlan, { dataset, phase }: Move): string {
  const { account, region } = cell.cell;
  return `arn:aws:dms:${region}:${account}:replication-config:${names.replication(cell, dataset, phase)}`;
}

/** Key of the object whose being there means that the cell is home. */
export function completeKey({ phase }: Pick<Subject, 'phase'>): string {
  return `evidence/${phase}/complete.json`;
}

/** Key of evidence of this execution, as a parameter of a call. */
export function evidenceKey({ phase }: Pick<Subject, 'phase'>, name: string): { readonly 'Key.$': string } {
  return { 'Key.$': `States.Format('evidence/${phase}/{}/${name}', $$.Execution.Name)` };
}
