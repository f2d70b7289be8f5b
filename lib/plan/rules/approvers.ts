import type { Fault } from '../fault';
import type { Plan } from '../model';
import { stagePath } from './stages';

/** One person named twice: two approvals would be hers alone. Whether two addresses are one person's, no plan can tell. */
export function distinctApprovers({ file }: Plan): Fault[] {
  const seen = new Set<string>();
  return file.approvers.flatMap((address, index): Fault[] => {
    const name = address.toLowerCase();
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        path: ['approvers', index],
        problem: 'the same approver twice: one person could answer for both',
        found: address,
        fix: 'name another person, or leave one approver',
      },
    ];
  });
}

/** Phases in cutover that nobody could approve: their runbooks would stop before the freeze, at night. */
export function approvers(plan: Plan): Fault[] {
  if (plan.file.approvers.length > 0) return [];
  const moves = plan.moves.filter(({ stage }) => stage === 'cutover');
  const faults = new Map(
    moves.map(({ phase, cell }) => {
      const path = stagePath(plan, phase, cell);
      return [path.join('.'), { path, problem: 'a cutover needs someone who approves it', found: 'cutover' }];
    }),
  );
  return [...faults.values()].map((fault) => ({
    ...fault,
    fix: 'name one or two addresses under approvers, and deploy them: each has to be confirmed once',
  }));
}
