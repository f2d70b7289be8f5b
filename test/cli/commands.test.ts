import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Real processes: the CDK CLI and ours, as a user runs them, without credentials.
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const CDK = join(ROOT, 'node_modules/.bin/cdk');
const NODE = [process.execPath, '-r', 'ts-node/register'];
const FAULTY_APP = 'test/fixtures/faulty-app.ts';
const RUN_FAULTY_APP = `node -r ts-node/register ${FAULTY_APP}`;

let folder: string;
let outdir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'domicile-'));
  outdir = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true }));

function run([command = '', ...args]: readonly string[], env: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const result = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, HOME, CI: 'true', AWS_EC2_METADATA_DISABLED: 'true', ...env },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

const cdk = (...args: string[]) => [CDK, ...args, '--no-notices', '--no-version-reporting'];
const domicile = (...args: string[]) => [...NODE, 'bin/domicile.ts', ...args];

function templates(): Record<string, string> {
  const names = existsSync(outdir)
    ? readdirSync(outdir).filter((name) => name.endsWith('.template.json'))
    : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(outdir, name), 'utf8')]));
}

test('cdk ls names the stacks of a cell under the cell', () => {
  const { status, stdout } = run(cdk('ls', '-c', 'plan=plans/smallest.yaml', '-o', outdir));
  expect(status).toBe(0);
  expect(stdout.trim().split('\n').sort()).toMatchSnapshot();
});

test('npm start and cdk synth render the same bytes', () => {
  const { status, stdout } = run(domicile('start', 'plans/smallest.yaml', '-o', outdir));
  expect(status).toBe(0);
  expect(stdout).toContain("npx cdk diff -c plan=plans/smallest.yaml 'eu/*'");
  const ours = templates();
  rmSync(outdir, { recursive: true });
  expect(run(cdk('synth', '-q', '-c', 'plan=plans/smallest.yaml', '-o', outdir)).status).toBe(0);
  expect(Object.keys(ours).length).toBeGreaterThan(7);
  expect(templates()).toEqual(ours);
});

describe('an app with a fault', () => {
  test('passes without it', () => {
    expect(run(cdk('synth', '-q', '-a', RUN_FAULTY_APP, '-o', outdir), { FAULT: 'none' }).status).toBe(0);
    expect(Object.keys(templates()).length).toBeGreaterThan(7);
  });

  test.each([
    ['residency', 'Residency', []],
    ['residency', 'Residency', ['--no-validation']],
    ['nag', 'NIST.800.53.R5', []],
    ['warning', 'AwsSolutions-VPC3', []],
    ['cloudformation', 'PendingWindowInDays', []],
    ['cloudformation', 'PendingWindowInDays', ['--no-validation']],
  ])('is stopped by %s checks (%s) through the CLI %j, and leaves no template', (FAULT, said, options) => {
    const { status, stderr } = run(cdk('synth', '-q', '-a', RUN_FAULTY_APP, '-o', outdir, ...options), {
      FAULT,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(said);
    expect(templates()).toEqual({});
    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  });

  // Without the CLI a finding throws: another way out of the same function.
  test.each([
    ['residency', 'Residency'],
    ['warning', 'AwsSolutions-VPC3'],
  ])('is stopped by %s checks (%s) as npm start runs it, and leaves no template', (FAULT, said) => {
    const { status, stderr } = run([...NODE, FAULTY_APP], { FAULT, CDK_OUTDIR: outdir });
    expect(status).toBe(1);
    expect(stderr).toContain(said);
    expect(templates()).toEqual({});
    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  });
});

describe.each([
  ['npm start', (plan: string) => domicile('start', plan, '-o', outdir)],
  ['cdk synth', (plan: string) => cdk('synth', '-q', '-c', `plan=${plan}`, '-o', outdir)],
])('%s with a faulty plan', (_, command) => {
  test('says one line for each fault, with its place, and leaves no templates, old ones neither', () => {
    const plan = join(folder, 'plan.yaml');
    mkdirSync(outdir);
    writeFileSync(join(outdir, 'earlier.template.json'), '{}');
    writeFileSync(join(outdir, 'manifest.json'), '{}');
    writeFileSync(join(outdir, 'notes.txt'), 'not ours');
    writeFileSync(
      plan,
      readFileSync(join(ROOT, 'plans/smallest.yaml'), 'utf8').replace(/account: .*/, 'account: 12'),
    );
    const { status, stderr } = run(command(plan));
    expect(status).toBe(1);
    expect(stderr).toContain(`${plan}:`);
    expect(stderr).toContain('error: cells');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(outdir).filter((name) => !name.endsWith('.lock'))).toEqual(['notes.txt']);
  });
});

test('npm start with a faulty plan makes no folder', () => {
  expect(run(domicile('start', join(folder, 'none.yaml'), '-o', outdir)).status).toBe(1);
  expect(existsSync(outdir)).toBe(false);
});

test.each([
  [['--help'], 0, /Commands:/],
  [['--version'], 0, /^\d+\.\d+\.\d+/],
  [['plan', 'plans/reference.yaml'], 0, /sound/],
  [['records', '--help'], 0, /Exit codes: 0 printed/],
  [['records', '--phase', 'services', '--format', 'json'], 0, /"kind": "schema"/],
  [['sql', '--phase', 'services', '--step', 'guard'], 0, /CREATE TRIGGER/],
])('domicile %j exits with %i', (args, status, said) => {
  const result = run(domicile(...args));
  expect(result.stderr).toBe('');
  expect(result.status).toBe(status);
  expect(result.stdout).toMatch(said);
});

test.each([
  ['an unknown command', ['fly'], /unknown command/],
  ['a plan that is not there', ['plan', 'plans/none.yaml'], /plans\/none\.yaml/],
])('%s is one line and exit code 1', (_, args, said) => {
  const result = run(domicile(...args));
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(said);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});
