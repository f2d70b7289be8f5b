import { recordPlaces } from '../../plan/record-places';
import { inOrder, none, present, type Condition, type Pass, type Step } from './asl';
import { call, readRecord } from './calls';
import type { Failure } from './failure';
import { HOUR, PLAIN_TURN, SHARES, pace } from './pace';
import { soundRecord } from './schema-records';
import type { Replication, Subject } from './subject';

export interface Proofs {
  /** Begins the names of its states. */
  readonly label: string;
  /** Path of the time after which the rows must have been compared; left out, any time does. */
  readonly after?: string;
}

/**
 * Waits for the proof of every dataset that DMS cannot validate: a record of rows counted and compared, for the mappings of
 * today, that names every table of the plan and no difference. The operators are told that it is awaited, and for how long.
 */
export function proofs(subject: Subject, { label, after }: Proofs): Step {
  const awaited = subject.replications.filter(({ validated }) => !validated);
  return (next) =>
    inOrder(
      awaited.map((replication) => proof(subject, replication, awaited.length, { label, after })),
      next,
    );
}

/** Where what a proof said is kept, for the evidence of its dataset. */
export function proofPath({ replications }: Subject, { dataset }: Pick<Replication, 'dataset'>): string {
  return `$.proofs.of${replications.findIndex((replication) => replication.dataset === dataset)}`;
}

function proof(subject: Subject, replication: Replication, of: number, { label, after }: Proofs): Step {
  const { bucket, cell, phase, alarmsTopic, cutover } = subject;
  const { dataset, mappings } = replication;
  const { every, turns } = pace(cutover.approval * HOUR, PLAIN_TURN, SHARES.proof / of);
  const fails: Failure = 'NotProven';
  const state = (name: string) => `${label}: ${name} ${dataset}`;
  const key = recordPlaces.proof({ phase, dataset });
  const keep = (next: string): Pass => ({
    Type: 'Pass',
    Parameters: {
      key,
      'version.$': '$.found.version',
      'checkedAt.$': '$.found.record.checkedAt',
      'tables.$': '$.found.record.tables',
    },
    ResultPath: proofPath(subject, replication),
    Next: next,
  });
  return (next) => ({
    start: state('begin with the proof of'),
    states: {
      [state('begin with the proof of')]: {
        Type: 'Pass',
        Result: { turn: 0 },
        ResultPath: '$.proof',
        Next: state('tell that a proof is awaited of'),
      },
      [state('tell that a proof is awaited of')]: call({
        action: 'sns:publish',
        parameters: {
          TopicArn: alarmsTopic,
          Subject: `Domicile: ${phase} in ${cell} waits for a proof`,
          Message: [
            `The rows of ${dataset} have to be counted and compared${after === undefined ? '' : ' once more, now that the source is frozen'}.`,
            `Write the record to s3://${bucket}/${key} within ${cutover.approval} hours.`,
            `Table mappings: ${mappings}.`,
          ].join('\n'),
        },
        next: state('name'),
        fails,
      }),
      [state('name')]: {
        Type: 'Pass',
        Result: { dataset, mappings },
        ResultPath: '$.item',
        Next: state('read the proof of'),
      },
      [state('read the proof of')]: readRecord({
        bucket,
        key: { Key: key },
        to: '$.found',
        next: state('judge the proof of'),
        missing: state('count a look at the proof of'),
        fails,
      }),
      [state('judge the proof of')]: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              ...soundRecord('proof', cell, phase, 'equal'),
              ...(after === undefined
                ? []
                : [{ Variable: '$.found.record.checkedAt', TimestampGreaterThanPath: after }]),
              ...replication.names.flatMap(noDifference),
            ],
            Next: state('keep the proof of'),
          },
        ],
        Default: state('count a look at the proof of'),
      },
      [state('keep the proof of')]: keep(next),
      [state('count a look at the proof of')]: {
        Type: 'Pass',
        Parameters: { 'turn.$': 'States.MathAdd($.proof.turn, 1)', dataset },
        ResultPath: '$.proof',
        Next: state('is it too late for the proof of'),
      },
      [state('is it too late for the proof of')]: {
        Type: 'Choice',
        Choices: [{ Variable: '$.proof.turn', NumericGreaterThanEquals: turns, Next: fails }],
        Default: state('wait for the proof of'),
      },
      [state('wait for the proof of')]: {
        Type: 'Wait',
        Seconds: every,
        Next: state('read the proof of'),
      },
    },
  });
}

/** What the record must say of one table. */
function noDifference(table: string): Condition[] {
  const at = (key: string) => `$.found.record.tables['${table}'].${key}`;
  return [
    none(at('differing')),
    present(at('source'), { IsNumeric: true }),
    {
      Or: [
        present(at('sampled'), { NumericGreaterThan: 0 }),
        // Of an empty table there is nothing to sample.
        { And: [none(at('source')), none(at('sampled'))] },
      ],
    },
    present(at('target'), { NumericEqualsPath: at('source') }),
  ];
}
