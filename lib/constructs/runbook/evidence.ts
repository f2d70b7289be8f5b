import { NAMES, REASONS } from './alarms';
import type { Json, Step } from './asl';
import { writeRecord, call } from './calls';
import type { Failure } from './failure';
import { TASKS } from './object-runs';
import { proofPath } from './proofs';
import { evidenceKey, type Replication, type Subject } from './subject';

/** Who wrote a record, about what. */
export function heading({ cell, phase, plan }: Subject): Readonly<Record<string, Json>> {
  return {
    cell,
    phase,
    plan,
    'execution.$': '$$.Execution.Id',
    'startedAt.$': '$$.Execution.StartTime',
    'writtenAt.$': '$$.State.EnteredTime',
  };
}

const fails: Failure = 'EvidenceNotWritten';

interface Measured {
  readonly dataset: string;
  readonly [key: string]: Json;
}

/**
 * What was measured of every dataset. Counts of tables are those of the last look; what DMS does not validate has those of
 * its proof, with the version of that record. Latency is told of all replications of the phase, each alarm with the reason
 * in the same place. Objects have the counts of their last run.
 */
function measured(subject: Subject): Measured[] {
  const { replications, objects } = subject;
  const ofReplication = (replication: Replication, index: number) => {
    const { dataset, mappings, validated } = replication;
    return {
      dataset,
      mappings,
      ...(validated
        ? { validation: 'DMS' }
        : { validation: 'counts and sampled rows', 'proof.$': proofPath(subject, replication) }),
      'tables.$': `$.walk.tables[${index}]`,
      latency: { 'alarms.$': NAMES, 'reasons.$': REASONS },
    };
  };
  return [
    ...replications.map(ofReplication),
    ...objects.map(({ dataset }, index) => ({ dataset, 'lastRun.$': `${TASKS}[${index}]` })),
  ];
}

/** Writes down that the phase is ready for its night. The cell is not home by it. */
export function readyEvidence(subject: Subject): Step {
  const { bucket, phase, cell, alarmsTopic, replications, objects } = subject;
  const done = [
    ...(replications.length === 0 ? [] : ['every database is loaded, validated and up to date']),
    ...(objects.length === 0 ? [] : ['every task of objects has ended a verified run']),
  ];
  return (next) => ({
    start: 'Write down that it is ready',
    states: {
      'Write down that it is ready': writeRecord({
        bucket,
        key: evidenceKey(subject, 'ready.json'),
        body: { Body: { record: 'ready', ...heading(subject), datasets: measured(subject) } },
        next: 'Tell that it is ready',
        fails,
      }),
      'Tell that it is ready': call({
        action: 'sns:publish',
        parameters: {
          TopicArn: alarmsTopic,
          Subject: `Domicile: ${phase} in ${cell} is ready`,
          Message: `Phase ${phase} is ready in ${cell}: ${done.join(', and ')}. It goes on replicating until its stage is cutover.`,
        },
        next,
        fails: next,
      }),
    },
  });
}

/** A record for each dataset: counts, validation, latencies, last run, times, plan hash. */
export function datasetEvidence(subject: Subject): Step {
  const { bucket } = subject;
  const bodies = measured(subject);
  return (next) => ({
    start: name(bodies[0], next),
    states: Object.fromEntries(
      bodies.map((body, index) => {
        const after = bodies[index + 1];
        const written = writeRecord({
          bucket,
          key: evidenceKey(subject, `${body.dataset}/record.json`),
          body: {
            Body: { record: 'moved', ...heading(subject), ...body, 'frozenAt.$': '$.frozen.at' },
          },
          next: name(after, next),
          fails,
        });
        return [name(body, next), written];
      }),
    ),
  });

  function name(body: Measured | undefined, next: string): string {
    return body === undefined ? next : `Write down ${body.dataset}`;
  }
}
