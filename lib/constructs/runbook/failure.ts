import { EXPLAIN, explanations, HOW_FAR, NOTHING_DONE, STAYS, UNKNOWN } from './consequences';
import type { Machine, States } from './asl';
import type { Subject } from './subject';

/**
 * How a runbook may fail: what was found, and what to do. Names are stable: docs/runbook.md is ordered by them. What holds
 * then, and whether the source is to be unfrozen, follows from how far it came: see `consequences.ts`.
 */
export const FAILURES = {
  EvidenceNotReadable: [
    'The evidence bucket could not be asked whether the phase is complete.',
    'See what AWS answered below; mend the permission or the key, then start again.',
  ],
  DatasetNotCovered: [
    'The phase brings a dataset that neither a replication nor a task of this runbook carries.',
    'Deploy the replication stack of the cell anew with all of its parts, then start again.',
  ],
  AnotherRunUnderWay: [
    'Another execution of this runbook runs, or this one could not be shown to be the only one.',
    'Let the other one end, or stop it, then start again.',
  ],
  SchemaNotProven: [
    'A dataset has no record of its target schema that is sound, made for these table mappings, and still valid.',
    'Compare the schema, mend what differs, write the record (npx domicile records prints it), then start again. This run has started no replication; one that ran before runs on.',
  ],
  ReplicationNotStarted: [
    'A replication could not be started or resumed, or is in a state that says neither.',
    'Look at the replication and its log. If it failed while loading, empty its target tables of these markets and reload it by hand, then start again.',
  ],
  ReplicationStopped: [
    'A replication is not running any more.',
    'Look at its stop reason and its log, mend what stopped it, then start again: a stopped one is resumed. Within 48 hours, or it has to load anew.',
  ],
  LoadFailed: [
    'A replication could not load every table.',
    'Look at the log for the tables in error, mend them, reload them by hand, then start again.',
  ],
  LoadTooSlow: [
    'The full load did not end in time.',
    'See how far it is. If it goes on, start again: nothing is loaded twice. If not, give the replication more capacity.',
  ],
  TablesNotAnswered: [
    'DMS did not tell of every table: it did not answer, or the pages of its answer did not end.',
    'See what it answered below. If it had too much to do, start again; if the permission or the key is at fault, mend it first.',
  ],
  TablesNotValid: [
    'A table is in a state that no waiting mends.',
    'Look at awsdms_control.awsdms_validation_failures_v1 in the store, or at the table errors of the replication; mend or reload the tables, then start again.',
  ],
  ValidationTooSlow: [
    'Not every table that the plan expects was found loaded and validated in time.',
    'See below which counts fall short. If validation goes on, start again; if tables are missing, compare the plan with the source.',
  ],
  LatencyTooHigh: [
    'A replication did not come within the bound of latency, or an alarm on it is missing or has no data.',
    'Look at the dashboard of the cell, give the replication more capacity or wait for a quieter hour, then start again.',
  ],
  NotProven: [
    'A DynamoDB dataset has no record that its rows are equal which is sound, made for these table mappings, recent enough and still valid.',
    'Count and compare its rows, mend what differs, write the record, then start again.',
  ],
  ObjectsNotReady: [
    'A task of objects did not come to the end of a verified run.',
    'Look at the report of its last run and at the log, mend what failed, then start again. A run that goes on is waited for.',
  ],
  NotApproved: [
    'An approver refused, did not answer in time, or answered something else than approved true.',
    'If the phase is to go on, find out why, then start again. Everyone is asked anew.',
  ],
  SourceNotFrozen: [
    'The source was not quiet, or did not stay so.',
    'Find out what still writes, then start again.',
  ],
  ObjectsNotStill: [
    'The objects could not be shown to be still: no verified run of every task moved nothing, long enough after the runs before.',
    'Look at the report of the last run, mend what failed or find out what still writes, then start again.',
  ],
  ReplicationNotStopped: [
    'A replication could not be stopped.',
    'Look at the replication and its log, mend what keeps it, then start again.',
  ],
  EvidenceNotWritten: [
    'The evidence could not be written, so the cell is not home.',
    'See what AWS answered below; mend the permission or the key, then start again.',
  ],
  DrainNotConfirmed: [
    'Nobody confirmed in time that the SQL of the drain has run at the stores, or someone said that it has not.',
    'Mend what kept it, then start again.',
  ],
  CompletionUnknown: [
    'Whether the last object was written could not be found out.',
    'See what AWS answered below, and list the versions of the object complete.json as docs/runbook.md says.',
  ],
} as const satisfies Readonly<Record<string, readonly [found: string, toDo: string]>>;

export type Failure = keyof typeof FAILURES;

/** What can be said before anything has happened, where it is not that the source stays the authority. */
const BEFORE: Partial<Record<Failure, string>> = {
  EvidenceNotReadable: NOTHING_DONE,
  AnotherRunUnderWay: NOTHING_DONE,
};

/** Adds the ends of every failure that the states of a machine lead to. */
export function withFailures(subject: Subject, machine: Machine): Machine {
  const text = JSON.stringify(machine.States);
  const led = (Object.keys(FAILURES) as Failure[]).filter((name) => text.includes(`"Next":"${name}"`));
  return { ...machine, States: { ...machine.States, ...ends(led), ...explanations(subject) } };
}

function ends(led: readonly Failure[]): States {
  return Object.fromEntries(
    led.map((name) => {
      const unknown = name === 'CompletionUnknown';
      const end = {
        Type: 'Pass',
        Parameters: {
          error: name,
          said: FAILURES[name].join(' '),
          holds: unknown ? UNKNOWN : (BEFORE[name] ?? STAYS),
        },
        ResultPath: '$.failure',
        Next: unknown ? EXPLAIN : HOW_FAR,
      } as const;
      return [name, end] as const;
    }),
  );
}
