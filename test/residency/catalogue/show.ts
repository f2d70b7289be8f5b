import { CLASSIFICATIONS } from '../../../lib/residency/catalogue/classifications';
import { specProperties } from './candidates';
import { classify, type Classified } from './derive';

/** Prints the candidates of the types that begin so, and what was decided of each. */
function show(prefix: string): void {
  const properties = specProperties().filter(({ type }) => type.startsWith(prefix));
  for (const each of classify(properties, CLASSIFICATIONS)) console.log(line(each));
}

function line({ property, by }: Classified): string {
  const { type, owner, name, holds, allowed, documentation, refersTo } = property;
  const verdict =
    by === undefined
      ? 'UNCLASSIFIED'
      : 'not' in by
        ? `not: ${by.not}`
        : JSON.stringify({ ...by, on: undefined });
  const values = allowed.length > 0 ? `(${allowed.join(' ')})` : '';
  const refs = refersTo.length > 0 ? `-> ${[...new Set(refersTo)].join(' ')}` : '';
  const text = documentation.replace(/\s+/g, ' ').replace(/\(https?:[^)]*\)/g, '');
  return `${type}:${owner}.${name} ${holds.join('|')}${values} ${refs} | ${verdict} | ${text.slice(0, 220)}`;
}

show(process.argv[2] ?? 'AWS::');
