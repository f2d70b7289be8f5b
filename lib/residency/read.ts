import { intrinsicOf, isObject, own } from './json';
import type { Resolver } from './resolver';
import type { Resource, Template } from './templates';

/** A value found at a property path; `undefined` when nothing is there. */
export interface Reading {
  /** Path under Properties, with the numbers of elements. */
  readonly path: string;
  readonly value: unknown;
}

/** Stands where a structure was expected and something unreadable was found: resolves to unknown. */
export const OPAQUE = { 'Fn::Opaque': '' };

/**
 * Everything that can stand at `path` of a resource, a condition's branches each by itself.
 *
 * @param path property names joined by dots, `[*]` after the name of a list, such as `A.B[*].C`
 */
export function read(resource: Resource, path: string, resolver: Resolver): readonly Reading[] {
  return readFrom([{ path: '', value: resource.properties }], path, resource.template, resolver);
}

/** As {@link read}, from values already read. */
export function readFrom(
  start: readonly Reading[],
  path: string,
  template: Template,
  resolver: Resolver,
): readonly Reading[] {
  let readings = start;
  for (const segment of path.split('.')) {
    const list = segment.endsWith('[*]');
    const name = list ? segment.slice(0, -3) : segment;
    readings = readings.flatMap((reading) => {
      const there = step(reading, name, template, resolver);
      return list ? there.flatMap((found) => elements(found, template, resolver)) : there;
    });
  }
  return readings;
}

function step(from: Reading, name: string, template: Template, resolver: Resolver): readonly Reading[] {
  const path = from.path === '' ? name : `${from.path}.${name}`;
  if (from.value === undefined) return [{ path, value: undefined }];
  if (!isObject(from.value) || intrinsicOf(from.value) !== undefined) return [{ path, value: OPAQUE }];
  return resolver.variants(own(from.value, name), template).map((value) => ({ path, value }));
}

function elements(list: Reading, template: Template, resolver: Resolver): readonly Reading[] {
  const path = `${list.path}[*]`;
  if (list.value === undefined) return [{ path, value: undefined }];
  if (intrinsicOf(list.value) !== undefined) return [{ path, value: list.value }];
  const items: readonly unknown[] = Array.isArray(list.value) ? list.value : [list.value];
  const readings = items.flatMap((item, index) =>
    resolver.variants(item, template).map((value) => ({ path: `${list.path}[${index}]`, value })),
  );
  const present = readings.filter((reading) => reading.value !== undefined);
  return present.length === 0 ? [{ path, value: undefined }] : present;
}
