import { UNKNOWN } from './marks';

/** Every text that one value can be. */
export type Texts = readonly string[];
/** Every list of texts that one value can be. */
export type Lists = readonly Texts[];

/** How many texts one value is followed into before the rest counts as unknown. */
const MAX_ALTERNATIVES = 64;
/** Characters that a text put together from parts may have before it counts as unknown. */
const MAX_LENGTH = 1 << 18;

export function joined(lists: Lists, separator: string): Texts {
  return limited(
    lists.map((texts) => {
      const text = texts.join(separator);
      return text.length > MAX_LENGTH ? UNKNOWN : text;
    }),
  );
}

/** Distinct texts; past the limit, one unknown for the rest. */
export function limited(texts: Texts): Texts {
  if (texts.length <= 1) return texts;
  const distinct = [...new Set(texts)];
  return distinct.length <= MAX_ALTERNATIVES ? distinct : [...distinct.slice(0, MAX_ALTERNATIVES), UNKNOWN];
}

export function limitedLists(lists: Lists): Lists {
  return lists.length <= MAX_ALTERNATIVES ? lists : [...lists.slice(0, MAX_ALTERNATIVES), [UNKNOWN]];
}

/**
 * Every way to take one alternative of each part; a part without any is left out, as CloudFormation does, and one with
 * too many is unknown.
 */
export function product(parts: readonly Texts[]): Lists {
  let lists: string[][] = [[]];
  for (const alternatives of parts) {
    const only = alternatives[0];
    if (only === undefined) continue;
    const many = lists.length * alternatives.length > MAX_ALTERNATIVES;
    if (alternatives.length === 1 || many) for (const list of lists) list.push(many ? UNKNOWN : only);
    else lists = lists.flatMap((list) => alternatives.map((text) => [...list, text]));
  }
  return lists;
}
