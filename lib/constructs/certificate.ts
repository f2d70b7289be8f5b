import { CfnDeletionPolicy } from 'aws-cdk-lib';
import { CfnCertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';

export interface CellCertificateProps {
  readonly cell: CellPlan;
}

/**
 * Certificate of the cell's domain, proved and renewed through its hosted zone, which must be in the cell's
 * account. Elliptic-curve, since phones on slow networks get a shorter handshake and every viewer that passes
 * the distribution's TLS policy can use it.
 */
export class CellCertificate extends CfnCertificate {
  constructor(scope: Construct, id: string, { cell: { cell } }: CellCertificateProps) {
    super(scope, id, {
      domainName: cell.domain,
      validationMethod: 'DNS',
      domainValidationOptions: [{ domainName: cell.domain, hostedZoneId: cell.zone.id }],
      keyAlgorithm: 'EC_prime256v1',
      certificateTransparencyLoggingPreference: 'ENABLED',
    });
    // A new domain brings a new certificate; the old one can only go when the distribution, in a later stack, has let go.
    this.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    this.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
  }
}
