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
    if (requirement.kind === kind && isAsked(hearing, requirement)) demand(hearing, requirement, message);
}

function isAsked(hearing: Hearing, { onlyWith, notWith }: Requirement): boolean {
  if (onlyWith !== undefined && !hearing.read(onlyWith).some((reading) => canBeOn(hearing, reading)))
    return false;
  return ![notWith ?? []].flat().some((path) => hearing.read(path).every(({ value }) => value !== undefined));
}

function canBeOn(hearing: Hearing, reading: Reading): boolean {
  if (reading.value === undefined) return false;
  const texts = hearing.texts(reading);
  return typeof reading.value === 'object' || texts.some((text) => text !== 'false' && text !== '');
}

/** At least one of the paths must be given, whatever the conditions. */
function demand(hearing: Hearing, { path }: Requirement, message: string): void {
  const [first = '', ...others] = typeof path === 'string' ? [path] : path;
  const isGiven = (readings: readonly Reading[]): boolean =>
    readings.every((reading) => isSaid(hearing, reading));
  if (others.some((other) => isGiven(hearing.read(other)))) return;
  for (const reading of hearing.read(first))
    if (!isSaid(hearing, reading)) hearing.find(reading.path, '', message);
}

function isSaid(hearing: Hearing, reading: Reading): boolean {
  if (reading.value === undefined || reading.value === null) return false;
  return typeof reading.value === 'object' || hearing.texts(reading).every((text) => text !== '');
}
