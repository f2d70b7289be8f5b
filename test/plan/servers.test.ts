import { portOf, serversOf } from '../../lib/plan/servers';
import type { Database } from '../../lib/plan/schema';
import { planNamed } from '../support/plans';

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
