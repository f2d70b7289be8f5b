import { listed, type Fault } from '../fault';
import { contains } from '../geography';
import { marketsInLog } from '../held-markets';
import { isHome, isMoving, movesOverLink, type Move, type Plan } from '../model';
import { authoritiesFile, authoritiesUrl, rdsAuthorities } from '../rds-authorities';
import { MAX_READER_CHARACTERS, readerFolders } from '../reader-folders';
import { isCarriedByHand } from '../record-places';
import type { Link } from '../schema';
import { groupBy } from './places';
import { stagePath } from './stages';

/** Later moves that have begun before what they take over has arrived in the cell that they take it from. */
export function arrivals(plan: Plan): Fault[] {
  return perPhase(begun(plan)).flatMap((moves): Fault[] => {
    const [move] = moves;
    const missing = moves.flatMap((later) => yetToArrive(plan, later));
    const [first] = missing;
    if (move === undefined || first === undefined) return [];
    const phases = [...new Set(missing.map(({ phase }) => phase))].join(', ');
    return [
      {
        path: stagePath(plan, move.phase, move.cell),
        problem: `cell ${move.from} is not home yet to all that the phase takes over from it`,
        found: move.stage,
        allowed: 'planned',
        fix: `complete ${phases} in ${move.from} first`,
      },
    ];
  });
}

/** Later moves of what nothing can replicate from cell to cell: see docs/decisions/0015. */
export function dynamodbBetweenCells(plan: Plan): Fault[] {
  const unread = begun(plan).filter((move) => isMoving(move.stage) && isCarriedByHand(plan, move));
  return perPhase(unread).flatMap((moves): Fault[] => {
    const [move] = moves;
    if (move === undefined) return [];
    const datasets = listed(moves.map(({ dataset }) => dataset));
    return [
      {
        path: stagePath(plan, move.phase, move.cell),
        problem: `DMS reads no dynamodb, so that ${datasets} cannot be replicated from cell ${move.from}`,
        found: move.stage,
        allowed: 'planned; complete once carried by hand',
        fix: `give ${datasets} a phase of its own, and move it as docs/later-moves.md says (DynamoDB)`,
      },
    ];
  });
}

/**
 * Later moves of personal data whose change log may not pass where they go. DMS filters changes in the region of the cell
 * that takes over, so that those of every market in the clusters it reads come there, if only to be dropped. Asked for as
 * long as changes are read: see docs/decisions/0014.
 */
export function changeLogs(plan: Plan): Fault[] {
  const { file } = plan;
  const read = begun(plan).filter(
    ({ stage, dataset }) => isMoving(stage) && file.datasets[dataset]?.class === 'personal',
  );
  return perPhase(read).flatMap((moves): Fault[] => {
    const [move] = moves;
    if (move === undefined) return [];
    const { region = '' } = file.cells[move.cell] ?? {};
    const unlawful = moves.flatMap((one) =>
      marketsInLog(plan, one).flatMap((market) => {
        const law = plan.lawOf(market)?.law;
        const allowed = law?.jurisdictions.some((jurisdiction) => contains(jurisdiction, region)) ?? true;
        return allowed ? [] : [{ dataset: one.dataset, market, basis: law?.basis ?? '' }];
      }),
    );
    if (unlawful.length === 0) return [];
    const distinct = (values: readonly string[]) => [...new Set(values)];
    const datasets = listed(distinct(unlawful.map(({ dataset }) => dataset)));
    const markets = listed(distinct(unlawful.map(({ market }) => market)));
    const bases = listed(distinct(unlawful.map(({ basis }) => basis)));
    const there = plan.jurisdictionOf(move.cell);
    return [
      {
        path: stagePath(plan, move.phase, move.cell),
        problem: `DMS filters changes in ${there}, where the law of ${markets} (${bases}) does not allow data: the change log of ${datasets} in cell ${move.from} holds theirs too`,
        found: move.stage,
        allowed: 'planned',
        fix: `keep it planned, or have the law of these markets allow ${there}, with its basis, for as long as the phase moves`,
      },
    ];
  });
}

/** Cells between which databases move without a transit gateway at both ends: a link of another kind leads to the source. */
export function peered(plan: Plan): Fault[] {
  return Object.entries(plan.file.cells).flatMap(([id, { link }]): Fault[] => {
    const [move] = movesOverLink(plan, id).filter(({ from }) => from !== undefined);
    if (move === undefined || (link !== undefined && 'transitGateway' in link)) return [];
    const other = move.cell === id ? move.from : move.cell;
    return [
      {
        path: ['cells', id, ...(link === undefined ? [] : ['link'])],
        atKey: true,
        problem: `phase ${move.phase} takes databases over from cell ${move.from} to ${move.cell}, which takes a transit gateway in both`,
        found: link === undefined ? undefined : kindOf(link),
        allowed: 'transitGateway',
        fix: `link the cell by a transit gateway of its region that is peered with that of ${other}`,
      },
    ];
  });
}

/** Cells that databases are read from, where nothing says which authorities their servers are verified with. */
export function authoritiesOfOldCells({ file, folder, moves }: Plan): Fault[] {
  return Object.entries(file.cells).flatMap(([id, { region }]): Fault[] => {
    const move = moves.find(
      ({ from, stage, dataset }) =>
        from === id && isMoving(stage) && file.datasets[dataset]?.store.startsWith('aurora-'),
    );
    if (move === undefined || rdsAuthorities(region, folder).length > 0) return [];
    return [
      {
        path: ['cells', id, 'region'],
        problem: `dataset ${move.dataset} is ${move.stage} from here, but the certificate authorities of Aurora in this region are not known`,
        found: region,
        fix: `save ${authoritiesUrl(region)} as ${authoritiesFile(region)} beside the plan`,
      },
    ];
  });
}

/** Buckets whose policy has no room for the folders that other cells take over from them. */
export function bucketReaders(plan: Plan): Fault[] {
  const reading = begun(plan).filter(({ stage }) => isMoving(stage));
  return [...groupBy(reading, ({ from, dataset }) => `${from} ${dataset}`).values()].flatMap(
    (moves): Fault[] => {
      const [move] = moves;
      const folders = moves.flatMap((later) => readerFolders(plan, later));
      const size = folders.reduce((sum, folder) => sum + folder.length + '"",'.length, 0);
      if (move === undefined || size <= MAX_READER_CHARACTERS) return [];
      return [
        {
          path: ['phases', move.phase, 'markets'],
          problem: `the policy of ${move.dataset}’s bucket in cell ${move.from} has no room to name the folders that are taken over`,
          found: `${folders.length} folders, ${size} characters`,
          allowed: `${MAX_READER_CHARACTERS} characters`,
          fix: 'take fewer markets over at a time',
        },
      ];
    },
  );
}

/** Later moves that are past `planned`. */
function begun({ file, moves }: Plan): Move[] {
  return moves.filter(
    ({ from, stage }) => from !== undefined && Object.hasOwn(file.cells, from) && stage !== 'planned',
  );
}

function perPhase(moves: readonly Move[]): Move[][] {
  return [...groupBy(moves, ({ phase, cell }) => `${phase} ${cell}`).values()];
}

/** Moves that bring what a later one takes over, and are not complete. That none does is told elsewhere. */
function yetToArrive(plan: Plan, later: Move): Move[] {
  return plan.moves
    .slice(0, plan.moves.indexOf(later))
    .filter(
      (move) =>
        move.cell === later.from &&
        move.dataset === later.dataset &&
        move.markets.some((market) => later.markets.includes(market)) &&
        !isHome(move.stage),
    );
}

function kindOf(link: Link): string {
  return Object.keys(link)[0] ?? '';
}
