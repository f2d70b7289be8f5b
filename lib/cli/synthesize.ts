import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { formatFault } from '../plan/fault';
import { loadPlan } from '../plan/load';
import type { Plan } from '../plan/model';
import { DomicileApp } from '../stacks/app';

/** The plan that is read where none is named. */
export const DEFAULT_PLAN = 'plans/reference.yaml';

export interface Synthesis {
  readonly plan: Plan;
  readonly app: DomicileApp;
  readonly assembly: CloudAssembly;
}

/**
 * Synthesizes every cell of a plan, all checks on. A refused plan or a finding is told on stderr, and leaves no
 * template behind: not the refused ones, and not the ones of an earlier run, which would be mistaken for them.
 *
 * @param planFile the plan; default: the CDK context value `plan`, else {@link DEFAULT_PLAN}
 * @param outdir folder of the cloud assembly; default: the one that the CDK CLI names, else `cdk.out`
 * @returns undefined if it was refused; the exit code of the process is then 1
 */
export function synthesize(planFile?: string, outdir?: string): Synthesis | undefined {
  const app = new DomicileApp({ outdir: outdir ?? process.env.CDK_OUTDIR ?? 'cdk.out' });
  // First of all: whatever goes wrong from here on, no earlier run's templates are taken for this one's.
  discardAssembly(app.outdir);
  const loaded = loadPlan(planFile ?? app.planFile ?? DEFAULT_PLAN);
  if (!loaded.ok) {
    for (const fault of loaded.faults) console.error(formatFault(fault));
    // CDK makes the folder with the app.
    if (readdirSync(app.outdir).length === 0) rmdirSync(app.outdir);
    process.exitCode = 1;
    return undefined;
  }
  app.addCells(loaded.plan);
  app.addChecks(loaded.plan);
  const assembly = finish(app);
  return assembly === undefined ? undefined : { plan: loaded.plan, app, assembly };
}

/**
 * Renders an app and runs its checks.
 *
 * @returns undefined if a check refused it: its templates are then gone, and the exit code of the process is 1
 */
export function finish(app: DomicileApp): CloudAssembly | undefined {
  try {
    const assembly = app.synth();
    // Under the CDK CLI a finding does not throw: core reports it and sets the exit code.
    if (!process.exitCode) return assembly;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ValidationFailed') {
      discardAssembly(app.outdir);
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
  discardAssembly(app.outdir);
  return undefined;
}

/** Removes what a synthesis writes, and nothing else that may lie in the folder; the report of findings stays. */
function discardAssembly(outdir: string): void {
  if (!existsSync(outdir)) return;
  const written = /^(manifest\.json|tree\.json|cdk\.out|asset\..*|.*\.(template|assets|metadata)\.json)$/;
  for (const name of readdirSync(outdir)) {
    if (written.test(name)) rmSync(join(outdir, name), { recursive: true });
  }
}
