import { listed, shown, type Fault } from '../fault';
import type { Plan } from '../model';
import type { Database, ObjectStore } from '../schema';
import { closest } from '../suggest';

/** Names that a plan uses but does not define. */
export function references({ file }: Plan): Fault[] {
  const places = [...Object.keys(file.source.databases), ...Object.keys(file.source.objects)];
  return [
    ...Object.entries(file.datasets).flatMap(([id, dataset]) =>
      unknown(['datasets', id, 'from'], dataset.from, places, 'database or object store of the source'),
    ),
    ...Object.entries(file.phases).flatMap(([id, phase]) => [
      ...phase.datasets.flatMap((dataset, index) =>
        unknown(['phases', id, 'datasets', index], dataset, Object.keys(file.datasets), 'dataset'),
      ),
      ...(phase.from === undefined
        ? []
        : unknown(['phases', id, 'from'], phase.from, Object.keys(file.cells), 'cell')),
    ]),
  ];
}

/** Places at the source that go by the same name: a dataset could not say which one it is from. */
export function sharedPlaceNames({ file }: Plan): Fault[] {
  return Object.keys(file.source.objects)
    .filter((id) => Object.hasOwn(file.source.databases, id))
    .map((id) => ({
      path: ['source', 'objects', id],
      atKey: true,
      problem: 'a database of the source has the same id',
      fix: 'rename one of the two',
    }));
}

/** Secrets named as a cell names the logins of its own stores, `store/<dataset>`, or those of other cells, `from/…`. */
export function reservedSecrets({ file }: Plan): Fault[] {
  return (['databases', 'objects'] as const).flatMap((kind) =>
    Object.entries<Database | ObjectStore>(file.source[kind])
      .filter(([, { secret }]) => /^(?:store|from)\//.test(secret))
      .map(([id]) => ({
        path: ['source', kind, id, 'secret'],
        problem: 'a name that cells keep for the logins of stores',
        allowed: 'names that begin neither with store/ nor with from/',
        fix: 'call it source/…',
      })),
  );
}

/** Entries that a list holds twice. */
export function repeated({ file }: Plan): Fault[] {
  const lists: [(string | number)[], readonly string[]][] = [
    ...file.laws.map(({ markets }, index): [(string | number)[], readonly string[]] => [
      ['laws', index, 'markets'],
      Array.isArray(markets) ? markets : [],
    ]),
    ...Object.entries(file.cells).flatMap(([id, cell]): [(string | number)[], readonly string[]][] => [
      [['cells', id, 'markets'], Array.isArray(cell.markets) ? cell.markets : []],
      [['cells', id, 'zones'], cell.zones ?? []],
    ]),
    ...Object.entries(file.phases).flatMap(([id, phase]): [(string | number)[], readonly string[]][] => [
      [['phases', id, 'markets'], Array.isArray(phase.markets) ? phase.markets : []],
      [['phases', id, 'datasets'], phase.datasets],
    ]),
  ];
  return lists.flatMap(([path, list]) =>
    list.flatMap((entry, index) =>
      list.indexOf(entry) === index
        ? []
        : [{ path: [...path, index], problem: 'listed twice', found: entry, fix: 'remove one of the two' }],
    ),
  );
}

function unknown(path: (string | number)[], name: string, known: readonly string[], what: string): Fault[] {
  if (known.includes(name)) return [];
  const near = closest(name, known);
  return [
    {
      path,
      problem: `the plan has no such ${what}`,
      found: shown(name),
      allowed: listed(known) || 'none is defined yet',
      fix: near.length === 0 ? undefined : `did you mean ${near.join(' or ')}?`,
    },
  ];
}
