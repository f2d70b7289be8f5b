import { intrinsicOf, isObject, MAX_DEPTH, own } from '../json';
import { OPAQUE, type Reading } from '../read';
import type { Resource } from '../templates';
import type { CatalogueFile, Definition } from './catalogue';
import file from './catalogue.json';
import type { Kind, Verdict } from './verdict';

export const CATALOGUE = file as unknown as CatalogueFile;

/** A value whose property the catalogue says needs judging. */
export interface Site extends Reading {
  /** Name of the property that holds it, or holds the list it is in. */
  readonly name: string;
  readonly verdict: Verdict;
}

/** A site of one of some kinds. */
export type SiteOf<K extends Kind> = Site & { readonly verdict: { readonly kind: K } };

/** What a resource says. */
export interface Statements {
  readonly sites: readonly Site[];
  /** Texts of properties that need no judging by themselves, or that the catalogue does not know. */
  readonly strays: readonly Reading[];
  /** What stands where the catalogue knows a structure, and is none: nothing in it can be read. */
  readonly opaque: readonly Reading[];
}

const read = new WeakMap<Resource, Statements>();

/** Everything that a resource says, the branches of conditions each by itself. */
export function statementsOf(resource: Resource): Statements {
  let statements = read.get(resource);
  if (statements === undefined) read.set(resource, (statements = readAll(resource)));
  return statements;
}

/** Whether the catalogue holds the type: of a type that it lacks it knows no property. */
export function isCatalogued(type: string): boolean {
  return Object.hasOwn(CATALOGUE.types, type);
}

function readAll(resource: Resource): Statements {
  const definitions = isCatalogued(resource.type) ? (CATALOGUE.types[resource.type] ?? []) : [];
  const sites: Site[] = [];
  const strays: Reading[] = [];
  const opaque: Reading[] = [];
  walk(resource.properties, definitions[0], '', 0);
  return { sites, strays, opaque };

  /** Goes down what the catalogue describes by `definition`; below what it does not, all that is found is stray. */
  function walk(value: unknown, definition: Definition | undefined, path: string, depth: number): void {
    if (typeof value === 'string') strays.push({ path, value });
    if (typeof value !== 'object' || value === null) return;
    if (depth > MAX_DEPTH) return void strays.push({ path, value: OPAQUE });
    if (Array.isArray(value))
      return value.forEach((item, index) => walk(item, definition, `${path}[${index}]`, depth + 1));
    const branches = branchesOf(value);
    if (branches !== undefined)
      return branches.forEach((branch) => walk(branch, definition, path, depth + 1));
    const intrinsic = intrinsicOf(value);
    if (intrinsic !== undefined) {
      if (definition !== undefined && !isNothing(intrinsic)) opaque.push({ path, value });
      return void strays.push({ path, value });
    }
    for (const [key, item] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      const next = own(definition, key) ?? own(definition, '*');
      const verdict = typeof next === 'number' ? CATALOGUE.verdicts[next] : undefined;
      if (verdict !== undefined) collect(item, { path: at, name: key, verdict }, depth + 1);
      else walk(item, typeof next === 'number' ? definitions[-next] : undefined, at, depth + 1);
    }
  }

  /** A document, or a text of a language, stays whole; of anything else each part is a site. */
  function collect(value: unknown, site: Omit<Site, 'value'>, depth: number): void {
    if (value === undefined || value === null) return;
    if (depth > MAX_DEPTH) return void sites.push({ ...site, value: OPAQUE });
    const whole = site.verdict.kind === 'policy' || site.verdict.kind === 'definition';
    if (Array.isArray(value) && !whole)
      return value.forEach((item, index) =>
        collect(item, { ...site, path: `${site.path}[${index}]` }, depth + 1),
      );
    const branches = isObject(value) ? branchesOf(value) : undefined;
    if (branches !== undefined) return branches.forEach((branch) => collect(branch, site, depth + 1));
    if (!isObject(value) || whole || intrinsicOf(value) !== undefined)
      return void sites.push({ ...site, value });
    for (const [key, item] of Object.entries(value))
      collect(item, { ...site, path: `${site.path}.${key}` }, depth + 1);
  }
}

/** The branches of a condition. */
function branchesOf(value: object): readonly unknown[] | undefined {
  const intrinsic = intrinsicOf(value);
  return intrinsic?.name === 'Fn::If' && Array.isArray(intrinsic.argument)
    ? (intrinsic.argument.slice(1) as unknown[])
    : undefined;
}

function isNothing({ name, argument }: { readonly name: string; readonly argument: unknown }): boolean {
  return name === 'Ref' && argument === 'AWS::NoValue';
}
