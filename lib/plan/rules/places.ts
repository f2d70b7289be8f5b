import type { Markets } from '../schema';

/** Where in a list of markets one of them stands: its own place, or the list's for one that `all` or `rest` brings. */
export function marketPath(
  base: readonly (string | number)[],
  markets: Markets,
  market: string,
): readonly (string | number)[] {
  const index = Array.isArray(markets) ? markets.indexOf(market) : -1;
  return index < 0 ? [...base, 'markets'] : [...base, 'markets', index];
}

/** The members of `items` by key, in the order in which keys first appear. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Pairs of different members of `items`, each once, in order. */
export function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second): [T, T] => [first, second]));
}
