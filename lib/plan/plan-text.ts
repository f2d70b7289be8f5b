import { readFileSync, statSync } from 'node:fs';
import {
  LineCounter,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
} from 'yaml';
import { errorCode } from './error-code';
import { type Fault, type LocatedFault } from './fault';

/** Largest plan that is read, in bytes. The reference plan has about 4,000. */
const MAX_BYTES = 262_144;
/** How many nodes YAML aliases may stand for in all. */
const MAX_ALIASED_NODES = 100;

const DANGLING_ALIAS: Fault = {
  path: [],
  problem: 'an alias of nothing',
  allowed: '* and the name of an anchor above it',
  fix: 'write the value out, or put a text that begins with * in quotes',
};

/** What messages compare a file with. */
export interface FileKind {
  readonly name: string;
  /** The least file of its kind. */
  readonly smallest: string;
  /** A file that has everything. */
  readonly example: string;
}

const PLAN: FileKind = { name: 'plan', smallest: 'plans/smallest.yaml', example: 'plans/reference.yaml' };

/** A YAML document that knows where each of its keys and values stands. */
export interface PlanText {
  readonly value: unknown;
  locate(fault: Fault): LocatedFault;
}

/** The text of a plan file, or the one reason why there is none. Never throws. */
export function readPlanFile(
  path: string,
  kind: FileKind = PLAN,
): { ok: true; text: string } | { ok: false; fault: Fault } {
  const allowed = `a YAML file in UTF-8 of at most ${MAX_BYTES / 1024} KiB`;
  const refused = (problem: string, details: Pick<Fault, 'found' | 'fix'> = {}) => ({
    ok: false as const,
    fault: { path: [], problem, allowed, ...details },
  });
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return refused('is a directory', { fix: 'name a file in it' });
    if (!stat.isFile()) return refused('is not a file');
    if (stat.size > MAX_BYTES)
      return refused('is too large', {
        found: `${stat.size} bytes`,
        fix: `name the ${kind.name}’s own file`,
      });
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return refused('does not exist');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return refused('is not UTF-8', { fix: 'save it as UTF-8' });
    return refused('cannot be read', { found: code });
  }
}

/** Parses a plan's text. Each YAML fault carries its place; never throws. */
export function parsePlanText(
  text: string,
  file: string,
  kind: FileKind = PLAN,
): { ok: true; text: PlanText } | { ok: false; faults: LocatedFault[] } {
  const lines = new LineCounter();
  const at = (offset: number, fault: Fault): LocatedFault => {
    const { line, col } = lines.linePos(offset);
    return { ...fault, file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const whole = (problem: string, fix?: string) => ({
    ok: false as const,
    faults: [at(0, { path: [], problem, fix })],
  });
  const tooDeep = () => whole('is nested too deeply', `keep to the shape of ${kind.example}`);
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      uniqueKeys: true,
      logLevel: 'error',
    });
    const broken = [...document.errors, ...document.warnings];
    if (broken.some(({ message }) => message.includes('call stack'))) return tooDeep();
    if (broken.length > 0) {
      return {
        ok: false,
        faults: broken.map((error) =>
          at(error.pos[0], {
            path: [],
            ...yamlProblem(error.code, error.message, text.slice(error.pos[0]), kind),
          }),
        ),
      };
    }
    const dangling = danglingAliases(document);
    if (dangling.length > 0) {
      return { ok: false, faults: dangling.map(({ range }) => at(range?.[0] ?? 0, DANGLING_ALIAS)) };
    }
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
      return whole('is empty', `start from ${kind.smallest}`);
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASED_NODES });
    const locate = (fault: Fault) => at(offsetOf(document, fault), fault);
    const lost = keysThatGetLost(value, []);
    return lost.length > 0 ? { ok: false, faults: lost.map(locate) } : { ok: true, text: { value, locate } };
  } catch (error) {
    if (error instanceof ReferenceError) {
      return whole(
        `YAML aliases stand for more than ${MAX_ALIASED_NODES} nodes`,
        'write the values out instead of aliasing them',
      );
    }
    return tooDeep();
  }
}

/** Keys that JavaScript takes for an object's prototype: whatever copies the map they are in drops them. */
function keysThatGetLost(value: unknown, path: readonly (string | number)[]): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inner]): Fault[] =>
    key === '__proto__'
      ? [
          {
            path: [...path, key],
            atKey: true,
            problem: 'not a usable name',
            found: '"__proto__"',
            fix: 'use another',
          },
        ]
      : keysThatGetLost(inner, [...path, key]),
  );
}

/** Aliases of anchors that do not stand above them. Their names are not told: one could be a secret that begins with *. */
function danglingAliases(document: Document): Alias[] {
  const anchors = new Set<string | undefined>();
  const dangling: Alias[] = [];
  visit(document, {
    Value: (_, { anchor }) => void anchors.add(anchor),
    Alias: (_, alias) => {
      if (!anchors.has(alias.source)) dangling.push(alias);
    },
  });
  return dangling;
}

/** The parser's message without the piece of the file it may quote, which could be a secret. */
function yamlProblem(
  code: string,
  message: string,
  rest: string,
  kind: FileKind,
): Pick<Fault, 'problem' | 'found' | 'fix'> {
  if (code === 'DUPLICATE_KEY') {
    const [key] = /^[\w-]{1,60}/.exec(rest) ?? [];
    return { problem: 'the same key twice in one map', found: key, fix: 'rename or remove one of the two' };
  }
  const plain = message.split(/[:\n]/, 1)[0] ?? message;
  return {
    problem: `not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`,
    fix: `compare with ${kind.example}, or put the text in quotes`,
  };
}

/** Offset of the value that a path leads to, or of its key; of the nearest map above where the path ends early. */
function offsetOf(document: Document, fault: Fault): number {
  const resolved = (node: unknown): Node | undefined => {
    const target = isAlias(node) ? node.resolve(document) : node;
    return isNode(target) ? target : undefined;
  };
  let node = resolved(document.contents);
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of fault.path.entries()) {
    let key: Node | undefined;
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      key = isNode(pair?.key) ? pair.key : undefined;
      next = pair?.value;
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step];
    }
    if (key === undefined && next === undefined) break;
    const last = depth === fault.path.length - 1;
    const value = isNode(next) ? next : undefined;
    const pointsAtKey = value === undefined || isCollection(value) || (last && fault.atKey === true);
    offset = (pointsAtKey ? (key ?? value) : value)?.range?.[0] ?? offset;
    node = resolved(next);
  }
  return offset;
}
