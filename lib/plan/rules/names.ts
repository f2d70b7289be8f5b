import { type Fault } from '../fault';
import { cellPlan, type Plan } from '../model';
import { CELL_BUCKETS, names } from '../names';
import { groupBy, pairs } from './places';

/** Something that a cell names by ids joined with hyphens. */
interface Named {
  readonly name: string;
  readonly path: readonly (string | number)[];
  /** In the words of a message. */
  readonly what: string;
}

/** Datasets whose buckets would be named as a cell names its own. */
export function reservedDatasets({ file }: Plan): Fault[] {
  const reserved: readonly string[] = Object.values(CELL_BUCKETS);
  return Object.keys(file.datasets)
    .filter((id) => reserved.includes(id))
    .map((id) => ({
      path: ['datasets', id],
      atKey: true,
      problem: 'an id that cells keep for a bucket of their own',
      found: id,
      allowed: `any but ${reserved.join(', ')}`,
      fix: 'rename it',
    }));
}

/**
 * Replications, and DynamoDB tables, of one cell whose ids join to one name: `a` and `b-c` as `a-b` and `c`. Two cells
 * cannot clash, since an account has one in each region.
 */
export function sharedNames(plan: Plan): Fault[] {
  const clashes = Object.keys(plan.file.cells).flatMap((cell) =>
    [replications(plan, cell), tables(plan, cell)].flatMap((named) =>
      [...groupBy(named, ({ name }) => name).values()]
        .flatMap(pairs)
        // A dataset that a phase lists twice is told as such.
        .filter(([first, second]) => first.what !== second.what),
    ),
  );
  // What clashes in one cell clashes in the others: it is told for the first.
  return [...groupBy(clashes, (pair) => pair.map(({ path }) => path.join()).join(' ')).values()].flatMap(
    ([clash]): Fault[] => {
      if (clash === undefined) return [];
      const [first, { name, path, what }] = clash;
      return [
        {
          path,
          atKey: true,
          problem: `${what} would have the same name as ${first.what}`,
          found: name,
          fix: 'rename one of them, so that their ids joined by hyphens differ',
        },
      ];
    },
  );
}

function replications(plan: Plan, cell: string): Named[] {
  const { datasets, phases } = plan.file;
  return plan.moves
    .filter((move) => move.cell === cell && datasets[move.dataset]?.tables !== undefined)
    .map(({ dataset, phase }) => ({
      name: names.replication(cellPlan(plan, cell), dataset, phase),
      path: ['phases', phase, 'datasets', phases[phase]?.datasets.indexOf(dataset) ?? 0],
      what: `the replication of ${dataset} in phase ${phase}`,
    }));
}

function tables(plan: Plan, cell: string): Named[] {
  const moved = new Set(plan.moves.filter((move) => move.cell === cell).map(({ dataset }) => dataset));
  return Object.entries(plan.file.datasets)
    .filter(([id, { store }]) => store === 'dynamodb' && moved.has(id))
    .flatMap(([id, { tables = {} }]) =>
      Object.keys(tables).map((table) => ({
        name: names.table(cellPlan(plan, cell), id, table),
        path: ['datasets', id, 'tables', table],
        what: `table ${table} of ${id}`,
      })),
    );
}
