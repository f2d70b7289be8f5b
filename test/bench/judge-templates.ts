import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

// Our engine on a folder of templates, as `npx domicile check` reads it.
const begun = performance.now();
void main();

async function main(): Promise<void> {
  const { judge } = await import('../../lib/residency/judge');
  performance.measure('loading', { start: begun });
  const folder = process.env.BENCH_TEMPLATES ?? '.';
  const templates = readdirSync(folder).map((name) => ({
    name,
    stackName: name,
    region: 'ap-southeast-1',
    account: '111111111111',
    partition: 'aws',
    template: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown,
  }));
  const read = performance.now();
  judge(templates);
  performance.measure('judging', { start: read });
}
