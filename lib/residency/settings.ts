import type { Hearing } from './hearing';
import { documentTexts } from './language';

/** A setting that is written in a document or a list of parameters, where CloudFormation has no property for it. */
interface Setting {
  readonly rule: string;
  readonly types: RegExp;
  /** What is wrong, wherever it stands in a text of `name: value`. */
  readonly wrong: RegExp;
  readonly message: string;
}

const SETTINGS: readonly Setting[] = [
  {
    rule: 'in-transit',
    types: /^AWS::(?:RDS|DocDB|Neptune|Redshift)::(?:DB|Cluster|DBCluster)ParameterGroup$/,
    wrong:
      /"?(?:rds\.force_ssl|require_secure_transport|require_ssl|tls|neptune_enforce_ssl)"?\s*[:=]\s*"?(?:0|off|false|disabled)\b/i,
    message: 'connections without TLS are accepted',
  },
  {
    rule: 'in-transit',
    types: /^AWS::EMR::SecurityConfiguration$/,
    wrong: /"?EnableInTransitEncryption"?\s*:\s*"?false/i,
    message: 'encryption in transit is switched off',
  },
  {
    rule: 'at-rest',
    types: /^AWS::EMR::SecurityConfiguration$/,
    wrong: /"?EnableAtRestEncryption"?\s*:\s*"?false/i,
    message: 'encryption at rest is switched off',
  },
  {
    rule: 'customer-managed-key',
    types: /^AWS::OpenSearchServerless::SecurityPolicy$/,
    wrong: /"?AWSOwnedKey"?\s*:\s*"?true/i,
    message: 'the collections are encrypted under a key that AWS owns',
  },
  {
    rule: 'public-exposure',
    types: /^AWS::OpenSearchServerless::SecurityPolicy$/,
    wrong: /"?AllowFromPublic"?\s*:\s*"?true/i,
    message: 'the collections are open to the public',
  },
];

/** Letters of a document that a finding shows. */
const LONGEST_SHOWN = 200;

/** Finds settings that are wrong in the documents of a resource. */
export function checkSettings(hearing: Hearing, rule: string): void {
  for (const setting of SETTINGS) {
    if (setting.rule !== rule || !setting.types.test(hearing.resource.type)) continue;
    for (const [path, value] of Object.entries(hearing.resource.properties))
      for (const text of documentTexts({ path, value }, hearing))
        if (setting.wrong.test(text)) hearing.find(path, text.slice(0, LONGEST_SHOWN), setting.message);
  }
}
