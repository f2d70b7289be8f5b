import { servedByCdn } from '../../lib/plan/cdn';
import { servingCell, type Serving } from '../support/serving';

const served = (serving: Serving) => servedByCdn(servingCell(serving)).map(({ id }) => id);

test('public objects are served, and personal ones where plan, law and signer agree', () => {
  expect(served({})).toEqual(['pages', 'files']);
});

test.each<[string, Serving]>([
  ['the plan does not ask for it', { cdn: false }],
  ['the law of one of its markets does not allow it', { lawOfIndia: false }],
  ['the law of its first market does not allow it', { lawOfSingapore: false }],
  ['nothing can check signed URLs', { signer: null }],
])('personal objects are not served when %s', (_, serving) => {
  expect(served(serving)).toEqual(['pages']);
});

test('public objects are not served when the plan says so', () => {
  const pages = { class: 'public', from: 'www', store: 's3', prefix: 'shop/', cdn: false };
  expect(served({ datasets: { pages } })).toEqual(['files']);
});

test('what is not an object is never served', () => {
  const shop = {
    class: 'public',
    from: 'shop',
    store: 'aurora-mysql',
    cdn: true,
    tables: { product: 'all' },
  };
  expect(served({ datasets: { shop } })).toEqual(['pages', 'files']);
});

test('nothing is served while every phase is planned', () => {
  expect(served({ stage: 'planned' })).toEqual([]);
});
