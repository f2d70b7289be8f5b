import type { Json, Step } from './asl';
import { writeRecord, call } from './calls';
import type { Failure } from './failure';
import { completeKey, evidenceKey, type Replication, type Subject } from './subject';

/** Who wrote a record, about what. */
function heading({ cell, phase, plan }: Subject): Readonly<Record<string, Json>> {
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

/** What was measured of one replication. Its counts are those of the last look at its tables. */
function measured({ dataset, latencies, mappings, validated }: Replication, index: number) {
  return {
    dataset,
    mappings,
    validation: validated ? 'DMS' : 'counts and sampled rows',
    'tables.$': `$.walk.tables[${index}]`,
    latency: latencies.map((name) => ({
      alarm: name,
      'reason.$': `$.alarms.page.MetricAlarms[?(@.AlarmName=='${name}')].StateReason`,
    })),
  };
}

/** Writes down that the phase is ready for its night. The cell is not home by it. */
export function readyEvidence(subject: Subject): Step {
  const { bucket, phase, cell, alarmsTopic, replications } = subject;
  return (next) => ({
    start: 'Write down that it is ready',
    states: {
      'Write down that it is ready': writeRecord({
        bucket,
        key: evidenceKey(subject, 'ready.json'),
        body: { Body: { record: 'ready', ...heading(subject), datasets: replications.map(measured) } },
        next: 'Tell that it is ready',
        fails,
      }),
      'Tell that it is ready': call({
        action: 'sns:publish',
        parameters: {
          TopicArn: alarmsTopic,
          Subject: `Domicile: ${phase} in ${cell} is ready`,
          Message: `Every database of phase ${phase} is loaded into ${cell}, validated, and up to date. It goes on replicating until its stage is cutover.`,
        },
        next,
        fails: next,
      }),
    },
  });
}

/** A record for each dataset: counts, validation, latencies, last run, times, plan hash. */
export function datasetEvidence(subject: Subject): Step {
  const { bucket, replications, objects } = subject;
  const bodies = [
    ...replications.map((replication, index) => ({ ...measured(replication, index) })),
    ...objects.map(({ dataset }, index) => ({ dataset, 'lastRun.$': `$.lastRuns.tasks[${index}]` })),
  ];
  return (next) => ({
    start: bodies[0] === undefined ? next : name(bodies[0].dataset),
    states: Object.fromEntries(
      bodies.map((body, index) => {
        const after = bodies[index + 1];
        const written = writeRecord({
          bucket,
          key: evidenceKey(subject, `${body.dataset}/record.json`),
          body: {
            Body: { record: 'moved', ...heading(subject), ...body, 'frozenAt.$': '$.frozen.at' },
          },
          next: after === undefined ? next : name(after.dataset),
          fails,
        });
        return [name(body.dataset), written];
      }),
    ),
  });

  function name(dataset: string): string {
    return `Write down ${dataset}`;
  }
}

/**
 * The point of no return: once this object is written, the cell is home, and no runbook will ever start a replication of
 * the phase again. Nothing that follows can fail. The object is not written on condition that there is none: AWS does not
 * say whether Step Functions passes S3's `IfNoneMatch` on, and takes no definition with a parameter that it does not know.
 * That there is none was asked just before, by an execution that was the only one.
 */
export function complete(subject: Subject): Step {
  const { bucket, phase, cell, alarmsTopic, replications, objects } = subject;
  return (next) => ({
    start: 'Complete',
    states: {
      Complete: writeRecord({
        bucket,
        key: { Key: completeKey(subject) },
        body: {
          Body: {
            record: 'complete',
            ...heading(subject),
            datasets: [...new Set([...replications, ...objects].map(({ dataset }) => dataset))],
            'frozenAt.$': '$.frozen.at',
            'approvals.$': '$.approval.answers',
          },
        },
        next: 'Tell that the cell is home',
        fails,
      }),
      'Tell that the cell is home': call({
        action: 'sns:publish',
        parameters: {
          TopicArn: alarmsTopic,
          Subject: `Domicile: ${cell} is home for ${phase}`,
          Message: `Phase ${phase} is complete in ${cell}: the cell is the authority now. Send its users there, leave the source frozen, and set the stage to complete in the plan.`,
        },
        next,
        fails: next,
      }),
    },
  });
}
