import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

/** What an alarm says, to someone who is woken by it. */
interface Told {
  readonly means: string;
  readonly act: string;
}

export interface AlarmKind extends Told {
  readonly comparison: ComparisonOperator;
  /** Alarm when so many of the last periods breach; it ends when no longer that many do. */
  readonly breaching: number;
  readonly of: number;
  /** What a period without a measurement counts as; what is ignored leaves the alarm as it was. */
  readonly missing: TreatMissingData;
}

const ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
const AT_LEAST = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
const BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;
const { BREACHING, IGNORE, NOT_BREACHING } = TreatMissingData;
const RUNBOOK = 'the runbook goes no further meanwhile';

/**
 * Kinds of alarms. An alarm's name ends in its kind. No kind is the end of another after a hyphen, so that no two alarms
 * of a cell have one name.
 */
export const ALARM_KINDS = {
  'source-latency': {
    means:
      'the cell reads changes later than the plan allows, or nothing is measured: no change capture runs',
    act: `look at the replication’s status and log, then at the link and the source’s load; ${RUNBOOK}`,
    comparison: ABOVE,
    breaching: 3,
    of: 5,
    missing: BREACHING,
  },
  'target-latency': {
    means:
      'the cell writes changes later than the plan allows, or nothing is measured: no change capture runs',
    act: `if the source latency is high as well, begin there; else look at the store’s capacity and missing keys; ${RUNBOOK}`,
    comparison: ABOVE,
    breaching: 3,
    of: 5,
    missing: BREACHING,
  },
  changes: {
    means: 'no trouble: the source still changes, or it is not measured that it does not',
    act: 'nothing; the runbook waits for its end to confirm the freeze',
    comparison: ABOVE,
    breaching: 1,
    of: 1,
    missing: BREACHING,
  },
  memory: {
    means: 'the replication has used nine tenths of its memory for a quarter of an hour',
    act: 'raise replication.max of the dataset in the plan: it changes while the replication is stopped',
    comparison: AT_LEAST,
    breaching: 3,
    of: 3,
    missing: IGNORE,
  },
  validation: {
    means: 'DMS found rows in the cell that are not as at the source',
    act: 'read awsdms_control.awsdms_validation_failures_v1 at the store; mend, reload the table; do not cut over',
    comparison: ABOVE,
    breaching: 1,
    of: 1,
    missing: IGNORE,
  },
  suspended: {
    means: 'DMS no longer carries, or no longer validates, a table',
    act: 'read the replication’s log, and at an Aurora store awsdms_control.awsdms_suspended_tables; mend, reload the table',
    comparison: ABOVE,
    breaching: 1,
    of: 1,
    missing: IGNORE,
  },
  'refused-rows': {
    means: 'DMS wrote rows that DynamoDB did not take to a table of exceptions',
    act: 'read the tables awsdms_apply_exceptions and awsdms_full_load_exceptions; mend, reload; do not cut over',
    comparison: ABOVE,
    breaching: 1,
    of: 1,
    missing: IGNORE,
  },
  runbook: {
    means: 'a run of the runbook failed, timed out or was stopped',
    act: 'open the execution: its last state says why, and how far it was; mend that, and start it again',
    comparison: ABOVE,
    breaching: 1,
    of: 1,
    missing: IGNORE,
  },
  capacity: {
    means: 'the cluster has used nine tenths of the capacity that the plan gives it for a quarter of an hour',
    act: 'raise capacity.max of the dataset in the plan, or find what asks so much',
    comparison: AT_LEAST,
    breaching: 3,
    of: 3,
    missing: IGNORE,
  },
  storage: {
    means: 'the cluster is near the largest volume that Aurora has',
    act: 'remove or archive data, or split the dataset; nothing can be bought',
    comparison: BELOW,
    breaching: 1,
    of: 1,
    missing: IGNORE,
  },
  throttles: {
    means: 'DynamoDB turned requests away: a table or one of its keys is asked more than it bears',
    act: 'look for a hot key; ask AWS for a higher limit of the table; while it loads, let less move at a time',
    comparison: ABOVE,
    breaching: 3,
    of: 3,
    missing: NOT_BREACHING,
  },
  'backups-absent': {
    means: 'for two days no backup came into the vault',
    act: 'look at the backup plan and its jobs; make a backup by hand',
    comparison: BELOW,
    breaching: 2,
    of: 2,
    missing: BREACHING,
  },
  'vpn-down': {
    means: 'no tunnel to the source is up: nothing is copied',
    act: 'read the tunnels’ log; call whoever keeps the other end; replications wait, but the source keeps its log only so long',
    comparison: BELOW,
    breaching: 3,
    of: 3,
    missing: BREACHING,
  },
  'vpn-tunnel': {
    means: 'one of the two tunnels is down: the next fault stops the copying',
    act: 'read that tunnel’s log; do not begin a cutover on one tunnel',
    comparison: BELOW,
    breaching: 15,
    of: 15,
    missing: BREACHING,
  },
} as const satisfies Record<string, AlarmKind>;
export type AlarmKindId = keyof typeof ALARM_KINDS;

/** Kinds of events: what no metric tells. A rule's name ends in its kind. */
export const EVENT_KINDS = {
  'replication-events': {
    means:
      'a replication failed, stopped, lost its resources, or is at its most capacity and cannot scale up',
    act: 'look at its status; a stop that the runbook made is as it should be; one stopped for 48 hours cannot resume',
  },
  'object-events': {
    means: 'a run that copies objects failed, its task is unavailable, or an agent is offline',
    act: 'look at the execution’s error and the agent at the source; the next run takes up what this one left',
  },
  'backup-events': {
    means: 'a backup failed, expired before it began, or was stopped',
    act: 'open the job: it says why; make a backup by hand when that is mended',
  },
  'key-events': {
    means:
      'someone disabled a key of the cell, scheduled its deletion, changed who may use it, or let it rotate no longer',
    act: 'unless it was agreed, enable the key or cancel its deletion at once: everything under it is out of reach',
  },
  'key-deleted': {
    means: 'a key of the cell is gone for good, and with it what lay under it',
    act: 'nothing brings it back: restore from what lies under another key',
  },
} as const satisfies Record<string, Told>;
export type EventKindId = keyof typeof EVENT_KINDS;

/** What a kind says, as a message says it. */
export function sentences({ means, act }: Told): string {
  return [means, act].map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`).join(' ');
}
