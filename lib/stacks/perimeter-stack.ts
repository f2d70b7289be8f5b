import type { Construct } from 'constructs';
import { CellCertificate } from '../constructs/certificate';
import { CellWebAcl } from '../constructs/web-acl';
import { PERIMETER_REGION, servedByCdn } from '../plan/cdn';
import { CellStack, type CellStackProps } from './cell-stack';

/** What AWS takes only in one region of a cell's CDN. It holds no user data. */
export class PerimeterStack extends CellStack {
  /** Undefined, like the other, while the cell serves nothing. */
  readonly certificateArn?: string;
  readonly webAclArn?: string;

  constructor(scope: Construct, id: string, props: CellStackProps) {
    super(scope, id, { ...props, region: PERIMETER_REGION });
    const { cell } = props;
    if (servedByCdn(cell).length === 0) {
      this.holdPlace();
      return;
    }
    this.certificateArn = new CellCertificate(this, 'certificate', { cell }).ref;
    this.webAclArn = new CellWebAcl(this, 'web-acl', { cell }).attrArn;
  }
}
