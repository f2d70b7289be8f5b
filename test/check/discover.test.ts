import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { discover } from '../../lib/check/discover';
import { formatFault } from '../../lib/plan/fault';
import { CLEAN, FAULTY, folderOf, removeFolders } from './files';

afterEach(removeFolders);

/** Names of the apps' templates, and the faults without the folder. */
function found(folder: string, ...paths: string[]) {
  const { apps, faults } = discover(
    (paths.length === 0 ? ['.'] : paths).map((path) => join(folder, path)),
    {},
  );
  return {
    apps: apps.map((app) => app.map(({ name }) => name)),
    faults: faults.map((fault) => formatFault({ ...fault, file: relative(folder, fault.file) })),
  };
}

test('each template of a folder is an app of its own, in whatever form and however deep', () => {
  const folder = folderOf({
    'a.json': CLEAN,
    'b.yaml': 'Resources:\n  It: { Type: AWS::S3::Bucket }\n',
    'c.template': 'Resources: {}\n',
    'sub/deeper/d.yml': "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
    'sub/loops.yml': 'Transform: AWS::LanguageExtensions\nResources: { "Fn::ForEach::A": [B, [c], {}] }\n',
  });
  expect(found(folder)).toEqual({
    apps: [['a.json'], ['b.yaml'], ['c.template'], ['sub/deeper/d.yml'], ['sub/loops.yml']],
    faults: [],
  });
});

test('what is no template is passed over in a folder', () => {
  const folder = folderOf({
    'a.json': CLEAN,
    'package.json': { name: 'shop' },
    'tsconfig.json': '{ // a comment\n "compilerOptions": {} }',
    'compose.yaml': 'services: { web: { image: !reset null } }',
    'kubernetes.yaml': 'kind: Service\n---\nkind: Deployment\n',
    'resources.json': { Resources: { wood: 3 } },
    'image.json': '\u0000\u00ff',
    'notes.md': 'Resources: none\n',
    'node_modules/it/b.json': CLEAN,
    '.git/c.json': CLEAN,
  });
  expect(found(folder)).toEqual({ apps: [['a.json']], faults: [] });
});

test('a template that cannot be read as one is told, and the others are judged', () => {
  const folder = folderOf({
    'a.json': CLEAN,
    'b.json': '{ "Resources": { "A": ',
    'c.yaml': 'AWSTemplateFormatVersion: 2010-09-09\nResources: { A: !Reff B }\n',
    'd.yaml': 'AWSTemplateFormatVersion: 2010-09-09\nResource: {}\n',
  });
  expect(found(folder)).toEqual({
    apps: [['a.json']],
    faults: [
      'b.json:1:23: error: is not JSON (allowed: a CloudFormation template in JSON or YAML)',
      'c.yaml:2:17: error: is not a template in YAML: unresolved tag: !Reff (allowed: a CloudFormation template in JSON or YAML)',
      'd.yaml:1:1: error: is not a CloudFormation template: it has no Resources (allowed: a CloudFormation template in JSON or YAML)',
    ],
  });
});

test.each([
  ['a file that is not there', {}, 'none.yaml', 'none.yaml:1:1: error: does not exist'],
  ['a folder without a template', { 'package.json': {} }, '.', ':1:1: error: holds no template'],
  ['something else', { 'package.json': {} }, 'package.json', 'error: is not a CloudFormation template'],
  ['text', { 'a.yaml': 'just words' }, 'a.yaml', 'error: is not a CloudFormation template'],
  ['an empty file', { 'a.yaml': '' }, 'a.yaml', 'error: is not a CloudFormation template'],
  ['a manifest that is none', { 'manifest.json': '{' }, '.', 'manifest.json:1:1: error: is not JSON'],
])('%s, named directly, is one fault', (_, files, path, said) => {
  const { apps, faults } = found(folderOf(files), path);
  expect({ apps, count: faults.length }).toEqual({ apps: [], count: 1 });
  expect(faults[0]).toContain(said);
});

test('links to folders are not followed: they may lead back', () => {
  const folder = folderOf({ 'a.json': CLEAN });
  symlinkSync(folder, join(folder, 'again'));
  expect(found(folder).apps).toEqual([['a.json']]);
});

test('two files of one name are told apart by their paths', () => {
  const folder = folderOf({ 'one/a.json': CLEAN, 'two/a.json': FAULTY, 'two/b.json': CLEAN });
  expect(found(folder, 'one', 'two').apps).toEqual([
    [join(folder, 'one/a.json')],
    [join(folder, 'two/a.json')],
    ['b.json'],
  ]);
});

test('a bare template is deployed where it is said, else nobody knows where', () => {
  const file = join(folderOf({ 'shop.template.json': CLEAN }), 'shop.template.json');
  const where = (given: { region?: string; account?: string }) =>
    discover([file], given)
      .apps.flat()
      .map(({ input }) => [input.stackName, input.region, input.account, input.partition]);
  expect(where({ region: 'cn-north-1', account: '222222222222' })).toEqual([
    ['shop', 'cn-north-1', '222222222222', 'aws-cn'],
  ]);
  expect(where({})).toEqual([['shop', 'unknown-region', 'unknown-account', 'aws']]);
});
