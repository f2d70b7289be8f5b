import { planNamed } from '../support/plans';
import { renderedStacks } from '../support/templates';

const HASH = /[0-9a-f]{64}/;

// Hashes of assets change with the tools that pack them, not with what we wrote.
expect.addSnapshotSerializer({
  test: (value) => typeof value === 'string' && HASH.test(value),
  serialize: (value: string) => JSON.stringify(value.replace(new RegExp(HASH, 'g'), '[HASH]')),
});

// A filter of hundreds of markets is one line to read.
expect.addSnapshotSerializer({
  test: (value) => Array.isArray(value) && value.length > 0 && value.every(isCondition),
  serialize: (value: readonly Condition[]) =>
    `[${value.map((condition) => `${condition['filter-operator']} ${condition.value}`).join(', ')}]`,
});

interface Condition {
  readonly 'filter-operator': string;
  readonly value: string;
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && 'filter-operator' in value;
}

const stacks = renderedStacks(planNamed('reference'));

test('the reference plan has the same seven stacks in each cell, and one for each account', () => {
  expect(stacks.map((stack) => `${stack.path} (${stack.region})`)).toMatchSnapshot();
});

test('no stack’s id is the end of another’s: a cell’s id and a stack’s, joined, are one stack’s name', () => {
  const ids = [...new Set(stacks.map(({ path }) => path.slice(path.indexOf('/') + 1)))];
  const ends = ids.flatMap((id) => ids.filter((other) => other.endsWith(`-${id}`)));
  expect(ends).toEqual([]);
});

test.each(stacks.map(({ path, template }) => [path, template] as const))(
  'the template of %s is as reviewed',
  (_, template) => {
    expect({ resources: template.Resources, outputs: template.Outputs ?? {} }).toMatchSnapshot();
  },
);
