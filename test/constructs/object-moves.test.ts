import { underWay } from '../../lib/constructs/database-moves';
import { objectMoves } from '../../lib/constructs/object-moves';
import { STAGES } from '../../lib/plan/schema';
import { movingCell } from '../support/objects';
import { referenceCell } from '../support/plans';

test('a cell’s object moves are those of datasets of objects, in the plan’s order', () => {
  expect(objectMoves(referenceCell('sg')).map(({ holding, move }) => [holding.id, move.phase])).toEqual([
    ['files', 'services'],
    ['pages', 'e-commerce'],
    ['assets', 'services'],
  ]);
});

test.each(STAGES.map((stage) => [stage, ['replicating', 'cutover'].includes(stage) ? 1 : 0] as const))(
  'at %s, %i is under way',
  (stage, count) => {
    expect(underWay(objectMoves(movingCell({ stage })))).toHaveLength(count);
  },
);

test('each knows its own folders, and those that others bring to its bucket', () => {
  const moves = objectMoves(movingCell({ path: 'users/{market}/', before: 'complete' }));
  expect(moves.map(({ folders, others }) => [folders, others])).toEqual([
    [['users/IN/'], ['users/HK/', 'users/SG/']],
    [['users/HK/', 'users/SG/'], ['users/IN/']],
  ]);
});

test('what is still planned is nobody’s business', () => {
  const [move] = objectMoves(movingCell({ before: 'planned' }));
  expect(move?.others).toEqual([]);
});
