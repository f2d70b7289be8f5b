import { CATALOGUE } from './catalogue/sites';
import type { Requirement } from './catalogue/requirement';
import type { Switch } from './catalogue/verdict';
import type { Hearing } from './hearing';
import { isKnown } from './marks';
import type { Reading } from './read';

const required = new Map<string, Requirement[]>();
for (const requirement of CATALOGUE.required)
  required.set(requirement.type, [...(required.get(requirement.type) ?? []), requirement]);

/** Finds switches of a kind that are turned, or may be turned, the wrong way. */
export function checkSwitches(hearing: Hearing, kind: Switch, message: string): void {
  for (const site of hearing.sites(kind)) {
    const { good, bad = [] } = site.verdict;
    const right = (text: string): boolean =>
      isKnown(text) && (good === undefined ? !includes(bad, text) : includes(good, text));
    const allowed = good === undefined ? `anything but ${bad.join(', ')}` : good.join(', ');
    for (const text of hearing.texts(site))
      if (!right(text)) hearing.find(site.path, text, `${message}; allowed is ${allowed}`);
  }
}

function includes(values: readonly string[], text: string): boolean {
  return values.some((value) => value.toLowerCase() === text.toLowerCase());
}

/** Finds what a resource leaves out although saying nothing leaks. */
export function checkRequired(hearing: Hearing, kind: Requirement['kind'], message: string): void {
  for (const requirement of required.get(hearing.resource.type) ?? [])
    if (requirement.kind === kind)
      for (const element of elementsOf(hearing, requirement)) demand(hearing, requirement, element, message);
}

/** What a requirement is about: the whole resource, or each element of a list that all its paths go through. */
interface Element extends Reading {
  /** How much of every path lies before the element. */
  readonly before: number;
}

function elementsOf(hearing: Hearing, { path, onlyWith, notWith }: Requirement): readonly Element[] {
  const [first = '', ...others] = [path, onlyWith ?? [], notWith ?? []].flat();
  const lists = [...first.matchAll(/\[\*\]\./g)].map(({ index }) => index + 3);
  const end =
    others.length === 0
      ? undefined
      : lists.findLast((at) => others.every((other) => other.startsWith(first.slice(0, at + 1))));
  if (end === undefined) return [{ path: '', value: hearing.resource.properties, before: 0 }];
  return hearing
    .read(first.slice(0, end))
    .filter(({ value }) => value !== undefined)
    .map((reading) => ({ ...reading, before: end + 1 }));
}

function canBeOn(hearing: Hearing, reading: Reading): boolean {
  if (reading.value === undefined) return false;
  const texts = hearing.texts(reading);
  return typeof reading.value === 'object' || texts.some((text) => text !== 'false' && text !== '');
}

/** At least one of the paths must be given, whatever the conditions. */
function demand(
  hearing: Hearing,
  { path, onlyWith, notWith }: Requirement,
  element: Element,
  message: string,
): void {
  const at = (each: string): readonly Reading[] => hearing.below([element], each.slice(element.before));
  if (onlyWith !== undefined && !at(onlyWith).some((reading) => canBeOn(hearing, reading))) return;
  if ([notWith ?? []].flat().some((each) => at(each).every(({ value }) => value !== undefined))) return;
  const [first = '', ...others] = [path].flat();
  if (others.some((other) => at(other).every((reading) => isSaid(hearing, reading)))) return;
  for (const reading of at(first)) if (!isSaid(hearing, reading)) hearing.find(reading.path, '', message);
}

function isSaid(hearing: Hearing, reading: Reading): boolean {
  if (reading.value === undefined || reading.value === null) return false;
  return typeof reading.value === 'object' || hearing.texts(reading).every((text) => text !== '');
}
