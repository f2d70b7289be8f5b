import { check, type Edit } from '../base-plan';

const named = (name: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${`${name}${index}_`.padEnd(64, 'x')}: { market: state, key: [state, id] }`,
  ).join(', ');
const users = (count: number): Edit => [
  '{ users: { market: state, key: [state, id] } }',
  `{ ${named('users', count)} }`,
];
const topics = (count: number): Edit => [
  '{ topic: { market: place, key: [user_id, name] } }',
  `{ ${named('topics', count)} }`,
];
const few: Edit = ['markets: all', 'markets: [IN, SG, US]'];

/** Faults of a plan with these edits: where, what was found, what is allowed. */
function faults(...edits: readonly Edit[]): unknown[] {
  const result = check(few, ...edits);
  return result.ok ? [] : result.faults.map(({ path, found, allowed }) => [path.join('.'), found, allowed]);
}

test('a dataset whose names no runbook could hold is refused', () => {
  expect(faults(users(373))).toEqual([]);
  expect(faults(users(374))).toEqual([['datasets.users.tables', '25059 characters', '25000 characters']]);
});

test('so is a phase', () => {
  const orders: Edit = ['{ order_item: { market: land, key: [id, line] } }', `{ ${named('orders', 100)} }`];
  const all: Edit = ['datasets: [users, topics, files]', 'datasets: [users, topics, files, orders]'];
  const without: Edit = ['datasets: [orders, catalogue]', 'datasets: [catalogue]'];
  const most = [users(373), topics(373)];
  expect(faults(...most)).toEqual([]);
  expect(faults(...most, orders, all, without)).toEqual([
    ['phases.second.datasets', '56685 characters, 24992 of them of users', '50000 characters'],
  ]);
});
