import type { Rule } from '../rule';
import { customerManagedKey } from './customer-managed-key';
import { datasyncAccess } from './datasync-access';
import { datasyncDirection } from './datasync-direction';
import { destination } from './destination';
import { dmsDirection } from './dms-direction';
import { dmsNotPublic } from './dms-not-public';
import { dmsTls } from './dms-tls';
import { keyRegion } from './key-region';
import { link } from './link';
import { notJudgeable } from './not-judgeable';
import { publicExposure } from './public-exposure';
import { replicas } from './replicas';
import { s3Replication } from './s3-replication';
import { singleRegionKey } from './single-region-key';

/** Every residency rule, in the order of the pages. */
export const RULES: readonly Rule[] = [
  notJudgeable,
  keyRegion,
  customerManagedKey,
  singleRegionKey,
  dmsTls,
  dmsDirection,
  dmsNotPublic,
  datasyncDirection,
  datasyncAccess,
  s3Replication,
  replicas,
  destination,
  publicExposure,
  link,
];
