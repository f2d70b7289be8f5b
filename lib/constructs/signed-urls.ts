import { createHash, createPublicKey, type KeyObject } from 'crypto';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { CfnKeyGroup, CfnPublicKey } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

export interface SignedUrlsProps {
  readonly cell: CellPlan;
}

/** The key group that signed URLs of the cell's personal data are checked with. Its private half is never here. */
export class SignedUrls extends Construct {
  readonly keyGroupId: string;

  /** @throws Error if the cell's `signer` cannot be read or is not a public key that CloudFront takes */
  constructor(scope: Construct, id: string, { cell }: SignedUrlsProps) {
    super(scope, id);
    const pem = readSigner(cell);
    // Named after the key: CloudFront lets no public key change, so another one must be another resource.
    const name = `${cell.id}-signer-${createHash('sha256').update(pem).digest('hex').slice(0, 8)}`;
    const publicKey = new CfnPublicKey(this, name, {
      publicKeyConfig: { name, callerReference: name, encodedKey: pem },
    });
    const group = new CfnKeyGroup(this, 'group', {
      keyGroupConfig: { name: `${cell.id}-signers`, items: [publicKey.attrId] },
    });
    this.keyGroupId = group.attrId;
  }
}

function readSigner({ id, cell, plan }: CellPlan): string {
  const file = cell.signer ?? '';
  const refuse = (found: string) =>
    new Error(
      `cells.${id}.signer: ${file} ${found}; allowed is a public key in PEM, RSA 2048 or ECDSA P-256: write it with \`openssl pkey -in <private key> -pubout\``,
    );
  let pem: string;
  try {
    pem = readFileSync(resolve(plan.folder, file), 'utf8').replaceAll('\r\n', '\n').trim() + '\n';
  } catch {
    throw refuse('cannot be read');
  }
  // Looked at before parsing: a private key parses as its public half and would go into the template whole.
  if (!/^-----BEGIN PUBLIC KEY-----\n[^-]+-----END PUBLIC KEY-----\n$/.test(pem)) {
    throw refuse('holds something other than one public key');
  }
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw refuse('is damaged');
  }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (modulusLength !== 2048 && namedCurve !== 'prime256v1') {
    throw refuse(`is of kind ${key.asymmetricKeyType} ${modulusLength ?? namedCurve ?? ''}`.trimEnd());
  }
  return pem;
}
