import { join } from 'node:path';
import { parse } from 'yaml';
import { MARKETS } from '../../lib/plan/geography';
import { loadPlan } from '../../lib/plan/load';
import { cellPlan, isHome, isMoving, movesOverLink, needsLink, type Plan } from '../../lib/plan/model';
import { STAGES } from '../../lib/plan/schema';
import { indiaAt, planOf } from '../support/plans';
import { check, edited, type Edit } from './base-plan';

function planWith(...edits: readonly Edit[]): Plan {
  const result = check(...edits);
  if (!result.ok) throw new Error(result.faults.map(({ problem }) => problem).join());
  return result.plan;
}

/** The same, whatever the rules say of it. */
function unjudged(...edits: readonly Edit[]): Plan {
  return planOf(parse(edited(...edits)));
}

function reference(): Plan {
  const result = loadPlan(join(__dirname, '../../plans/reference.yaml'));
  if (!result.ok) throw new Error('the reference plan is not sound');
  return result.plan;
}

test('rest is every market that no other entry names, without the source’s own', () => {
  const others = MARKETS.filter((market) => !['CN', 'IN', 'SG'].includes(market));
  expect(planWith().marketsOf('us')).toEqual(others);
});

test('all is every market but the source’s own', () => {
  expect(planWith().marketsOfPhase('second')).toEqual(MARKETS.filter((market) => market !== 'CN'));
});

test('rest beside named markets adds them to the rest', () => {
  const plan = reference();
  expect(plan.marketsOf('us')).toContain('BR');
  expect(plan.marketsOf('us')).toContain('DE');
  expect(plan.marketsOf('us')).not.toContain('IN');
});

test('the law of a market is the first line about it', () => {
  const plan = planWith();
  expect(plan.lawOf('IN')?.law.basis).toBe('memo 1');
  expect(plan.lawOf('DE')?.law.basis).toBe('memo 2');
  expect(plan.lawOf('CN')).toBeUndefined();
});

test('a market goes to the cell that serves it, and with a takeover from there to the next', () => {
  const moves = reference()
    .moves.filter(({ markets, dataset }) => dataset === 'account' && markets.includes('IN'))
    .map(({ phase, cell, from }) => ({ phase, cell, from }));
  expect(moves).toEqual([
    { phase: 'services', cell: 'sg', from: undefined },
    { phase: 'india', cell: 'in', from: 'sg' },
  ]);
});

test.each(STAGES)('at stage %s home is the cell only once it is complete there', (stage) => {
  const plan = unjudged(
    ['stage: complete', `stage: ${stage}`],
    ['{ sg: cutover, us: replicating }', 'planned'],
  );
  const expected = ['complete', 'retired'].includes(stage) ? { cell: 'sg', phase: 'first' } : {};
  expect(plan.home('IN', 'orders')).toEqual(expected);
  expect(plan.home('DE', 'orders')).toEqual({});
});

test('a replication runs from replicating until cutover has passed', () => {
  expect(STAGES.filter(isMoving)).toEqual(['replicating', 'cutover']);
  expect(STAGES.filter(isHome)).toEqual(['complete', 'retired']);
});

test.each(STAGES)('at stage %s a cell needs its link only if databases move', (stage) => {
  const open = stage === 'replicating' || stage === 'cutover';
  const staged = (datasets: string) =>
    unjudged(
      ['datasets: [users, topics, files]', `datasets: ${datasets}`],
      ['{ sg: cutover, us: replicating }', `{ sg: complete, us: ${stage} }`],
    );
  const moved = (plan: Plan) => movesOverLink(plan, 'us').map(({ dataset }) => dataset);
  expect(moved(staged('[users, topics, files]'))).toEqual(open ? ['users', 'topics'] : []);
  expect(needsLink(staged('[users, topics, files]'), 'us')).toBe(open);
  expect(needsLink(staged('[files]'), 'us')).toBe(false);
  expect(needsLink(staged('[users]'), 'sg')).toBe(false);
});

test('a stage that a phase leaves out for a cell is planned', () => {
  const plan = planWith(['{ sg: cutover, us: replicating }', '{ sg: cutover }']);
  expect(
    plan.moves.filter(({ phase, cell }) => phase === 'second' && cell === 'us').map(({ stage }) => stage),
  ).toEqual(['planned', 'planned', 'planned']);
});

test('a cell holds what a phase past planned brings it, and nothing else', () => {
  const plan = reference();
  const held = (cell: string) => cellPlan(plan, cell).holdings.map(({ id }) => id);
  expect(held('us').sort()).toEqual(['account', 'assets', 'files', 'messaging']);
  expect(held('sg').sort()).toEqual([
    'account',
    'assets',
    'catalogue',
    'files',
    'messaging',
    'orders',
    'pages',
  ]);
  expect(held('in')).toEqual([]);
  expect(held('br')).toEqual([]);
});

test('a cell has its region’s zones unless the plan names others', () => {
  const plan = planWith(['region: us-east-1', 'region: us-east-1\n    zones: [us-east-1b, us-east-1d]']);
  expect(cellPlan(plan, 'sg').zones).toEqual(['ap-southeast-1a', 'ap-southeast-1b', 'ap-southeast-1c']);
  expect(cellPlan(plan, 'us').zones).toEqual(['us-east-1b', 'us-east-1d']);
});

test('a cell that the plan lacks is an error', () => {
  expect(() => cellPlan(planWith(), 'eu')).toThrow('the plan has no cell eu');
});

test.each(STAGES)('at %s what leaves a cell is the later moves from it that are under way', (stage) => {
  const plan = indiaAt(stage);
  const leaving = isMoving(stage) ? ['orders', 'account', 'files', 'pages'] : [];
  expect(cellPlan(plan, 'sg').leaving.map(({ dataset }) => dataset)).toEqual(leaving);
  expect(cellPlan(plan, 'in').leaving).toEqual([]);
  const overLink = isMoving(stage) ? ['orders', 'account'] : [];
  for (const cell of ['sg', 'in'])
    expect(movesOverLink(plan, cell).map(({ dataset }) => dataset)).toEqual(overLink);
});

test.each(STAGES)('at %s the old cell holds what it held', (stage) => {
  const held = (plan: Plan) => cellPlan(plan, 'sg').holdings.map(({ id, moves }) => [id, moves]);
  expect(held(indiaAt(stage))).toEqual(held(indiaAt('planned')));
});

test.each(STAGES)('at %s a market has one home', (stage) => {
  const plan = indiaAt(stage);
  expect(plan.home('IN', 'orders').cell).toBe(isHome(stage) ? 'in' : 'sg');
  expect(plan.home('MY', 'orders').cell).toBe('sg');
  expect(plan.home('IN', 'messaging').cell).toBe('sg');
});
