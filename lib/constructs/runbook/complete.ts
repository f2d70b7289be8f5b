import type { Step } from './asl';
import { call, writeRecord } from './calls';
import { drained } from './drain';
import { heading } from './evidence';
import type { Failure } from './failure';
import { NEVER_COMPLETE, WAS_COMPLETE, askForComplete } from './refuse';
import { completeKey, type Subject } from './subject';

/** How often it is tried to write the object. */
const ATTEMPTS = 5;

/**
 * The point of no return: once this object is written, the cell is home, and no runbook will ever start a replication of
 * the phase again. Nothing that follows can fail. The object is not written on condition that there is none: AWS does not
 * say whether Step Functions passes S3's `IfNoneMatch` on, and takes no definition with a parameter that it does not know.
 * That there is none was asked just before, by an execution that was the only one.
 *
 * An answer may be lost although the object was written. So it is never written anew, nor said not to be there, before the
 * list of its versions has been asked.
 */
export function complete(subject: Subject): Step {
  const { bucket, phase, cell, alarmsTopic, replications, objects } = subject;
  const unwritten: Failure = 'EvidenceNotWritten';
  const unknown: Failure = 'CompletionUnknown';
  const home = 'Tell that the cell is home';
  return (next) => ({
    start: 'Begin to complete',
    states: {
      'Begin to complete': {
        Type: 'Pass',
        Result: { attempt: 1 },
        ResultPath: '$.completing',
        Next: 'Complete',
      },
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
            ...drained(subject),
          },
        },
        next: home,
        fails: 'Let the last object settle',
        again: false,
      }),
      // A call without an answer may still be under way.
      'Let the last object settle': {
        Type: 'Wait',
        Seconds: 60,
        Next: 'Ask whether it was written after all',
      },
      'Ask whether it was written after all': askForComplete(subject, {
        next: 'Was it written after all',
        fails: unknown,
      }),
      'Was it written after all': {
        Type: 'Choice',
        Choices: [
          { ...WAS_COMPLETE, Next: home },
          {
            And: [NEVER_COMPLETE, { Variable: '$.completing.attempt', NumericGreaterThanEquals: ATTEMPTS }],
            Next: unwritten,
          },
          { ...NEVER_COMPLETE, Next: 'Count the attempt' },
        ],
        Default: unknown,
      },
      'Count the attempt': {
        Type: 'Pass',
        Parameters: { 'attempt.$': 'States.MathAdd($.completing.attempt, 1)' },
        ResultPath: '$.completing',
        Next: 'Complete',
      },
      [home]: call({
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
