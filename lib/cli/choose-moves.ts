import { listed } from '../plan/fault';
import type { Move, Plan } from '../plan/model';
import { closest } from '../plan/suggest';

/** Which moves of a plan a command is about. */
export interface Choice {
  readonly phase: string;
  readonly cell?: string;
  readonly dataset?: string;
}

/** The moves of a phase, into one cell or of one dataset where these are named; or one line that says why none. */
export function chooseMoves(
  plan: Plan,
  { phase, cell, dataset }: Choice,
): { readonly moves: readonly Move[] } | { readonly problem: string } {
  const ofPhase = plan.moves.filter((move) => move.phase === phase);
  if (ofPhase.length === 0) {
    const phases = Object.keys(plan.file.phases);
    const known = phases.includes(phase);
    return {
      problem: known
        ? `no cell takes markets of phase ${phase}`
        : unknown('the plan', 'phase', phase, phases),
    };
  }
  for (const [what, name] of [['cell', cell] as const, ['dataset', dataset] as const]) {
    const names = [...new Set(ofPhase.map((move) => move[what]))];
    if (name !== undefined && !names.includes(name)) {
      return { problem: unknown(`phase ${phase}`, what, name, names) };
    }
  }
  return {
    moves: ofPhase.filter(
      (move) => (cell ?? move.cell) === move.cell && (dataset ?? move.dataset) === move.dataset,
    ),
  };
}

function unknown(where: string, what: string, name: string, names: readonly string[]): string {
  const near = closest(name, names);
  const fix = near.length === 0 ? '' : `; fix: did you mean ${near.join(' or ')}?`;
  return `${where} has no ${what} ${name} (allowed: ${listed(names) || 'none'}${fix})`;
}
