import { z } from 'zod';
import { listed, masked, shown, type Fault } from './fault';
import { planSchema } from './schema';
import { closest } from './suggest';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Keys whose values may turn out to be secrets: no message repeats them. */
const SENSITIVE = /secret|password|passwd|token|credential|private/i;
const MISSING = 'missing';

/** A fault, and for a misspelt key the path of the one that was meant: it need not be told as missing too. */
interface ShapeFault extends Fault {
  readonly meant?: string;
}

/** Plain words for the types that zod names. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** A value, and the schema that it was checked against. */
interface Checked {
  readonly value: unknown;
  readonly schema: z.core.$ZodType;
}

/** The issues of a plan's shape as faults, one for each; or of another file's, with its schema. */
export function shapeFaults(
  issues: readonly Issue[],
  value: unknown,
  schema: z.core.$ZodType = planSchema,
): Fault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, issue.path as Path, { value, schema }));
  const misspelt = new Set(faults.flatMap((fault) => fault.meant ?? []));
  return faults.filter((fault) => fault.problem !== MISSING || !misspelt.has(fault.path.join('.')));
}

/** A plan with the keys left out that nobody knows, or put under the name that was meant. */
export function withKnownKeys(value: unknown, issues: readonly Issue[]): unknown {
  const known = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as Path;
    const map = valueAt(known, path) as Record<string, unknown>;
    for (const key of issue.keys) {
      const [meant] = closest(key, keysAt(planSchema, path));
      if (meant !== undefined && !Object.hasOwn(map, meant)) map[meant] = map[key];
      Reflect.deleteProperty(map, key);
    }
  }
  return known;
}

function faultsOf(issue: Issue, path: Path, root: Checked): ShapeFault[] {
  const { schema } = root;
  const value = valueAt(root.value, path);
  const found = SENSITIVE.test(String(path.at(-1))) ? masked(value) : shown(value);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(schema, path, key));
    case 'invalid_key':
      return [
        {
          path,
          atKey: true,
          problem: 'not a usable name',
          found: shown(path.at(-1)),
          allowed: issue.issues[0]?.message,
        },
      ];
    case 'invalid_union':
      return unionFaults(issue.errors, path, root);
    case 'invalid_type':
      if (value === undefined) return [missing(schema, path)];
      if (path.at(-1) === 'secret') return [malformed(path, value, patternAt(schema, path) ?? '', found)];
      return [{ path, ...wrongKind(value, KINDS[issue.expected] ?? issue.expected, schema, path), found }];
    case 'invalid_value':
      return [value === undefined ? missing(schema, path) : notOneOf(path, value, issue.values.map(String))];
    case 'invalid_format':
      return [malformed(path, value, issue.format === 'email' ? 'an e-mail address' : issue.message, found)];
    case 'too_small':
      return [{ path, problem: 'too small', found, allowed: bound('at least', issue.minimum, issue.origin) }];
    case 'too_big':
      return [{ path, problem: 'too large', found, allowed: bound('at most', issue.maximum, issue.origin) }];
    default:
      return [{ path, problem: issue.message.toLowerCase(), found }];
  }
}

/**
 * A value that no branch of a union takes: told by the branch that it comes nearest to, or by all of them
 * where none is nearer than the others.
 */
function unionFaults(branches: readonly (readonly Issue[])[], path: Path, root: Checked): ShapeFault[] {
  const { schema } = root;
  const value = valueAt(root.value, path);
  const rejects = (issues: readonly Issue[]) =>
    issues.some((issue) => issue.path.length === 0 && ['invalid_type', 'invalid_value'].includes(issue.code));
  const entered = branches.filter((issues) => !rejects(issues));
  const fewest = Math.min(...entered.map((issues) => issues.length));
  const [nearest, ...others] = entered.filter((issues) => issues.length === fewest);
  if (nearest !== undefined && others.length === 0) {
    return nearest.flatMap((issue) => faultsOf(issue, [...path, ...(issue.path as Path)], root));
  }
  if (nearest !== undefined) {
    const keys = Object.keys(value as object);
    const allowed = `exactly one of ${keysAt(schema, path, { required: true }).join(', ')}`;
    return [
      {
        path,
        problem: 'not one of the forms this can have',
        found: keys.join(', ') || 'an empty map',
        allowed,
      },
    ];
  }
  const flat = branches.flatMap((issues) => issues.flatMap((issue) => flattened(issue)));
  const values = flat.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  const kinds = flat.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));
  if (value === undefined) return [missing(schema, path)];
  if (kinds.includes('array') && typeof value === 'string') {
    const fix = `write it as a list: [${value.slice(0, 20)}]`;
    return [
      { path, problem: 'not a list', found: shown(value), allowed: `${values.join(', ')}, or a list`, fix },
    ];
  }
  const forms = kinds.map((kind) =>
    kind === 'object' ? `{ ${keysAt(schema, path).join(', ')} }` : (KINDS[kind] ?? kind),
  );
  return [notOneOf(path, value, values, forms)];
}

function flattened(issue: Issue): Issue[] {
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(flattened) : [issue];
}

function unknownKey(schema: z.core.$ZodType, path: Path, key: string): ShapeFault {
  const known = keysAt(schema, path);
  const [meant] = closest(key, known);
  const fix =
    meant !== undefined
      ? `did you mean ${meant}?`
      : SENSITIVE.test(key)
        ? 'keep secrets out of the plan: name one with secret, and fill it in the cell'
        : 'remove it';
  return {
    path: [...path, key],
    atKey: true,
    problem: 'unknown key',
    allowed: known.join(', '),
    fix,
    meant: meant === undefined ? undefined : [...path, meant].join('.'),
  };
}

function missing(schema: z.core.$ZodType, path: Path): Fault {
  return { path, problem: MISSING, allowed: describe(schema, path), fix: `add ${path.at(-1)}` };
}

function wrongKind(
  value: unknown,
  expected: string,
  schema: z.core.$ZodType,
  path: Path,
): Pick<Fault, 'problem' | 'allowed' | 'fix'> {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const fix = expected === 'text' && scalar ? 'put it in quotes' : undefined;
  const allowed =
    expected === 'text' ? (patternAt(schema, path) ?? describe(schema, path) ?? expected) : expected;
  return { problem: `not ${expected}`, allowed, fix };
}

function notOneOf(
  path: Path,
  value: unknown,
  values: readonly string[],
  forms: readonly string[] = [],
): Fault {
  const near = typeof value === 'string' ? closest(value, values) : [];
  const country = values.length > 100;
  return {
    path,
    problem: country ? 'not a country code that is in use' : 'not one of the values allowed here',
    found: shown(value),
    allowed: country
      ? `ISO 3166-1 alpha-2 codes${values.includes('rest') ? ', or rest' : ''}`
      : [listed(values, 12), ...new Set(forms)].join(', or '),
    fix: fixOfValue(value, near),
  };
}

function fixOfValue(value: unknown, near: readonly string[]): string {
  if (typeof value === 'boolean') return 'put it in quotes';
  return near.length === 0 ? 'write one of these' : `did you mean ${near.join(' or ')}?`;
}

function malformed(path: Path, value: unknown, allowed: string, found: string): Fault {
  if (path.at(-1) === 'secret') {
    const fix =
      'put the value into the cell’s secret once it is deployed; if it is a real one, change it first';
    return { path, problem: 'looks like a secret’s value where its name belongs', found, allowed, fix };
  }
  return { path, problem: 'malformed', found: typeof value === 'string' ? found : shown(value), allowed };
}

function bound(side: string, limit: number | bigint, origin: string): string {
  const unit = origin === 'array' ? ' in the list' : origin === 'string' ? ' characters' : '';
  return `${side} ${limit}${unit}`;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return Reflect.get(value, step);
  }, root);
}

/** What the schema says of the value at `path`, when it says it in words. */
function describe(root: z.core.$ZodType, path: Path): string | undefined {
  return schemasAt(root, path).flatMap((schema) =>
    schema instanceof z.ZodType ? (schema.description ?? []) : [],
  )[0];
}

/** The words for the pattern that a text at `path` must have: its own error message. */
function patternAt(root: z.core.$ZodType, path: Path): string | undefined {
  return schemasAt(root, path).flatMap((schema) => {
    const issue = schema instanceof z.ZodString ? schema.safeParse('\u0000').error?.issues[0] : undefined;
    return issue?.code === 'invalid_format' ? issue.message : [];
  })[0];
}

function keysAt(root: z.core.$ZodType, path: Path, { required = false } = {}): string[] {
  return schemasAt(root, path).flatMap((schema) =>
    schema instanceof z.ZodObject
      ? Object.entries(schema.shape as Record<string, z.core.$ZodType>)
          .filter(([, value]) => !required || !(value instanceof z.ZodOptional))
          .map(([key]) => key)
      : [],
  );
}

/** The schemas that a value at `path` can meet: more than one below a union. */
function schemasAt(root: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  return path.reduce<z.core.$ZodType[]>(
    (schemas, step) => schemas.flatMap((schema) => below(schema, step)).flatMap(unwrapped),
    unwrapped(root),
  );
}

function below(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject)
    return [(schema.shape as Record<string, z.core.$ZodType | undefined>)[step]].filter(
      (child) => child !== undefined,
    );
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodArray) return [schema.element];
  return [];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrapped(option));
  return [schema];
}
