import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ROOT, SCRATCH, USAGE } from './build';

/** One command whose whole process is measured. */
export interface Contender {
  readonly name: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What one process used. */
export interface Usage {
  /** From spawn to exit, milliseconds. */
  readonly wall: number;
  /** User and system time of all its threads, milliseconds. */
  readonly cpu: number;
  /** Peak resident memory, MiB. */
  readonly memory: number;
  /** What the process itself timed, milliseconds by name. */
  readonly spans: Readonly<Record<string, number>>;
}

export interface Rounds {
  readonly warmUps: number;
  readonly counted: number;
}

/** Medians of several runs of each of several commands. */
export type Medians<N extends string> = Readonly<Record<N, Usage>>;

/**
 * Runs the contenders in turn (A B C A B C …), so that whatever else the machine does falls on all of them alike.
 *
 * @throws Error if a process fails: a synthesis that was refused is not the work to be measured
 */
export function alternate<N extends string>(
  contenders: readonly (Contender & { readonly name: N })[],
  { warmUps, counted }: Rounds,
): Medians<N> {
  const runs = new Map(contenders.map(({ name }): [N, Usage[]] => [name, []]));
  for (let round = 0; round < warmUps + counted; round++) {
    for (const contender of contenders) {
      const usage = run(contender);
      const label = round < warmUps ? 'warm-up' : `run ${round - warmUps + 1}/${counted}`;
      process.stderr.write(`  ${label}: ${contender.name}: ${(usage.wall / 1000).toFixed(2)} s\n`);
      if (round >= warmUps) runs.get(contender.name)?.push(usage);
    }
  }
  return Object.fromEntries([...runs].map(([name, usages]) => [name, medians(usages)])) as Medians<N>;
}

function run({ name, args, env }: Contender): Usage {
  const file = join(SCRATCH, 'usage.json');
  rmSync(file, { force: true });
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', USAGE, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, CDK_OUTDIR: join(SCRATCH, 'out'), BENCH_USAGE: file },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wall = performance.now() - begun;
  if (status !== 0) throw new Error(`${name} ended with exit code ${status}:\n${stderr.slice(-2000)}`);
  return { wall, ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Usage, 'wall'>) };
}

function medians(usages: readonly Usage[]): Usage {
  const of = (pick: (usage: Usage) => number) => median(usages.map(pick));
  const spans = Object.keys(usages[0]?.spans ?? {}).map((span) => [
    span,
    of((usage) => usage.spans[span] ?? 0),
  ]);
  return {
    wall: of(({ wall }) => wall),
    cpu: of(({ cpu }) => cpu),
    memory: of(({ memory }) => memory),
    spans: Object.fromEntries(spans) as Record<string, number>,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? sorted.slice(middle) : sorted.slice(middle - 1);
  return sorted.length % 2 === 1 ? low : (low + high) / 2;
}
