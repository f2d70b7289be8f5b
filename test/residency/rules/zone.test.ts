import { isZoneOf } from '../../../lib/residency/zones';
import { AWAY, describeRule, HOME } from '../support';

const at = (name: unknown): object => ({ AvailabilityZone: name });

describeRule('zone', 'AWS::EC2::Subnet', {
  valid: [
    ['a zone of the region', at(`${HOME}b`)],
    ['whichever zone the region has first', at({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] })],
    ['a zone by its id', { AvailabilityZoneId: 'apse1-az2' }],
  ],
  invalid: [
    ['a Local Zone in Bangkok', at('ap-southeast-1-bkk-1a')],
    ['a Wavelength Zone', at('ap-southeast-1-wl1-sin-wlz-1')],
    ['a zone of another region', at(`${AWAY}a`)],
    ['a Local Zone by its id', { AvailabilityZoneId: 'apse1-bkk1-az1' }],
    ['a zone of another region by its id', { AvailabilityZoneId: 'use1-az1' }],
    ['one that a parameter names', at({ Ref: 'Unknown' })],
  ],
});

test.each([
  ['us-east-1', 'use1-az6'],
  ['ap-northeast-1', 'apne1-az4'],
  ['ap-south-1', 'aps1-az1'],
  ['sa-east-1', 'sae1-az1'],
  ['eu-central-1', 'euc1-az1'],
  ['us-gov-west-1', 'usgw1-az1'],
  ['cn-north-1', 'cnn1-az1'],
])('in %s %s is a zone of the region', (region, id) => {
  expect(isZoneOf(id, region)).toBe(true);
  expect(isZoneOf(id, 'ap-southeast-2')).toBe(false);
});
