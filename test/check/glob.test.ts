import fc from 'fast-check';
import { matches } from '../../lib/check/glob';

test.each([
  ['shop', 'shop', true],
  ['shop', 'shop-eu', false],
  ['*', '', true],
  ['shop-*', 'shop-eu', true],
  ['*-data', 'eu-data', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['ab*ba', 'aba', false],
  ['a.c', 'abc', false],
])('%s matches %s: %s', (pattern, name, expected) => {
  expect(matches(pattern, name)).toBe(expected);
});

test('a pattern matches what the regular expression of it does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  fc.assert(
    fc.property(text, name, (pattern, word) => {
      expect(matches(pattern, word)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(word));
    }),
  );
});
