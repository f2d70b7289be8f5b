import type { Fault } from '../fault';
import type { Plan } from '../model';

/** Personal data in a plan whose stores go when their stacks are deleted. */
export function sandbox(plan: Plan): Fault[] {
  const { disposable, datasets } = plan.file;
  const move = plan.moves.find(
    ({ dataset, stage }) => stage !== 'planned' && datasets[dataset]?.class === 'personal',
  );
  if (!disposable || move === undefined) return [];
  return [
    {
      path: ['disposable'],
      problem: `personal data (${move.dataset}) is ${move.stage} in phase ${move.phase}, and nothing here is kept`,
      found: 'true',
      fix: 'remove disposable, or leave the phases of personal data planned',
    },
  ];
}
