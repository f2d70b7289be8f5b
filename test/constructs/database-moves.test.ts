import { databaseMoves, underWay } from '../../lib/constructs/database-moves';
import { cellPlan } from '../../lib/plan/model';
import { STAGES } from '../../lib/plan/schema';
import { indiaAt, planNamed, planOf, referenceCell } from '../support/plans';

test('only what has left planned, and only from databases', () => {
  const named = (cell: string) =>
    databaseMoves(referenceCell(cell)).map(({ holding, move }) => `${holding.id} ${move.phase}`);
  expect(named('us')).toEqual(['account services', 'messaging services']);
  expect(named('sg')).toEqual([
    'orders e-commerce',
    'account services',
    'messaging services',
    'catalogue e-commerce',
  ]);
  expect(named('in')).toEqual([]);
});

test.each(STAGES.map((stage) => [stage, stage === 'replicating' || stage === 'cutover' ? 1 : 0] as const))(
  'at %s, %i of one dataset are under way',
  (stage, count) => {
    const { file } = planNamed('smallest');
    const plan = planOf({
      ...file,
      phases: { orders: { datasets: ['orders'], markets: ['DE'], stage } },
    });
    expect(underWay(databaseMoves(cellPlan(plan, 'eu')))).toHaveLength(count);
  },
);

test('a later move reads the store of the old cell, by a login of its own, to a server that is verified', () => {
  const moves = databaseMoves(cellPlan(indiaAt('planned'), 'in'));
  expect(moves).toEqual([]);
  const [orders, account, ...more] = databaseMoves(cellPlan(indiaAt('replicating'), 'in'));
  expect(more).toEqual([]);
  expect(orders).toMatchObject({
    databaseId: 'sg/orders',
    database: { engine: 'mysql', database: 'shop', secret: 'from/sg/orders', tls: 'verify-full' },
    oldCell: { id: 'sg' },
  });
  expect(orders?.database.ca).toBeUndefined();
  expect(account).toMatchObject({ databaseId: 'sg/account', database: { engine: 'postgresql' } });
});
