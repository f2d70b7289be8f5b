import type { Step } from './asl';
import { call } from './calls';
import { completeKey, type Subject } from './subject';
import type { Failure } from './failure';

/** State that a runbook ends in when its phase is complete already. */
export const ALREADY = 'Already complete';

/**
 * Goes on only if nothing says that the phase is complete: a replication resumed into a cell that is home would write over
 * what its users did since. The list is asked, not the object: a missing object and a missing permission look alike.
 */
export function unlessComplete(subject: Subject, label: string): Step {
  const asked = `${label}: ask whether it is complete`;
  const judged = `${label}: is it complete`;
  const fails: Failure = 'EvidenceNotReadable';
  return (next) => ({
    start: asked,
    states: {
      [asked]: call({
        action: 's3:listObjectsV2',
        parameters: { Bucket: subject.bucket, Prefix: completeKey(subject), MaxKeys: 1 },
        to: '$.complete',
        next: judged,
        fails,
      }),
      [judged]: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.complete.KeyCount', IsPresent: true },
              { Variable: '$.complete.KeyCount', NumericGreaterThan: 0 },
            ],
            Next: ALREADY,
          },
          {
            And: [
              { Variable: '$.complete.KeyCount', IsPresent: true },
              { Variable: '$.complete.KeyCount', NumericEquals: 0 },
            ],
            Next: next,
          },
        ],
        Default: fails,
      },
    },
  });
}

/**
 * Goes on only if this execution is the only one of its machine. What is listed lags behind (Step Functions API,
 * ListExecutions: eventually consistent), hence the wait: of two that start together both see two, and both refuse.
 */
export function onlyRun(subject: Subject, label: string): Step {
  const settle = `${label}: let the list settle`;
  const asked = `${label}: ask who else runs`;
  const judged = `${label}: does another run`;
  const fails: Failure = 'AnotherRunUnderWay';
  return (next) => ({
    start: settle,
    states: {
      [settle]: { Type: 'Wait', Seconds: 60, Next: asked },
      [asked]: call({
        action: 'sfn:listExecutions',
        parameters: { StateMachineArn: subject.arn, StatusFilter: 'RUNNING', MaxResults: 10 },
        to: '$.runs',
        next: judged,
        fails,
      }),
      [judged]: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.runs.Executions[0].Name', IsPresent: true },
              { Variable: '$.runs.Executions[0].Name', StringEqualsPath: '$$.Execution.Name' },
              { Not: { Variable: '$.runs.Executions[1]', IsPresent: true } },
            ],
            Next: next,
          },
        ],
        Default: fails,
      },
    },
  });
}
