import type { Store } from '../plan/schema';

/** A few markets by code, many by number. */
export function marketList(markets: readonly string[]): string {
  return markets.length > 10 ? `${markets.length} markets` : markets.join(' ');
}

/** What copies a dataset into a store. */
export function mover(store: Store): string {
  return store === 's3' ? 'DataSync' : 'DMS';
}
