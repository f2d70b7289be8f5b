import { intrinsicOf, isObject, own } from './json';
import type { Hearing } from './hearing';
import { UNKNOWN } from './marks';
import type { Reading } from './read';

/** A word of a text in some language, and the name that stands before it as in `name: word`; empty without one. */
export interface Word {
  readonly name: string;
  readonly text: string;
}

const WORD = /[^\s"'`,;=()[\]{}<>\\]+/g;
/** What may stand between a name and its value. */
const ASSIGNS = /^["'\s\\]*[:=]?["'\s\\]*$/;
/** Between a name and its value more is prose. */
const LONGEST_GAP = 40;
/** Schemes are short; a colon farther on belongs to a name. */
const POINTER = /^arn:|^[a-z][a-z0-9+.:-]{0,30}:\/\//i;

/**
 * Words of JSON, YAML, shell, properties and the like, each with its name. Takes time in proportion to the text, whatever
 * is in it: a template may hold a megabyte of anything.
 */
export function* wordsOf(text: string): Generator<Word> {
  let before = { text: '', end: 0 };
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    if (found === ':') continue;
    const end = match.index + found.length;
    const gap = text.slice(before.end, Math.min(match.index, before.end + LONGEST_GAP + 1));
    const name = gap.length <= LONGEST_GAP && ASSIGNS.test(gap) ? before.text : '';
    const colon = POINTER.test(found) ? -1 : found.indexOf(':');
    if (colon > 0 && colon < found.length - 1)
      yield { name: found.slice(0, colon), text: found.slice(colon + 1) };
    else yield { name, text: found };
    before = { text: found.endsWith(':') ? found.slice(0, -1) : found, end };
  }
}

/** Under which a list of settings names the one whose `Value` stands beside. */
const NAMES = ['Key', 'Name', 'OptionName', 'ParameterKey'];
const DEEPEST = 50;

/** Texts that a document can be: one written as an object is its parts, each as `name: value`. */
export function documentTexts(document: Reading, hearing: Hearing): readonly string[] {
  const { path, value } = document;
  if (typeof value !== 'object' || value === null || intrinsicOf(value) !== undefined)
    return hearing.texts(document);
  return partsOf(value).flatMap(([name, part]) =>
    hearing.texts({ path, value: part }).map((text) => (text === UNKNOWN ? '' : `${name}: ${text}`)),
  );
}

type Part = readonly [name: string, value: unknown];

function partsOf(value: unknown, name = '', depth = 0): readonly Part[] {
  if (depth > DEEPEST || value === null || value === undefined) return [];
  if (typeof value !== 'object' || intrinsicOf(value) !== undefined) return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((item) => partsOf(item, name, depth + 1));
  const named = NAMES.map((key) => own(value, key)).find((each) => typeof each === 'string');
  if (typeof named === 'string' && isObject(value) && Object.hasOwn(value, 'Value'))
    return partsOf(value['Value'], named, depth + 1);
  return Object.entries(value).flatMap(([key, item]) => partsOf(item, key, depth + 1));
}
