import { names } from '../plan/names';
import type { CellPlan, Move } from '../plan/model';

/**
 * What is watched of a replication by name, so that a runbook can ask for the state of it. `changes` is no trouble: it is
 * in alarm while the source still changes, and quiet (`OK`) once it has not for the plan's minutes.
 */
export type ReplicationAlarm = 'source-latency' | 'target-latency' | 'changes';

/** Name of an alarm of one move's replication. */
export function replicationAlarm(cell: CellPlan, { dataset, phase }: Move, what: ReplicationAlarm): string {
  return names.alarm(cell, `${dataset}-${phase}-${what}`);
}
