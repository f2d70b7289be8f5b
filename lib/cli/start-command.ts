import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import pc from 'picocolors';
import { countLine, planSections, planTitle } from '../review/summary';
import { DEFAULT_PLAN, synthesize } from './synthesize';

/** `npm start`: every cell synthesized and checked, and the whole of it on one screen. */
export function startCommand(planFile: string, outdir: string): void {
  if (process.stderr.isTTY) process.stderr.write(pc.dim(`synthesizing ${planFile} …\n`));
  const done = synthesize(planFile, outdir);
  if (done === undefined) return;
  const { plan, app, assembly } = done;
  const counts = countLine({
    templates: assembly.stacks.length,
    resources: resourcesIn(assembly),
    findings: findingsIn(assembly),
    acknowledgements: app.acknowledgements.list.length,
    seconds: process.uptime(),
  });
  const [cell = ''] = Object.keys(plan.file.cells);
  const named = planFile === DEFAULT_PLAN ? '' : `-c plan=${planFile} `;

  console.log(pc.bold(planTitle(planFile, plan)));
  for (const { title, lines } of [
    ...planSections(plan, app.residency?.judgement?.flows ?? []),
    { title: 'Checks', lines: [counts] },
  ]) {
    console.log(`\n${pc.bold(title)}`);
    for (const line of lines) console.log(`  ${line}`);
  }
  console.log(`\nTemplates are in ${outdir}. Next: npm test, then npx cdk diff ${named}'${cell}/*'`);
}

function resourcesIn({ stacks }: CloudAssembly): number {
  const counts = stacks.map(
    ({ template }) => Object.keys((template as { Resources?: object }).Resources ?? {}).length,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What the checks reported and nobody acknowledged: information at most, since warnings and errors stop a synthesis. */
function findingsIn({ directory }: CloudAssembly): number {
  const file = join(directory, 'validation-report.json');
  if (!existsSync(file)) return 0;
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    pluginReports: { violations: { violatingConstructs: unknown[] }[] }[];
  };
  return report.pluginReports
    .flatMap(({ violations }) => violations)
    .reduce((sum, { violatingConstructs }) => sum + violatingConstructs.length, 0);
}
