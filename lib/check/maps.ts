/** Whether `value` is a map, as JSON and YAML have them. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key of the map itself, undefined where there is none: a template may well name something `constructor`. */
export function entryOf(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A text under a key, undefined where there is none. */
export function textOf(value: unknown, key: string): string | undefined {
  const entry = entryOf(value, key);
  return typeof entry === 'string' ? entry : undefined;
}
