/** One thing wrong with a plan, said in the plan's terms. */
export interface Fault {
  /** Where: keys and list indices from the top of the plan. Empty for the whole file. */
  readonly path: readonly (string | number)[];
  /** Points at the key itself rather than at its value. */
  readonly atKey?: boolean;
  readonly problem: string;
  readonly found?: string;
  readonly allowed?: string;
  readonly fix?: string;
}

/** A fault with its place in the file; line and column count from 1. */
export interface LocatedFault extends Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One line that editors and terminals turn into a link. */
export function formatFault(fault: LocatedFault): string {
  const key = fault.path.join('.');
  const details = [
    fault.found !== undefined && `found ${fault.found}`,
    fault.allowed !== undefined && `allowed: ${fault.allowed}`,
    fault.fix !== undefined && `fix: ${fault.fix}`,
  ].filter((detail) => detail !== false);
  return [
    `${fault.file}:${fault.line}:${fault.column}: error: `,
    key === '' ? '' : `${key}: `,
    fault.problem,
    details.length === 0 ? '' : ` (${details.join('; ')})`,
  ].join('');
}

/** Longest string of the plan that a message repeats in full. */
const SHOWN = 60;

/** A value of the plan as a message shows it: scalars as they are, collections by kind. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/:\/\/[^/]*@/.test(value)) return masked(value);
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…"`;
}

/** A value that may be a secret: its kind and length, none of its text. */
export function masked(value: unknown): string {
  return typeof value === 'string' ? `a text of ${value.length} characters, not shown` : shownKind(value);
}

function shownKind(value: unknown): string {
  return typeof value === 'object' ? shown(value) : `a ${typeof value}, not shown`;
}

/** A list of words in a sentence, cut after `limit`. */
export function listed(words: readonly string[], limit = 8): string {
  if (words.length <= limit + 1) return words.join(', ');
  return `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`;
}
