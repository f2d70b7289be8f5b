import { listed, shown, type Fault } from '../fault';
import { cellPlan, isHome, placeAtSource, type Move, type Plan } from '../model';
import { names } from '../names';
import { denialsOf, MAX_DENIALS } from '../object-denials';
import { marketFolders } from '../object-folders';
import type { ObjectStore } from '../schema';
import { groupBy, pairs } from './places';

/** A bucket as DataSync takes its name, but for spaces (DataSync API, CreateLocationObjectStorage, BucketName). */
const BUCKET = /^[A-Za-z0-9_\-+.()$]{3,63}$/;
/** A host as DataSync takes its name (DataSync API, CreateLocationObjectStorage, ServerHostname). */
const HOST = /^(?=.{1,255}$)(([A-Za-z0-9-]*[A-Za-z0-9])\.)*([A-Za-z0-9-]*[A-Za-z0-9])$/;
/** Agents that one location may have (DataSync API, CreateLocationObjectStorage, AgentArns). */
const MAX_AGENTS = 4;
/** Tasks that an account may have in a region, unless AWS raises it (DataSync quotas). */
const MAX_TASKS = 100;

/** Object stores whose bucket or host DataSync would not take. */
export function objectStores({ file }: Plan): Fault[] {
  return Object.entries(file.source.objects).flatMap(([id, { bucket, host }]): Fault[] => {
    const path = ['source', 'objects', id];
    const faults: Fault[] = [];
    if (!BUCKET.test(bucket)) {
      const allowed =
        '3 to 63 letters, digits, underscores, hyphens, plus signs, dots, parentheses and dollar signs';
      faults.push({
        path: [...path, 'bucket'],
        problem: 'not a bucket that DataSync takes',
        found: shown(bucket),
        allowed,
      });
    }
    if (!HOST.test(host)) {
      const allowed = 'labels of letters, digits and hyphens, divided by dots';
      faults.push({
        path: [...path, 'host'],
        problem: 'not a host that DataSync takes',
        found: shown(host),
        allowed,
      });
    }
    return faults;
  });
}

/**
 * Secrets that an object store cannot have: DataSync reads the whole text as the secret key, DMS a JSON object; and a name
 * that ends as Secrets Manager ends ARNs cannot be told from one (Secrets Manager API, GetSecretValue, SecretId).
 */
export function objectSecrets({ file }: Plan): Fault[] {
  const { databases, objects } = file.source;
  return Object.entries(objects).flatMap(([id, { secret, accessKey }], index): Fault[] => {
    const path = ['source', 'objects', id, 'secret'];
    const [twin] = Object.entries(objects)
      .slice(0, index)
      .filter(([, store]) => store.secret === secret && store.accessKey !== accessKey);
    if (twin !== undefined) {
      const problem = `object store ${twin[0]} has the same secret, and another access key`;
      return [{ path, problem, found: secret, fix: 'give each access key a secret of its own' }];
    }
    const other = Object.keys(databases).find((database) => databases[database]?.secret === secret);
    if (other !== undefined) {
      const fix = 'give each a secret of its own: one holds a login, the other nothing but a secret key';
      return [{ path, problem: `database ${other} has the same secret`, found: secret, fix }];
    }
    if (!/-[a-z0-9]{6}$/.test(secret)) return [];
    const problem = 'ends like the ARN of a secret: Secrets Manager could take it for another’s';
    return [{ path, problem, found: secret, allowed: 'no hyphen before the last six characters' }];
  });
}

/** Agents that a location has no room for, or that cannot be where the plan has them. */
export function agents({ file }: Plan): Fault[] {
  const cells = Object.entries(file.cells);
  const listedAgents = cells.flatMap(([cell, { agents: ids }]) =>
    ids.map((agent, index) => ({ agent, cell, path: ['cells', cell, 'agents', index] })),
  );
  return [
    ...cells.flatMap(([cell, { agents: ids }]): Fault[] =>
      ids.length <= MAX_AGENTS
        ? []
        : [
            {
              path: ['cells', cell, 'agents'],
              problem: 'more agents than a DataSync location takes',
              found: `${ids.length}`,
              allowed: `at most ${MAX_AGENTS}`,
            },
          ],
    ),
    ...pairs(listedAgents).flatMap(([first, second]): Fault[] =>
      first.agent !== second.agent
        ? []
        : [
            {
              path: second.path,
              problem: first.cell === second.cell ? 'listed twice' : `an agent of cell ${first.cell}`,
              found: second.agent,
              fix:
                first.cell === second.cell
                  ? 'remove one of the two'
                  : 'an agent is activated in one account and region: activate another for this cell',
            },
          ],
    ),
  ];
}

/** More tasks than DataSync lets a cell have, with every move still to come. */
export function taskCount(plan: Plan): Fault[] {
  const moves = plan.moves.filter((move) => !isHome(move.stage) && storeOf(plan, move) !== undefined);
  return [...groupBy(moves, ({ cell }) => cell)].flatMap(([cell, tasks]): Fault[] =>
    tasks.length <= MAX_TASKS
      ? []
      : [
          {
            path: ['cells', cell],
            atKey: true,
            problem:
              'more DataSync tasks, one for each phase of each dataset of objects, than an account may have in a region',
            found: `${tasks.length} tasks`,
            allowed: `${MAX_TASKS} tasks`,
            fix: 'move more markets in one phase, or join datasets',
          },
        ],
  );
}

/** Moves of one dataset to one cell that share a folder: the later one would undo there what the cell wrote since. */
export function sharedFolders(plan: Plan): Fault[] {
  return pairs(plan.moves).flatMap(([first, second]): Fault[] => {
    const store = storeOf(plan, second);
    if (first.dataset !== second.dataset || first.cell !== second.cell || store === undefined) return [];
    // A market that two phases bring is told elsewhere.
    if (first.markets.some((market) => second.markets.includes(market))) return [];
    const folders = marketFolders(store, first.markets);
    const shared = marketFolders(store, second.markets).filter((folder) => folders.includes(folder));
    if (shared.length === 0) return [];
    return [
      {
        path: ['phases', second.phase],
        atKey: true,
        problem: `phase ${first.phase} brings the same objects of ${second.dataset} to cell ${second.cell}`,
        found: listed(shared),
        fix: 'let the path of the object store hold {market}, or bring all its markets in one phase',
      },
    ];
  });
}

/** Moves whose role would need more policies than a role may have to keep it out of the others’ folders. */
export function objectDenials(plan: Plan): Fault[] {
  return plan.moves.flatMap((move): Fault[] => {
    const store = storeOf(plan, move);
    if (store === undefined) return [];
    const others = plan.moves.filter(
      (other) => other !== move && other.cell === move.cell && other.dataset === move.dataset,
    );
    const folders = marketFolders(
      store,
      others.flatMap(({ markets }) => markets),
    );
    const bucket = names.bucket(cellPlan(plan, move.cell), move.dataset);
    const lists = denialsOf(bucket, plan.file.datasets[move.dataset]?.prefix ?? '', folders);
    if (lists.length <= MAX_DENIALS) return [];
    return [
      {
        path: ['phases', move.phase],
        atKey: true,
        problem: `the folders of ${move.dataset} that other phases bring to cell ${move.cell} are too many to keep its role out of`,
        found: `${folders.length} folders, ${lists.length} policies`,
        allowed: `${MAX_DENIALS} policies`,
        fix: 'shorten the prefix of the dataset or the path of the object store, or move more markets in one phase',
      },
    ];
  });
}

/** The object store whose layout a move keeps, whether it reads that or another cell's bucket; undefined for tables. */
function storeOf({ file }: Plan, { dataset: id }: Move): ObjectStore | undefined {
  const dataset = file.datasets[id];
  const place = dataset && placeAtSource(file, dataset);
  return place !== undefined && 'objects' in place ? place.objects : undefined;
}
