import type { Hearing } from './hearing';

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
    types:
      /^AWS::(?:RDS|DocDB|Neptune|Redshift)::DB?(?:Cluster)?(?:ParameterGroup|ClusterParameterGroup)$|^AWS::Redshift::ClusterParameterGroup$/,
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

/** Finds settings that are wrong in the documents of a resource. */
export function checkSettings(hearing: Hearing, rule: string): void {
  for (const setting of SETTINGS) {
    if (setting.rule !== rule || !setting.types.test(hearing.resource.type)) continue;
    for (const { path, text } of documentsOf(hearing))
      if (setting.wrong.test(text)) hearing.find(path, text.slice(0, 200), setting.message);
  }
}

/** The resource's properties as texts: what is written as JSON in a string, and parameters as `name: value`. */
function documentsOf(hearing: Hearing): readonly { readonly path: string; readonly text: string }[] {
  const texts: { path: string; text: string }[] = [];
  for (const [name, value] of Object.entries(hearing.resource.properties)) {
    if (typeof value === 'string')
      for (const text of hearing.texts({ path: name, value })) texts.push({ path: name, text });
    else texts.push({ path: name, text: JSON.stringify(value) ?? '' });
  }
  return texts;
}
