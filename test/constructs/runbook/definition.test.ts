import '../../support/runbook/with-resolvers';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { statesOf, type Machine, type State } from '../../../lib/constructs/runbook/asl';
import { definition } from '../../../lib/constructs/runbook/definition';
import { ORDERS, PAGES, movingSubject, type Moving } from '../../support/runbook/subject';

const definitions = (
  [
    ['while replicating', { stage: 'replicating' }],
    ['at the cutover', {}],
    ['with one approver', { approvers: ['one@example.com'] }],
    ['with no approver', { approvers: [] }],
    ['of objects alone', { datasets: [PAGES] }],
    ['of a database alone', { datasets: [ORDERS] }],
    ['of many tables', { tables: 100 }],
  ] satisfies [string, Moving][]
).map(([name, moving]): [string, Machine] => [name, definition(movingSubject(moving))]);

describe.each(definitions)('a runbook %s', (_, machine) => {
  const states = statesOf(machine);

  test('is a definition', () => {
    expect(() => new StateMachine(machine as unknown as StateMachineDefinition)).not.toThrow();
  });

  test('names each state once', () => {
    const names = states.map(([name]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    // Step Functions developer guide, States: at most 80 characters.
    expect(names.filter((name) => name.length > 80)).toEqual([]);
  });

  test('leads from every state to an end, and from its beginning to every state', () => {
    for (const inner of machinesOf(machine)) {
      const names = Object.keys(inner.States);
      const reached = reachable(inner, inner.StartAt);
      expect([...reached].sort()).toEqual([...names].sort());
      for (const name of names)
        expect([...reachable(inner, name)].some((other) => isEnd(inner.States[other]))).toBe(true);
    }
  });

  test('calls AWS by its SDK alone, and catches and repeats every call but the last, which it asks for first', () => {
    for (const [name, state] of states) {
      if (state.Type === 'Map' || state.Type === 'Parallel')
        expect(state.Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
      if (state.Type !== 'Task') continue;
      expect(state.Resource).toMatch(
        /^arn:aws:states:::aws-sdk:[a-z0-9]+:[a-zA-Z0-9]+(\.waitForTaskToken)?$/,
      );
      expect(state.TimeoutSeconds).toBeGreaterThan(0);
      expect(state.Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
      const again = state.Retry.at(-1);
      if (name === 'Complete') {
        expect(state.Retry).toEqual([{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }]);
        continue;
      }
      expect(again).toMatchObject({ JitterStrategy: 'FULL', BackoffRate: 2 });
      expect(again?.MaxAttempts).toBeGreaterThan(2);
    }
  });

  test('asks a person once: an answer is not repeated', () => {
    for (const [, state] of states) {
      if (state.Type !== 'Task' || !state.Resource.endsWith('waitForTaskToken')) continue;
      const repeated = state.Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(repeated.every((name) => name.startsWith('Sns.'))).toBe(true);
    }
  });

  test('is far below the size that Step Functions takes', () => {
    // Step Functions quotas: 1 MB.
    expect(JSON.stringify(machine).length).toBeLessThan(200_000);
  });
});

test('the definition is the same whatever an execution is started with', () => {
  const machine = definition(movingSubject());
  expect(machine.StartAt).toBe('Begin');
  expect(machine.States['Begin']).toMatchObject({ Type: 'Pass', Result: expect.anything() as unknown });
  expect(machine.States['Begin']).not.toHaveProperty('ResultPath');
});

test('only one state writes the object that makes a cell home', () => {
  const writers = statesOf(definition(movingSubject())).filter(
    ([, state]) => state.Type === 'Task' && state.Parameters['Key'] === 'evidence/move/complete.json',
  );
  expect(writers.map(([name]) => name)).toEqual(['Complete']);
  const replicating = JSON.stringify(definition(movingSubject({ stage: 'replicating' })).States);
  expect(replicating).not.toContain('"Complete"');
  expect(replicating).not.toContain('stopReplication');
});

test('words of intrinsic functions are free of what they would have to escape', () => {
  for (const [, state] of statesOf(definition(movingSubject()))) {
    if (state.Type !== 'Pass' && state.Type !== 'Task') continue;
    for (const [key, value] of Object.entries(state.Parameters ?? {})) {
      if (!key.endsWith('.$') || typeof value !== 'string' || !value.startsWith('States.Format(')) continue;
      const [, literal = ''] = /^States\.Format\('([^']*)',/.exec(value) ?? [];
      expect(literal.replaceAll('{}', '')).not.toMatch(/[{}\\']/);
      expect(literal).not.toBe('');
    }
  }
});

function machinesOf(machine: Machine): Machine[] {
  return [
    machine,
    ...Object.values(machine.States).flatMap((state) =>
      state.Type === 'Map'
        ? machinesOf(state.ItemProcessor)
        : state.Type === 'Parallel'
          ? state.Branches.flatMap(machinesOf)
          : [],
    ),
  ];
}

function reachable(machine: Machine, from: string): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (const name of open) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...nextOf(machine.States[name]));
  }
  return found;
}

/** Where a state leads, in its own machine. */
function nextOf(state: State | undefined): string[] {
  if (state === undefined) throw new Error('a state leads nowhere');
  const next = 'Next' in state ? [state.Next] : [];
  const caught = 'Catch' in state ? state.Catch.map(({ Next }) => Next) : [];
  const chosen = state.Type === 'Choice' ? [...state.Choices.map(({ Next }) => Next), state.Default] : [];
  return [...next, ...caught, ...chosen];
}

function isEnd(state: State | undefined): boolean {
  return state?.Type === 'Succeed' || state?.Type === 'Fail' || (state !== undefined && 'End' in state);
}
