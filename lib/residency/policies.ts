import type { Hearing } from './hearing';
import { intrinsicOf, isObject, own } from './json';
import { isKnown, UNKNOWN } from './marks';
import type { Reading } from './read';
import { allowingStatements } from './statements';

/** Condition keys that hold a statement for every principal to some of them (IAM user guide, global condition keys). */
const NARROWING = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'kms:calleraccount',
]);
const NARROWING_OPERATOR = /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals|Like|EqualsIgnoreCase)$/i;

/** Statements of a policy document that let everyone in. */
export function isOpen(document: Reading, hearing: Hearing): readonly { path: string; principal: string }[] {
  return allowingStatements(document, hearing).flatMap((statement) => {
    const principal = everyone(statement, hearing);
    return principal !== undefined && !narrowed(statement, hearing)
      ? [{ path: statement.path, principal }]
      : [];
  });
}

/** What in a statement means every principal; undefined if nothing does. */
function everyone(statement: Reading, hearing: Hearing): string | undefined {
  if (own(statement.value, 'NotPrincipal') !== undefined) return 'NotPrincipal';
  for (const principal of hearing.below([statement], 'Principal')) {
    const names =
      isObject(principal.value) && intrinsicOf(principal.value) === undefined
        ? hearing.below([principal], 'AWS[*]')
        : [principal];
    for (const name of names)
      for (const text of hearing.texts(name))
        if (text === UNKNOWN || text.split(',').includes('*')) return text;
  }
  return undefined;
}

function narrowed(statement: Reading, hearing: Hearing): boolean {
  return hearing.below([statement], 'Condition').every((condition) => {
    if (!isObject(condition.value)) return false;
    return Object.entries(condition.value).some(
      ([operator, keys]) =>
        NARROWING_OPERATOR.test(operator) &&
        isObject(keys) &&
        Object.entries(keys).some(
          ([key, values]) => NARROWING.has(key.toLowerCase()) && namesSome(key.toLowerCase(), values),
        ),
    );
  });

  function namesSome(key: string, values: unknown): boolean {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    const found = list.flatMap((value) => hearing.texts({ path: '', value }));
    return (
      found.length > 0 && found.every((text) => isKnown(text) && text !== '' && !namesAnyOwner(key, text))
    );
  }
}

/** Whether a wildcard stands where the owner is named: anyone may make an account or a name that fits it. */
function namesAnyOwner(key: string, text: string): boolean {
  const wildcard = /[*?]/;
  if (key.endsWith('orgpaths')) return wildcard.test(text.split('/')[0] ?? '');
  if (!key.endsWith('arn')) return wildcard.test(text);
  if (!text.startsWith('arn:')) return wildcard.test(text.charAt(0));
  const [, partition = '', service = '', , account = '', ...rest] = text.split(':');
  // An ARN without an account, such as a bucket's, tells its owner by the whole name.
  const owner = rest.length === 0 ? text : account === '' ? rest.join(':') : account;
  return [partition, service, owner].some((part) => wildcard.test(part));
}
