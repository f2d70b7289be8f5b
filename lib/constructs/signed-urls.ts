import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { CfnKeyGroup, CfnPublicKey } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { publicKeyIn } from '../plan/pem';

export interface SignedUrlsProps {
  readonly cell: CellPlan;
}

/** The key group that signed URLs of the cell's personal data are checked with. Its private half is never here. */
export class SignedUrls extends Construct {
  readonly keyGroupId: string;

  /** @throws Error if the cell's `signer` cannot be read. That CloudFront takes the key is for the plan's rules. */
  constructor(scope: Construct, id: string, { cell }: SignedUrlsProps) {
    super(scope, id);
    const pem = publicKeyIn(readFileSync(resolve(cell.plan.folder, cell.cell.signer ?? ''), 'utf8'));
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
