import { portOf, rangesOverLink, readersOf, serversOf, serversOfMoves } from '../../lib/plan/servers';
import type { Database, Stage } from '../../lib/plan/schema';
import { indiaAt, planNamed } from '../support/plans';

const database = (more: Partial<Database>): Database => ({
  engine: 'mysql',
  host: '10.8.1.10',
  database: 'db',
  secret: 'db',
  tls: 'verify-full',
  ...more,
});
const { file } = planNamed('reference');

test.each<[Database['engine'], number | undefined, number]>([
  ['mysql', undefined, 3306],
  ['mariadb', undefined, 3306],
  ['postgresql', undefined, 5432],
  ['mongodb', undefined, 27017],
  ['mysql', 3307, 3307],
])('%s with port %s listens on %i', (engine, port, expected) => {
  expect(portOf(database({ engine, port }))).toBe(expected);
});

test('a server is its one address, or behind a host name all that the source’s networks hold', () => {
  const networks = ['10.8.0.0/16', '10.9.0.0/24'];
  const source = { ...file.source, networks };
  const two = [database({}), database({ host: 'db.example.com', port: 3307 })];
  expect(serversOf({ ...file, source }, two)).toEqual([
    { range: '10.8.1.10/32', port: 3306 },
    { range: '10.8.0.0/16', port: 3307 },
    { range: '10.9.0.0/24', port: 3307 },
  ]);
});

test('two databases of one server are one place, on two ports two', () => {
  const places = (...ports: (number | undefined)[]) =>
    serversOf(
      file,
      ports.map((port) => database({ port })),
    ).map(({ range, port }) => `${range}:${port}`);
  expect(places(undefined, 3306)).toEqual(['10.8.1.10/32:3306']);
  expect(places(undefined, 3307)).toEqual(['10.8.1.10/32:3306', '10.8.1.10/32:3307']);
});

const ranges = (stage: Stage) => {
  const plan = indiaAt(stage);
  return [
    rangesOverLink(plan, 'in'),
    rangesOverLink(plan, 'sg'),
    readersOf(plan, 'sg'),
    readersOf(plan, 'in'),
  ];
};

test.each<Stage>(['replicating', 'cutover'])(
  'at %s a later move reads the whole network of the old cell, whose link leads back and nowhere else',
  (stage) => {
    expect(ranges(stage)).toEqual([['10.65.0.0/16'], ['10.66.0.0/16'], ['10.66.0.0/16'], []]);
  },
);

test.each<Stage>(['planned', 'complete', 'retired'])('at %s no link of either leads anywhere', (stage) => {
  expect(ranges(stage)).toEqual([[], [], [], []]);
});

test('a store in another cell listens on the port of its engine there, not on the source’s', () => {
  const plan = indiaAt('replicating');
  const moves = plan.moves.filter(({ from }) => from === 'sg');
  expect(serversOfMoves(plan, moves).map(({ port }) => port)).toEqual([13306, 15432]);
});

test('a move from the source is read at the source', () => {
  const plan = planNamed('reference');
  const services = plan.moves.filter(({ phase, cell }) => phase === 'services' && cell === 'us');
  expect(serversOfMoves(plan, services)).toEqual([
    { range: '10.8.2.10/32', port: 5432 },
    { range: '10.8.3.10/32', port: 3306 },
  ]);
});
