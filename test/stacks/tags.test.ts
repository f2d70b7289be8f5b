import { CfnResource, Stack, TagManager } from 'aws-cdk-lib';
import { DomicileApp } from '../../lib/stacks/app';
import { planNamed } from '../support/plans';

const KEYS = ['cell', 'data-class', 'dataset', 'jurisdiction'];

interface Tagged {
  readonly path: string;
  readonly tags: Readonly<Record<string, string>>;
}

let tagged: Tagged[];

beforeAll(() => {
  const app = new DomicileApp();
  const plan = planNamed('reference');
  app.addCells(plan);
  app.synth();
  tagged = app.node.findAll().flatMap((node) => {
    if (!CfnResource.isCfnResource(node) || Stack.of(node).node.id.startsWith('account-')) return [];
    const manager = TagManager.of(node);
    return manager === undefined ? [] : [{ path: node.node.path, tags: manager.tagValues() }];
  });
});

test('every resource of a cell that can be tagged says whose it is, under which law, and what it holds', () => {
  expect(tagged.length).toBeGreaterThan(100);
  const without = tagged.filter(({ tags }) => KEYS.some((key) => !(key in tags)));
  expect(without.map(({ path }) => path)).toEqual([]);
});

test.each([
  ['sg/data/aurora/stores/orders/cluster/Resource', 'orders', 'personal'],
  ['sg/data/aurora/stores/catalogue/cluster/Resource', 'catalogue', 'public'],
  ['us/replication/databases/account-services/config', 'account', 'personal'],
  ['sg/network/vpc/Resource', 'shared', 'none'],
  ['sg/keys/personal/Resource', 'shared', 'personal'],
])('%s is tagged with dataset %s and class %s', (path, dataset, dataClass) => {
  const [cell] = path.split('/');
  expect(tagged.find((each) => each.path === path)?.tags).toMatchObject({
    cell,
    jurisdiction: cell?.toUpperCase(),
    dataset,
    'data-class': dataClass,
  });
});
