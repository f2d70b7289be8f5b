/**
 * Amazon States Language in JSONPath, as far as runbooks use it (Step Functions developer guide, "Amazon States Language").
 * Pure data: what writes a definition knows nothing of CDK.
 */

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL';
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath: string;
  readonly Next: string;
}

/** Where a state leads: to another, or out of its machine, branch or iteration. */
type Onward = { readonly Next: string } | { readonly End: true };

export type Task = {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Parameters: Readonly<Record<string, Json>>;
  readonly ResultSelector?: Readonly<Record<string, Json>>;
  readonly ResultPath: string | null;
  readonly TimeoutSeconds: number;
  readonly Retry: readonly Retrier[];
  readonly Catch: readonly Catcher[];
} & Onward;

export type Pass = {
  readonly Type: 'Pass';
  readonly Parameters?: Readonly<Record<string, Json>>;
  readonly Result?: Json;
  readonly ResultPath?: string;
} & Onward;

export interface Wait {
  readonly Type: 'Wait';
  readonly Seconds: number;
  readonly Next: string;
}

/** Comparisons that runbooks make (Step Functions developer guide, Choice state). */
type Comparison =
  | 'BooleanEquals'
  | 'IsBoolean'
  | 'IsNull'
  | 'IsNumeric'
  | 'IsPresent'
  | 'IsTimestamp'
  | 'NumericEquals'
  | 'NumericEqualsPath'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'NumericLessThan'
  | 'NumericLessThanPath'
  | 'StringEquals'
  | 'StringEqualsPath'
  | 'TimestampGreaterThanPath';
export type Test = { readonly [C in Comparison]?: string | number | boolean };

export type Condition = Test & {
  readonly Variable?: string;
  readonly And?: readonly Condition[];
  readonly Or?: readonly Condition[];
  readonly Not?: Condition;
};

export interface Choice {
  readonly Type: 'Choice';
  readonly Choices: readonly (Condition & { readonly Next: string })[];
  readonly Default: string;
}

export type Map = {
  readonly Type: 'Map';
  readonly ItemsPath: string;
  readonly ItemSelector: Readonly<Record<string, Json>>;
  readonly ItemProcessor: Machine & { readonly ProcessorConfig: { readonly Mode: 'INLINE' } };
  readonly ResultSelector: Readonly<Record<string, Json>>;
  readonly ResultPath: string;
  readonly Catch: readonly Catcher[];
} & Onward;

export type Parallel = {
  readonly Type: 'Parallel';
  readonly Branches: readonly Machine[];
  readonly ResultSelector: Readonly<Record<string, Json>>;
  readonly ResultPath: string;
  readonly Catch: readonly Catcher[];
} & Onward;

export interface Succeed {
  readonly Type: 'Succeed';
}

export type Fail =
  | { readonly Type: 'Fail'; readonly Error: string; readonly Cause: string }
  | { readonly Type: 'Fail'; readonly ErrorPath: string; readonly CausePath: string };

export type State = Task | Pass | Wait | Choice | Map | Parallel | Succeed | Fail;

export type States = Readonly<Record<string, State>>;

export interface Machine {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: States;
}

/** Some states, and the one to begin with. */
export interface Steps {
  readonly start: string;
  readonly states: States;
}

/** A part of a runbook: its states, given the state that follows them. */
export type Step = (next: string) => Steps;

/** Parts one after the other, then `end`. */
export function inOrder(steps: readonly Step[], end: string): Steps {
  return steps.reduceRight<Steps>(
    (after, step) => {
      const { start, states } = step(after.start);
      return { start, states: { ...states, ...after.states } };
    },
    { start: end, states: {} },
  );
}

/** Every state of a machine, those of its branches and iterations too, with its name. */
export function statesOf({ States }: Machine): [name: string, state: State][] {
  return Object.entries(States).flatMap(([name, state]): [string, State][] => {
    const inner =
      state.Type === 'Map' ? [state.ItemProcessor] : state.Type === 'Parallel' ? state.Branches : [];
    return [[name, state], ...inner.flatMap(statesOf)];
  });
}

/** Of a list, whether it holds `value` and nothing else. The list is one of `States.ArrayUnique`. */
export function isAll(path: string, value: string): Condition {
  return {
    And: [
      { Variable: `${path}[0]`, IsPresent: true },
      { Variable: `${path}[0]`, StringEquals: value },
      { Not: { Variable: `${path}[1]`, IsPresent: true } },
    ],
  };
}

/** Whether what `path` points at is there and meets `test`: to look at what is not there ends an execution at once. */
export function present(path: string, test: Test): Condition {
  return {
    And: [
      { Variable: path, IsPresent: true },
      { Variable: path, ...test },
    ],
  };
}

/** Whether what `path` points at is there, and the number 0: of what is null interpreters do not agree. */
export function none(path: string): Condition {
  return { And: [present(path, { IsNumeric: true }), { Variable: path, NumericEquals: 0 }] };
}

/** How many of a list there are, less the one that is always there: see {@link withOne}. */
export function countOf(path: string): string {
  return `States.MathAdd(States.ArrayLength(${path}), -1)`;
}

/**
 * The place of an answer beside `one` made-up entry that answers to every question asked of the entries. A path that
 * finds nothing is an empty list to Step Functions, and no value at all to other interpreters of the language; with one
 * entry that is always found, and taken off again when counting, every reader agrees.
 */
export function withOne(list: string, ...one: readonly Json[]): { readonly none: Json } {
  return { none: { [list]: one } };
}
