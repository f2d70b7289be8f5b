import { z } from 'zod';
import { CELL_REGIONS, JURISDICTIONS, MARKETS } from './geography';

/** The shape of a plan file. What one value means for another is checked in `rules/`, not here. */

/** Database engines that a source may have, with the DMS TLS modes of each (DMS user guide, CHAP_Security.SSL). */
export const ENGINES = {
  mysql: ['none', 'verify-ca', 'verify-full'],
  mariadb: ['none', 'verify-ca', 'verify-full'],
  postgresql: ['none', 'require', 'verify-ca', 'verify-full'],
  mongodb: ['none', 'require', 'verify-full'],
} as const;

export const TLS_MODES = ['none', 'require', 'verify-ca', 'verify-full'] as const;
export const STORES = ['aurora-mysql', 'aurora-postgresql', 'dynamodb', 's3'] as const;
/** In order: a phase passes through them one by one. */
export const STAGES = ['planned', 'replicating', 'cutover', 'complete', 'retired'] as const;
export const CLASSES = ['personal', 'public'] as const;

/** DMS capacity units that a serverless replication may be given (DMS API, ComputeConfig). */
export const DMS_CAPACITY_UNITS = [1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 384] as const;

const id = (max: number) =>
  z.string().regex(new RegExp(`^(?=.{1,${max}}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$`), {
    error: `an id: a lower-case letter, then letters, digits and single hyphens, at most ${max} characters in all`,
  });
/** More than any plan needs, and few enough that every pair can be looked at. */
export const MAX_ENTRIES = 250;
const entries = <T extends z.ZodType>(max: number, entry: T) =>
  z.record(id(max), entry).refine((map) => Object.keys(map).length <= MAX_ENTRIES, {
    error: `more than ${MAX_ENTRIES} entries`,
  });
const text = z.string().min(1);
const pattern = (expression: RegExp, what: string) => z.string().regex(expression, { error: what });

const market = z.enum(MARKETS as [string, ...string[]]);
const markets = z.union([z.enum(['all', 'rest']), z.array(z.union([market, z.literal('rest')])).min(1)]);
const cidr = pattern(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/, 'an IPv4 range, such as 10.64.0.0/16');
export const networksSchema = z.array(cidr).max(MAX_ENTRIES).default([]);
const host = pattern(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/, 'a host name or an IPv4 address');
const domain = pattern(
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  'a domain name in lower case',
);
// No folder is . or ..: a file system would read it as another.
const prefix = pattern(
  /^((?!\.{1,2}\/)[A-Za-z0-9_.-]+\/)*$/,
  'folders of letters, digits, dots, underscores and hyphens, each ended by a slash, such as shop/',
).max(200);
const marketFolders = pattern(
  /^((?!\.{1,2}\/)([A-Za-z0-9_.-]|\{market\})+\/)+$/,
  'folders of letters, digits, dots, underscores, hyphens and {market}, each ended by a slash, such as {market}/',
).max(200);
// The slash tells a name from a value in lower case.
const secretName = pattern(
  /^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\/[a-z0-9]+([_-][a-z0-9]+)*)+$/,
  'the name of a secret in lower case and with a slash, such as source/shop; never its value',
);
const pemFile = pattern(/\.pem$/, 'a .pem file beside the plan');

export const databaseSchema = z.strictObject({
  engine: z.enum(Object.keys(ENGINES) as [keyof typeof ENGINES]),
  host: host.describe('where a cell reaches the server through its link'),
  port: z.int().min(1).max(65535).optional().describe("default: the engine's own port"),
  database: text.describe('the database (MySQL: the schema) that the tables are in'),
  secret: secretName.describe('name of the secret that holds the login; each cell makes it, empty'),
  tls: z.enum(TLS_MODES).default('verify-full'),
  ca: pemFile.optional().describe('certificate authority that signed the server certificate'),
});

export const objectStoreSchema = z.strictObject({
  host: host.describe('S3-compatible endpoint at the source'),
  port: z.int().min(1).max(65535).default(443),
  bucket: text,
  accessKey: pattern(/^[A-Za-z0-9_.-]{1,200}$/, 'the id of an access key; never its secret key').describe(
    'id of the access key that reads the bucket',
  ),
  secret: secretName.describe('name of the secret that holds the secret key; each cell makes it, empty'),
  ca: pemFile.optional().describe('certificate authority of the server; default: the public ones'),
  path: marketFolders.default('{market}/').describe('where a market’s objects lie under a dataset’s prefix'),
});

const link = z.union([
  z.strictObject({ transitGateway: pattern(/^tgw-[0-9a-f]{8,17}$/, 'a transit gateway id, tgw-…') }),
  z.strictObject({
    vpn: z.strictObject({
      gateway: pattern(/^vgw-[0-9a-f]{8,17}$/, 'a virtual private gateway id, vgw-…'),
      customerGateway: pattern(/^cgw-[0-9a-f]{8,17}$/, 'a customer gateway id, cgw-…'),
    }),
  }),
  z.strictObject({
    directConnectGateway: pattern(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'a Direct Connect gateway id',
    ),
    acceptedBy: pattern(/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'the ARN of an IAM role')
      .optional()
      .describe('role that accepts the association, where the gateway belongs to another account'),
  }),
]);

export const lawSchema = z.strictObject({
  markets,
  jurisdictions: z.array(z.enum(JURISDICTIONS as [string, ...string[]])).min(1),
  basis: text.describe('the memo or statute that says so'),
  cdn: z
    .boolean()
    .default(false)
    .describe('whether personal data may pass, uncached, through CDN points of presence abroad'),
});

export const cellSchema = z.strictObject({
  region: z.enum(CELL_REGIONS as [string, ...string[]]),
  account: pattern(/^\d{12}$/, 'a 12-digit AWS account id, in quotes'),
  cidr,
  markets: markets.describe('a market that a later phase takes over is listed by both cells'),
  domain,
  zone: z.strictObject({
    id: pattern(/^Z[A-Z0-9]{4,31}$/, 'a Route 53 hosted zone id, Z…'),
    name: domain,
  }),
  zones: z
    .array(pattern(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'an availability zone, such as us-east-1a'))
    .min(2)
    .max(3)
    .optional()
    .describe("availability zones; default: the region's first three"),
  link: link.optional(),
  agents: z
    .array(pattern(/^agent-[0-9a-f]{17}$/, 'a DataSync agent id, agent-…'))
    .default([])
    .describe('DataSync agents activated for this cell'),
  viewers: z
    .array(market)
    .min(1)
    .optional()
    .describe('countries whose viewers the CDN answers; default: everywhere'),
  signer: pemFile.optional().describe('public key that signed URLs of this cell are checked with'),
});

const table = z.union([
  z.literal('all').describe('a public table, copied whole'),
  z.strictObject({
    market: text.describe('column that holds the market code; it must never change'),
    key: z.array(text).min(1).describe('columns of the primary key, in order'),
  }),
]);

export const datasetSchema = z.strictObject({
  class: z.enum(CLASSES),
  from: text.describe('a database or object store of the source'),
  store: z.enum(STORES),
  tables: z.record(text, table).optional(),
  schema: text.optional().describe('default: public on PostgreSQL, the database elsewhere'),
  prefix: prefix.optional().describe('where the dataset lies in its object store'),
  cdn: z.boolean().optional().describe('served through the CDN; default: yes for public objects, else no'),
  capacity: z
    .strictObject({ min: z.number().min(0).max(256), max: z.number().min(1).max(256) })
    .default({ min: 0.5, max: 16 })
    .describe('Aurora capacity units, in steps of 0.5'),
  replication: z
    .strictObject({ max: z.literal(DMS_CAPACITY_UNITS), lobKilobytes: z.int().min(1).max(102_400) })
    .default({ max: 16, lobKilobytes: 64 })
    .describe('DMS capacity units at most, and the largest LOB carried, in KiB'),
});

const stage = z.enum(STAGES);
export const phaseSchema = z.strictObject({
  datasets: z.array(text).min(1),
  markets,
  from: text.optional().describe('the cell that a later move takes over from'),
  stage: z.union([stage, z.record(text, stage)]).default('planned'),
});

export const planSchema = z
  .strictObject({
    organization: pattern(/^o-[a-z0-9]{10,32}$/, 'an AWS Organizations id, o-…'),
    disposable: z
      .boolean()
      .default(false)
      .describe('a sandbox: nothing is kept on delete, stacks are not protected'),
    alarms: z.array(z.email()).default([]).describe('who is told when something is wrong'),
    approvers: z
      .array(z.email())
      .max(2)
      .default([])
      .describe('who lets a cutover go on; of two, who must differ, both must'),
    cutover: z
      .strictObject({
        latency: z
          .int()
          .min(1)
          .max(3600)
          .default(60)
          .describe('seconds that a cell may be behind the source'),
        quiet: z
          .int()
          .min(1)
          .max(60)
          .default(10)
          .describe('minutes without a change at the source that show it is frozen'),
        freeze: z
          .int()
          .min(1)
          .max(720)
          .default(60)
          .describe('minutes to wait for that quiet: at least 15 more than it'),
        approval: z.int().min(1).max(168).default(24).describe('hours to wait for an approval'),
      })
      .default({ latency: 60, quiet: 10, freeze: 60, approval: 24 })
      .describe('bounds of the night on which a cell becomes home'),
    retention: z
      .strictObject({
        logs: z.int().min(1).max(3653).default(365),
        backups: z.int().min(1).max(365).default(35),
      })
      .default({ logs: 365, backups: 35 })
      .describe('days'),
    vault: z.enum(['governance', 'compliance']).default('governance').describe('backup vault lock mode'),
    source: z.strictObject({
      country: market,
      networks: z
        .array(cidr)
        .max(MAX_ENTRIES)
        .default([])
        .describe('addresses at the source that a link may reach'),
      databases: entries(20, databaseSchema).default({}),
      objects: entries(20, objectStoreSchema).default({}),
    }),
    laws: z.array(lawSchema).min(1),
    cells: entries(10, cellSchema),
    datasets: entries(20, datasetSchema),
    phases: entries(20, phaseSchema),
  })
  .meta({ title: 'Domicile plan', description: 'What lives where, and when' });

/** A plan as read from its file: well shaped, defaults filled in, not yet checked against itself. */
export type PlanFile = z.output<typeof planSchema>;
export type Cell = PlanFile['cells'][string];
export type Dataset = PlanFile['datasets'][string];
export type Database = PlanFile['source']['databases'][string];
export type ObjectStore = PlanFile['source']['objects'][string];
export type Phase = PlanFile['phases'][string];
export type Law = PlanFile['laws'][number];
export type Link = NonNullable<Cell['link']>;
export type Markets = Phase['markets'];
export type Stage = (typeof STAGES)[number];
export type Store = (typeof STORES)[number];
export type DataClass = (typeof CLASSES)[number];
