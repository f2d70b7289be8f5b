import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { LogDelivery, RECORD_FIELDS } from '../../lib/constructs/log-delivery';
import { servingCell } from '../support/serving';

const stack = new Stack();
new LogDelivery(stack, 'logs', { cell: servingCell(), distributionArn: 'distribution-arn' });
const template = Template.fromStack(stack);

test("the distribution's access logs go to the cell's own bucket, in its region", () => {
  template.hasResourceProperties('AWS::Logs::DeliverySource', {
    Name: 'sg-edge',
    LogType: 'ACCESS_LOGS',
    ResourceArn: 'distribution-arn',
  });
  template.hasResourceProperties('AWS::Logs::DeliveryDestination', {
    Name: 'sg-edge',
    DestinationResourceArn: 'arn:aws:s3:::sg-edge-logs-222222222222-ap-southeast-1',
    OutputFormat: 'json',
  });
  template.hasResourceProperties('AWS::Logs::Delivery', {
    DeliverySourceName: { Ref: Match.stringLikeRegexp('source') },
    DeliveryDestinationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('destination'), 'Arn'] },
    S3SuffixPath: '{DistributionId}/{yyyy}/{MM}/{dd}/{HH}',
  });
});

test('only named fields are recorded: without any, AWS would choose, and choose addresses', () => {
  template.hasResourceProperties('AWS::Logs::Delivery', { RecordFields: RECORD_FIELDS });
  expect(RECORD_FIELDS).toContain('cs-uri-stem');
});

test.each([
  'c-ip',
  'c-port',
  'x-forwarded-for',
  'asn',
  'cs(Cookie)',
  'cs(User-Agent)',
  'cs(Referer)',
  'cs-uri-query',
])('%s is not recorded', (field) => {
  expect(RECORD_FIELDS).not.toContain(field);
});
