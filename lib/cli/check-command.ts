import pc from 'picocolors';
import { check, type Report } from '../check/check';
import { discover } from '../check/discover';
import { asJson } from '../check/json';
import { lawsOf } from '../check/laws';
import { lawsOfPlan } from '../check/plan-laws';
import { loadPolicy, type CheckPolicy } from '../check/policy-file';
import { HOME, type Rules } from '../check/ruling';
import type { Progress } from '../check/progress';
import { asSarif } from '../check/sarif';
import type { Found, Whereabouts } from '../check/source';
import { asText, printable } from '../check/text';
import { formatFault, type LocatedFault } from '../plan/fault';
import { loadPlan } from '../plan/load';
import type { Level } from '../residency';
import { residencyPolicy } from '../stacks/residency-policy';
import type { Output } from './plan-command';
import { reachLines } from './reach-lines';

export interface CheckCommandOptions extends Whereabouts {
  readonly policy?: string;
  readonly plan?: string;
  readonly format: 'text' | 'json' | 'sarif';
  /** Whether the text tells how far data can get as well; JSON always does. */
  readonly flows: boolean;
  /** The least level that counts. */
  readonly failOn: Level;
}

/** What a run is told of the world around it. */
export interface Surroundings extends Output {
  /** Of this program: a log says what wrote it. */
  readonly version: string;
  /** The day, as YYYY-MM-DD in UTC: exceptions expire. */
  readonly today: string;
  readonly colors?: boolean;
  readonly progress?: Progress;
}

/**
 * Judges cloud assemblies and templates.
 *
 * @returns the exit code: 0 nothing found that counts, 1 something, 2 not all could be judged
 */
export function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  surroundings: Surroundings,
): number {
  const loaded = rulesOf(options);
  if ('faults' in loaded) return refuse(loaded.faults, surroundings);
  const { apps, faults }: Found = discover(paths, { ...options, progress: surroundings.progress });
  refuse(faults, surroundings);
  if (apps.length === 0) return 2;
  const report = check(apps, { ...loaded, ...surroundings });
  surroundings.out(formatted(report, faults, options, surroundings));
  if (faults.length > 0) return 2;
  const counting = report.findings.filter(
    ({ finding }) => options.failOn === 'warning' || finding.level === 'error',
  );
  return counting.length === 0 ? 0 : 1;
}

function refuse(faults: readonly LocatedFault[], output: Output): 2 {
  for (const fault of faults) output.err(printable(formatFault(fault)));
  return 2;
}

function rulesOf({
  policy,
  plan,
}: CheckCommandOptions): { rules: Rules; policy?: CheckPolicy } | { faults: readonly LocatedFault[] } {
  if (policy !== undefined) {
    const loaded = loadPolicy(policy);
    return loaded.ok ? { rules: lawsOf(loaded.policy), policy: loaded.policy } : loaded;
  }
  if (plan === undefined) return { rules: HOME };
  const loaded = loadPlan(plan);
  if (!loaded.ok) return loaded;
  return { rules: lawsOfPlan(loaded.plan, residencyPolicy(loaded.plan), plan) };
}

function formatted(
  report: Report,
  faults: readonly LocatedFault[],
  { format, flows }: CheckCommandOptions,
  { version, colors = false }: Surroundings,
): string {
  switch (format) {
    case 'json':
      return asJson(report);
    case 'sarif':
      return asSarif(report, { version, folder: process.cwd(), faults });
    case 'text':
      return [...(flows ? reachLines(report.reach) : []), asText(report, pc.createColors(colors))].join('\n');
  }
}
