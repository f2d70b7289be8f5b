import { residencyPolicy } from '../../lib/stacks/residency-policy';
import { linkedPlan } from '../support/links';

test.each([
  ['planned', []],
  ['replicating', ['us-replication']],
  ['cutover', ['us-replication']],
  ['complete', []],
  ['retired', []],
])('at %s the stacks that may hold a link are %j', (stage, open) => {
  expect(residencyPolicy(linkedPlan({ stage })).link).toMatchObject({ open, networks: ['10.8.0.0/16'] });
});

test('a cell that only objects move to may hold no link', () => {
  expect(residencyPolicy(linkedPlan({ datasets: ['files'] })).link?.open).toEqual([]);
});
