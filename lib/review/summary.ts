import { basename } from 'path';
import type { Flow, Place } from '../residency';
import { tableLines } from './table';
import { jurisdictionOf } from '../plan/geography';
import { isHome, isMoving, movesOverLink, type Move, type Plan } from '../plan/model';
import type { Link, Store } from '../plan/schema';

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

function standing(plan: Plan, { stage, dataset, cell, markets, from }: Move, store: Store): string {
  if (!isHome(stage)) {
    const source = from === undefined ? '' : ` from ${from}`;
    return isMoving(stage) ? `${stage}${source} by ${mover(store)}` : stage;
  }
  const gone = markets.filter((market) => plan.home(market, dataset).cell !== cell);
  const home = ['home', ...(gone.length === 0 ? [] : [`without ${marketList(gone)}`])].join(' ');
  return stage === 'complete' ? home : `${home}, erased ${from === undefined ? 'at source' : `in ${from}`}`;
}

/** What copies a dataset into a store. */
function mover(store: Store): string {
  return store === 's3' ? 'DataSync' : 'DMS';
}

function stillAtSource(plan: Plan): string[] {
  const all = plan.file.datasets;
  const everywhere = [
    ...new Set(Object.keys(plan.file.cells).flatMap((cell) => plan.marketsOf(cell))),
  ].sort();
  const rows = Object.keys(all).flatMap((id) => {
    const home = everywhere.filter((market) => plan.home(market, id).cell === undefined);
    const moved = plan.moves.filter(
      (move) => move.dataset === id && move.from === undefined && move.stage === 'complete',
    );
    const kept = [...new Set(moved.flatMap((move) => move.markets))].sort();
    return home.length + kept.length === 0 ? [] : [[id, marketList(home) || '-', marketList(kept) || '-']];
  });
  return rows.length > 0 ? tableLines(['dataset', 'home there', 'moved, not yet erased'], rows) : ['nothing'];
}

/** What later moves have left behind in the cells that they took over from; no section while there is nothing. */
function stillInOldCells({ moves }: Plan): Section[] {
  const rows = moves
    .filter((move) => move.from !== undefined && move.stage === 'complete')
    .map(({ dataset, from = '', markets }) => [dataset, from, marketList(markets)]);
  if (rows.length === 0) return [];
  return [
    {
      title: 'Still in an old cell',
      lines: tableLines(['dataset', 'cell', 'moved, not yet erased'], rows),
    },
  ];
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

/** What the plan moves over a border, and what in the templates points over one. */
function borderFlows(plan: Plan, flows: readonly Flow[]): string[] {
  const { source, datasets: all } = plan.file;
  const left = ({ from }: Move) => (from === undefined ? source.country : plan.jurisdictionOf(from));
  const crossing = plan.moves.filter(
    (move) => isMoving(move.stage) && left(move) !== plan.jurisdictionOf(move.cell),
  );
  const moved = crossing.map((move) => [
    `${left(move)} → ${plan.jurisdictionOf(move.cell)}`,
    move.dataset,
    all[move.dataset]?.class ?? '',
    `${move.phase} into ${move.cell}, ${mover(all[move.dataset]?.store ?? 's3')}`,
    marketList(move.markets),
  ]);
  const pointed = flows.flatMap(({ from, to, stack, type, path }) => {
    const [here, there] = [countryOf(from), countryOf(to)];
    if (here === undefined || there === undefined || here === there) return [];
    // What a replication reads is told above, with its class.
    if (crossing.some((move) => stack === `${move.cell}-replication` && here === left(move))) return [];
    const pointer = `${type.split('::').pop()} ${path.split('.').pop()}`;
    return [[`${here} → ${there}`, '-', 'none', `${stack}, ${pointer}`, '-']];
  });
  const rows = [...moved, ...pointed];
  return rows.length > 0 ? tableLines(['flow', 'dataset', 'class', 'by', 'markets'], rows) : ['none'];
}

function countryOf(place: Place): string | undefined {
  return place.kind === 'region' ? jurisdictionOf(place.region) : undefined;
}

function movesInto(plan: Plan, cell: string): Move[] {
  return plan.moves.filter((move) => move.cell === cell);
}

/** The lines of the law that let a cell's markets live there. */
function basesOf(plan: Plan, markets: readonly string[]): string {
  const bases = new Set(markets.map((market) => plan.lawOf(market)?.law.basis ?? 'none'));
  return [...bases].join(', ');
}

/** A few markets by code, many by number. */
function marketList(markets: readonly string[]): string {
  return markets.length > 10 ? `${markets.length} markets` : markets.join(' ');
}

/** The plan as it is called on the page. */
export function planTitle(file: string, plan: Plan): string {
  return `domicile · ${basename(file)} · source ${plan.file.source.country}`;
}
