import { join } from 'node:path';
import { checkCommand, type CheckCommandOptions } from '../../lib/cli/check-command';
import { ProgressLine } from '../../lib/cli/progress-line';
import { CLEAN, FAULTY, folderOf, removeFolders } from '../check/files';

afterEach(removeFolders);

const POLICY =
  'exceptions:\n  - { stack: gone, reason: nothing is left of this any more, expires: 2026-06-15 }\n';

function run(files: Record<string, unknown>, paths: string[], options: Partial<CheckCommandOptions> = {}) {
  const folder = folderOf(files);
  const within = (path: string) => join(folder, path);
  const out: string[] = [];
  const err: string[] = [];
  const { policy, plan } = options;
  const code = checkCommand(
    paths.map(within),
    {
      format: 'text',
      flows: false,
      failOn: 'error',
      ...options,
      policy: policy === undefined ? undefined : within(policy),
      plan: plan === undefined ? undefined : within(plan),
    },
    { out: (text) => out.push(text), err: (text) => err.push(text), today: '2026-06-15', version: '1.2.3' },
  );
  const short = (texts: string[]) => texts.join('\n').replaceAll(`${folder}/`, '');
  return { code, out: short(out), err: short(err) };
}

test('nothing found is exit code 0, an error is 1', () => {
  expect(run({ 'a.json': CLEAN }, ['a.json'])).toMatchObject({ code: 0, err: '' });
  const faulty = run({ 'a.json': FAULTY }, ['a.json']);
  expect(faulty).toMatchObject({ code: 1, err: '' });
  expect(faulty.out).toContain('a.json:1:15: error: not-judgeable: Macro:');
});

test('a warning counts when asked to', () => {
  const files = { 'a.json': CLEAN, 'policy.yaml': POLICY };
  expect(run(files, ['a.json'], { policy: 'policy.yaml' })).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 warning') as string,
  });
  expect(run(files, ['a.json'], { policy: 'policy.yaml', failOn: 'warning' }).code).toBe(1);
});

test('what could not be judged is exit code 2 and a line for each, and the rest is judged', () => {
  const { code, out, err } = run({ 'a.json': FAULTY, 'package.json': {} }, [
    'a.json',
    'package.json',
    'none.json',
  ]);
  expect(code).toBe(2);
  expect(out).toContain('1 error in 1 template');
  expect(err.split('\n')).toEqual([
    expect.stringMatching(/^package\.json:1:1: error: is not a CloudFormation template/),
    expect.stringMatching(/^none\.json:1:1: error: does not exist/),
  ]);
});

test('with nothing to judge there is no report, which would look like a clean one', () => {
  expect(run({}, ['none.json'], { format: 'json' })).toMatchObject({ code: 2, out: '' });
});

test.each([
  ['policy', 'allowed: [{ in: [EUU] }]\n', 'policy.yaml:1:18: error: allowed.0.in.0: not a place'],
  ['plan', 'cells: {}\n', 'policy.yaml:1:1: error: '],
])('a faulty %s is exit code 2 and its faults, and nothing is judged', (option, text, said) => {
  const { code, out, err } = run({ 'a.json': FAULTY, 'policy.yaml': text }, ['a.json'], {
    [option]: 'policy.yaml',
  });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(said);
});

test('a finding names its file, by its path where another file has the same name', () => {
  const { out } = run({ 'one/a.json': FAULTY, 'two/a.json': FAULTY, 'two/b.json': FAULTY }, ['one', 'two'], {
    format: 'json',
  });
  const { findings } = JSON.parse(out) as { findings: { template: string }[] };
  expect(findings.map(({ template }) => template)).toEqual(['one/a.json', 'two/a.json', 'b.json']);
});

test('--flows tells over what the data of a resource gets where', () => {
  const body = {
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: 'alias/k' } },
      Mail: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: 'who@example.com' },
      },
    },
  };
  const { out } = run({ 'a.json': JSON.stringify(body) }, ['a.json'], { flows: true, region: 'eu-west-1' });
  expect(
    out
      .split('\n')
      .slice(0, 4)
      .map((line) => line.split(/\s{2,}/)),
  ).toEqual([
    ['stack', 'resource', 'type', 'reaches', 'over'],
    ['a', 'Mail', 'AWS::SNS::Subscription', 'example.com, outside AWS'],
    ['a', 'Topic', 'AWS::SNS::Topic', 'eu-west-1', 'Mail'],
    ['', 'example.com, outside AWS', 'Mail'],
  ]);
});

test('a file’s name cannot write a line of its own', () => {
  const { err } = run({}, ['none\n::error::x.json']);
  expect(err.split('\n')).toHaveLength(1);
});

describe('the progress line', () => {
  const written = (isTTY: boolean, seconds: number, long = false) => {
    const texts: string[] = [];
    const line = new ProgressLine({ isTTY, write: (text) => texts.push(text) }, () => seconds);
    line.tell('judging 1 of 2', long);
    line.clear();
    return texts.join('');
  };

  test('is written to a terminal after a second, and taken away', () => {
    expect(written(true, 1.5)).toBe('\r\u001b[2Kjudging 1 of 2 …\r\u001b[2K');
    expect(written(true, 0.5)).toBe('');
    expect(written(false, 1.5)).toBe('');
  });

  test('is written at once before what takes long by itself', () => {
    expect(written(true, 0.5, true)).toContain('judging 1 of 2');
  });
});
