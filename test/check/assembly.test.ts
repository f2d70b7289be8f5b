import { join } from 'node:path';
import { App, CfnOutput, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { discover } from '../../lib/check/discover';
import { judge } from '../../lib/residency';
import { CLEAN, folderOf, removeFolders } from './files';

afterEach(removeFolders);

const stack = (templateFile: string, environment = 'aws://111111111111/eu-west-1', more = {}) => ({
  type: 'aws:cloudformation:stack',
  environment,
  properties: { templateFile, ...more },
});
const nestedStack = (properties: object, metadata = {}) => ({
  Resources: {
    Inner: { Type: 'AWS::CloudFormation::Stack', Properties: properties, Metadata: metadata },
  },
});
const inputs = (folder: string, given = {}) =>
  discover([folder], given)
    .apps.flat()
    .map(({ input }) => input);

test.each([
  ['as the CDK CLI has it made', true],
  ['as an app makes it by itself', false],
])('an assembly %s is one app, with its stages and nested stacks in their places', (_, metadata) => {
  const outdir = folderOf({});
  const postCliContext = {
    'aws:cdk:enable-path-metadata': metadata,
    'aws:cdk:enable-asset-metadata': metadata,
  };
  const app = new App({ outdir, analyticsReporting: false, postCliContext });
  const shop = new Stack(app, 'shop', { env: { region: 'eu-west-1', account: '111111111111' } });
  Tags.of(shop).add('data-class', 'personal');
  const inner = new NestedStack(shop, 'inner');
  new CfnOutput(new NestedStack(inner, 'innermost'), 'Name', { value: new CfnBucket(inner, 'Files').ref });
  const abroad = new Stage(app, 'abroad', { env: { region: 'us-east-1' } });
  new CfnBucket(new Stack(abroad, 'files', { stackName: 'files-abroad' }), 'Files');
  app.synth();

  const { apps, faults } = discover([outdir], { account: '222222222222' });
  expect(faults).toEqual([]);
  expect(apps).toHaveLength(1);
  const sources = apps.flat();
  expect(
    sources.map(({ input: { stackName, region, account, constructPath } }) => [
      stackName,
      region,
      account,
      constructPath,
    ]),
  ).toEqual([
    ['files-abroad', 'us-east-1', '222222222222', 'abroad/files'],
    ['shop', 'eu-west-1', '111111111111', 'shop'],
    ['shop/inner', 'eu-west-1', '111111111111', 'shop/inner'],
    ['shop/inner/innermost', 'eu-west-1', '111111111111', 'shop/inner/innermost'],
  ]);
  expect(sources.map(({ tags }) => tags['data-class'])).toEqual([
    undefined,
    'personal',
    'personal',
    'personal',
  ]);
  expect(sources.map(({ input }) => input.parent?.name)).toEqual([
    undefined,
    undefined,
    'shop.template.json',
    sources[2]?.name,
  ]);
  expect(sources.every(({ name, file }) => file === join(outdir, name))).toBe(true);
  const { findings } = judge(sources.map(({ input }) => input));
  expect(findings.filter(({ rule }) => rule === 'not-judgeable')).toEqual([]);
});

test('a nested stack is found by the hash in its URL where CDK wrote no metadata', () => {
  const hash = 'a'.repeat(64);
  const folder = folderOf({
    'manifest.json': { artifacts: { shop: stack('shop.json') } },
    'shop.json': nestedStack({ TemplateURL: { 'Fn::Sub': `https://s3.amazonaws.com/assets/${hash}.json` } }),
    'shop.assets.json': { files: { [hash]: { source: { path: 'inner.nested.template.json' } } } },
    'inner.nested.template.json': CLEAN,
  });
  expect(inputs(folder).map(({ name, parent }) => [name, parent?.logicalId])).toEqual([
    ['shop.json', undefined],
    ['inner.nested.template.json', 'Inner'],
  ]);
});

test('nested stacks of one template are told apart', () => {
  const inner = { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'inner.json' } };
  const folder = folderOf({
    'manifest.json': { artifacts: { shop: stack('shop.json') } },
    'shop.json': { Resources: { One: inner, Two: inner } },
    'inner.json': CLEAN,
  });
  const sources = discover([folder], {}).apps.flat();
  expect(sources.map(({ name }) => name)).toEqual(['shop.json', 'inner.json', 'inner.json']);
  expect(new Set(sources.map(({ input }) => input.name)).size).toBe(3);
  expect(sources.map(({ input }) => input.stackName)).toEqual(['shop', 'shop/One', 'shop/Two']);
});

test('a stack nested in itself has an end, and the judgement says what it did not see', () => {
  const folder = folderOf({
    'manifest.json': { artifacts: { shop: stack('shop.json') } },
    'shop.json': nestedStack({}, { 'aws:asset:path': 'shop.json' }),
  });
  const templates = inputs(folder);
  expect(templates.length).toBeLessThan(30);
  expect(judge(templates).findings.map(({ rule }) => rule)).toContain('not-judgeable');
});

test('what an assembly leaves open is taken from what is given, and nothing else is', () => {
  const folder = folderOf({
    'manifest.json': {
      artifacts: { here: stack('a.json'), anywhere: stack('a.json', 'aws://unknown-account/unknown-region') },
    },
    'a.json': CLEAN,
  });
  const places = (given: object) =>
    inputs(folder, given).map(({ region, account }) => `${region} ${account}`);
  expect(places({ region: 'eu-central-1', account: '222222222222' })).toEqual([
    'eu-west-1 111111111111',
    'eu-central-1 222222222222',
  ]);
  expect(places({})).toEqual(['eu-west-1 111111111111', 'unknown-region unknown-account']);
});

test.each([
  ['a template that is not there', { shop: stack('none.json') }, 'none.json', 'does not exist'],
  [
    'a stack without a template',
    { shop: { type: 'aws:cloudformation:stack' } },
    'manifest.json',
    'which template',
  ],
  ['no stack at all', {}, 'manifest.json', 'names no stack'],
  [
    'an assembly in it that is none',
    { abroad: { type: 'cdk:cloud-assembly', properties: { directoryName: 'abroad' } } },
    'abroad/manifest.json',
    'is no manifest',
  ],
])('an assembly with %s is a fault', (_, artifacts, file, problem) => {
  const folder = folderOf({ 'manifest.json': { artifacts } });
  expect(discover([folder], {})).toMatchObject({
    apps: [],
    faults: [{ file: join(folder, file), problem: expect.stringContaining(problem) as string }],
  });
});

test('a folder whose manifest is of something else is a folder of templates', () => {
  const folder = folderOf({ 'manifest.json': { name: 'a web app' }, 'a.json': CLEAN });
  expect(inputs(folder).map(({ name }) => name)).toEqual(['a.json']);
});
