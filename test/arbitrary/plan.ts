import { join } from 'node:path';
import fc from 'fast-check';
import { jurisdictionOf } from '../../lib/plan/geography';
import { isHome, modelOf, type Plan } from '../../lib/plan/model';
import { STAGES, planSchema, type Stage } from '../../lib/plan/schema';

/** Folder that generated plans are in, so that the project's example certificates are beside them. */
const FOLDER = join(__dirname, '../../plans');
const SITES = ['us-east-1', 'ap-southeast-1', 'eu-central-1', 'ap-south-1', 'sa-east-1', 'us-west-1'];
const COUNTRIES = ['CN', 'US', 'DE', 'RU'];
const CODES = ['AE', 'BR', 'CN', 'DE', 'FR', 'GB', 'HK', 'ID', 'IN', 'NO', 'SG', 'US', 'TW', 'XK'];
const TABLES = ['orders', 'order_item', 'address', 'users', 'user_device'];

/** What random plans are made of: each number is cut to what the plan so far leaves room for. */
const ingredients = fc.record({
  country: fc.constantFrom(...COUNTRIES),
  regions: fc.uniqueArray(fc.constantFrom(...SITES), { minLength: 1, maxLength: 4 }),
  accounts: fc.array(fc.constantFrom('111111111111', '222222222222'), { minLength: 4, maxLength: 4 }),
  seats: fc.array(fc.nat(3), { minLength: CODES.length, maxLength: CODES.length }),
  rest: fc.boolean(),
  datasets: fc.subarray(['orders', 'catalogue', 'users', 'topics', 'files', 'pages'], { minLength: 1 }),
  tables: fc.subarray(TABLES, { minLength: 1 }),
  phaseOf: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
  stages: fc.array(fc.array(fc.constantFrom(...STAGES), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  }),
  split: fc.boolean(),
  takeover: fc.boolean(),
  /** Whether everything has arrived in the cell that is taken over from. */
  settled: fc.boolean(),
  /** How far the takeover is, if what it takes over has arrived; planned is the rarest. */
  later: fc.constantFrom(...STAGES, ...STAGES.slice(1), ...STAGES.slice(1, 3)),
});
type Ingredients = typeof ingredients extends fc.Arbitrary<infer T> ? T : never;

/** A cell before it is written. */
interface Seat {
  readonly index: number;
  readonly markets: readonly string[];
  /** Whether it is the one that may be taken over from. */
  readonly old: boolean;
}

/** A phase before its stages are known. */
interface Batch {
  readonly id: string;
  readonly datasets: readonly string[];
  readonly markets: readonly string[] | 'all';
}

/** Random plan files as YAML would give them. All are sound. */
export const planInput: fc.Arbitrary<unknown> = ingredients.map(inputOf);

/** Random sound plans: one to five cells, datasets of every store, phases whose stages respect their order. */
export const soundPlan: fc.Arbitrary<Plan> = planInput.map((input) =>
  modelOf(planSchema.parse(input), FOLDER),
);

/** Of those, plans in which a cell takes over from another, or has. */
export const planWithSuccessor = soundPlan.filter(({ moves }) =>
  moves.some(({ from, stage }) => from !== undefined && stage !== 'planned'),
);

function inputOf(parts: Ingredients): unknown {
  const { country, regions } = parts;
  const codes = CODES.filter((code) => code !== country);
  const seated = regions.map((_, cell) =>
    codes.filter((_, index) => (parts.seats[index] ?? 0) % regions.length === cell),
  );
  const cells = regions
    .map((region, index) => ({ region, id: `c${index}`, markets: seated[index] ?? [], index }))
    .filter(({ markets }) => markets.length > 0)
    // The first may be taken over from.
    .map((cell, place) => ({ ...cell, old: place === 0 }));
  const [first] = cells;
  const moved = first?.markets[0];
  const spare = SITES.find((region) => !regions.includes(region));
  const successor =
    parts.takeover && first && moved && spare ? { from: first.id, moved, region: spare } : undefined;
  const lawful = (cell: (typeof cells)[number]) =>
    [cell.region, ...(successor && cell === first ? [successor.region] : [])].map((region) =>
      jurisdictionOf(region),
    );
  const named = (cell: (typeof cells)[number]) => [
    ...cell.markets,
    ...(parts.rest && cell === first ? ['rest'] : []),
  ];
  const batches = batchesOf(
    parts,
    cells.flatMap(({ markets }) => markets),
  );
  return {
    organization: 'o-exampleorg1',
    alarms: ['homes@example.com'],
    approvers: ['one@example.com'],
    source: source(country),
    laws: cells.map((cell) => ({
      markets: named(cell),
      jurisdictions: [...new Set(lawful(cell))],
      basis: `memo ${cell.id}`,
    })),
    cells: Object.fromEntries<unknown>([
      ...cells.map((cell): [string, unknown] => [
        cell.id,
        site(
          cell.index,
          cell.region,
          parts.accounts[cell.index],
          named(cell),
          cell === first && successor !== undefined,
        ),
      ]),
      ...(successor
        ? [['next', site(9, successor.region, '333333333333', [successor.moved], true)] as const]
        : []),
    ]),
    datasets: Object.fromEntries(parts.datasets.map((id) => [id, dataset(id, parts.tables)])),
    phases: Object.fromEntries<unknown>([
      ...batches.map(({ id, datasets, markets }, index): [string, unknown] => {
        const taking = cells.filter((cell) => shares(cell.markets, markets));
        const stage = Object.fromEntries(
          taking.map((cell) => [cell.id, stageOf(parts, batches, cell, index)]),
        );
        return [id, { datasets, markets, stage }];
      }),
      ...(successor && first ? takeovers(parts, batches, first, successor) : []),
    ]),
  };
}

/**
 * The phases in which the first cell's successor takes over from it: what has arrived there and can be replicated at the
 * stage drawn, the rest planned.
 */
function takeovers(
  parts: Ingredients,
  batches: readonly Batch[],
  first: Seat,
  { moved, from }: { readonly moved: string; readonly from: string },
): [string, unknown][] {
  const arrived = parts.datasets.filter((dataset) =>
    batches.some(
      ({ datasets, markets }, index) =>
        datasets.includes(dataset) &&
        shares([moved], markets) &&
        isHome(stageOf(parts, batches, first, index)) &&
        dataset !== 'topics',
    ),
  );
  const waiting = parts.datasets.filter((dataset) => !arrived.includes(dataset));
  const phase = (datasets: readonly string[], stage: Stage) => ({ datasets, markets: [moved], from, stage });
  return [
    ...(arrived.length > 0 ? [['takeover', phase(arrived, parts.later)] satisfies [string, unknown]] : []),
    ...(waiting.length > 0 ? [['later', phase(waiting, 'planned')] satisfies [string, unknown]] : []),
  ];
}

/** Each dataset in one phase with all markets, or its markets split over two phases. */
function batchesOf(parts: Ingredients, markets: readonly string[]): Batch[] {
  const groups = [0, 1, 2].map((phase) =>
    parts.datasets.filter((_, index) => parts.phaseOf[index] === phase),
  );
  const filled = groups.filter((group) => group.length > 0);
  const half = Math.ceil(markets.length / 2);
  return filled.flatMap((datasets, index): Batch[] =>
    parts.split && index === 0 && markets.length > 1
      ? [
          { id: 'p0', datasets, markets: markets.slice(0, half) },
          { id: 'p0b', datasets, markets: markets.slice(half) },
        ]
      : [{ id: `p${index}`, datasets, markets: parts.rest && !parts.split ? 'all' : markets }],
  );
}

/** The stage drawn for a cell, held back to that of every earlier phase that is not yet complete there. */
function stageOf(parts: Ingredients, batches: readonly Batch[], cell: Seat, phase: number): Stage {
  const isOld = parts.takeover && parts.settled && cell.old;
  const drawn = (index: number) =>
    STAGES.indexOf(isOld ? 'complete' : (parts.stages[cell.index]?.[index] ?? 'planned'));
  const complete = STAGES.indexOf('complete');
  const reached = batches
    .slice(0, phase + 1)
    .map((batch, index) => ({ batch, index }))
    .filter(({ batch }) => shares(cell.markets, batch.markets))
    .reduce(
      ({ limit }, { index }) => {
        const stage = Math.min(drawn(index), limit);
        return { stage, limit: stage < complete ? Math.min(stage, limit) : limit };
      },
      { stage: 0, limit: STAGES.length - 1 },
    );
  return STAGES[reached.stage] ?? 'planned';
}

function shares(markets: readonly string[], others: Batch['markets']): boolean {
  return others === 'all' || markets.some((market) => others.includes(market));
}

function source(country: string): unknown {
  const ca = 'certificates/beijing.pem';
  return {
    country,
    networks: ['10.8.0.0/16'],
    databases: {
      shop: { engine: 'mysql', host: '10.8.1.10', database: 'shop', secret: 'source/shop', ca },
      account: { engine: 'postgresql', host: '10.8.2.10', database: 'account', secret: 'source/account', ca },
    },
    objects: {
      drive: { host: '10.8.4.10', bucket: 'drive', accessKey: 'domicile', secret: 'source/drive' },
      www: { host: '10.8.4.10', bucket: 'www', accessKey: 'domicile', secret: 'source/www' },
    },
  };
}

/** Each kind of link in turn; a transit gateway for a cell that is peered with another. */
function linkOf(index: number, peered: boolean): unknown {
  const id = `0a1b2c3d4e5f6000${index}`;
  return [
    { transitGateway: `tgw-${id}` },
    { vpn: { gateway: `vgw-${id}`, customerGateway: `cgw-${id}` } },
    { directConnectGateway: '5f294f92-bafb-4011-916d-9b0b0a1b2c3d' },
  ][peered ? 0 : index % 3];
}

function site(
  index: number,
  region: string,
  account: string | undefined,
  markets: readonly string[],
  peered = false,
): unknown {
  return {
    region,
    account,
    cidr: `10.${64 + index}.0.0/16`,
    markets,
    domain: `c${index}.data.example.com`,
    zone: { id: `Z0EXAMPLE${index}`, name: `c${index}.data.example.com` },
    link: linkOf(index, peered),
    agents: [`agent-0a1b2c3d4e5f6000${index}`],
  };
}

function dataset(id: string, tables: readonly string[]): unknown {
  // No table is in two datasets.
  const named = (table: unknown) => Object.fromEntries(tables.map((name) => [`${id}_${name}`, table]));
  const kinds: Record<string, unknown> = {
    orders: {
      class: 'personal',
      from: 'shop',
      store: 'aurora-mysql',
      // Two phases may bring its rows to one cell.
      tables: named({ market: 'land', key: ['land', 'id'] }),
    },
    catalogue: { class: 'public', from: 'shop', store: 'aurora-mysql', tables: named('all') },
    users: {
      class: 'personal',
      from: 'account',
      store: 'aurora-postgresql',
      tables: named({ market: 'land', key: ['land', 'id'] }),
    },
    topics: {
      class: 'personal',
      from: 'shop',
      store: 'dynamodb',
      tables: named({ market: 'land', key: ['land', 'id'] }),
    },
    files: { class: 'personal', from: 'drive', store: 's3' },
    pages: { class: 'public', from: 'www', store: 's3', prefix: 'pages/' },
  };
  return kinds[id];
}
