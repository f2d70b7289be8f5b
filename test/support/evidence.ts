import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { modelOf } from '../../lib/plan/model';
import { recordTemplates, type RecordTemplate } from '../../lib/plan/record-templates';
import type { CarriedRecord, ErasureRecord } from '../../lib/plan/records';
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
  return recordsBeside(input, (content) => (content.record === 'erased' ? completed(content) : undefined));
}

/** The records of what is carried by hand that a plan would need if every phase were complete, by file. */
export function carriedRecords(input: unknown): Map<string, CarriedRecord> {
  return recordsBeside(input, (content) => {
    if (content.record !== 'carried') return undefined;
    const items = Object.keys(content.items).map((table) => [table, { exported: 3, imported: 3 }] as const);
    return { ...about(content), record: 'carried', items: Object.fromEntries(items), frozenAt: HOME };
  });
}

const HOME = '2026-01-01T22:00:00Z';

type Beside = Extract<RecordTemplate, { readonly file: string }>['content'];

function recordsBeside<R>(input: unknown, complete: (content: Beside) => R | undefined): Map<string, R> {
  const plan = modelOf(planSchema.parse(input), '.');
  const templates = plan.moves.flatMap((move) => recordTemplates(plan, move));
  return new Map(
    templates.flatMap((template): [string, R][] => {
      const record = 'file' in template ? complete(template.content) : undefined;
      return 'file' in template && record !== undefined ? [[template.file, record]] : [];
    }),
  );
}

function completed(content: Extract<Beside, { remaining: object }>): ErasureRecord {
  const remaining = Object.fromEntries(Object.keys(content.remaining).map((part) => [part, 0]));
  return { ...about(content), record: 'erased', remaining, homeSince: HOME };
}

function about({ phase, cell, dataset, from, place, markets }: Beside) {
  return {
    phase: phase ?? '',
    cell: cell ?? '',
    dataset: dataset ?? '',
    from: from ?? '',
    place: place ?? '',
    markets: markets ?? [],
    checkedAt: '2026-01-02T03:04:05Z',
    checkedBy: 'privacy@example.com',
  };
}
