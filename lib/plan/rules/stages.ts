import type { Fault } from '../fault';
import { isHome, type Plan } from '../model';
import { STAGES } from '../schema';
import { groupBy, pairs } from './places';

/**
 * Phases that run ahead. In each cell phases advance in the plan's order: until an earlier phase is complete there,
 * no later one may be at a further stage than it.
 */
export function order(plan: Plan): Fault[] {
  return [...groupBy(plan.moves, (move) => move.cell).values()].flatMap((moves) => {
    const phases = [...new Map(moves.map((move) => [move.phase, move])).values()];
    return pairs(phases).flatMap(([earlier, later]): Fault[] => {
      if (isHome(earlier.stage) || STAGES.indexOf(later.stage) <= STAGES.indexOf(earlier.stage)) return [];
      return [
        {
          path: stagePath(plan, later.phase, later.cell),
          problem: `in cell ${later.cell} phase ${later.phase} runs ahead of phase ${earlier.phase}, which is ${earlier.stage}`,
          found: later.stage,
          allowed: STAGES.slice(0, STAGES.indexOf(earlier.stage) + 1).join(', '),
          fix: `finish ${earlier.phase} first, or put ${later.phase} before it`,
        },
      ];
    });
  });
}

/** Stages for cells that the plan lacks, or that the phase brings nothing to. */
export function stageCells(plan: Plan): Fault[] {
  const { cells } = plan.file;
  return Object.entries(plan.file.phases).flatMap(([id, phase]) => {
    if (typeof phase.stage === 'string') return [];
    const taking = [...new Set(plan.moves.filter((move) => move.phase === id).map((move) => move.cell))];
    return Object.keys(phase.stage)
      .filter((cell) => !taking.includes(cell))
      .map((cell) => ({
        path: ['phases', id, 'stage', cell],
        atKey: true,
        problem: Object.hasOwn(cells, cell)
          ? 'the phase brings nothing to this cell'
          : 'the plan has no such cell',
        found: cell,
        allowed: taking.join(', ') || 'none: no cell takes its markets',
      }));
  });
}

/** Where a plan says at what stage a phase is in a cell. */
export function stagePath(plan: Plan, phase: string, cell: string): string[] {
  const stage = plan.file.phases[phase]?.stage;
  const own = typeof stage === 'object' && Object.hasOwn(stage, cell);
  return ['phases', phase, 'stage', ...(own ? [cell] : [])];
}
