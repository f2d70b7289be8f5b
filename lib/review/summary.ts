import { basename } from 'path';
import { isHome, isMoving, movesOverLink, type Move, type Plan } from '../plan/model';
import { mustBeErased } from '../plan/record-places';
import type { Link, Store } from '../plan/schema';
import type { Flow } from '../residency';
import { borderFlows } from './border-flows';
import { marketList, mover } from './phrases';
import { tableLines } from './table';

/** What a synthesis came to, in numbers. */
export interface Counts {
  readonly templates: number;
  readonly resources: number;
  readonly findings: number;
  readonly acknowledgements: number;
  readonly seconds: number;
}

/** One titled part of the page. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * The plan as one screen: what lives where, what is on its way, and what has yet to leave.
 *
 * @param flows what the residency rules saw in the templates
 */
export function planSections(plan: Plan, flows: readonly Flow[]): Section[] {
  return [
    { title: 'Cells', lines: cells(plan) },
    { title: 'Datasets', lines: datasets(plan) },
    { title: 'Still at the source', lines: stillAtSource(plan) },
    ...stillInOldCells(plan),
    { title: 'Open links', lines: openLinks(plan) },
    { title: 'Flows across a border', lines: borderFlows(plan, flows) },
  ];
}

export function countLine({ templates, resources, findings, acknowledgements, seconds }: Counts): string {
  return (
    `${templates} templates, ${resources} resources, ${findings} findings, ` +
    `${acknowledgements} acknowledgements, ${seconds.toFixed(1)} s`
  );
}

function cells(plan: Plan): string[] {
  const rows = Object.entries(plan.file.cells).map(([id, cell]) => {
    const markets = plan.marketsOf(id);
    const stages = new Map(movesInto(plan, id).map((move) => [move.phase, move.stage]));
    return [
      id,
      cell.region,
      cell.account,
      basesOf(plan, markets),
      [...stages].map(([phase, stage]) => `${phase} ${stage}`).join(', '),
      marketList(markets),
    ];
  });
  return tableLines(['cell', 'region', 'account', 'law', 'phases', 'markets'], rows);
}

function datasets(plan: Plan): string[] {
  const ids = Object.keys(plan.file.cells);
  const rows = Object.entries(plan.file.datasets).map(([id, dataset]) => [
    id,
    dataset.class,
    dataset.store,
    ...ids.map((cell) => {
      const moves = movesInto(plan, cell).filter((move) => move.dataset === id);
      return [...new Set(moves.map((move) => standing(plan, move, dataset.store)))].join(', ') || '-';
    }),
  ]);
  return tableLines(['dataset', 'class', 'store', ...ids], rows);
}

function standing(plan: Plan, move: Move, store: Store): string {
  const { stage, dataset, cell, markets, from } = move;
  if (!isHome(stage)) {
    const source = from === undefined ? '' : ` from ${from}`;
    return isMoving(stage) ? `${stage}${source} by ${mover(store)}` : stage;
  }
  const gone = markets.filter((market) => plan.home(market, dataset).cell !== cell);
  const home = ['home', ...(gone.length === 0 ? [] : [`without ${marketList(gone)}`])].join(' ');
  if (stage === 'complete') return home;
  const there = from === undefined ? 'at source' : `in ${from}`;
  return `${home}, ${mustBeErased(plan, move) ? 'erased' : 'copied, still'} ${there}`;
}

function stillAtSource(plan: Plan): string[] {
  const all = plan.file.datasets;
  const everywhere = [
    ...new Set(Object.keys(plan.file.cells).flatMap((cell) => plan.marketsOf(cell))),
  ].sort();
  const rows = Object.keys(all).flatMap((id) => {
    const home = everywhere.filter((market) => plan.home(market, id).cell === undefined);
    const { kept, copied } = leftBehind(
      plan,
      plan.moves.filter((move) => move.dataset === id && move.from === undefined),
    );
    const lists = [home, kept, copied];
    return lists.every((markets) => markets.length === 0)
      ? []
      : [[id, ...lists.map((markets) => marketList(markets) || '-')]];
  });
  return rows.length > 0
    ? tableLines(['dataset', 'home there', 'moved, not yet erased', 'copied'], rows)
    : ['nothing'];
}

/** What later moves have left behind in the cells that they took over from; no section while there is nothing. */
function stillInOldCells(plan: Plan): Section[] {
  const rows = plan.moves.flatMap((move) => {
    const { dataset, from } = move;
    const { kept, copied } = leftBehind(plan, [move]);
    if (from === undefined || kept.length + copied.length === 0) return [];
    return [[dataset, from, ...[kept, copied].map((markets) => marketList(markets) || '-')]];
  });
  if (rows.length === 0) return [];
  return [
    {
      title: 'Still in an old cell',
      lines: tableLines(['dataset', 'cell', 'moved, not yet erased', 'copied'], rows),
    },
  ];
}

/** Markets of which moves have left something where it was: what is yet to be erased, and what stays as public data. */
function leftBehind(plan: Plan, moves: readonly Move[]): { kept: string[]; copied: string[] } {
  const markets = (some: readonly Move[]) => [...new Set(some.flatMap((move) => move.markets))].sort();
  return {
    kept: markets(moves.filter((move) => move.stage === 'complete' && mustBeErased(plan, move))),
    copied: markets(moves.filter((move) => isHome(move.stage) && !mustBeErased(plan, move))),
  };
}

function openLinks(plan: Plan): string[] {
  const rows = Object.entries(plan.file.cells).flatMap(([id, { link }]) => {
    const phases = new Set(movesOverLink(plan, id).map((move) => move.phase));
    return phases.size === 0 || link === undefined
      ? []
      : [[id, linkName(link), `for ${[...phases].join(', ')}`]];
  });
  return rows.length > 0 ? tableLines(['cell', 'link', ''], rows) : ['none'];
}

function linkName(link: Link): string {
  if ('transitGateway' in link) return `transit gateway ${link.transitGateway}`;
  if ('vpn' in link) return `VPN ${link.vpn.gateway}`;
  return `Direct Connect ${link.directConnectGateway}`;
}

function movesInto(plan: Plan, cell: string): Move[] {
  return plan.moves.filter((move) => move.cell === cell);
}

/** The lines of the law that let a cell's markets live there. */
function basesOf(plan: Plan, markets: readonly string[]): string {
  const bases = new Set(markets.map((market) => plan.lawOf(market)?.law.basis ?? 'none'));
  return [...bases].join(', ');
}

/** The plan as it is called on the page. */
export function planTitle(file: string, plan: Plan): string {
  return `domicile · ${basename(file)} · source ${plan.file.source.country}`;
}
