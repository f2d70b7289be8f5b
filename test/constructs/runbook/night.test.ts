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
    latency: [
      { alarm: 'sg-orders-move-source-latency', reason: ['reason of sg-orders-move-source-latency'] },
      { alarm: 'sg-orders-move-target-latency', reason: ['reason of sg-orders-move-target-latency'] },
    ],
    frozenAt: world.complete?.['frozenAt'],
  });
});

test('evidence of objects names the last run, and that it was verified', async () => {
  const { world } = await night();
  const record = [...world.objects].find(([name]) => name.endsWith(`/${PAGES}/record.json`))?.[1].at(-1);
  expect(record).toMatchObject({
    dataset: PAGES,
    lastRun: { verdict: 'still', status: 'SUCCESS', verified: 'SUCCESS', runs: 2 },
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
  expect(ready).toMatchObject({ record: 'ready', datasets: [{ dataset: ORDERS }, { dataset: TOPICS }] });
  expect(world.told.map(({ subject }) => subject)).toContain('Domicile: move in sg is ready');
});

test.each([[[ORDERS]], [[TOPICS]], [[PAGES]], [[ORDERS, PAGES]]])('moves %j', async (datasets) => {
  const { world, end, cause } = await night({ datasets });
  expect({ end, cause }).toEqual({ end: 'Home', cause: '' });
  expect(world.complete?.['datasets']).toEqual(datasets);
});

test('a phase of objects alone is ready at once', async () => {
  expect((await night({ stage: 'replicating', datasets: [PAGES] })).end).toBe('Ready');
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
