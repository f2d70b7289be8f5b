import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { errorCode } from './error-code';
import { shown } from './fault';
import { jsonProblem } from './json-syntax';

/** A record, or everything that is wrong with its file, each in one line that does not name the file. */
export type ReadRecord<T> =
  { readonly ok: true; readonly record: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a record from a file. Bad input is told, never thrown. */
export function readRecord<T>(file: string, schema: z.ZodType<T>): ReadRecord<T> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return refused('does not exist');
    if (code === 'EISDIR') return refused('is a directory');
    return refused(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8' : `cannot be read: ${code}`);
  }
  return parseRecord(text, schema);
}

/** Reads a record from its text. */
export function parseRecord<T>(text: string, schema: z.ZodType<T>): ReadRecord<T> {
  const broken = jsonProblem(text);
  if (broken !== undefined) return refused(broken);
  const value: unknown = JSON.parse(text);
  // Whoever copies a record key by key, as its check does, would lose what stands under this one.
  if (hasKey(value, '__proto__')) return refused('has a key that no record may have: __proto__');
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, record: parsed.data };
  return refused(...parsed.error.issues.map((issue) => problemOf(issue, value)));
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): string {
  const key = issue.path.join('.');
  const found = valueAt(value, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return `has ${key === '' ? '' : `in ${key} `}a key that no such record has: ${issue.keys.join(', ')}`;
  }
  if (key === '') return `is ${shown(value)}, not a record`;
  if (found === undefined) return `has no ${key}`;
  return `${key}: found ${shown(found)}; allowed: ${allowedBy(issue)}`;
}

function allowedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message;
  const kinds: Record<string, string> = { boolean: 'true, false', array: 'a list', string: 'a text' };
  return kinds[issue.expected] ?? 'a map';
}

/** Whether some map in a value, however deep, has a key of its own. */
function hasKey(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, key) || Object.values(value).some((inner) => hasKey(inner, key));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function refused(...problems: string[]): { readonly ok: false; readonly problems: readonly string[] } {
  return { ok: false, problems };
}
