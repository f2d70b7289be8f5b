import type { Rule } from '../rule';
import { atRest } from './at-rest';
import { customerManagedKey } from './customer-managed-key';
import { datasyncAccess } from './datasync-access';
import { datasyncDirection } from './datasync-direction';
import { destination } from './destination';
import { dmsDirection } from './dms-direction';
import { dmsNotPublic } from './dms-not-public';
import { dmsTls } from './dms-tls';
import { edge } from './edge';
import { foreignPrincipal } from './foreign-principal';
import { inTransit } from './in-transit';
import { keyRegion } from './key-region';
import { link } from './link';
import { notJudgeable } from './not-judgeable';
import { otherRegions } from './other-regions';
import { publicExposure } from './public-exposure';
import { replicas } from './replicas';
import { s3Replication } from './s3-replication';
import { singleRegionKey } from './single-region-key';
import { telemetry } from './telemetry';
import { zone } from './zone';

/** Every residency rule, in the order of the pages. */
export const RULES: readonly Rule[] = [
  notJudgeable,
  zone,
  keyRegion,
  customerManagedKey,
  singleRegionKey,
  atRest,
  inTransit,
  dmsTls,
  dmsDirection,
  dmsNotPublic,
  datasyncDirection,
  datasyncAccess,
  s3Replication,
  replicas,
  destination,
  telemetry,
  edge,
  publicExposure,
  foreignPrincipal,
  otherRegions,
  link,
];
