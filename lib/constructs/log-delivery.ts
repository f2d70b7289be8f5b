import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { CELL_BUCKETS, names } from '../plan/names';

/**
 * What is recorded of a request, in order. Left out is what tells who made it (c-ip, c-port, x-forwarded-for,
 * asn, cookies, user agent) and what may carry it (query string, which holds a URL's signature; referer). The
 * country stays: without it nobody could tell whether pages are faster in a market.
 * Source: CloudFront developer guide, standard logging (v2), log fields.
 */
export const RECORD_FIELDS = [
  'timestamp(ms)',
  'DistributionId',
  'x-edge-location',
  'x-edge-request-id',
  'c-country',
  'cache-behavior-path-pattern',
  'cs-method',
  'cs-protocol',
  'cs-protocol-version',
  'cs-uri-stem',
  'cs-bytes',
  'sc-status',
  'sc-bytes',
  'sc-content-type',
  'sc-content-len',
  'x-edge-result-type',
  'x-edge-response-result-type',
  'x-edge-detailed-result-type',
  'time-taken',
  'time-to-first-byte',
  'origin-fbl',
  'origin-lbl',
  'ssl-protocol',
  'ssl-cipher',
];

export interface LogDeliveryProps {
  readonly cell: CellPlan;
  readonly distributionArn: string;
}

/**
 * Delivers a distribution's access logs to the cell's own bucket, in the cell's region. AWS puts
 * `AWSLogs/<account>/CloudFront/` before the path.
 */
export class LogDelivery extends Construct {
  constructor(scope: Construct, id: string, { cell, distributionArn }: LogDeliveryProps) {
    super(scope, id);
    const name = names.delivery(cell);
    const source = new CfnDeliverySource(this, 'source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'destination', {
      name,
      destinationResourceArn: `arn:aws:s3:::${names.bucket(cell, CELL_BUCKETS.edge)}`,
      outputFormat: 'json',
    });
    new CfnDelivery(this, 'delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: RECORD_FIELDS,
      s3SuffixPath: '{DistributionId}/{yyyy}/{MM}/{dd}/{HH}',
    });
  }
}
