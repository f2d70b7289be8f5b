import { run } from '../../support/runbook/run';
import { ORDERS, PAGES, TOPICS, movingSubject, type Moving } from '../../support/runbook/subject';
import { World } from '../../support/runbook/world';

async function night(moving?: Moving) {
  const world = new World(movingSubject(moving));
  const result = await run(world);
  expect(world.faults).toEqual([]);
  return { world, ...result };
}

test('a cutover ends with the cell at home', async () => {
  const { world, end, cause } = await night();
  expect({ end, cause }).toEqual({ end: 'Home', cause: '' });
  expect(world.complete).toMatchObject({
    record: 'complete',
    cell: 'sg',
    phase: 'move',
    plan: world.subject.plan,
    datasets: [ORDERS, TOPICS, PAGES],
    approvals: [
      { approver: 1, verdict: 'approved' },
      { approver: 2, verdict: 'approved' },
    ],
  });
  expect([...world.replications.values()].map(({ status }) => status)).toEqual(['stopped', 'stopped']);
});

test('evidence of a dataset holds counts, validation, latency, times and the plan’s hash', async () => {
  const { world } = await night();
  const [[key, [record]] = ['', []]] = [...world.objects].filter(([name]) =>
    name.endsWith(`/${ORDERS}/record.json`),
  );
  expect(key).toMatch(/^evidence\/move\/run-\d+\/orders\/record\.json$/);
  expect(record).toMatchObject({
    record: 'moved',
    dataset: ORDERS,
    plan: world.subject.plan,
    mappings: world.subject.replications[0]?.mappings,
    validation: 'DMS',
    tables: { verdict: 'clean', expected: 3, counts: { rows: 3, validated: 3, matched: 3 } },
    latency: {
      alarms: expect.arrayContaining([
        'sg-orders-move-source-latency',
        'sg-orders-move-target-latency',
      ]) as unknown,
      reasons: expect.arrayContaining(['reason of sg-orders-move-source-latency']) as unknown,
    },
    frozenAt: world.complete?.['frozenAt'],
  });
});

test('evidence of a dataset in DynamoDB holds what its proof counted, and which version of it was read', async () => {
  const { world } = await night();
  const record = [...world.objects].find(([name]) => name.endsWith(`/${TOPICS}/record.json`))?.[1].at(-1);
  expect(record).toMatchObject({
    validation: 'counts and sampled rows',
    proof: {
      key: `proof/move/${TOPICS}.json`,
      version: 'version-2',
      tables: { topic: { source: 9, target: 9, sampled: 9, differing: 0 } },
    },
  });
});

test('evidence of objects names the last run, what it counted, and that it was verified', async () => {
  const { world } = await night();
  const record = [...world.objects].find(([name]) => name.endsWith(`/${PAGES}/record.json`))?.[1].at(-1);
  expect(record).toMatchObject({
    dataset: PAGES,
    lastRun: {
      verdict: 'still',
      status: 'SUCCESS',
      verified: 'SUCCESS',
      filesVerified: 40,
      filesTransferred: 0,
      filesSkipped: 40,
      filesDeleted: 0,
      bytesTransferred: 0,
    },
  });
});

test('each page of the last look at the tables is evidence', async () => {
  const { world } = await night({ tables: 230 });
  const pages = [...world.objects.keys()].filter((key) => /\/orders\/tables-\d+\.json$/.test(key));
  expect(pages.map((key) => key.replace(/^.*\//, ''))).toEqual([
    'tables-1.json',
    'tables-2.json',
    'tables-3.json',
  ]);
  const rows = pages.flatMap((key) => world.last(key)?.['tables'] as unknown[]);
  expect(rows).toHaveLength(230);
});

test('each approver is asked through a topic of his own, with a token of his own', async () => {
  const { world } = await night();
  expect(world.questions.map(({ topic }) => topic)).toEqual(world.subject.approvers);
  expect(new Set(world.questions.map(({ token }) => token)).size).toBe(2);
  for (const { message, token } of world.questions) {
    expect(message).toContain(
      `aws stepfunctions send-task-success --region ap-southeast-1 --task-output '{"approved": true}' --task-token ${token}`,
    );
    expect(message).toContain(`--error Refused --cause "why" --task-token ${token}`);
    expect(message).toContain('"validated":3');
    expect(message).toContain('reason of sg-orders-move-source-latency');
  }
});

test('the owner is asked to freeze only after everyone has approved', async () => {
  const world = new World(movingSubject());
  let asked = 0;
  world.owner = () => {
    asked = world.approvals.size;
    world.frozen = world.now;
  };
  expect((await run(world)).end).toBe('Home');
  expect(asked).toBe(2);
});

test('one approver is enough where the plan names one', async () => {
  expect((await night({ approvers: ['one@example.com'] })).end).toBe('Home');
});

test('while replicating it goes as far as ready, and leaves the replications running', async () => {
  const { world, end } = await night({ stage: 'replicating' });
  expect(end).toBe('Ready');
  expect(world.questions).toEqual([]);
  expect(world.frozen).toBeUndefined();
  expect(world.complete).toBeUndefined();
  expect([...world.replications.values()].map(({ status }) => status)).toEqual(['running', 'running']);
  const ready = [...world.objects].find(([key]) => key.endsWith('/ready.json'))?.[1].at(-1);
  expect(ready).toMatchObject({
    record: 'ready',
    datasets: [
      { dataset: ORDERS },
      { dataset: TOPICS, proof: { version: 'version-1' } },
      { dataset: PAGES, lastRun: { verdict: 'moved', verified: 'SUCCESS' } },
    ],
  });
  expect(world.told.at(-1)).toMatchObject({
    subject: 'Domicile: move in sg is ready',
    message: expect.stringContaining(
      'up to date, and every task of objects has ended a verified run',
    ) as string,
  });
});

test.each([[[ORDERS]], [[TOPICS]], [[PAGES]], [[ORDERS, PAGES]]])('moves %j', async (datasets) => {
  const { world, end, cause } = await night({ datasets });
  expect({ end, cause }).toEqual({ end: 'Home', cause: '' });
  expect(world.complete?.['datasets']).toEqual(datasets);
});

test('a phase of objects alone is ready once a run of each task has ended verified', async () => {
  const { world, end } = await night({ stage: 'replicating', datasets: [PAGES] });
  expect(end).toBe('Ready');
  expect(world.calls).toContain('datasync:startTaskExecution');
});

test('the SQL of the drain is asked for between the stop and the last object, with a token', async () => {
  const world = new World(movingSubject());
  let stopped: string[] = [];
  world.drain = (question) => {
    stopped = [...world.replications.values()].map(({ status }) => status);
    expect(world.complete).toBeUndefined();
    question.answer({ drained: true });
  };
  expect((await run(world)).end).toBe('Home');
  expect(stopped).toEqual(['stopped', 'stopped']);
  const [{ message, token } = { message: '', token: 'none' }] = world.drains;
  expect(message).toContain('npx domicile sql --phase move --cell sg --step drain');
  expect(message).toContain(`--task-output '{"drained": true}' --task-token ${token}`);
  expect(message).toContain(`--cause "why" --task-token ${token}`);
  expect(world.complete).toMatchObject({ drained: { datasets: [ORDERS] } });
});

test.each([[[TOPICS]], [[PAGES]]])('nothing is asked of %j, which have no triggers', async (datasets) => {
  expect((await night({ datasets })).world.drains).toEqual([]);
});

/** Two tasks: a fast one and another. */
function twoTasks(slow: number): World {
  const subject = movingSubject({ datasets: [PAGES] });
  const [pages] = subject.objects;
  if (pages === undefined) throw new Error('no task');
  const videos = { dataset: 'videos', taskArn: pages.taskArn.replace(/0$/, '1') };
  const world = new World({ ...subject, objects: [pages, videos] });
  world.takes = (task) => (task === videos.taskArn ? slow : 5);
  return world;
}

test('objects alone: an empty run shows nothing while the source may still be written to', async () => {
  const world = new World(movingSubject({ datasets: [PAGES] }));
  world.moves = [0];
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

test.each([1, 10, 45])('objects alone: all is still for the plan’s %i minutes', async (quiet) => {
  const { world } = await night({ datasets: [PAGES], cutover: { quiet, freeze: 60 } });
  const still = Date.parse(String(world.complete?.['frozenAt'])) - (world.frozen ?? Infinity);
  expect(still).toBeGreaterThan(quiet * 60_000);
});

test('objects alone: the owner may take as long to freeze as the plan says', async () => {
  const world = new World(movingSubject({ datasets: [PAGES], cutover: { quiet: 10, freeze: 60 } }));
  world.takes = () => 1;
  world.owner = () => world.later(50, () => (world.frozen ??= world.now));
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

test('of several tasks none counts as still before all do', async () => {
  const world = twoTasks(5 * 60);
  // Written to while the slow one runs, long after the fast one had moved nothing.
  world.owner = () => world.later(4 * 60, () => (world.frozen ??= world.now));
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

test('a run of objects that the schedule began is waited for', async () => {
  const world = new World(movingSubject());
  const [pages] = world.subject.objects;
  world.takes = () => 5 * 60;
  world.owner = () => {
    world.begin(pages?.taskArn ?? '');
    world.later(4, () => (world.frozen ??= world.now));
  };
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

test('a run that began between the question and the start is waited for', async () => {
  const world = new World(movingSubject({ datasets: [PAGES] }));
  const [pages] = world.subject.objects;
  let begun = false;
  world.before = (action) => {
    if (action !== 'datasync:startTaskExecution' || begun) return;
    begun = true;
    world.begin(pages?.taskArn ?? '');
  };
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

test('a replication that is under way is left alone, and a stopped one resumed', async () => {
  const world = new World(movingSubject());
  const [orders, topics] = [...world.replications.values()];
  Object.assign(orders ?? {}, { status: 'stopped', runs: world.now - 1e9 });
  Object.assign(topics ?? {}, { status: 'running', runs: world.now - 1e9 });
  const asked: unknown[] = [];
  world.before = (action, input) => {
    if (action === 'databasemigration:startReplication') asked.push(input['StartReplicationType']);
  };
  expect((await run(world)).end).toBe('Home');
  expect(asked).toEqual(['resume-processing']);
  expect(world.faults).toEqual([]);
});

test('a replication that DMS has not heard of yet is started', async () => {
  const world = new World(movingSubject({ datasets: [ORDERS] }));
  world.replication = (answer) => (answer['Status'] === 'created' ? undefined : answer);
  expect((await run(world)).end).toBe('Home');
});

test('waits for validation that takes its time, and for rows that are suspended meanwhile', async () => {
  const world = new World(movingSubject({ datasets: [ORDERS] }));
  const end = world.now + 1000 * 60 * 60 * 20;
  world.rows = (row) =>
    world.now > end ? row : { ...row, ValidationState: 'Suspended records', ValidationSuspendedRecords: 4 };
  expect((await run(world)).end).toBe('Home');
  expect(world.now).toBeGreaterThan(end);
});
