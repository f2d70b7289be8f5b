import { join } from 'node:path';
import { formatFault } from '../../lib/plan/fault';
import { checkPlan, type LoadResult } from '../../lib/plan/load';

/** A sound plan with every store and engine, to be spoiled one edit at a time. */
export const BASE = `organization: o-exampleorg1
alarms: [homes@example.com]
source:
  country: CN
  networks: [10.8.0.0/16]
  databases:
    shop: { engine: mysql, host: 10.8.1.10, database: shop, secret: source/shop, ca: certificates/beijing.pem }
    account: { engine: postgresql, host: 10.8.2.10, database: account, secret: source/account, ca: certificates/beijing.pem }
    feed: { engine: mongodb, host: 10.8.3.10, database: feed, secret: source/feed, ca: certificates/beijing.pem }
  objects:
    drive: { host: 10.8.4.10, bucket: drive, accessKey: domicile, secret: source/drive }
laws:
  - { markets: [IN, SG], jurisdictions: [SG], basis: memo 1 }
  - { markets: rest, jurisdictions: [US], basis: memo 2 }
cells:
  sg:
    region: ap-southeast-1
    account: '222222222222'
    cidr: 10.65.0.0/16
    markets: [IN, SG]
    domain: sg.data.example.com
    zone: { id: Z0EXAMPLESG, name: sg.data.example.com }
    link: { transitGateway: tgw-0a1b2c3d4e5f60002 }
    agents: [agent-0a1b2c3d4e5f60002]
  us:
    region: us-east-1
    account: '111111111111'
    cidr: 10.64.0.0/16
    markets: rest
    domain: us.data.example.com
    zone: { id: Z0EXAMPLEUS, name: us.data.example.com }
    link: { vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }
    agents: [agent-0a1b2c3d4e5f60001]
datasets:
  orders: { class: personal, from: shop, store: aurora-mysql, tables: { order_item: { market: land, key: [id, line] } } }
  users: { class: personal, from: account, store: aurora-postgresql, tables: { users: { market: state, key: [state, id] } } }
  topics: { class: personal, from: shop, store: dynamodb, tables: { topic: { market: place, key: [user_id, name] } } }
  files: { class: personal, from: drive, store: s3, prefix: files/ }
  catalogue: { class: public, from: shop, store: aurora-mysql, tables: { product: all } }
phases:
  first: { datasets: [orders, catalogue], markets: [IN, SG], stage: complete }
  second:
    datasets: [users, topics, files]
    markets: all
    stage: { sg: cutover, us: replicating }
`;

/** Text in the base plan, and what stands there instead. */
export type Edit = readonly [before: string, after: string];

/** Where faults of the edited base plan are said to be; `plans/` so that its certificates are found. */
export const FILE = join(__dirname, '../../plans/edited.yaml');

/** @throws Error if the text of an edit is not in the plan exactly once: the case would test something else */
export function edited(...edits: readonly Edit[]): string {
  return edits.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new Error(`the plan has ${before} not exactly once`);
    return text.replace(before, () => after);
  }, BASE);
}

export function check(...edits: readonly Edit[]): LoadResult {
  return checkPlan(edited(...edits), FILE);
}

/** Faults as a user sees them, without the file's name. */
export function told(result: LoadResult, file = FILE): string[] {
  return result.ok ? [] : result.faults.map((fault) => formatFault(fault).slice(file.length + 1));
}

/** Line and column of the first time that `mark` stands in `text`, as `line:column`. */
export function placeOf(text: string, mark: string): string {
  const offset = text.indexOf(mark);
  if (offset < 0) throw new Error(`no ${mark} in the plan`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A case that spoils the base plan: where each mark stands, its message is told, and nothing else is. */
export interface Refusal {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly faults: readonly (readonly [mark: string, message: string])[];
}

export function testRefusals(refusals: readonly Refusal[]): void {
  test.each(refusals)('$name is refused', ({ edits, faults }) => {
    const text = edited(...edits);
    expect(told(check(...edits))).toEqual(
      faults.map(([mark, message]) => `${placeOf(text, mark)}: error: ${message}`),
    );
  });
}
