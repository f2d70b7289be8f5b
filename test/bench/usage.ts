import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

// Loaded before anything else into each process that is measured. The parent cannot see what a child used.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const spans: Record<string, number> = {};
  for (const { name, duration } of performance.getEntriesByType('measure'))
    spans[name] = (spans[name] ?? 0) + duration;
  writeFileSync(
    process.env.BENCH_USAGE ?? '/dev/stderr',
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, spans }),
  );
});
