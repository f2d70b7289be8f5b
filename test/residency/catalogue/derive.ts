import type { Classification } from '../../../lib/residency/catalogue/classification';
import type { CatalogueFile, Definition } from '../../../lib/residency/catalogue/catalogue';
import type { Verdict } from '../../../lib/residency/catalogue/verdict';
import { isCandidate, type SpecProperty } from './candidates';

/** What a property is whose relationship names these types. */
const BY_RELATIONSHIP: readonly (readonly [type: RegExp, by: Classification])[] = [
  [/^AWS::KMS::(?:Key|Alias)$/, { on: 'AWS::KMS::Key', kind: 'key' }],
  [/^AWS::S3::Bucket$/, { on: 'AWS::S3::Bucket', kind: 'bucket' }],
  [/^AWS::IAM::(?:Role|InstanceProfile)$/, { on: 'AWS::IAM::Role', kind: 'role' }],
];

/** A candidate, and the classification that holds for it. */
export interface Classified {
  readonly property: SpecProperty;
  /** Undefined when nobody has classified it. */
  readonly by: Classification | undefined;
}

/** The candidates among `properties` and what was decided of each: the most particular classification holds. */
export function classify(
  properties: readonly SpecProperty[],
  classifications: readonly Classification[],
): readonly Classified[] {
  const exact = new Map<string, Classification>();
  const patterns: Classification[] = [];
  for (const each of classifications) {
    if (typeof each.on === 'string') exact.set(each.on, exact.get(each.on) ?? each);
    else patterns.push(each);
  }
  // A property that somebody wrote down by its type is one, whatever its name says.
  return properties.flatMap((property) => {
    const named = namesOf(property).map((name) => exact.get(name));
    const by =
      named.find((each) => each !== undefined) ??
      BY_RELATIONSHIP.find(([type]) => property.refersTo.some((to) => type.test(to)))?.[1] ??
      patterns.find(({ on }) => on instanceof RegExp && on.test(property.name));
    return isCandidate(property) || named.slice(0, 3).some((each) => each !== undefined)
      ? [{ property, by }]
      : [];
  });
}

/** The names that a classification can call a property by, the most particular first. */
export function namesOf({ type, owner, name }: SpecProperty): readonly string[] {
  const service = type.split('::').slice(0, 2).join('::');
  return [`${type}:${owner}.${name}`, `${type}.${name}`, `${service}::*.${name}`, name];
}

/** The file that the engine reads: every type, and of its definitions what is to be judged or leads there. */
export function catalogueOf(
  names: readonly string[],
  properties: readonly SpecProperty[],
  classified: readonly Classified[],
): Pick<CatalogueFile, 'verdicts' | 'types'> {
  const verdicts: Verdict[] = [];
  const numbers = new Map<string, number>();
  const judged = new Map<SpecProperty, number>();
  for (const { property, by } of classified) {
    if (by === undefined || 'not' in by) continue;
    const { kind, of, incoming, good, bad } = by;
    const verdict: Verdict = { kind, of, incoming, good, bad };
    const text = JSON.stringify(verdict);
    const number = numbers.get(text) ?? verdicts.push(verdict) - 1;
    numbers.set(text, number);
    judged.set(property, number);
  }
  const byType = grouped(properties, ({ type }) => type);
  const types = Object.fromEntries(
    names.map((type) => [type, definitionsOf(byType.get(type) ?? [], judged)]),
  );
  return { verdicts, types };
}

function definitionsOf(
  properties: readonly SpecProperty[],
  judged: ReadonlyMap<SpecProperty, number>,
): Definition[] {
  const byOwner = grouped(properties, ({ owner }) => owner);
  const telling = tellingOwners(byOwner, judged);
  const owners = ['', ...[...telling].filter((owner) => owner !== '')];
  const maps: Definition[] = [];
  const definitions = owners.map((owner) =>
    Object.fromEntries(
      (byOwner.get(owner) ?? []).flatMap((property): [string, number][] => {
        const verdict = judged.get(property);
        if (verdict !== undefined) return [[property.name, verdict]];
        const next = owners.indexOf(property.leadsTo.find((name) => telling.has(name)) ?? '');
        if (next === 0) return [];
        return [[property.name, property.inMap ? 1 - owners.length - maps.push({ '*': -next }) : -next]];
      }),
    ),
  );
  return [...definitions, ...maps];
}

/** Definitions that hold something to judge, or lead to one that does. */
function tellingOwners(
  byOwner: ReadonlyMap<string, readonly SpecProperty[]>,
  judged: ReadonlyMap<SpecProperty, number>,
): ReadonlySet<string> {
  const telling = new Set<string>();
  for (let size = -1; size !== telling.size;) {
    size = telling.size;
    for (const [owner, properties] of byOwner)
      if (properties.some((each) => judged.has(each) || each.leadsTo.some((name) => telling.has(name))))
        telling.add(owner);
  }
  return telling;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
