import { CDN_PERIMETER, type Finding, type Place } from '../residency';
import { ANY_CLASS, classOf, type DataClass } from './classes';
import { matches } from './glob';
import { entryOf, textOf } from './maps';
import type { CheckPolicy, Law } from './policy-file';
import { PLACEMENT } from './rules';
import type { Rules } from './ruling';
import { isKnownRegion, type App, type Source } from './source';

/** Where a policy file lets the resources of an app be, and their pointers lead. */
export function lawsOf(policy: CheckPolicy): Rules {
  return (app) => {
    const regions = new Map<string, string[]>();
    const resourceRegions = new Map<string, Map<string, string[]>>();
    const placements: Finding[] = [];
    const lawsByStack = new Map<string, readonly Law[]>();
    const lawsByResource = new Map<string, readonly Law[]>();
    for (const source of app) {
      const { name, stackName, template } = source.input;
      const names = [stackName, rootOf(app, source).input.stackName];
      const ofStack = lawsFor(policy.laws, names, source.tags[policy.classTag]);
      const stackRegions = regionsUnder(ofStack);
      lawsByStack.set(name, ofStack);
      if (stackRegions !== undefined) regions.set(stackName, stackRegions);
      let underLawOfStack = false;
      for (const [logicalId, resource] of Object.entries(entryOf(template, 'Resources') ?? {})) {
        const dataClass = classOf(resource, policy.classTag);
        const laws = dataClass === undefined ? ofStack : lawsFor(policy.laws, names, dataClass);
        if (sameLaws(laws, ofStack)) {
          underLawOfStack ||= textOf(resource, 'Type') !== 'AWS::CDK::Metadata';
          continue;
        }
        lawsByResource.set(`${name}\n${logicalId}`, laws);
        const ofResources = resourceRegions.get(stackName) ?? new Map<string, string[]>();
        resourceRegions.set(stackName, ofResources.set(logicalId, regionsUnder(laws) ?? []));
        placements.push(...placementOf(source, laws, logicalId, textOf(resource, 'Type') ?? ''));
      }
      if (underLawOfStack) placements.push(...placementOf(source, ofStack, '', 'Template'));
    }
    return {
      policy: {
        regions: Object.fromEntries(regions),
        resourceRegions: Object.fromEntries(
          [...resourceRegions].map(([stack, ofResources]) => [stack, Object.fromEntries(ofResources)]),
        ),
        allowed: [...CDN_PERIMETER, ...policy.hosts.map(({ host, reason }) => ({ to: host, reason }))],
      },
      placements,
      forbiddenBy: ({ template, logicalId, place }) => {
        if (place === undefined) return undefined;
        const laws = lawsByResource.get(`${template}\n${logicalId}`) ?? lawsByStack.get(template) ?? [];
        const law = laws.find(({ regions }) => !allows(regions, place));
        return law === undefined ? undefined : described(law);
      },
    };
  };
}

/** The first law that fits; with it those before it that may fit, where the class is not known. */
function lawsFor(laws: readonly Law[], stackNames: readonly string[], dataClass: DataClass): readonly Law[] {
  const fitting: Law[] = [];
  for (const law of laws) {
    const ofStack =
      law.stacks === undefined ||
      law.stacks.some((pattern) => stackNames.some((name) => matches(pattern, name)));
    if (!ofStack) continue;
    const certain = law.class === undefined || law.class === dataClass;
    if (certain || dataClass === ANY_CLASS) fitting.push(law);
    if (certain) break;
  }
  return fitting;
}

/** Regions that each of the laws allows; undefined under no law. */
function regionsUnder([first, ...others]: readonly Law[]): string[] | undefined {
  return first === undefined
    ? undefined
    : [...first.regions].filter((region) => others.every(({ regions }) => regions.has(region)));
}

function placementOf(source: Source, laws: readonly Law[], logicalId: string, type: string): Finding[] {
  const { name, stackName, region } = source.input;
  const law = laws.find(({ regions }) => !regions.has(region));
  if (law === undefined) return [];
  const known = isKnownRegion(region);
  const what = logicalId === '' ? 'the stack' : 'its stack';
  return [
    {
      rule: PLACEMENT.id,
      level: PLACEMENT.level,
      template: name,
      stack: stackName,
      region,
      logicalId,
      type,
      path: '',
      value: region,
      place: known ? { kind: 'region', region } : { kind: 'unknown' },
      message: known
        ? `${what} is in ${region}; allowed is ${law.places.join(', ')}`
        : `the region of ${what} is not known; allowed is ${law.places.join(', ')}`,
      fix: known ? PLACEMENT.fix : 'say with --region where it is deployed',
    },
  ];
}

function allows(regions: ReadonlySet<string>, place: Place): boolean {
  return place.kind === 'region' && regions.has(place.region);
}

function described({ at, class: dataClass, places, basis }: Law): string {
  const whose = dataClass === undefined ? 'data' : `${dataClass} data`;
  return `${at}: ${whose} in ${places.join(', ')}${basis === undefined ? '' : ` (${basis})`}`;
}

function sameLaws(one: readonly Law[], other: readonly Law[]): boolean {
  return one.length === other.length && one.every((law, index) => law === other[index]);
}

/** The stack that a nested stack is in, at the end of the line. */
function rootOf(app: App, source: Source): Source {
  let root = source;
  for (let parent = root.input.parent; parent !== undefined; parent = root.input.parent) {
    const { name } = parent;
    const above = app.find(({ input }) => input.name === name);
    if (above === undefined) break;
    root = above;
  }
  return root;
}
