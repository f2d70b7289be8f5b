import type { Fault } from '../fault';
import type { Plan } from '../model';

/**
 * Minutes that a freeze takes beyond the quiet ones: from the question to the last write, until the alarm on changes has
 * seen that many minutes without one, and from one look to the next.
 */
export const FREEZE_MARGIN = 15;

/** A night on which the source could not be seen to be frozen in time, however soon it is. */
export function quietWithinFreeze({ file }: Plan): Fault[] {
  const { quiet, freeze } = file.cutover;
  if (freeze >= quiet + FREEZE_MARGIN) return [];
  return [
    {
      path: ['cutover', 'freeze'],
      problem:
        'the source could not be quiet for as long as it has to be before the time to freeze it is over',
      found: `${freeze} minutes, of which ${quiet} have to be quiet`,
      allowed: `${quiet + FREEZE_MARGIN} minutes and more: quiet and ${FREEZE_MARGIN} besides`,
      fix: 'raise freeze, or lower quiet',
    },
  ];
}
