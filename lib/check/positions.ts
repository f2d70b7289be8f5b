import { isMap, isNode, isScalar, isSeq, LineCounter, type Document, type Pair } from 'yaml';
import { templateDocument } from './template-yaml';

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Longest text in which places are looked for, in characters: it is read as slowly as YAML. */
const MAX_LENGTH = 4 * 1024 ** 2;

/** Tells where in a template's text the properties stand that findings are about. */
export class Positions {
  private readonly lines = new LineCounter();
  private readonly document?: Document;
  private resources?: Map<string, Pair>;

  /** @param text JSON or YAML, whatever is wrong with it */
  constructor(text: string) {
    if (text.length <= MAX_LENGTH) this.document = templateDocument(text, this.lines);
  }

  /**
   * Where a property stands, or the nearest thing around it that is there: the properties, the resource, the
   * section of the template that `logicalId` is the name of.
   *
   * @param path under Properties, with the numbers of elements, as findings have it
   */
  of(logicalId: string, path: string): Position | undefined {
    const root = this.document?.contents;
    this.resources ??= pairsOf(pairOf(root, 'Resources')?.value);
    const resource = this.resources.get(logicalId);
    if (resource === undefined) return this.position(pairOf(root, logicalId)?.key);
    if (path === '') return this.position(resource.key);
    const properties = pairOf(resource.value, 'Properties');
    if (properties === undefined) return this.position(resource.key);
    return this.position(reach(properties.key, properties.value, path).node);
  }

  private position(node: unknown): Position | undefined {
    if (!isNode(node) || node.range === undefined || node.range === null) return undefined;
    const { line, col } = this.lines.linePos(node.range[0]);
    return line < 1 || col < 1 ? undefined : { line, column: col };
  }
}

/** The last node on the way along a path, and how many characters of the path lie behind it. */
interface Reached {
  readonly node: unknown;
  readonly rest: number;
}

function reach(named: unknown, value: unknown, path: string): Reached {
  let best: Reached = { node: named, rest: path.length };
  if (path === '') return best;
  for (const [node, inner, rest] of steps(named, value, path)) {
    const reached = reach(node, inner, rest);
    if (reached.rest < best.rest) best = reached;
    if (best.rest === 0) break;
  }
  return best;
}

/** Ways to go on: keys, which may hold dots, elements, and the branches of a condition, which no path mentions. */
function steps(named: unknown, value: unknown, path: string): (readonly [unknown, unknown, string])[] {
  if (isSeq(value)) {
    const [head = '', index] = /^\[(\d+)\]/.exec(path) ?? [];
    const item: unknown = index === undefined ? undefined : value.items[Number(index)];
    return item === undefined ? [] : [[item, item, path.slice(head.length).replace(/^\./, '')]];
  }
  if (!isMap(value)) return [];
  const branches = pairOf(value, 'Fn::If')?.value;
  if (isSeq(branches)) return branches.items.slice(1).map((branch) => [named, branch, path]);
  return value.items.flatMap((pair: Pair) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const rest = path.slice(key.length);
    if (key === '' || !path.startsWith(key) || !/^$|^[.[]/.test(rest)) return [];
    return [[pair.key, pair.value, rest.replace(/^\./, '')] as const];
  });
}

function pairOf(map: unknown, key: string): Pair | undefined {
  return pairsOf(map).get(key);
}

function pairsOf(map: unknown): Map<string, Pair> {
  if (!isMap(map)) return new Map();
  return new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
}
