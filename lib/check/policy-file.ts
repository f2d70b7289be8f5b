import type { Fault, LocatedFault } from '../plan/fault';
import { parsePlanText, readPlanFile, type FileKind } from '../plan/plan-text';
import { shapeFaults } from '../plan/shape-faults';
import { regionsOfPlace } from './places';
import { policyFaults } from './policy-faults';
import { policySchema, type PolicyFile } from './policy-schema';

const POLICY: FileKind = { name: 'policy', smallest: 'docs/policy.yaml', example: 'docs/policy.yaml' };

/** A line of a policy: where certain resources may be, and where their pointers may lead. */
export interface Law {
  readonly class?: string;
  readonly stacks?: readonly string[];
  /** As the policy names them. */
  readonly places: readonly string[];
  readonly regions: ReadonlySet<string>;
  readonly basis?: string;
  /** Where it stands, as `file:line`. */
  readonly at: string;
}

/** A kind of finding that is accepted until a day. */
export interface Exception extends Readonly<PolicyFile['exceptions'][number]> {
  readonly line: number;
  readonly column: number;
  /** Its key in the policy. */
  readonly key: string;
}

/** A policy that is sound, with what its names stand for. */
export interface CheckPolicy {
  readonly file: string;
  readonly classTag: string;
  readonly laws: readonly Law[];
  readonly hosts: PolicyFile['hosts'];
  readonly exceptions: readonly Exception[];
}

/** Reads and checks a policy file. Bad input is a fault, never an exception. */
export function loadPolicy(
  path: string,
):
  | { readonly ok: true; readonly policy: CheckPolicy }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] } {
  const read = readPlanFile(path, POLICY);
  if (read.ok) return checkPolicy(read.text, path);
  return { ok: false, faults: [{ ...read.fault, file: path, line: 1, column: 1 }] };
}

/** Checks a policy's text; `path` names its file in faults. */
export function checkPolicy(text: string, path: string): ReturnType<typeof loadPolicy> {
  const parsed = parsePlanText(text, path, POLICY);
  if (!parsed.ok) return parsed;
  const { text: source } = parsed;
  const { value } = source;
  const locate = (fault: Fault) => source.locate(fault);
  const shape = policySchema.safeParse(value);
  const faults: readonly Fault[] = shape.success
    ? policyFaults(shape.data)
    : shapeFaults(shape.error.issues, value, policySchema);
  if (!shape.success || faults.length > 0) {
    return { ok: false, faults: faults.map(locate).sort((a, b) => a.line - b.line || a.column - b.column) };
  }
  const { classTag, hosts, jurisdictions, allowed, exceptions } = shape.data;
  const lineOf = (key: string, index: number) => locate({ path: [key, index], problem: '' });
  return {
    ok: true,
    policy: {
      file: path,
      classTag,
      hosts,
      laws: allowed.map(({ in: places, ...law }, index) => ({
        ...law,
        places,
        regions: new Set(places.flatMap((place) => regionsNamed(place, jurisdictions))),
        at: `${path}:${lineOf('allowed', index).line}`,
      })),
      exceptions: exceptions.map((exception, index) => {
        const { line, column } = lineOf('exceptions', index);
        return { ...exception, line, column, key: `exceptions.${index}` };
      }),
    },
  };
}

function regionsNamed(place: string, jurisdictions: PolicyFile['jurisdictions']): readonly string[] {
  const named = Object.hasOwn(jurisdictions, place) ? jurisdictions[place] : undefined;
  return (named ?? [place]).flatMap((word) => regionsOfPlace(word) ?? []);
}
