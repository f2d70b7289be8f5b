import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { jurisdictionOf, MARKETS } from '../../lib/plan/geography';
import type { PlanFile } from '../../lib/plan/schema';
import { ROOT, SCRATCH } from './build';

/** Regions that the cells stand in by turns. */
const REGIONS = ['us-east-1', 'ap-southeast-1', 'ap-south-1', 'sa-east-1'];
const STAGES = ['replicating', 'cutover'] as const;

/**
 * Writes the reference plan with `count` cells (up to 128) in place of its own, one market and one account to each, and
 * its phases from the source at the stages that they have in its cells by turns.
 *
 * @returns the plan's file
 */
export function planOfCells(count: number): string {
  const plans = join(ROOT, 'plans');
  const reference = parse(readFileSync(join(plans, 'reference.yaml'), 'utf8')) as PlanFile;
  const cells = MARKETS.filter((market) => market !== reference.source.country)
    .slice(0, count)
    .map((market, index) => ({ market, index, id: `c${index}`, region: turn(REGIONS, index) }));
  const markets = cells.map(({ market }) => market);
  const plan = {
    ...reference,
    laws: REGIONS.map((region) => ({
      markets: cells.filter((cell) => cell.region === region).map(({ market }) => market),
      jurisdictions: [jurisdictionOf(region)],
      basis: `memo for ${region}`,
    })).filter((law) => law.markets.length > 0),
    cells: Object.fromEntries(
      cells.map(({ id, index, market, region }) => [id, cellOf(id, index, market, region)]),
    ),
    phases: {
      'e-commerce': { ...reference.phases['e-commerce'], markets },
      services: {
        ...reference.phases.services,
        markets,
        stage: Object.fromEntries(cells.map(({ id, index }) => [id, turn(STAGES, index)])),
      },
    },
  };
  const folder = join(SCRATCH, 'plans');
  mkdirSync(folder, { recursive: true });
  cpSync(join(plans, 'certificates'), join(folder, 'certificates'), { recursive: true });
  const file = join(folder, `${count}-cells.yaml`);
  writeFileSync(file, stringify(plan, { aliasDuplicateObjects: false }));
  return file;
}

function cellOf(id: string, index: number, market: string, region: string): object {
  const serial = String(index).padStart(4, '0');
  return {
    region,
    account: `11111111${serial}`,
    cidr: `10.${64 + index}.0.0/16`,
    markets: [market],
    domain: `${id}.data.example.com`,
    zone: { id: `Z0EXAMPLE${serial}`, name: `${id}.data.example.com` },
    link: { transitGateway: `tgw-0a1b2c3d4e5f6${serial}` },
    agents: [`agent-0a1b2c3d4e5f6${serial}`],
  };
}

function turn<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
