import { contains, JURISDICTIONS, REGIONS } from '../plan/geography';
import { closest } from '../plan/suggest';

/** Regions of partitions that no cell can stand in, and whose country their code says. */
const OTHER_PARTITION = /^(us-gov|us-iso[a-z]?|eu-isoe|eusc-de)-[a-z]+-\d$/;

/** The regions of a country or bloc, or one region; undefined for any other word. */
export function regionsOfPlace(place: string): readonly string[] | undefined {
  if (JURISDICTIONS.includes(place)) return Object.keys(REGIONS).filter((region) => contains(place, region));
  return isRegion(place) ? [place] : undefined;
}

/** Whether a word is the code of an AWS region, in any partition. */
export function isRegion(word: string): boolean {
  return Object.hasOwn(REGIONS, word) || OTHER_PARTITION.test(word);
}

/** What someone may have meant who wrote `word` for a place. */
export function closestPlaces(word: string, named: readonly string[] = []): string[] {
  return closest(word, [...named, ...Object.keys(REGIONS), ...JURISDICTIONS]);
}
