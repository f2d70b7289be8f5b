import { balancerAccount } from './balancer-accounts';
import type { Hearing } from './hearing';
import { intrinsicOf, isObject, own } from './json';
import { isKnown, UNKNOWN } from './marks';
import { isRegion } from './place';
import type { Reading } from './read';
import { allowingStatements, conditionsOf } from './statements';

const ACCOUNT = /^\d{12}$/;
/** AWS itself, as the account of managed policies and images. */
const AWS_ITSELF = new Set(['aws', 'amazon', 'self', 'aws-marketplace', '']);
const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazon(?:aws)?\.com(?:\.cn)?$/;

/** Whether a text is an account's number: where the account of a stack is not known it is some other word. */
export function isAccount(text: string): boolean {
  return ACCOUNT.test(text);
}

/** The account that a principal belongs to; the principal itself where it names none. */
export function accountOf(text: string): string {
  return text.startsWith('arn:') ? (text.split(':')[4] ?? '') : text;
}

/** Why a principal is somebody else; undefined when it is the stack's own account, or a service in its region. */
export function whyForeign(text: string, hearing: Hearing): string | undefined {
  const { account: here, region } = hearing.resource.template.input;
  if (hearing.resolver.marks.first(text) !== undefined) return undefined;
  if (SERVICE.test(text)) {
    const named = text.split('.').find(isRegion);
    return named === undefined || named === region ? undefined : `a service in ${named}`;
  }
  if (/^org-|^o-|:organizations:/.test(text)) return 'accounts of an organization';
  const account = accountOf(text);
  if (AWS_ITSELF.has(account.toLowerCase()) || account === here) return undefined;
  if (account === balancerAccount(region) && hearing.resource.type === 'AWS::S3::BucketPolicy')
    return undefined;
  if (ACCOUNT.test(account))
    return ACCOUNT.test(here)
      ? `account ${account}`
      : `account ${account}; which account this stack goes to is not known`;
  if (text === '*' || /^all$/i.test(text)) return 'everyone';
  if (!isKnown(text)) return 'somebody who cannot be worked out';
  return undefined;
}

/** A principal that a policy's statements let in. */
export interface LetIn {
  readonly path: string;
  readonly text: string;
}

/** Condition keys that let in whom they name (IAM user guide, global condition keys). */
const NAMING = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'kms:calleraccount',
]);
const NAMING_OPERATOR = /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals|Like|EqualsIgnoreCase)/i;

/** Accounts, services and roles that a document's statements let in, as principals or by a condition. */
export function principalsIn(document: Reading, hearing: Hearing): readonly LetIn[] {
  return allowingStatements(document, hearing).flatMap((statement) => [
    ...namedPrincipals(statement, hearing),
    // The condition of a role's own policy lets nobody in.
    ...(isOf(statement) ? conditionsOf(statement, hearing) : []).flatMap(({ operator, key, path, texts }) =>
      NAMING_OPERATOR.test(operator) && NAMING.has(key) ? texts.map((text) => ({ path, text })) : [],
    ),
  ]);
}

/** Whether a statement says whom it is about. */
function isOf({ value }: Reading): boolean {
  return own(value, 'Principal') !== undefined || own(value, 'NotPrincipal') !== undefined;
}

function namedPrincipals(statement: Reading, hearing: Hearing): readonly LetIn[] {
  return hearing.below([statement], 'Principal').flatMap((principal) => {
    const whole = !isObject(principal.value) || intrinsicOf(principal.value) !== undefined;
    const named = whole
      ? [principal]
      : ['AWS', 'Service'].flatMap((kind) => hearing.below([principal], `${kind}[*]`));
    return named.flatMap((reading) =>
      hearing
        .texts(reading)
        .flatMap((text) => text.split(','))
        .filter((text) => text !== UNKNOWN && text !== '*')
        .map((text) => ({ path: reading.path, text })),
    );
  });
}
