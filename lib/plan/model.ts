import { MARKETS, REGIONS, jurisdictionOf } from './geography';
import {
  STAGES,
  type Cell,
  type Database,
  type Dataset,
  type Law,
  type Markets,
  type ObjectStore,
} from './schema';
import type { PlanFile, Stage } from './schema';

/** One dataset of one phase going into one cell: what a replication carries, or has carried. */
export interface Move {
  readonly phase: string;
  readonly dataset: string;
  readonly cell: string;
  /** Markets of the phase that this cell takes, sorted. Never empty. */
  readonly markets: readonly string[];
  readonly stage: Stage;
  /** The cell that this move takes over from; undefined when it comes from the source. */
  readonly from?: string;
}

/** Where a market's dataset lives today. */
export interface Home {
  /** A cell's id, or undefined while the source is home. */
  readonly cell?: string;
  /** The phase that brought it there; undefined while the source is home. */
  readonly phase?: string;
}

/** A market that a phase names and that no single cell can be said to take. */
export interface Unserved {
  readonly phase: string;
  readonly market: string;
  /** Cells that could: none, or more than one. */
  readonly candidates: readonly string[];
}

/** A dataset as one cell holds it. */
export interface Holding {
  readonly id: string;
  readonly dataset: Dataset;
  /** Moves past `planned` that bring it to this cell, in the plan's order. Never empty. */
  readonly moves: readonly Move[];
}

/** A plan with everything derived from it that more than one reader needs. Total: never throws on a faulty plan. */
export interface Plan {
  readonly file: PlanFile;
  /** Folder that paths in the plan are relative to. */
  readonly folder: string;
  readonly moves: readonly Move[];
  readonly unserved: readonly Unserved[];
  /** Markets that a cell serves, sorted. */
  marketsOf(cell: string): readonly string[];
  /** Markets that a phase names, sorted. */
  marketsOfPhase(phase: string): readonly string[];
  /** The first line of the laws that is about `market`, with its index; undefined when none is. */
  lawOf(market: string): { readonly index: number; readonly law: Law } | undefined;
  home(market: string, dataset: string): Home;
  /** Country whose law applies in a cell's region. */
  jurisdictionOf(cell: string): string;
}

/** The stages at which a replication runs. */
export type MovingStage = Extract<Stage, 'replicating' | 'cutover'>;

/** Whether a replication runs at `stage`. */
export function isMoving(stage: Stage): stage is MovingStage {
  return stage === 'replicating' || stage === 'cutover';
}

/** Whether the cell is home at `stage`. */
export function isHome(stage: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf('complete');
}

/**
 * Moves of today that take over from a cell: what leaves it, and the only reason for which anything in it is open to
 * another cell.
 */
export function movesOutOf({ moves }: Plan, cell: string): Move[] {
  return moves.filter((move) => move.from === cell && isMoving(move.stage));
}

/**
 * Moves that a cell needs its link for today: databases on their way into it, from the source or from another cell,
 * which are read from inside the cell; and those that another cell reads from it. Objects need none: the agents that send
 * them stand at the source and call the region's public endpoint, and between cells they go through S3.
 */
export function movesOverLink(plan: Plan, cell: string): Move[] {
  const { file, moves } = plan;
  const leaving = movesOutOf(plan, cell);
  return moves.filter((move) => {
    const dataset = file.datasets[move.dataset];
    const moving = move.cell === cell ? isMoving(move.stage) : leaving.includes(move);
    if (!moving || dataset === undefined) return false;
    // DMS reads no DynamoDB, so that nothing of it goes from cell to cell over a link.
    if (move.from !== undefined && dataset.store === 'dynamodb') return false;
    const place = placeAtSource(file, dataset);
    return place !== undefined && 'database' in place;
  });
}

/** Whether a cell's link is open. */
export function needsLink(plan: Plan, cell: string): boolean {
  return movesOverLink(plan, cell).length > 0;
}

/** Derives a {@link Plan} from a plan file. */
export function modelOf(file: PlanFile, folder: string): Plan {
  const cells = expandAll(mapValues(file.cells, (cell) => cell.markets));
  const phases = expandAll(mapValues(file.phases, (phase) => phase.markets));
  const laws = expandAll(Object.fromEntries(file.laws.map((law, index) => [`${index}`, law.markets])));
  const lawByMarket = new Map<string, number>();
  file.laws.forEach((_, index) => {
    for (const market of laws[`${index}`] ?? []) if (!lawByMarket.has(market)) lawByMarket.set(market, index);
  });
  const chains = new Map(MARKETS.map((market) => [market, chainOf(market)]));
  const unserved: Unserved[] = [];
  const moves = Object.keys(file.phases).flatMap(movesOf);

  function expandAll(entries: Record<string, Markets>): Record<string, string[]> {
    const named = new Map<string, Set<string>>(
      Object.entries(entries).map(([key, value]) => [key, new Set(Array.isArray(value) ? value : [])]),
    );
    const every = MARKETS.filter((market) => market !== file.source.country);
    const rest = (key: string) =>
      every.filter((market) => ![...named].some(([other, codes]) => other !== key && codes.has(market)));
    return mapValues(entries, (value, key) => {
      if (value === 'all') return every;
      if (value === 'rest') return rest(key);
      return [...new Set(value.flatMap((code) => (code === 'rest' ? rest(key) : [code])))].sort();
    });
  }

  /** The cells that hold a market one after the other: each takes over from the one before. */
  function chainOf(market: string): { cells: string[]; candidates: string[] } {
    const serving = Object.keys(cells).filter((id) => cells[id]?.includes(market));
    const left = new Set<string>();
    for (const [id, phase] of Object.entries(file.phases)) {
      if (phase.from === undefined || !phases[id]?.includes(market)) continue;
      if (serving.includes(phase.from)) left.add(phase.from);
    }
    const candidates = serving.filter((id) => !left.has(id));
    return { cells: candidates.length <= 1 ? [...left, ...candidates] : [], candidates };
  }

  function movesOf(id: string): Move[] {
    const phase = file.phases[id];
    if (phase === undefined) return [];
    const byCell = new Map<string, string[]>();
    for (const market of phases[id] ?? []) {
      const chain = chains.get(market) ?? { cells: [], candidates: [] };
      const before = phase.from === undefined ? -1 : chain.cells.indexOf(phase.from);
      if (phase.from !== undefined && before < 0 && chain.cells.length > 0) continue;
      const cell = chain.cells[before + 1];
      if (cell === undefined) unserved.push({ phase: id, market, candidates: chain.candidates });
      else byCell.set(cell, [...(byCell.get(cell) ?? []), market]);
    }
    return [...byCell].flatMap(([cell, markets]) =>
      phase.datasets.map((dataset) => ({
        phase: id,
        dataset,
        cell,
        markets,
        stage: typeof phase.stage === 'string' ? phase.stage : (phase.stage[cell] ?? 'planned'),
        from: phase.from,
      })),
    );
  }

  return {
    file,
    folder,
    moves,
    unserved,
    marketsOf: (cell) => cells[cell] ?? [],
    marketsOfPhase: (phase) => phases[phase] ?? [],
    lawOf: (market) => {
      const index = lawByMarket.get(market);
      const law = index === undefined ? undefined : file.laws[index];
      return index === undefined || law === undefined ? undefined : { index, law };
    },
    home: (market, dataset) => {
      const arrived = moves.filter(
        (move) => move.dataset === dataset && isHome(move.stage) && move.markets.includes(market),
      );
      const last = arrived[arrived.length - 1];
      return last === undefined ? {} : { cell: last.cell, phase: last.phase };
    },
    jurisdictionOf: (cell) => jurisdictionOf(file.cells[cell]?.region ?? '') ?? '',
  };
}

/** What one cell's stacks are built from. */
export interface CellPlan {
  readonly id: string;
  readonly cell: Cell;
  readonly plan: Plan;
  /** Country whose law applies in the cell's region. */
  readonly jurisdiction: string;
  readonly zones: readonly string[];
  /** Datasets that live in the cell, or are on their way to it; empty while every phase is planned. */
  readonly holdings: readonly Holding[];
  /** Moves under way that take over from the cell. */
  readonly leaving: readonly Move[];
}

/**
 * One cell of a plan.
 *
 * @throws Error if the plan has no such cell
 */
export function cellPlan(plan: Plan, id: string): CellPlan {
  const cell = plan.file.cells[id];
  if (cell === undefined) throw new Error(`the plan has no cell ${id}`);
  const letters = REGIONS[cell.region]?.zones ?? '';
  const holdings = Object.entries(plan.file.datasets).flatMap(([datasetId, dataset]) => {
    const moves = plan.moves.filter(
      (move) => move.cell === id && move.dataset === datasetId && move.stage !== 'planned',
    );
    return moves.length === 0 ? [] : [{ id: datasetId, dataset, moves }];
  });
  return {
    id,
    cell,
    plan,
    jurisdiction: plan.jurisdictionOf(id),
    zones: cell.zones ?? [...letters].map((letter) => `${cell.region}${letter}`),
    holdings,
    leaving: movesOutOf(plan, id),
  };
}

/** Phases that move something into a cell today, with their stage there, in the plan's order. */
export function phasesUnderWay({ plan, holdings }: CellPlan): { phase: string; stage: MovingStage }[] {
  const moves = holdings.flatMap((holding) => holding.moves);
  return Object.keys(plan.file.phases).flatMap((phase) => {
    const stage = moves.find((move) => move.phase === phase)?.stage;
    return stage !== undefined && isMoving(stage) ? [{ phase, stage }] : [];
  });
}

/** Where at the source a dataset lies; undefined when the plan names a place that the source does not have. */
export function placeAtSource(
  file: PlanFile,
  dataset: Dataset,
): { readonly database: Database } | { readonly objects: ObjectStore } | undefined {
  const { databases, objects } = file.source;
  const database = Object.hasOwn(databases, dataset.from) ? databases[dataset.from] : undefined;
  if (database !== undefined) return { database };
  const store = Object.hasOwn(objects, dataset.from) ? objects[dataset.from] : undefined;
  return store === undefined ? undefined : { objects: store };
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
