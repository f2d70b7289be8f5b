import type { Fault } from '../fault';
import type { Plan } from '../model';
import { stagePath } from './stages';

/** A cutover that nobody is told of when it goes wrong. Told once, for the first. */
export function unwatched(plan: Plan): Fault[] {
  const move = plan.moves.find(({ stage }) => stage === 'cutover');
  if (plan.file.alarms.length > 0 || move === undefined) return [];
  return [
    {
      path: stagePath(plan, move.phase, move.cell),
      problem: `phase ${move.phase} is in cutover in cell ${move.cell}, and the plan names nobody who is told of trouble`,
      found: move.stage,
      fix: 'add alarms, a list of e-mail addresses, to the plan, and let each confirm its subscription first',
    },
  ];
}
