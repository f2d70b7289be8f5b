import type { ObjectStore } from './schema';

/** Takes the place of a market's code in the path of an object store. */
const MARKET = '{market}';

/**
 * Folders that the objects of some markets lie in, below a dataset's prefix, each ended by a slash. One folder for all of
 * them where the path does not keep markets apart.
 */
export function marketFolders({ path }: Pick<ObjectStore, 'path'>, markets: readonly string[]): string[] {
  return [...new Set(markets.map((market) => path.replaceAll(MARKET, market)))];
}

/**
 * The include filter of a DataSync task that moves these folders and nothing else. A pattern that begins with a slash is
 * one folder directly under the location, with its content, whatever the names beside it begin with; it needs no wildcard
 * (DataSync user guide, filtering). Of a plan it cannot reach the 102,400 characters that a filter may have (DataSync
 * quotas): a path has 200 at most, and there are some 250 markets.
 */
export function includeFilter(folders: readonly string[]): string {
  return folders.map((folder) => `/${folder}`).join('|');
}
