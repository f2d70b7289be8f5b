import { randomUUID } from 'node:crypto';
import { formatFault, listed } from '../plan/fault';
import { MARKETS } from '../plan/geography';
import { loadPlan } from '../plan/load';
import { userMoveTemplates, type UserMoveTemplate } from '../plan/user-move-templates';
import type { Output } from './plan-command';
import { putCommand } from './put-command';

export interface UserMoveOptions {
  /** The markets that she leaves and comes to, such as `IN:DE`. */
  readonly userMove: string;
  readonly format: 'text' | 'json';
}

/**
 * Prints the records of one user who moves country, as far as the plan can fill them in, and where they go.
 *
 * @returns the exit code: 0 printed, 1 the plan is not sound, 2 these are no two markets
 */
export function userMoveCommand(
  file: string,
  { userMove, format }: UserMoveOptions,
  output: Output = { out: console.log, err: console.error },
  newId: () => string = randomUUID,
): number {
  const loaded = loadPlan(file);
  if (!loaded.ok) {
    for (const fault of loaded.faults) output.err(formatFault(fault));
    return 1;
  }
  const [from = '', to = '', ...more] = userMove.split(':');
  const unknown = [from, to].filter((market) => !MARKETS.includes(market));
  if (unknown.length > 0 || more.length > 0 || from === to) {
    output.err(
      `${file}: error: --user-move: found ${listed([userMove])}; allowed: two markets, such as IN:DE`,
    );
    return 2;
  }
  const templates = userMoveTemplates(loaded.plan, { from, to }, newId);
  if (format === 'json') output.out(JSON.stringify(templates, undefined, 2));
  else output.out(asText(templates));
  return 0;
}

const INTRODUCTION = [
  'The application writes these, each cell its own, in this order; docs/user-moves.md says when. The id is random and used once.',
  'Replace every null; user-joined has as many here as were exported, user-left none. Write nothing of her: evidence stays.',
].map((line) => `# ${line}`);

function asText(templates: readonly UserMoveTemplate[]): string {
  if (templates.length === 0) return 'No record is asked for: none of her personal data changes its place.';
  const sections = templates.map(({ content, ...place }) => {
    const body = `${content.record}-${content.move}.json`;
    return [
      `# ${content.record}, cell ${content.cell}`,
      `# save as ${body}`,
      JSON.stringify(content, undefined, 2),
      `# then check it with npx domicile records --check ${body}, and`,
      putCommand({ ...place, body }),
    ].join('\n');
  });
  return [INTRODUCTION.join('\n'), ...sections].join('\n\n');
}
