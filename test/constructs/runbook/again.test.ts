import { statesOf } from '../../../lib/constructs/runbook/asl';
import { definition } from '../../../lib/constructs/runbook/definition';
import { run } from '../../support/runbook/run';
import { ORDERS, PAGES, movingSubject } from '../../support/runbook/subject';
import { AwsError, World } from '../../support/runbook/world';

const COMPLETE = 'evidence/move/complete.json';

/** Error of a service that has too much to do, by the first part of an action. */
const BUSY: Readonly<Record<string, string>> = {
  cloudwatch: 'CloudWatch.CloudWatchException',
  databasemigration: 'DatabaseMigration.ThrottlingException',
  datasync: 'DataSync.InternalException',
  s3: 'S3.SdkClientException',
  sfn: 'Sfn.SfnException',
  sns: 'Sns.ThrottledException',
};

function busy(action: string): AwsError {
  return new AwsError(BUSY[action.split(':')[0] ?? ''] ?? 'Unknown', 'Rate exceeded');
}

/** A world in which only the first answer about each thing that `action` does is lost. */
function losing(action: string): { readonly world: World; readonly lost: Set<string> } {
  const world = new World(movingSubject());
  const lost = new Set<string>();
  const { call } = world;
  world.call = (called, input) => {
    const answer = call.call(world, called, input);
    const about = JSON.stringify([called, input['ReplicationConfigArn'], input['Key']]);
    if (called !== action || lost.has(about)) return answer;
    lost.add(about);
    throw busy(called);
  };
  return { world, lost };
}

test('every call that is throttled or fails in the service is made again, until it is done', async () => {
  const world = new World(movingSubject());
  const calls = new Map<string, number>();
  world.before = (action) => {
    const before = calls.get(action) ?? 0;
    calls.set(action, before + 1);
    if (before % 3 !== 2) throw busy(action);
  };
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

const actions = [
  ...new Set(
    statesOf(definition(movingSubject())).flatMap(([, state]) =>
      state.Type === 'Task' ? [state.Resource.replace('arn:aws:states:::aws-sdk:', '')] : [],
    ),
  ),
].sort();

test.each(actions)('a service that never answers %s stops the runbook short of the end', async (action) => {
  const world = new World(movingSubject());
  world.before = (called) => {
    if (called === action) throw busy(action);
  };
  const { end } = await run(world);
  expect(end).not.toBe('Home');
  expect(world.complete).toBeUndefined();
  expect(world.faults).toEqual([]);
});

test.each(actions)('nor does it once the source is frozen: %s', async (action) => {
  const world = new World(movingSubject());
  world.before = (called) => {
    if (called === action && world.frozen !== undefined) throw busy(action);
  };
  const { end } = await run(world);
  // What is asked only before the freeze is answered; and to tell the good news, or not, changes nothing.
  const earlier = ['databasemigration:startReplication'];
  expect(end === 'Home').toBe(earlier.includes(action));
  expect(world.faults).toEqual([]);
});

test.each(['databasemigration:startReplication', 'databasemigration:stopReplication', 's3:putObject'])(
  'what was done although its answer was lost is not done twice over: %s',
  async (action) => {
    const { world, lost } = losing(action);
    expect((await run(world)).end).toBe('Home');
    expect(lost.size).toBeGreaterThan(0);
    expect(world.faults).toEqual([]);
    expect(world.objects.get(COMPLETE)).toHaveLength(1);
  },
);

test('a run of objects whose answer was lost is waited for, and another begun', async () => {
  const { world, lost } = losing('datasync:startTaskExecution');
  expect((await run(world)).end).toBe('Home');
  expect(lost.size).toBe(1);
  expect(world.faults).toEqual([]);
});

describe('the last object', () => {
  const complete = (input: Readonly<Record<string, unknown>>) => input['Key'] === COMPLETE;

  test('is found to be there although no answer to it ever came', async () => {
    const world = new World(movingSubject());
    const { call } = world;
    world.call = (called, input) => {
      const answer = call.call(world, called, input);
      if (called === 's3:putObject' && complete(input)) throw new AwsError('States.Timeout');
      return answer;
    };
    expect((await run(world)).end).toBe('Home');
    expect(world.objects.get(COMPLETE)).toHaveLength(1);
    expect(world.told.at(-1)?.subject).toBe('Domicile: sg is home for move');
    expect(world.faults).toEqual([]);
  });

  test.each([true, false])(
    'is not said to be missing where nobody can tell (written: %s)',
    async (written) => {
      const world = new World(movingSubject());
      const { call } = world;
      let asked = false;
      world.call = (called, input) => {
        if (called === 's3:listObjectVersions' && asked) throw busy(called);
        if (called !== 's3:putObject' || !complete(input)) return call.call(world, called, input);
        asked = true;
        if (written) call.call(world, called, input);
        throw busy(called);
      };
      const { end, cause } = await run(world);
      expect(end).toBe('CompletionUnknown');
      expect(cause).toContain('Do not unfreeze the source');
      expect(cause).not.toContain('it stays the authority');
      expect(world.faults).toEqual([]);
    },
  );

  test('is tried again where it is not there', async () => {
    const world = new World(movingSubject());
    let tried = 0;
    world.before = (called, input) => {
      if (called === 's3:putObject' && complete(input) && tried++ < 3) throw busy(called);
    };
    expect((await run(world)).end).toBe('Home');
    expect(world.objects.get(COMPLETE)).toHaveLength(1);
  });
});

test('a phase that is complete is refused before anything is asked of its replications', async () => {
  const world = new World(movingSubject());
  world.put(COMPLETE, { record: 'complete' });
  expect((await run(world)).end).toBe('Already complete');
  expect(world.calls).toEqual(['sfn:listExecutions', 's3:listObjectVersions']);
});

test('a phase that was complete is refused although its object was deleted', async () => {
  const world = new World(movingSubject());
  world.put(COMPLETE, { record: 'complete' });
  world.deleted.add(COMPLETE);
  expect((await run(world)).end).toBe('Already complete');
  expect(world.calls).not.toContain('databasemigration:startReplication');
});

test('a phase is refused of whose object nothing is left but the mark of its deletion', async () => {
  const world = new World(movingSubject());
  world.deleted.add(COMPLETE);
  expect((await run(world)).end).toBe('Already complete');
});

test('a phase that comes to be complete before anything is resumed is left alone', async () => {
  const world = new World(movingSubject());
  for (const moving of world.replications.values()) Object.assign(moving, { status: 'stopped', runs: 0 });
  world.before = (action) => {
    if (action === 's3:getObject') world.objects.set(COMPLETE, [{ record: 'complete' }]);
  };
  expect((await run(world)).end).toBe('Already complete');
  expect(world.calls).not.toContain('databasemigration:startReplication');
});

test('a second start in the last minute of the first resumes nothing', async () => {
  const world = new World(movingSubject({ datasets: [ORDERS] }));
  let second: ReturnType<typeof run> | undefined;
  const { call } = world;
  world.call = (called, input) => {
    // The first ends while the second waits for the list to settle.
    if (called === 'sfn:listExecutions' && second !== undefined)
      return first.then(() => call.call(world, called, input));
    const answer = call.call(world, called, input);
    if (called === 's3:putObject' && input['Key'] === COMPLETE) second ??= run(world);
    return answer;
  };
  const first = run(world);
  expect((await first).end).toBe('Home');
  expect((await second)?.end).toBe('Already complete');
  expect([...world.replications.values()].map(({ status }) => status)).toEqual(['stopped']);
  expect(world.faults).toEqual([]);
});

test('a second start while a run of objects goes on waits for it', async () => {
  const world = new World(movingSubject({ datasets: [PAGES] }));
  world.takes = () => 5 * 60;
  expect((await run(world, { kill: { state: 'Look at the run', when: 'after' } })).end).toBe('killed');
  expect((await run(world)).end).toBe('Home');
  expect(world.faults).toEqual([]);
});

test('a phase that came to be complete while it ran is not completed again', async () => {
  const world = new World(movingSubject());
  world.before = (action, input) => {
    if (action === 's3:putObject' && JSON.stringify(input['Key']).includes('record.json'))
      world.objects.set(COMPLETE, [{ record: 'complete' }]);
  };
  expect((await run(world)).end).toBe('Already complete');
  expect(world.objects.get(COMPLETE)).toHaveLength(1);
});

test('of two that start together, none goes on', async () => {
  const world = new World(movingSubject());
  const ends = await Promise.all([run(world), run(world)]);
  expect(ends.map(({ end }) => end)).toEqual(['AnotherRunUnderWay', 'AnotherRunUnderWay']);
  expect(world.calls).not.toContain('databasemigration:startReplication');
});

test('a second start during the night is refused, and the night goes on', async () => {
  const world = new World(movingSubject());
  let second: ReturnType<typeof run> | undefined;
  world.before = (action) => {
    if (action === 'datasync:startTaskExecution') second ??= run(world);
  };
  expect((await run(world)).end).toBe('Home');
  expect((await second)?.end).toBe('AnotherRunUnderWay');
  expect(world.faults).toEqual([]);
});

test('a failed night is begun again, and everyone is asked anew', async () => {
  const world = new World(movingSubject());
  world.moves = [3];
  expect((await run(world)).end).toBe('ObjectsNotStill');
  world.moves = [0];
  world.frozen = undefined;
  expect((await run(world)).end).toBe('Home');
  expect(world.questions).toHaveLength(4);
  expect(world.faults).toEqual([]);
});

describe('killed and started again', () => {
  const tasks = statesOf(definition(movingSubject())).flatMap(([name, state]) =>
    state.Type === 'Task' && name !== 'Tell what failed' ? [name] : [],
  );

  // Between two calls nothing changes: to be killed at any other state is to be killed before the call that follows.
  test.each(tasks)('at %s', async (state) => {
    for (const when of ['before', 'after'] as const) {
      const world = new World(movingSubject({ tables: state.endsWith('next page') ? 101 : 3 }));
      if (state === 'Resume it')
        for (const moving of world.replications.values())
          Object.assign(moving, { status: 'stopped', runs: 0 });
      if (state === 'Ask whether it was written after all') denyOnce(world);
      expect((await run(world, { kill: { state, when } })).end).toBe('killed');
      const home = world.complete !== undefined;
      expect(home).toBe((state === 'Complete' && when === 'after') || state === 'Tell that the cell is home');
      world.frozen = undefined;
      expect((await run(world)).end).toBe(home ? 'Already complete' : 'Home');
      expect(world.faults).toEqual([]);
      expect(world.objects.get(COMPLETE)).toHaveLength(1);
    }
  });
});

/** The last object is not written at the first try. */
function denyOnce(world: World): void {
  let denied = false;
  world.before = (action, input) => {
    if (denied || action !== 's3:putObject' || input['Key'] !== COMPLETE) return;
    denied = true;
    throw busy(action);
  };
}
