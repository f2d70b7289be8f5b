import type { Fault } from '../fault';
import { isHome, placeAtSource, type Plan } from '../model';
import { groupBy } from './places';

/**
 * Characters of table names that a runbook can hold: of one dataset, which it compares with a page of what DMS says, and of
 * all of a phase in a cell. A state may hold 256 KiB (Step Functions quotas), and a run that has more ends at once, unheard.
 */
export const MAX_NAMES = { dataset: 25_000, phase: 50_000 } as const;

/** Phases whose runbooks would burst at the names of their tables. */
export function tableNames(plan: Plan): Fault[] {
  return [
    ...groupBy(
      plan.moves.filter((move) => !isHome(move.stage)),
      ({ phase }) => phase,
    ),
  ].flatMap(([phase, moves]): Fault[] => {
    const sizes = new Map(moves.map(({ dataset }) => [dataset, sizeOf(plan, dataset)]));
    const [[dataset, largest] = ['', 0]] = [...sizes].sort(([, a], [, b]) => b - a);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    if (largest > MAX_NAMES.dataset)
      return [
        {
          path: ['datasets', dataset, 'tables'],
          atKey: true,
          problem: 'more names of tables than a runbook can hold',
          found: `${largest} characters`,
          allowed: `${MAX_NAMES.dataset} characters`,
          fix: 'split the dataset in two',
        },
      ];
    if (total <= MAX_NAMES.phase) return [];
    return [
      {
        path: ['phases', phase, 'datasets'],
        problem: 'more names of tables than a runbook can hold',
        found: `${total} characters, ${largest} of them of ${dataset}`,
        allowed: `${MAX_NAMES.phase} characters`,
        fix: 'split the phase in two',
      },
    ];
  });
}

/** Characters that the names of a dataset's tables take, quotes and commas included; none if no replication carries them. */
function sizeOf({ file }: Plan, id: string): number {
  const dataset = file.datasets[id];
  const place = dataset && placeAtSource(file, dataset);
  if (dataset === undefined || place === undefined || !('database' in place)) return 0;
  return JSON.stringify(Object.keys(dataset.tables ?? {})).length;
}
