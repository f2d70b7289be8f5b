import { check, type Report } from '../../lib/check/check';
import { lawsOf } from '../../lib/check/laws';
import { checkPolicy, type CheckPolicy } from '../../lib/check/policy-file';
import type { App, Source } from '../../lib/check/source';

/** A stack in eu-west-1 with these resources. */
export function source(
  resources: object,
  more: Partial<Source['input']> & Pick<Partial<Source>, 'tags'> = {},
): Source {
  const { tags = {}, ...input } = more;
  const stackName = input.stackName ?? 'shop';
  const name = `${stackName}.template.json`;
  const template = { Resources: resources };
  return {
    name,
    file: `cdk.out/${name}`,
    tags,
    input: {
      name,
      stackName,
      region: 'eu-west-1',
      account: '111111111111',
      partition: 'aws',
      template,
      ...input,
    },
  };
}

/** A bucket with nothing wrong but that its key may be in another region. */
export function bucket(keyRegion: string, tags?: unknown) {
  return {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: `arn:aws:kms:${keyRegion}:111111111111:key/00000000-0000-0000-0000-000000000000`,
            },
          },
        ],
      },
      Tags: tags,
    },
  };
}

export function policyOf(text: string): CheckPolicy {
  const checked = checkPolicy(text, 'policy.yaml');
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.policy;
}

export function checked(app: App, policy: string, today = '2026-06-15'): Report {
  const read = policyOf(policy);
  return check([app], { rules: lawsOf(read), policy: read, today });
}

/** Findings of these rules as `rule LogicalId message`. */
export function told({ findings }: Report, ...rules: string[]): string[] {
  return findings
    .filter(({ finding }) => rules.includes(finding.rule))
    .map(({ finding }) => `${finding.rule} ${finding.logicalId}: ${finding.message}`);
}
