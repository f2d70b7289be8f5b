import { listed, type Fault } from '../fault';
import type { Plan } from '../model';

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
