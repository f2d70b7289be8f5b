import { entryOf, isMap } from './maps';

/** Stands for a class that only the deployment knows. */
export const ANY_CLASS = Symbol('any class');

export type DataClass = string | typeof ANY_CLASS | undefined;

/** How a resource's tags are called: `Tags` most often, `UserPoolTags`, `TagList` and others where a type is odd. */
const TAGS = /(?:^|[a-z])(?:Tags|TagList)$/;

/** The class of a resource's data, as its tag says; undefined where it has no such tag. */
export function classOf(resource: unknown, tag: string): DataClass {
  const properties = entryOf(resource, 'Properties');
  if (!isMap(properties)) return undefined;
  for (const [name, tags] of Object.entries(properties)) {
    if (!TAGS.test(name)) continue;
    const found = classIn(tags, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

function classIn(tags: unknown, tag: string): DataClass {
  if (isMap(tags)) {
    if (Object.hasOwn(tags, tag)) return asClass(tags[tag]);
    return isFunction(tags) ? ANY_CLASS : undefined;
  }
  if (!Array.isArray(tags)) return undefined;
  const items: readonly unknown[] = tags;
  const found = items.find((item) => entryOf(item, 'Key') === tag);
  if (found !== undefined) return asClass(entryOf(found, 'Value'));
  return items.some((item) => isFunction(item) || isMap(entryOf(item, 'Key'))) ? ANY_CLASS : undefined;
}

function asClass(value: unknown): DataClass {
  return typeof value === 'string' ? value : ANY_CLASS;
}

function isFunction(value: unknown): boolean {
  return isMap(value) && Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}
