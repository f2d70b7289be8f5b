import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { modelOf } from '../../lib/plan/model';
import { recordTemplates } from '../../lib/plan/record-templates';
import type { ErasureRecord } from '../../lib/plan/records';
import { planSchema } from '../../lib/plan/schema';

const PLANS = join(__dirname, '../../plans');

/** Runs `work` in a folder that has the project's example certificates, as a plan's folder has, and removes it. */
export function inPlanFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-'));
  try {
    cpSync(join(PLANS, 'certificates'), join(folder, 'certificates'), { recursive: true });
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a file of the plan's folder, with the folders above it. */
export function writeBeside(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The erasure records that a plan would need if every phase were retired, complete, by file. */
export function erasureRecords(input: unknown): Map<string, ErasureRecord> {
  const plan = modelOf(planSchema.parse(input), '.');
  const templates = plan.moves.flatMap((move) => recordTemplates(plan, move));
  return new Map(
    templates.flatMap((template): [string, ErasureRecord][] => {
      if (template.kind !== 'erasure') return [];
      const { phase, cell, dataset, from, markets, remaining } = template.content;
      const record: ErasureRecord = {
        record: 'erased',
        phase: phase ?? '',
        cell: cell ?? '',
        dataset: dataset ?? '',
        from: from ?? '',
        markets: markets ?? [],
        remaining: Object.fromEntries(Object.keys(remaining).map((part) => [part, 0])),
        checkedAt: '2026-01-02T03:04:05Z',
        checkedBy: 'privacy@example.com',
      };
      return [[template.file, record]];
    }),
  );
}
