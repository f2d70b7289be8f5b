import fc from 'fast-check';
import { objectMoves } from '../../lib/constructs/object-moves';
import { MARKETS } from '../../lib/plan/geography';
import { cellPlan, type Plan } from '../../lib/plan/model';
import { denialsOf, MAX_DENIALS } from '../../lib/plan/object-denials';
import { includeFilter, marketFolders } from '../../lib/plan/object-folders';
import { soundPlan } from '../arbitrary/plan';
import { planNamed } from '../support/plans';

test.each([
  ['{market}/', ['HK/', 'SG/']],
  ['users/{market}/files/', ['users/HK/files/', 'users/SG/files/']],
  ['site-{market}/', ['site-HK/', 'site-SG/']],
  ['{market}/{market}/', ['HK/HK/', 'SG/SG/']],
  ['static/', ['static/']],
])('the folders of a path %s', (path, folders) => {
  expect(marketFolders({ path }, ['HK', 'SG'])).toEqual(folders);
});

test('a filter names each folder from the location down, without wildcards', () => {
  expect(includeFilter(['users/HK/files/', 'users/SG/files/'])).toBe('/users/HK/files/|/users/SG/files/');
});

test('a filter for every market of the longest path is one that DataSync takes', () => {
  const path = `{market}/${'p'.repeat(190)}/`;
  expect(includeFilter(marketFolders({ path }, MARKETS)).length).toBeLessThanOrEqual(102_400);
});

test('the filter for the rest of the world names the folder of each of its markets', () => {
  const [files] = objectMoves(cellPlan(planNamed('reference'), 'us'));
  const patterns = includeFilter(files?.folders ?? []).split('|');
  expect(patterns).toHaveLength(242);
  expect(patterns).toEqual(expect.arrayContaining(['/US/', '/BR/', '/DE/']));
  for (const foreign of ['/CN/', '/SG/', '/IN/']) expect(patterns).not.toContain(foreign);
});

/** What every cell's moves of objects carry, by where from, dataset and folder. */
function carried(plan: Plan): Map<string, string[]> {
  const byFolder = new Map<string, string[]>();
  for (const id of Object.keys(plan.file.cells)) {
    for (const { holding, move, folders } of objectMoves(cellPlan(plan, id))) {
      for (const folder of folders) {
        const key = `${move.from} ${holding.id} ${folder}`;
        byFolder.set(key, [...(byFolder.get(key) ?? []), `${id} ${move.phase}`]);
      }
    }
  }
  return byFolder;
}

test('each market’s folder of each dataset is in exactly one task from where it is, once a phase moves it', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      const found = carried(plan);
      const expected = plan.moves
        .filter(({ dataset, stage }) => plan.file.datasets[dataset]?.store === 's3' && stage !== 'planned')
        .flatMap(({ dataset, markets, cell, phase, from }) =>
          markets.map((market) => [`${from} ${dataset} ${market}/`, [`${cell} ${phase}`]] as const),
        );
      expect(new Map(expected)).toEqual(found);
      expect(expected).toHaveLength(found.size);
    }),
  );
});

test('what a move carries and what others do never meet, and make up all that its bucket is given', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const id of Object.keys(plan.file.cells)) {
        const moves = objectMoves(cellPlan(plan, id));
        for (const { holding, folders, others } of moves) {
          const all = moves
            .filter((other) => other.holding.id === holding.id)
            .flatMap((other) => other.folders);
          expect([...folders, ...others].sort()).toEqual(all.sort());
        }
      }
    }),
  );
});

test('denials name every folder once, in lists that fit a managed policy', () => {
  const folders = MARKETS.map((market) => `users/${market}/`);
  const lists = denialsOf('us-files-111111111111-us-east-1', 'drive/', folders);
  expect(lists.flat()).toEqual(
    folders.map((folder) => `arn:aws:s3:::us-files-111111111111-us-east-1/drive/${folder}*`),
  );
  expect(lists.length).toBeGreaterThan(1);
  expect(lists.length).toBeLessThanOrEqual(MAX_DENIALS);
  for (const list of lists) expect(JSON.stringify(list).length).toBeLessThan(5_600);
});

test('no folders, no denials', () => {
  expect(denialsOf('bucket', '', [])).toEqual([]);
});
