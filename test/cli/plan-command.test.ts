import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planCommand } from '../../lib/cli/plan-command';

function run(file: string): { code: number; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const code = planCommand(file, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out, err };
}

test('a sound plan is told as a table of its cells, datasets and phases', () => {
  const file = join(__dirname, '../../plans/smallest.yaml');
  const { code, out, err } = run(file);
  expect(code).toBe(0);
  expect(err).toEqual([]);
  expect(out.join('\n').split('\n')).toEqual([
    'cells (1)  region        account       markets',
    'eu         eu-central-1  111111111111  1',
    '',
    'datasets (1)  class     from  store         tables',
    'orders        personal  shop  aurora-mysql  1',
    '',
    'phases (1)  datasets  markets  from    stage',
    'orders      1         1        source  eu replicating',
    '',
    `${file}: plan is sound`,
  ]);
});

test('a faulty plan is told as its faults, with exit code 1 and nothing on stdout', () => {
  expect(run('plans/none.yaml')).toEqual({
    code: 1,
    out: [],
    err: [
      'plans/none.yaml:1:1: error: does not exist (allowed: a YAML file in UTF-8 of at most 256 KiB)',
      'plans/none.yaml: 1 fault',
    ],
  });
});

/** The packages that a file of the project imports, itself or through others of its files. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const imported = [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)].map(
    ([, name = '']) => name,
  );
  const packages = imported.filter((name) => !name.startsWith('.'));
  const files = imported.filter((name) => name.startsWith('.')).map((name) => join(dirname(file), name));
  const found = files.map((name) =>
    packagesOf(existsSync(`${name}.ts`) ? `${name}.ts` : join(name, 'index.ts'), seen),
  );
  return new Set([...packages, ...found.flatMap((names) => [...names])]);
}

test.each(['plan', 'records', 'sql', 'check'])(
  '%s works without CDK, whose loading would take longer',
  (name) => {
    const packages = [...packagesOf(join(__dirname, `../../lib/cli/${name}-command.ts`))];
    expect(packages).toContain('zod');
    expect(packages.filter((name) => name.startsWith('aws-cdk-lib') || name === 'constructs')).toEqual([]);
  },
);
