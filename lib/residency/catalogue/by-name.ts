import type { Classification } from './classification';

/** Reasons why many properties are nothing to judge. */
export const NOT = {
  near: 'names something of the stack’s own region by an id or name that no other region answers to',
  label: 'a name or text for people, a tag, or part of a filter',
  choice: 'a choice among ways of working that neither moves nor opens data',
  credential: 'a credential or its name; the host that it opens is judged by itself',
  address: 'an address or range within a network; where networks are joined is judged there',
  outside: 'an address that people or their browsers go to; it moves no data that is stored',
} as const;

/** Words of a switch: properties with such names are classified one by one, never by their endings. */
const SWITCH =
  '(?!.*(?:encrypt|tls|ssl|https|secur|public|replic|copy|copies|shar|protocol|auth|cross|external|internet|access))';

/** What names mean wherever they stand; the first that fits holds, after the files by service. */
export const BY_NAME: readonly Classification[] = [
  // Keys and roles before ARNs: they end alike.
  { on: /(?:kms|cmk).*(?:context|policy|role|grant)/i, not: 'goes with a key, which is judged by itself' },
  {
    on: /role(?:s|arns?|names?)?$|^ManagedPolicyArns$|^PermissionsBoundary$|^InstanceProfile(?:Arn)?$/i,
    kind: 'role',
  },
  {
    on: /(?:kms|cmk).*(?:key|arn|alias)(?:s|id|ids|arn|arns|identifier|name)?$|^(?:kms|cmk)(?:arn|key|id)?$/i,
    kind: 'key',
  },
  { on: /encryptionkey(?:s|id|arn|identifier)?$/i, kind: 'key' },
  { on: /arns?$/i, kind: 'arn' },
  // Places.
  { on: /availabilityzone(?:s|id|ids|name|names)?$/i, kind: 'zone' },
  { on: /^(?:Rf|StateOr)Region$|RegionalBlackout|RegionLinking/, not: 'no region of AWS' },
  { on: /region(?:s|name|names|code|codes|list)?$/i, kind: 'region' },
  { on: /s3(?:bucket)?(?:uri|url|location|path|outputpath|output)$|bucket(?:name|names)?$/i, kind: 'bucket' },
  {
    on: /(?:url|uri|endpoint|host|hostname|hosturl|domainname|servername|dnsname|brokers?|servers?|webhook)s?$/i,
    kind: 'host',
  },
  // Parties.
  { on: /accounts?(?:id|ids|number)?$/i, kind: 'account' },
  { on: /principals?(?:id|identifier)?$/i, kind: 'principal' },
  { on: /policydocument$|policytext$|^(?:resource|access|key)policy$/i, kind: 'policy' },
  // Nothing to judge.
  {
    on: /(?:securitygroup|subnet|vpc|group|table|gateway|attachment|endpoint|detector|pool|api|domain|instance|cluster|zone|store|channel|cache|volume|snapshot|template)s?(?:id|ids|name|names|identifier)s?$/i,
    not: NOT.near,
  },
  { on: /^(?:SecurityGroups|Subnets)$/, not: NOT.near },
  { on: /^(?:Key|Tags?|TagKey|Name|Description|Title|Label|Value|Values)$/, not: NOT.label },
  { on: /time-?zone$/i, not: 'a time zone' },
  {
    on: new RegExp(`${SWITCH}.*(?:password|secret|username|token|apikey|privatekey|publickey)$`, 'i'),
    not: NOT.credential,
  },
  { on: /address(?:es)?$|cidrs?(?:block|blocks)?$/i, not: NOT.address },
  {
    on: new RegExp(`^${SWITCH}.*(?:type|mode|status|strategy|level|format|operator|action)$`, 'i'),
    not: NOT.choice,
  },
];
