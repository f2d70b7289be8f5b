import './with-resolvers';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { statesOf, type Machine } from '../../../lib/constructs/runbook/asl';
import { definition } from '../../../lib/constructs/runbook/definition';
import { AwsError, type World } from './world';

/** When to kill an execution: at the first entry of a task, before what it calls takes effect, or after. */
export interface Kill {
  readonly state: string;
  readonly when: 'before' | 'after';
}

export interface Run {
  /** State that it ended well in, or the name of its error. */
  readonly end: string;
  readonly cause: string;
  /** Tasks that were entered, in order. */
  readonly entered: readonly string[];
  readonly events: number;
  /** Characters of the largest state, as JSON. */
  readonly size: number;
}

let executions = 0;

/** Runs a runbook in the world until it ends. Nothing sleeps: to wait moves the world's clock. */
export async function run(
  world: World,
  { kill, machine = definition(world.subject) }: { kill?: Kill; machine?: Machine } = {},
): Promise<Run> {
  const states = new Map(statesOf(machine));
  const name = `run-${executions++}`;
  const entered: string[] = [];
  let killed = false;
  let end = '';
  const execution = new StateMachine(machine as unknown as StateMachineDefinition, {
    // Validated once, in definition.test.ts.
    validationOptions: { noValidate: true },
  }).run(null, {
    context: {
      Execution: { Name: name, Id: `${world.subject.arn}:${name}` },
      State: {
        get EnteredTime() {
          return world.iso();
        },
      },
      Task: {
        get Token() {
          return world.token;
        },
      },
    },
    overrides: {
      taskResourceLocalHandlers: byName((state) => (input: unknown) => perform(state, input)),
      waitTimeOverrides: byName((state) => {
        const wait = states.get(state);
        world.pass(wait?.Type === 'Wait' ? wait.Seconds : 0);
        return 0;
      }),
      retryIntervalOverrides: byName(() => 0),
    },
  });
  world.running.push(name);
  if (world.running.length === 1) world.approvals = new Set();
  let size = 0;
  const events = count(execution.eventLogs, ({ type, state }) => {
    if (type === 'StateEntered' && state?.type === 'Succeed') end = state.name;
    for (const held of [state?.input, state?.output])
      size = Math.max(size, JSON.stringify(held ?? null).length);
  });
  try {
    await execution.result;
    return { end: await events.then(() => end), cause: '', entered, events: await events, size };
  } catch (error) {
    const { name: word, message } = causeOf(error);
    return { end: killed ? 'killed' : word, cause: message, entered, events: await events, size };
  } finally {
    world.running.splice(world.running.indexOf(name), 1);
    world.close();
  }

  function perform(state: string, input: unknown): never {
    const task = states.get(state);
    if (killed || task?.Type !== 'Task') throw new AwsError('Killed');
    const first = !entered.includes(state);
    entered.push(state);
    const at = first && kill?.state === state ? kill.when : undefined;
    const die = (): never => {
      killed = true;
      execution.abort();
      throw new AwsError('Killed');
    };
    if (at === 'before') die();
    const action = task.Resource.replace('arn:aws:states:::aws-sdk:', '');
    try {
      return world.call(action, input as Readonly<Record<string, unknown>>) as never;
    } finally {
      if (at === 'after') die();
    }
  }
}

/** A record that has a value for every name. */
function byName<T>(value: (name: string) => T): Record<string, T> {
  return new Proxy({}, { get: (_, name) => (typeof name === 'string' ? value(name) : undefined) });
}

/** An event of the interpreter: of a state that was entered or left, with what went in and came out. */
interface Logged {
  readonly type: string;
  readonly state?: {
    readonly name: string;
    readonly type: string;
    readonly input?: unknown;
    readonly output?: unknown;
  };
}

async function count(events: AsyncGenerator<Logged>, seen: (event: Logged) => void): Promise<number> {
  let total = 0;
  for await (const event of events) {
    // A call is three events more in the history of Step Functions: scheduled, started, and how it ended.
    total += event.type === 'StateExited' && event.state?.type === 'Task' ? 4 : 1;
    seen(event);
  }
  return total;
}

function causeOf(error: unknown): Error {
  return error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error);
}
