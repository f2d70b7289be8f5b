import { everServedByCdn } from '../cdn';
import { listed, type Fault } from '../fault';
import type { Holding, Plan } from '../model';
import { groupBy, pairs } from './places';

/** Datasets that go through the CDN and cannot, or may not. */
export function cdn(plan: Plan): Fault[] {
  return Object.entries(plan.file.datasets).flatMap(([id, dataset]): Fault[] => {
    if (dataset.cdn !== true) return [];
    const path = ['datasets', id, 'cdn'];
    if (dataset.store !== 's3') {
      return [
        {
          path,
          problem: 'only objects are served through the CDN',
          found: `store: ${dataset.store}`,
          fix: 'remove it',
        },
      ];
    }
    return dataset.class === 'personal' ? personalThroughCdn(plan, id, path) : [];
  });
}

/** Even uncached, personal data passes points of presence abroad: the law must say so, and each URL be signed. */
function personalThroughCdn(plan: Plan, dataset: string, path: string[]): Fault[] {
  const moves = plan.moves.filter((move) => move.dataset === dataset);
  const barred = [...new Set(moves.flatMap((move) => move.markets))].filter(
    (market) => plan.lawOf(market)?.law.cdn !== true,
  );
  const unsigned = [...new Set(moves.map((move) => move.cell))].filter(
    (cell) => plan.file.cells[cell]?.signer === undefined,
  );
  return [
    ...(barred.length === 0
      ? []
      : [
          {
            path,
            problem: 'personal data may not pass through the CDN under the law of these markets',
            found: listed(barred.sort()),
            allowed: 'markets whose law has cdn: true',
            fix: 'remove cdn here, or add it to the law if its basis says so',
          },
        ]),
    ...unsigned.map((cell) => ({
      path: ['cells', cell],
      atKey: true,
      problem: `dataset ${dataset} goes through the CDN here by signed URL, but the cell has no signer`,
      fix: 'add signer: the public key of the key pair that signs',
    })),
  ];
}

/**
 * Datasets of which one cell would serve some objects of one from the bucket of the other, judged with every move
 * still to come, of different buckets at the source. The one dataset that has no prefix is
 * no clash: the distribution falls back on it for what no other path takes.
 */
export function sharedPaths(plan: Plan): Fault[] {
  const clashes = Object.keys(plan.file.cells).flatMap((cell) =>
    pairs(everServedByCdn(plan, cell))
      .filter(([first, second]) => overlapping(prefixOf(first), prefixOf(second)))
      .map(([first, second]) => ({ cell, first, second })),
  );
  return [...groupBy(clashes, ({ first, second }) => `${first.id} ${second.id}`).values()].flatMap(
    (group): Fault[] => {
      const [clash] = group;
      if (clash === undefined) return [];
      const { first, second } = clash;
      const cells = group.map(({ cell }) => cell);
      return [
        {
          path: ['datasets', second.id, ...(second.dataset.prefix === undefined ? [] : ['prefix'])],
          atKey: second.dataset.prefix === undefined,
          problem: `the CDN could not tell its objects from those of ${first.id} in ${listed(cells)}`,
          found: `path /${prefixOf(second)}* beside /${prefixOf(first)}*`,
          allowed: 'prefixes of which none begins with another; one dataset may have none',
          fix: 'serve one of the two without the CDN (cdn: false), or keep it under another prefix at the source',
        },
      ];
    },
  );
}

function prefixOf({ dataset }: Holding): string {
  return dataset.prefix ?? '';
}

function overlapping(a: string, b: string): boolean {
  if (a === '' || b === '') return a === b;
  return a.startsWith(b) || b.startsWith(a);
}
