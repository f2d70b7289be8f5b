import { databaseMoves, underWay } from '../../lib/constructs/database-moves';
import { cellPlan } from '../../lib/plan/model';
import { STAGES } from '../../lib/plan/schema';
import { planNamed, planOf, referenceCell } from '../support/plans';

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
