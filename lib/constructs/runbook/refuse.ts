import { present, type Condition, type Step, type Task } from './asl';
import { SEEN, call } from './calls';
import { completeKey, type Subject } from './subject';
import type { Failure } from './failure';

/** State that a runbook ends in when its phase is complete already. */
export const ALREADY = 'Already complete';

/**
 * Asks for every version of the last object, to `$.complete`. The list is asked, not the object: a missing object and a
 * missing permission look alike. And versions, since the mark of a deletion hides an object and undoes nothing.
 */
export function askForComplete(
  subject: Subject,
  { next, fails }: { readonly next: string; readonly fails: Failure },
): Task {
  return call({
    action: 's3:listObjectVersions',
    parameters: { Bucket: subject.bucket, Prefix: completeKey(subject), MaxKeys: 1 },
    to: '$.complete',
    next,
    fails,
  });
}

/** Whether the last object is there, or was. */
export const WAS_COMPLETE: Condition = {
  Or: [
    { Variable: '$.complete.Versions[0]', IsPresent: true },
    { Variable: '$.complete.DeleteMarkers[0]', IsPresent: true },
  ],
};

/** Whether the answer says that there never was one, rather than saying nothing. */
export const NEVER_COMPLETE: Condition = {
  And: [{ Not: WAS_COMPLETE }, present('$.complete.IsTruncated', { BooleanEquals: false })],
};

/**
 * Goes on only if nothing says that the phase is complete: a replication resumed into a cell that is home would write over
 * what its users did since.
 */
export function unlessComplete(subject: Subject, label: string): Step {
  const asked = `${label}: ask whether it is complete`;
  const judged = `${label}: is it complete`;
  const fails: Failure = 'EvidenceNotReadable';
  return (next) => ({
    start: asked,
    states: {
      [asked]: askForComplete(subject, { next: judged, fails }),
      [judged]: {
        Type: 'Choice',
        Choices: [
          { ...WAS_COMPLETE, Next: ALREADY },
          { ...NEVER_COMPLETE, Next: next },
        ],
        Default: fails,
      },
    },
  });
}

/**
 * Goes on only if this execution is the only one of its machine. What is listed lags behind (Step Functions API,
 * ListExecutions: eventually consistent), hence the wait: of two that start together both see two, and both refuse. Later
 * on it bears with one that is just being refused, for some `turns` of a minute. A list that goes on on another page has
 * others.
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
        parameters: { StateMachineArn: subject.arn, StatusFilter: 'RUNNING', MaxResults: 100 },
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
              {
                Or: [
                  { Not: { Variable: '$.runs.NextToken', IsPresent: true } },
                  { Variable: '$.runs.NextToken', IsNull: true },
                ],
              },
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
