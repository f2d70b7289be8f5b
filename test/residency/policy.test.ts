import { permits, regionsOf } from '../../lib/residency/policy';
import type { Policy } from '../../lib/residency/types';

const POLICY: Policy = {
  regions: { shop: ['eu-central-1'], '*': ['eu-west-3'] },
  resourceRegions: { shop: { Public: ['us-east-1'] } },
};
const pointer = (logicalId: string, stack = 'shop') => ({
  stack,
  region: 'eu-west-1',
  logicalId,
  type: 'AWS::S3::Bucket',
  path: 'A',
});

test('regions of a resource stand in place of those of its stack, and these of those of any stack', () => {
  expect(regionsOf(POLICY, 'shop', 'Public')).toEqual(['us-east-1']);
  expect(regionsOf(POLICY, 'shop', 'Orders')).toEqual(['eu-central-1']);
  expect(regionsOf(POLICY, 'other', 'Public')).toEqual(['eu-west-3']);
  const may = (logicalId: string, region: string) =>
    permits(POLICY, pointer(logicalId), { kind: 'region', region }).permitted;
  expect([may('Public', 'us-east-1'), may('Public', 'eu-central-1'), may('Orders', 'us-east-1')]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['a.example', 'a.example', true],
  ['a.example', 'b.a.example', false],
  ['*.a.example', 'b.a.example', true],
  ['*.a.example', 'c.b.a.example', true],
  ['*.a.example', 'a.example', false],
  ['*.a.example', 'ba.example', false],
  // What stands for the unknown part could be another host and a slash.
  ['*.a.example', '${Host}.a.example', false],
])('what may go to %s may go to %s: %s', (to, host, permitted) => {
  const policy = { allowed: [{ to, reason: 'under contract' }] };
  expect(permits(policy, pointer('It'), { kind: 'external', host }).permitted).toBe(permitted);
});
