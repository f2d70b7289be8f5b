import { dirname, join } from 'node:path';
import { formatFault } from '../plan/fault';
import { loadPlan } from '../plan/load';
import { recordTemplates, type RecordTemplate } from '../plan/record-templates';
import { chooseMoves, type Choice } from './choose-moves';
import type { Output } from './plan-command';
import { putCommand } from './put-command';

export interface RecordsOptions extends Choice {
  readonly format: 'text' | 'json';
}

/**
 * Prints every record that a phase will be asked for, as far as the plan can fill it in, and where it goes.
 *
 * @returns the exit code: 0 printed, 1 the plan is not sound, 2 it has no such phase, cell or dataset
 */
export function recordsCommand(
  file: string,
  options: RecordsOptions,
  output: Output = { out: console.log, err: console.error },
): number {
  const loaded = loadPlan(file);
  if (!loaded.ok) {
    for (const fault of loaded.faults) output.err(formatFault(fault));
    return 1;
  }
  const chosen = chooseMoves(loaded.plan, options);
  if ('problem' in chosen) {
    output.err(`${file}: error: ${chosen.problem}`);
    return 2;
  }
  const templates = chosen.moves.flatMap((move) => recordTemplates(loaded.plan, move));
  if (options.format === 'json') output.out(JSON.stringify(templates.map(asJson(file)), undefined, 2));
  else output.out(asText(file, templates));
  return 0;
}

const INTRODUCTION = [
  'Until the preflight writes them, records are made by hand: check, complete the JSON, save it, put it in place.',
  'Replace every null; times are UTC, such as 2026-03-01T22:00:00Z. Write of nobody: evidence cannot be taken back.',
];

/** What has to be known before each kind of record may say yes, and who reads it. */
const MEANING: Readonly<Record<RecordTemplate['kind'], string>> = {
  schema:
    'the tables in the cell take what the mappings bring; the runbook loads nothing without it. Set matches, or list faults.',
  proof:
    'DynamoDB holds what the source held; checked after the freeze is confirmed, read before the cell becomes home. Set equal.',
  carried:
    'the items stand in the new cell as they were exported from the old one; a move of DynamoDB between cells is complete by it, committed beside the plan. Its frozenAt is homeSince of the record of erasure.',
  erasure:
    'nothing of these markets is left where it was; the stage retired needs it, committed beside the plan. homeSince is writtenAt of the runbook’s record “complete”.',
};

function asText(file: string, templates: readonly RecordTemplate[]): string {
  if (templates.length === 0)
    return 'No record is asked for: what moves is public, and its objects are verified as they are copied.';
  const sections = templates.map((template) => {
    const { kind, move } = template;
    return [
      `# ${kind} of dataset ${move.dataset}, phase ${move.phase}, cell ${move.cell}`,
      `# ${MEANING[kind]}`,
      `# save as ${savedAs(file, template)}`,
      JSON.stringify(template.content, undefined, 2),
      ...('file' in template ? [] : ['# then', putCommand({ ...template, body: savedAs(file, template) })]),
    ].join('\n');
  });
  return [INTRODUCTION.map((line) => `# ${line}`).join('\n'), ...sections].join('\n\n');
}

function asJson(file: string) {
  return (template: RecordTemplate) => {
    const { kind, move, content } = template;
    const about = { kind, phase: move.phase, cell: move.cell, dataset: move.dataset };
    if ('file' in template) return { ...about, file: savedAs(file, template), content };
    const { region, bucket, key } = template;
    return {
      ...about,
      region,
      bucket,
      key,
      content,
      put: putCommand({ ...template, body: savedAs(file, template) }),
    };
  };
}

/** Where a record is saved: one beside the plan stays there, any other is put in a bucket from there. */
function savedAs(file: string, template: RecordTemplate): string {
  if ('file' in template) return join(dirname(file), template.file);
  const { cell, phase, dataset } = template.move;
  return `${template.kind}-${cell}-${phase}-${dataset}.json`;
}
