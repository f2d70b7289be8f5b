import type { Step } from './asl';
import { SEEN, call } from './calls';
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
 * ListExecutions: eventually consistent), hence the wait: of two that start together both see two, and both refuse. Later
 * on it bears with one that is just being refused, for some `turns` of a minute.
 */
export function onlyRun(subject: Subject, label: string, turns = 1): Step {
  const begin = `${label}: begin to look for others`;
  const settle = `${label}: let the list settle`;
  const asked = `${label}: ask who else runs`;
  const counted = `${label}: count the question`;
  const judged = `${label}: does another run`;
  const fails: Failure = 'AnotherRunUnderWay';
  return (next) => ({
    start: begin,
    states: {
      [begin]: { Type: 'Pass', Result: { turn: 0 }, ResultPath: SEEN, Next: settle },
      [settle]: { Type: 'Wait', Seconds: 60, Next: asked },
      [asked]: call({
        action: 'sfn:listExecutions',
        parameters: { StateMachineArn: subject.arn, StatusFilter: 'RUNNING', MaxResults: 10 },
        to: '$.runs',
        next: counted,
        fails,
      }),
      [counted]: {
        Type: 'Pass',
        Parameters: { 'turn.$': `States.MathAdd(${SEEN}.turn, 1)` },
        ResultPath: SEEN,
        Next: judged,
      },
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
          { Variable: `${SEEN}.turn`, NumericGreaterThanEquals: turns, Next: fails },
        ],
        Default: settle,
      },
    },
  });
}

/** Goes on only if everything that the phase brings is in the hands of this runbook: what it does not see it cannot judge. */
export function allCovered({ uncovered }: Subject): Step {
  if (uncovered.length === 0) return (next) => ({ start: next, states: {} });
  const fails: Failure = 'DatasetNotCovered';
  return () => ({
    start: 'Not all is covered',
    states: {
      'Not all is covered': { Type: 'Pass', Result: { uncovered }, ResultPath: SEEN, Next: fails },
    },
  });
}
