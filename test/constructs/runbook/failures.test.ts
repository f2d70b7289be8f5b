import { FAILURES, type Failure } from '../../../lib/constructs/runbook/failure';
import { run } from '../../support/runbook/run';
import { NOTHING_DONE, RESUME, STAYS, UNFREEZE, UNKNOWN } from '../../../lib/constructs/runbook/consequences';
import { ORDERS, PAGES, TOPICS, movingSubject, type Moving } from '../../support/runbook/subject';
import { AwsError, World } from '../../support/runbook/world';

const HOUR = 3_600_000;

/** Once the source is frozen. */
const atNight = <T>(world: World, then: T, before: T): T => (world.frozen === undefined ? before : then);
const orders = (world: World) => [...world.replications.values()][0] ?? { status: '' };

interface Case {
  readonly name: string;
  readonly fails: Failure;
  readonly given: (world: World) => void;
  readonly moving?: Moving;
  /** Whether replications are being stopped by then: until the very end none is. */
  readonly stopped?: boolean;
}

const cases: readonly Case[] = [
  {
    name: 'another execution runs',
    fails: 'AnotherRunUnderWay',
    given: (world) => world.running.push('another'),
  },
  {
    name: 'another execution is listed in its place',
    fails: 'AnotherRunUnderWay',
    given: (world) => {
      world.before = (action) => {
        if (action === 'sfn:listExecutions') world.running.splice(0, 1, 'another');
      };
    },
  },
  {
    name: 'another execution began while this one ran',
    fails: 'AnotherRunUnderWay',
    given: (world) => {
      world.before = (action) => {
        if (action === 'datasync:startTaskExecution') world.running.push('another');
      };
    },
  },
  {
    name: 'another execution began while the SQL of the drain was waited for',
    fails: 'AnotherRunUnderWay',
    stopped: true,
    given: (world) => {
      world.drain = ({ answer }) => {
        world.running.push('another');
        answer({ drained: true });
      };
    },
  },
  {
    name: 'the list of executions goes on on another page',
    fails: 'AnotherRunUnderWay',
    given: (world) => {
      const { call } = world;
      world.call = (action, input) => {
        const answer = call.call(world, action, input);
        return action === 'sfn:listExecutions' ? { ...(answer as object), NextToken: 'more' } : answer;
      };
    },
  },
  ...(
    [
      ['s3:listObjectVersions', 'EvidenceNotReadable'],
      ['sfn:listExecutions', 'AnotherRunUnderWay'],
    ] as const
  ).map(([denied, fails]) => ({
    name: `${denied} is denied`,
    fails,
    given: (world: World) => {
      world.before = (action) => {
        if (action === denied) throw new AwsError('S3.S3Exception', 'Access Denied');
      };
    },
  })),
  {
    name: 'the list of versions says nothing of its end',
    fails: 'EvidenceNotReadable',
    given: (world) => {
      const { call } = world;
      world.call = (action, input) =>
        action === 's3:listObjectVersions' ? {} : call.call(world, action, input);
    },
  },
  {
    name: 'nobody can tell after the stop whether the phase is complete',
    fails: 'EvidenceNotReadable',
    stopped: true,
    given: (world) => {
      world.before = (action) => {
        if (action === 's3:listObjectVersions' && world.calls.includes('databasemigration:stopReplication'))
          throw new AwsError('S3.S3Exception', 'Access Denied');
      };
    },
  },
  {
    name: 'a schema record is missing',
    fails: 'SchemaNotProven',
    given: (world) => world.objects.delete(`schema/move/${ORDERS}.json`),
  },
  ...(
    [
      ['does not match', { matches: false }],
      ['was made for other mappings', { mappings: 'other' }],
      ['is past its time', { validUntil: '2026-03-01T19:00:00Z' }],
      ['has a time that is none', { validUntil: 'tomorrow' }],
      ['was made for another cell', { cell: 'us' }],
      ['was made for another phase', { phase: 'other' }],
      ['was made for another dataset', { dataset: TOPICS }],
      ['is another kind of record', { record: 'proof' }],
      ['says matches in words', { matches: 'true' }],
      ['matches, and names a fault', { faults: ['the collation of country differs'] }],
      ['matches, and says nothing of faults', { faults: undefined }],
    ] as const
  ).map(([what, change]) => ({
    name: `a schema record ${what}`,
    fails: 'SchemaNotProven' as const,
    given: (world: World) => {
      const key = `schema/move/${ORDERS}.json`;
      world.put(key, { ...world.last(key), ...change });
    },
  })),
  {
    name: 'a schema record is no JSON',
    fails: 'SchemaNotProven',
    given: (world) => world.put(`schema/move/${ORDERS}.json`, 'matches: true'),
  },
  ...['failed', 'deleting', 'stopping', 'something new'].map((status) => ({
    name: `a replication is ${status} at the beginning`,
    fails: 'ReplicationNotStarted' as const,
    given: (world: World) => {
      orders(world).status = status;
    },
  })),
  {
    name: 'a replication fails as it starts',
    fails: 'ReplicationNotStarted',
    given: (world) => world.later(8, () => (orders(world).status = 'failed')),
  },
  {
    name: 'a replication never comes to run',
    fails: 'ReplicationNotStarted',
    given: (world) => {
      world.replication = (answer) =>
        answer['Status'] === 'running' ? { ...answer, Status: 'initializing' } : answer;
    },
  },
  {
    name: 'a replication cannot be started',
    fails: 'ReplicationNotStarted',
    given: (world) => {
      world.before = (action) => {
        if (action === 'databasemigration:startReplication')
          throw new AwsError('DatabaseMigration.AccessDeniedException');
      };
    },
  },
  ...['stopped', 'failed', 'something new'].map((status) => ({
    name: `a replication is ${status} by itself while it loads`,
    fails: 'ReplicationStopped' as const,
    given: (world: World) => world.later(30, () => (orders(world).status = status)),
  })),
  {
    name: 'a replication is not told of while it loads',
    fails: 'ReplicationStopped',
    given: (world) => {
      const from = world.now + HOUR / 2;
      world.replication = (answer, { dataset }) =>
        dataset === ORDERS && world.now > from ? undefined : answer;
    },
  },
  {
    name: 'a replication stops by itself while its tables are validated',
    fails: 'ReplicationStopped',
    given: (world) => world.later(80, () => (orders(world).status = 'stopped')),
  },
  {
    name: 'a replication stops by itself after the freeze',
    fails: 'ReplicationStopped',
    given: (world) => {
      world.owner = () => {
        world.frozen = world.now;
        world.later(5, () => (orders(world).status = 'stopped'));
      };
    },
  },
  ...['stopped', 'failed'].map((status) => ({
    name: `a replication is ${status} by itself while objects are moved, and its last numbers stay`,
    fails: 'ReplicationStopped' as const,
    given: (world: World) => {
      world.before = (action) => {
        if (action === 'datasync:startTaskExecution') orders(world).status = status;
      };
    },
  })),
  {
    name: 'a replication stops by itself at the last look',
    fails: 'ReplicationStopped',
    given: (world) => {
      world.before = (action, input) => {
        if (action === 's3:putObject' && JSON.stringify(input['Key']).includes('/tables-1'))
          orders(world).status = 'stopped';
      };
    },
  },
  {
    name: 'a table is in error while it loads',
    fails: 'LoadFailed',
    given: (world) => {
      world.replication = (answer) => ({
        ...answer,
        ReplicationStats: { FullLoadProgressPercent: 100, TablesErrored: 1 },
      });
    },
  },
  {
    name: 'the load does not end',
    fails: 'LoadTooSlow',
    given: (world) => {
      world.load = 1e6;
    },
  },
  {
    name: 'the load says nothing of tables in error',
    fails: 'LoadTooSlow',
    given: (world) => {
      world.replication = (answer) => ({ ...answer, ReplicationStats: { FullLoadProgressPercent: 100 } });
    },
  },
  ...(
    [
      ['Mismatched records', { ValidationState: 'Mismatched records', ValidationFailedRecords: 3 }],
      ['No primary key', { ValidationState: 'No primary key' }],
      ['Not enabled', { ValidationState: 'Not enabled' }],
      ['Error', { ValidationState: 'Error' }],
      ['Table error of validation', { ValidationState: 'Table error' }],
      ['Table error', { TableState: 'Table error' }],
      ['Table cancelled', { TableState: 'Table cancelled' }],
      ['Table does not exist', { TableState: 'Table does not exist' }],
    ] as const
  ).map(([what, change]) => ({
    name: `a table is beyond waiting: ${what}`,
    fails: 'TablesNotValid' as const,
    given: (world: World) => {
      world.rows = (row) => (row['TableName'] === 't001' ? { ...row, ...change } : row);
    },
  })),
  {
    name: 'validation fails late, on the night',
    fails: 'TablesNotValid',
    given: (world) => {
      world.rows = (row) =>
        atNight(world, { ...row, ValidationState: 'Mismatched records', ValidationFailedRecords: 1 }, row);
    },
  },
  ...(
    [
      ['is pending', { ValidationState: 'Pending records', ValidationPendingRecords: 2 }],
      ['is suspended', { ValidationState: 'Suspended records', ValidationSuspendedRecords: 2 }],
      ['is to be validated again', { ValidationState: 'Pending revalidation' }],
      ['is in a state that is new', { ValidationState: 'Validated, mostly' }],
      ['has failed records all the same', { ValidationFailedRecords: 1 }],
      ['has pending records all the same', { ValidationPendingRecords: 1 }],
      ['has suspended records all the same', { ValidationSuspendedRecords: 1 }],
      ['has rows that did not load', { FullLoadErrorRows: 1 }],
      ['is still loading', { TableState: 'Full load' }],
      ['says nothing of validation', { ValidationState: undefined }],
      ['says nothing of failed records', { ValidationFailedRecords: undefined }],
      ['says nothing of rows that did not load', { FullLoadErrorRows: undefined }],
      ['has another name than the plan’s', { TableName: 'other' }],
      ['has the name of another', { TableName: 't000' }],
    ] as const
  ).map(([what, change]) => ({
    name: `a table ${what}`,
    fails: 'ValidationTooSlow' as const,
    given: (world: World) => {
      world.rows = (row) => (row['TableName'] === 't001' ? { ...row, ...change } : row);
    },
  })),
  {
    name: 'a table is missing',
    fails: 'ValidationTooSlow',
    given: (world) => {
      world.rows = (row) => (row['TableName'] === 't001' ? undefined : row);
    },
  },
  {
    name: 'no table is there at all',
    fails: 'ValidationTooSlow',
    given: (world) => {
      world.rows = () => undefined;
    },
  },
  {
    name: 'a table more than the plan expects is there',
    fails: 'ValidationTooSlow',
    given: (world) => {
      world.pages = (rows) => ({ rows: [...rows, { ...rows[0], TableName: 'more' }] });
    },
  },
  {
    name: 'a page is missing',
    fails: 'ValidationTooSlow',
    moving: { tables: 230, datasets: [ORDERS] },
    given: (world) => {
      world.pages = (rows, marker) =>
        marker === undefined ? { rows: rows.slice(0, 100), marker: '200' } : { rows: rows.slice(200) };
    },
  },
  {
    name: 'a page is given twice, and another never',
    fails: 'ValidationTooSlow',
    moving: { tables: 200, datasets: [ORDERS] },
    given: (world) => {
      world.pages = (rows, marker) => ({
        rows: rows.slice(0, 100),
        ...(marker === undefined && { marker: '100' }),
      });
    },
  },
  {
    name: 'the pages do not end',
    fails: 'TablesNotAnswered',
    given: (world) => {
      world.pages = (rows) => ({ rows, marker: 'again' });
    },
  },
  {
    name: 'the tables cannot be asked for',
    fails: 'TablesNotAnswered',
    given: (world) => {
      world.before = (action) => {
        if (action === 'databasemigration:describeReplicationTableStatistics')
          throw new AwsError('DatabaseMigration.InternalException');
      };
    },
  },
  ...(['Freeze', 'Drain', 'Last look'] as const).map((when, index) => ({
    name: `the tables cannot be asked for any more: ${when}`,
    fails: 'TablesNotAnswered' as const,
    given: (world: World) => {
      const since = [
        () => world.approvals.size === 2,
        () => world.quietFor(10),
        () => world.calls.includes('datasync:startTaskExecution'),
      ][index];
      world.before = (action) => {
        if (action === 'databasemigration:describeReplicationTableStatistics' && since?.() === true)
          throw new AwsError('DatabaseMigration.ThrottlingException');
      };
    },
  })),
  {
    name: 'rows of a DynamoDB table did not pass its conditions',
    fails: 'ValidationTooSlow',
    given: (world) => {
      world.rows = (row) =>
        row['TableName'] === 'topic' ? { ...row, FullLoadCondtnlChkFailedRows: 1 } : row;
    },
  },
  {
    name: 'a proof never comes',
    fails: 'NotProven',
    given: (world) => {
      world.compare = () => undefined;
    },
  },
  ...(
    [
      ['says that rows differ', { equal: false }],
      ['was made for other mappings', { mappings: 'other' }],
      ['is past its time', { validUntil: '2026-03-01T19:00:00Z' }],
      ['names no table', { tables: {} }],
      ['counts differently', { tables: { topic: { source: 9, target: 8, sampled: 9, differing: 0 } } }],
      ['found a difference', { tables: { topic: { source: 9, target: 9, sampled: 9, differing: 1 } } }],
      ['sampled nothing that it tells', { tables: { topic: { source: 9, target: 9, differing: 0 } } }],
      [
        'has differences that were not filled in',
        { tables: { topic: { source: 9, target: 9, sampled: 9, differing: null } } },
      ],
      [
        'sampled nothing though there are rows',
        { tables: { topic: { source: 9, target: 9, sampled: 0, differing: 0 } } },
      ],
      ['counts in words', { tables: { topic: { source: 'all', target: 'all', sampled: 9, differing: 0 } } }],
    ] as const
  ).map(([what, change]) => ({
    name: `a proof ${what}`,
    fails: 'NotProven' as const,
    given: (world: World) => {
      world.compare = (dataset) => world.prove(dataset, change);
    },
  })),
  {
    name: 'a proof was made before the freeze',
    fails: 'NotProven',
    given: (world) => {
      world.compare = (dataset) => (world.frozen === undefined ? world.prove(dataset) : undefined);
    },
  },
  {
    name: 'latency never falls',
    fails: 'LatencyTooHigh',
    given: (world) => {
      world.alarm = (name) => (name === 'sg-orders-move-source-latency' ? 'ALARM' : 'OK');
    },
  },
  {
    name: 'an alarm on latency has no data',
    fails: 'LatencyTooHigh',
    given: (world) => {
      world.alarm = (name) => (name === 'sg-orders-move-target-latency' ? 'INSUFFICIENT_DATA' : 'OK');
    },
  },
  {
    name: 'an alarm on latency is missing',
    fails: 'LatencyTooHigh',
    given: (world) => {
      world.alarm = (name) => (name === 'sg-topics-move-source-latency' ? undefined : 'OK');
    },
  },
  {
    name: 'latency does not fall after the freeze',
    fails: 'LatencyTooHigh',
    given: (world) => {
      const { alarm } = world;
      world.alarm = (name) => (name.endsWith('latency') && world.quietFor(10) ? 'ALARM' : alarm(name));
    },
  },
  {
    name: 'an approver refuses',
    fails: 'NotApproved',
    given: (world) => {
      world.answer = ({ topic, answer, refuse }) =>
        void (topic.endsWith('-2') ? refuse('Refused') : answer({ approved: true }));
    },
  },
  {
    name: 'an approver does not answer in time',
    fails: 'NotApproved',
    given: (world) => {
      world.answer = ({ topic, answer, refuse }) =>
        void (topic.endsWith('-1') ? refuse('States.Timeout') : answer({ approved: true }));
    },
  },
  {
    name: 'one approver answers twice, the other never',
    fails: 'NotApproved',
    given: (world) => {
      world.answer = ({ topic, answer, refuse }) => {
        if (topic.endsWith('-2')) return void setTimeout(() => refuse('States.Timeout'), 5);
        expect([answer({ approved: true }), answer({ approved: true })]).toEqual([true, false]);
      };
    },
  },
  ...[{ approved: false }, { approved: 'true' }, { approved: 1 }, {}, 'approved', true, null, []].map(
    (output) => ({
      name: `an approver answers ${JSON.stringify(output)}`,
      fails: 'NotApproved' as const,
      given: (world: World) => {
        world.answer = ({ answer }) => void answer(output);
      },
    }),
  ),
  {
    name: 'nobody is named who could approve',
    fails: 'NotApproved',
    moving: { approvers: [] },
    given: () => undefined,
  },
  {
    name: 'the source is not frozen',
    fails: 'SourceNotFrozen',
    given: (world) => {
      world.owner = () => undefined;
    },
  },
  {
    name: 'changes still come in, though no table counts them',
    fails: 'SourceNotFrozen',
    given: (world) => {
      world.alarm = (name) => (name.endsWith('-changes') ? 'ALARM' : 'OK');
    },
  },
  {
    name: 'tables still count rows, though no change is seen to come in',
    fails: 'SourceNotFrozen',
    given: (world) => {
      let updates = 0;
      world.alarm = () => 'OK';
      world.rows = (row) => ({ ...row, Updates: updates++ });
    },
  },
  {
    name: 'tables are not heard of when quiet is looked for',
    fails: 'SourceNotFrozen',
    given: (world) => {
      world.pages = (rows) => ({ rows: world.approvals.size === 2 ? [] : rows });
    },
  },
  {
    name: 'a row is written just after the source was seen to be frozen',
    fails: 'SourceNotFrozen',
    given: (world) => {
      let written = false;
      world.alarm = (name) => (name.endsWith('-changes') && world.frozen === undefined ? 'ALARM' : 'OK');
      world.before = (action, input) => {
        const names = (input['AlarmNames'] ?? []) as string[];
        if (action !== 'cloudwatch:describeAlarms' || names.length < 5 || written) return;
        written = true;
        world.frozen = world.now;
      };
    },
  },
  {
    name: 'the source is written to again while objects are moved',
    fails: 'SourceNotFrozen',
    given: (world) => {
      let begun = 0;
      world.before = (action) => {
        if (action === 'datasync:startTaskExecution' && begun++ === 0) world.frozen = world.now;
      };
    },
  },
  {
    name: 'the last run of objects never is empty',
    fails: 'ObjectsNotStill',
    given: (world) => {
      world.moves = [3];
    },
  },
  ...(
    [
      ['fails', { Status: 'ERROR' }],
      ['is not verified', { Result: { PrepareStatus: 'SUCCESS', VerifyStatus: 'ERROR' } }],
      ['did not prepare well', { Result: { PrepareStatus: 'ERROR', VerifyStatus: 'SUCCESS' } }],
      ['tells no verification', { Result: {} }],
      ['does not end', { Status: 'VERIFYING', Result: {} }],
      ['is in a state that is new', { Status: 'RESTING' }],
      ['moves bytes', { BytesTransferred: 1 }],
      ['deletes', { FilesDeleted: 1 }],
      ['does not tell what it moved', { FilesTransferred: undefined }],
      ['fails on an object', { FilesFailed: { Prepare: 0, Transfer: 1, Verify: 0, Delete: 0 } }],
    ] as const
  ).map(([what, change]) => ({
    name: `the last run of objects ${what}`,
    fails: 'ObjectsNotStill' as const,
    given: (world: World) => {
      world.report = (report) => (report['Status'] === 'SUCCESS' ? { ...report, ...change } : report);
    },
  })),
  {
    name: 'the last run of objects cannot be started',
    fails: 'ObjectsNotStill',
    given: (world) => {
      world.before = (action) => {
        if (action === 'datasync:startTaskExecution') throw new AwsError('DataSync.InvalidRequestException');
      };
    },
  },
  {
    name: 'objects are written to all the time, though rows are not',
    fails: 'ObjectsNotStill',
    given: (world) => {
      world.before = (action) => {
        if (action === 'datasync:startTaskExecution') world.moves = [1];
      };
    },
  },
  {
    name: 'objects alone are never frozen',
    fails: 'ObjectsNotStill',
    moving: { datasets: [PAGES] },
    given: (world) => {
      world.moves = [0];
      world.owner = () => undefined;
    },
  },
  {
    name: 'a run of objects that was there before does not end',
    fails: 'ObjectsNotStill',
    given: (world) => {
      world.takes = () => 1e6;
      world.begin(world.subject.objects[0]?.taskArn ?? '');
    },
  },
  {
    name: 'a task of objects is not available',
    fails: 'ObjectsNotStill',
    given: (world) => {
      const { call } = world;
      world.call = (action, input) => {
        const answer = call.call(world, action, input);
        return action === 'datasync:describeTask' ? { ...(answer as object), Status: 'UNAVAILABLE' } : answer;
      };
    },
  },
  ...(
    [
      ['fails', { Status: 'ERROR' }],
      ['is not verified', { Result: { PrepareStatus: 'SUCCESS', VerifyStatus: 'ERROR' } }],
    ] as const
  ).map(([what, change]) => ({
    name: `while replicating, a run of objects ${what}`,
    fails: 'ObjectsNotReady' as const,
    moving: { stage: 'replicating' } as const,
    given: (world: World) => {
      world.report = (report) => (report['Status'] === 'SUCCESS' ? { ...report, ...change } : report);
    },
  })),
  {
    name: 'a page of evidence cannot be written',
    fails: 'EvidenceNotWritten',
    given: (world) => denyWriting(world, '/tables-'),
  },
  {
    name: 'a replication cannot be stopped',
    fails: 'ReplicationNotStopped',
    stopped: true,
    given: (world) => {
      world.before = (action) => {
        if (action === 'databasemigration:stopReplication')
          throw new AwsError('DatabaseMigration.AccessDeniedException');
      };
    },
  },
  {
    name: 'a replication does not come to a stop',
    fails: 'ReplicationNotStopped',
    stopped: true,
    given: (world) => {
      world.replication = (answer) =>
        answer['Status'] === 'stopped' ? { ...answer, Status: 'stopping' } : answer;
    },
  },
  {
    name: 'the record of a dataset cannot be written',
    fails: 'EvidenceNotWritten',
    stopped: true,
    given: (world) => denyWriting(world, '/record.json'),
  },
  {
    name: 'the last object cannot be written',
    fails: 'EvidenceNotWritten',
    stopped: true,
    given: (world) => denyWriting(world, '/complete.json'),
  },
  {
    name: 'the last object cannot be written, nor asked for',
    fails: 'CompletionUnknown',
    stopped: true,
    given: (world) => {
      let asked = false;
      world.before = (action, input) => {
        asked ||= action === 's3:putObject' && JSON.stringify(input['Key']).includes('/complete.json');
        if (asked && action.startsWith('s3:')) throw new AwsError('S3.S3Exception', 'Access Denied');
      };
    },
  },
  ...(
    [
      [
        'says that it has not run',
        (world: World) => (world.drain = ({ refuse }) => void refuse('NotDrained')),
      ],
      ['answers in time', (world: World) => (world.drain = ({ refuse }) => void refuse('States.Timeout'))],
      ['says so', (world: World) => (world.drain = ({ answer }) => void answer({ drained: 'true' }))],
    ] as const
  ).map(([what, given]) => ({
    name: `of the SQL of the drain ${what === 'says that it has not run' ? 'someone' : 'nobody'} ${what}`,
    fails: 'DrainNotConfirmed' as const,
    stopped: true,
    given,
  })),
];

function denyWriting(world: World, what: string): void {
  world.before = (action, input) => {
    if (action === 's3:putObject' && JSON.stringify(input['Key']).includes(what))
      throw new AwsError('S3.S3Exception', 'Access Denied');
  };
}

test.each(cases)('$name: $fails', async ({ fails, given, moving, stopped = false }) => {
  const world = new World(movingSubject(moving));
  given(world);
  const { end, cause } = await run(world);
  expect(end).toBe(fails);
  expect(world.complete).toBeUndefined();
  expect(world.faults).toEqual([]);

  const [found, toDo] = FAILURES[fails];
  const asked = world.told.some(({ subject }) => subject.startsWith('Domicile: freeze'));
  const before = ['EvidenceNotReadable', 'AnotherRunUnderWay'].includes(fails) ? NOTHING_DONE : STAYS;
  const holds = fails === 'CompletionUnknown' ? UNKNOWN : stopped ? RESUME : asked ? UNFREEZE : before;
  expect(cause).toContain(`${found} ${toDo} ${holds} `);
  expect(cause.includes(UNFREEZE)).toBe(asked && fails !== 'CompletionUnknown');
  const told = world.told.at(-1);
  expect(told?.subject).toBe('Domicile: move in sg failed');
  expect(told?.topic).toBe(world.subject.alarmsTopic);
  expect(told?.message).toContain(`${fails} ${found} ${toDo}`);

  expect(world.calls.includes('databasemigration:stopReplication')).toBe(stopped);
});

test('every failure has a case', () => {
  const tried = new Set(cases.map(({ fails }) => fails));
  expect(Object.keys(FAILURES).filter((name) => !tried.has(name as Failure))).toEqual(['DatasetNotCovered']);
});

test('a phase with a dataset that nothing carries is refused at the cutover', async () => {
  const subject = { ...movingSubject(), objects: [], uncovered: ['pages'] };
  const world = new World(subject);
  expect(await run(world)).toMatchObject({
    end: 'DatasetNotCovered',
    cause: expect.stringContaining('pages') as string,
  });
  expect(world.calls).not.toContain('databasemigration:startReplication');
});

test('a failure that cannot be told is one all the same', async () => {
  const world = new World(movingSubject());
  world.objects.clear();
  world.before = (action) => {
    if (action === 'sns:publish') throw new AwsError('Sns.AuthorizationErrorException');
  };
  expect((await run(world)).end).toBe('SchemaNotProven');
});

test.each(['failed', 'deleting', 'something new'])(
  'a replication that is %s is not touched',
  async (status) => {
    const world = new World(movingSubject({ datasets: [ORDERS] }));
    orders(world).status = status;
    expect((await run(world)).end).toBe('ReplicationNotStarted');
    expect(world.calls).not.toContain('databasemigration:startReplication');
  },
);

test('what is still written is seen before any objects are run', async () => {
  const world = new World(movingSubject());
  let updates = 0;
  world.alarm = () => 'OK';
  world.rows = (row) => ({ ...row, Updates: updates++ });
  expect((await run(world)).end).toBe('SourceNotFrozen');
  expect(world.calls).not.toContain('datasync:startTaskExecution');
});
