import { RegionInfo } from 'aws-cdk-lib/region-info';
import {
  CELL_REGIONS,
  JURISDICTIONS,
  MARKETS,
  REGIONS,
  contains,
  jurisdictionOf,
} from '../../lib/plan/geography';

/** Regions that CDK lists ahead of AWS's own list, which would tell their country: no cell can stand there yet. */
const NOT_OPEN = ['me-west-1'];

test('every region of the aws partition that CDK knows is known', () => {
  const known = RegionInfo.regions.filter(({ partition }) => partition === 'aws').map(({ name }) => name);
  expect(known.length).toBeGreaterThan(30);
  expect(known.filter((region) => REGIONS[region] === undefined)).toEqual(NOT_OPEN);
});

test('no cell can stand in a region of the Chinese partition', () => {
  expect(CELL_REGIONS.filter((region) => region.startsWith('cn-'))).toEqual([]);
  expect(CELL_REGIONS.length).toBe(Object.keys(REGIONS).length - 2);
});

test('every region has at least two zones, and its country is a jurisdiction and a market', () => {
  for (const { country, zones } of Object.values(REGIONS)) {
    expect(zones.length).toBeGreaterThanOrEqual(2);
    expect(JURISDICTIONS).toContain(country);
    expect(MARKETS).toContain(country);
  }
});

test('markets are the codes of every country, Kosovo among them', () => {
  expect(MARKETS).toHaveLength(250);
  expect(MARKETS).toEqual(expect.arrayContaining(['CN', 'TW', 'HK', 'XK', 'NO']));
});

test.each([
  ['SG', 'ap-southeast-1', true],
  ['SG', 'ap-southeast-3', false],
  ['EU', 'eu-central-1', true],
  ['EU', 'eu-west-1', true],
  ['EU', 'eu-west-2', false],
  ['EU', 'eu-central-2', false],
  ['US', 'us-west-1', true],
  ['US', 'nowhere-1', false],
])('%s contains %s: %s', (jurisdiction, region, expected) => {
  expect(contains(jurisdiction, region)).toBe(expected);
});

test('a region that is not known is under no law', () => {
  expect(jurisdictionOf('nowhere-1')).toBeUndefined();
});
