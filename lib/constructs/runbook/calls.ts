import type { Catcher, Json, Retrier, Task } from './asl';

/**
 * Prefixes of error names in AWS SDK integrations: the service's name in Pascal case, then the exception's, always with
 * the suffix `Exception` (Step Functions developer guide, "Learning to use AWS service SDK integrations").
 */
const NO_SUCH_KEY = ['S3.NoSuchKeyException'];

/** A replication that is not in a state for what is asked of it, perhaps since it was asked before. */
export const NOT_IN_STATE = [
  'DatabaseMigration.InvalidResourceStateException',
  'DatabaseMigration.InvalidResourceStateFaultException',
];

/** Throttling, and errors of a service's own: again, and later each time, not all at once. */
const AGAIN: Retrier = {
  ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
  IntervalSeconds: 5,
  BackoffRate: 2,
  MaxDelaySeconds: 120,
  MaxAttempts: 6,
  JitterStrategy: 'FULL',
};

/** Errors of SNS before anyone was asked. What comes later is the answer of a person, which is not asked for again. */
const NOT_ASKED: Retrier = {
  ...AGAIN,
  ErrorEquals: [
    'Sns.InternalErrorException',
    'Sns.KmsThrottlingException',
    'Sns.SdkClientException',
    'Sns.ThrottledException',
  ],
};

/** Seconds that a call to a service may take. */
const CALL_SECONDS = 60;

export interface Call {
  /** Service and action, such as `s3:getObject`. */
  readonly action: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly select?: Readonly<Record<string, Json>>;
  /** Where the answer goes; left out, it is dropped. */
  readonly to?: string;
  readonly next: string;
  /** State that takes every error for which `catches` names none; the error is at {@link SEEN}. */
  readonly fails: string;
  readonly catches?: readonly Catcher[];
  /** Whether a call that fails is made again; left out, it is. */
  readonly again?: boolean;
}

/** What was last seen: every loop writes it, and so does every error. It is told when a runbook fails. */
export const SEEN = '$.seen';

/** A call to a service of AWS, through its SDK. */
export function call(props: Call): Task {
  const { action, parameters, select, to, next, fails, catches = [], again = true } = props;
  const answers = [...new Set(catches.flatMap(({ ErrorEquals }) => ErrorEquals))];
  return {
    Type: 'Task',
    Resource: `arn:aws:states:::aws-sdk:${action}`,
    Parameters: parameters,
    ...(select && { ResultSelector: select }),
    ResultPath: to ?? null,
    TimeoutSeconds: CALL_SECONDS,
    Retry: again
      ? [...(answers.length === 0 ? [] : [{ ErrorEquals: answers, MaxAttempts: 0 }]), AGAIN]
      : [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }],
    Catch: [...catches, { ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
    Next: next,
  };
}

/** A message to someone whose answer is waited for. */
export function ask({
  parameters,
  to,
  next,
  fails,
  seconds,
}: Omit<Call, 'action' | 'select' | 'catches'> & {
  readonly seconds: number;
}): Task {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:sns:publish.waitForTaskToken',
    Parameters: parameters,
    ResultPath: to ?? null,
    TimeoutSeconds: seconds,
    Retry: [NOT_ASKED],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: SEEN, Next: fails }],
    Next: next,
  };
}

/** An object read as JSON to `<to>.record`, and which version it is to `<to>.version`. What is not there is an answer. */
export function readRecord(props: {
  readonly bucket: string;
  readonly key: Readonly<Record<string, Json>>;
  readonly to: string;
  readonly next: string;
  readonly missing: string;
  readonly fails: string;
}): Task {
  const { bucket, key, to, next, missing, fails } = props;
  return call({
    action: 's3:getObject',
    parameters: { Bucket: bucket, ...key },
    select: { 'record.$': 'States.StringToJson($.Body)', 'version.$': '$.VersionId' },
    to,
    next,
    fails,
    catches: [{ ErrorEquals: NO_SUCH_KEY, ResultPath: SEEN, Next: missing }],
  });
}

/**
 * An object written. A bucket whose objects are locked takes none without a checksum (S3 user guide, Object Lock
 * considerations).
 */
export function writeRecord(props: {
  readonly bucket: string;
  readonly key: Readonly<Record<string, Json>>;
  readonly body: Readonly<Record<string, Json>>;
  readonly next: string;
  readonly fails: string;
  readonly again?: boolean;
}): Task {
  const { bucket, key, body, next, fails, again } = props;
  return call({
    action: 's3:putObject',
    parameters: {
      Bucket: bucket,
      ...key,
      ContentType: 'application/json',
      ChecksumAlgorithm: 'SHA256',
      ...body,
    },
    next,
    fails,
    again,
  });
}
