import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CLEAN, FAULTY, folderOf, removeFolders } from '../check/files';

// Real processes, as a user runs them.
jest.setTimeout(60_000);
afterEach(removeFolders);

const ROOT = join(__dirname, '../..');
const DOMICILE = [process.execPath, '-r', require.resolve('ts-node/register'), join(ROOT, 'bin/domicile.ts')]
  .map((part) => `'${part}'`)
  .join(' ');

/** Runs a shell's command line in a folder, `domicile` being ours. */
function shell(folder: string, line: string) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-o', 'pipefail', '-c', line.replaceAll('domicile', DOMICILE)],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: process.env['PATH'] ?? '', TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') },
    },
  );
  return { status, stdout, stderr };
}

test('a template is judged where it is said to be deployed, by the exit code and in JSON', () => {
  const folder = folderOf({
    'own.yaml':
      'Resources:\n  Files:\n    Type: AWS::Logs::LogGroup\n    Properties: { KmsKeyId: "arn:aws:kms:eu-west-1:111111111111:key/1" }\n',
    'a.json': CLEAN,
  });
  const away = shell(
    folder,
    'domicile check own.yaml --region us-east-1 --account 111111111111 --format json',
  );
  expect([away.status, away.stderr]).toEqual([1, '']);
  expect(JSON.parse(away.stdout)).toMatchObject({
    summary: { templates: 1, resources: 1 },
    findings: [{ template: 'own.yaml', place: { region: 'eu-west-1' } }],
  });
  const home = shell(folder, 'domicile check own.yaml a.json --region eu-west-1 --account 111111111111');
  expect(home).toEqual({
    status: 0,
    stdout: 'no findings in 2 templates, 2 resources, 1 pointer\n',
    stderr: '',
  });
});

test.each([
  ['an unknown option', '--polici a', /^error: unknown option '--polici' \(Did you mean --policy\?\)\n$/],
  ['no path', '', /^error: missing required argument 'path'\n$/],
  [
    'a region that is none',
    'a.json --region frankfurt',
    /^error: option '--region <region>' .*allowed: the code of an AWS region\n$/,
  ],
  [
    'an account that is none',
    'a.json --account 12',
    /^error: option '--account <id>' .*the 12 digits of an account\n$/,
  ],
  ['an unknown format', 'a.json --format xml', /^error: option '--format <format>' .*text, json, sarif\.\n$/],
  [
    'a policy and a plan',
    'a.json --policy a --plan b',
    /^error: option '--policy <file>' cannot be used with option '--plan <file>'\n$/,
  ],
  ['no template', 'package.json', /^package\.json:1:1: error: is not a CloudFormation template.*\n$/],
])('%s is exit code 2 and one line', (_, args, said) => {
  const { status, stdout, stderr } = shell(
    folderOf({ 'a.json': CLEAN, 'package.json': {} }),
    `domicile check ${args}`,
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(said);
});

test('a report of megabytes comes whole through a pipe', () => {
  const resources = Object.fromEntries(
    Array.from({ length: 4000 }, (_, index) => [`Macro${index}`, FAULTY.Resources.Macro]),
  );
  const { status, stdout, stderr } = shell(
    folderOf({ 'a.json': { Resources: resources } }),
    'domicile check a.json --format json | (sleep 2; cat)',
  );
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout.length).toBeGreaterThan(1 << 20);
  expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(4000);
});

test('a reader that has had enough gets no stack trace', () => {
  const resources = Object.fromEntries(
    Array.from({ length: 4000 }, (_, index) => [`Macro${index}`, FAULTY.Resources.Macro]),
  );
  const { stdout, stderr } = shell(
    folderOf({ 'a.json': { Resources: resources } }),
    'domicile check a.json --format json | head -1',
  );
  expect([stdout, stderr]).toEqual(['{\n', '']);
});

test('the help tells exit codes, and nothing is coloured off a terminal', () => {
  const folder = folderOf({ 'a.json': FAULTY });
  const { status, stdout } = shell(
    folder,
    'domicile check --help && domicile --help && (domicile check a.json || true)',
  );
  expect(status).toBe(0);
  expect(stdout).toContain(
    'Exit codes: 0 nothing found that counts, 1 something found, 2 not everything could be judged',
  );
  expect(stdout).toMatch(/^ {2}check \[options\] <path\.\.\.>/m);
  expect(stdout).not.toContain('\u001b');
});
