import { listed, shown, type Fault } from '../plan/fault';
import { closest } from '../plan/suggest';
import { closestPlaces, regionsOfPlace } from './places';
import type { PolicyFile } from './policy-schema';
import { CHECK_RULES, EXPIRED_EXCEPTION, UNUSED_EXCEPTION } from './rules';

/** Rules that an exception can be about. */
const RULE_IDS = CHECK_RULES.filter((rule) => rule !== EXPIRED_EXCEPTION && rule !== UNUSED_EXCEPTION).map(
  ({ id }) => id,
);
const SELECTORS = ['rule', 'stack', 'logicalId', 'type', 'path', 'to'] as const;

/** Everything wrong with a policy that its shape does not tell. */
export function policyFaults(policy: PolicyFile): Fault[] {
  return [...jurisdictionFaults(policy), ...lawFaults(policy), ...exceptionFaults(policy)];
}

function jurisdictionFaults({ jurisdictions }: PolicyFile): Fault[] {
  return Object.entries(jurisdictions).flatMap(([name, places]): Fault[] => [
    ...(regionsOfPlace(name) === undefined
      ? []
      : [
          {
            path: ['jurisdictions', name],
            atKey: true,
            problem: 'the name of a region',
            found: shown(name),
            fix: 'name the jurisdiction otherwise',
          },
        ]),
    ...places.flatMap((place, index) =>
      regionsOfPlace(place) === undefined ? [noPlace(['jurisdictions', name, index], place, [])] : [],
    ),
  ]);
}

function lawFaults({ allowed, jurisdictions }: PolicyFile): Fault[] {
  const names = Object.keys(jurisdictions);
  const everything = allowed.findIndex((law) => law.class === undefined && law.stacks === undefined);
  return allowed.flatMap((law, index): Fault[] => [
    ...law.in.flatMap((place, at) =>
      names.includes(place) || regionsOfPlace(place) !== undefined
        ? []
        : [noPlace(['allowed', index, 'in', at], place, names)],
    ),
    ...(everything === -1 || index <= everything
      ? []
      : [
          {
            path: ['allowed', index],
            problem: `never applies: the first entry that fits is the law, and allowed.${everything} fits everything`,
            fix: 'put it before that one',
          },
        ]),
  ]);
}

function exceptionFaults({ exceptions }: PolicyFile): Fault[] {
  return exceptions.flatMap((exception, index): Fault[] => [
    ...(SELECTORS.some((key) => exception[key] !== undefined)
      ? []
      : [
          {
            path: ['exceptions', index],
            problem: 'would accept every finding',
            allowed: `at least one of ${SELECTORS.join(', ')}`,
            fix: 'say what it is about',
          },
        ]),
    ...(exception.rule === undefined || RULE_IDS.includes(exception.rule)
      ? []
      : [noRule(['exceptions', index, 'rule'], exception.rule)]),
    ...(isDay(exception.expires)
      ? []
      : [
          {
            path: ['exceptions', index, 'expires'],
            problem: 'not a day of the calendar',
            found: shown(exception.expires),
          },
        ]),
  ]);
}

function noPlace(path: Fault['path'], place: string, names: readonly string[]): Fault {
  const near = closestPlaces(place, names);
  const kinds = 'an AWS region, a country or bloc with one (ISO 3166-1 alpha-2, or EU)';
  return {
    path,
    problem: 'not a place that is known',
    found: shown(place),
    allowed: names.length === 0 ? kinds : `${kinds}, ${listed(names)}`,
    fix: near.length === 0 ? 'write one of these' : `did you mean ${near.join(' or ')}?`,
  };
}

function noRule(path: Fault['path'], rule: string): Fault {
  const near = closest(rule, RULE_IDS);
  const fix = near.length === 0 ? undefined : `did you mean ${near.join(' or ')}?`;
  return { path, problem: 'not a rule', found: shown(rule), allowed: listed(RULE_IDS, 20), fix };
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
