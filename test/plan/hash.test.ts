import { parse } from 'yaml';
import { canonical, moveHash } from '../../lib/plan/hash';
import { cellPlan } from '../../lib/plan/model';
import { planOf } from '../support/plans';
import { edited, type Edit } from './base-plan';

const hash = (...edits: readonly Edit[]) =>
  moveHash(cellPlan(planOf(parse(edited(...edits))), 'sg'), 'second');

test.each<[string, Edit]>([
  ['another market', ['markets: all', 'markets: [SG]']],
  ['another host', ['host: 10.8.2.10', 'host: 10.8.2.11']],
  ['another law', ['basis: memo 1', 'basis: memo 3']],
  ['another account', ["'222222222222'", "'333333333333'"]],
  ['another table', ['users: { market: state', 'people: { market: state']],
  ['another bound', ['approvers: [one', 'cutover: { quiet: 11 }\napprovers: [one']],
  ['another dataset', ['datasets: [users, topics, files]', 'datasets: [users, topics]']],
])('the hash of a move changes with %s', (_, edit) => {
  expect(hash(edit)).not.toBe(hash());
});

test.each<[string, Edit]>([
  ['the stage', ['sg: cutover', 'sg: replicating']],
  ['another cell', ['cidr: 10.64.0.0/16', 'cidr: 10.66.0.0/16']],
  ['another phase', ['datasets: [orders, catalogue]', 'datasets: [orders]']],
  ['the law of other markets', ['basis: memo 2', 'basis: memo 4']],
  ['who approves', ['approvers: [one@example.com]', 'approvers: [two@example.com]']],
])('the hash of a move does not change with %s', (_, edit) => {
  expect(hash(edit)).toBe(hash());
});

test('canonical JSON has its keys in order, and leaves out what is undefined', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined, aa: true })).toBe(
    '{"aa":true,"b":[1,{"c":"x","d":null}]}',
  );
});
