import { databaseMoves, underWay } from '../../../lib/constructs/database-moves';
import { subjectOf, type Subject } from '../../../lib/constructs/runbook/subject';
import { cellPlan, type CellPlan } from '../../../lib/plan/model';
import { planOf } from '../plans';

/** What a test changes in the plan of {@link movingCell}. */
export interface Moving {
  readonly stage?: Subject['stage'];
  readonly approvers?: readonly string[];
  readonly cutover?: Partial<Subject['cutover']>;
  /** Tables of the dataset that DMS validates. */
  readonly tables?: number;
  readonly datasets?: readonly string[];
}

export const ORDERS = 'orders';
export const TOPICS = 'topics';
export const PAGES = 'pages';

/** A cell into which a phase moves a dataset of each kind: one that DMS validates, one that it cannot, and objects. */
export function movingCell(moving: Moving = {}): CellPlan {
  const { stage = 'cutover', approvers = ['one@example.com', 'two@example.com'], tables = 3 } = moving;
  const table = { market: 'country', key: ['id'] };
  const named = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`t${String(index).padStart(3, '0')}`, table]),
    );
  const plan = planOf({
    organization: 'o-exampleorg1',
    approvers,
    cutover: { latency: 60, quiet: 10, freeze: 60, approval: 24, ...moving.cutover },
    source: {
      country: 'CN',
      networks: ['10.8.0.0/16'],
      databases: {
        shop: { engine: 'mysql', host: '10.8.1.10', database: 'shop', secret: 'source/shop' },
      },
      objects: { www: { host: '10.8.4.10', bucket: 'www', accessKey: 'domicile', secret: 'source/www' } },
    },
    laws: [{ markets: ['SG'], jurisdictions: ['SG'], basis: 'memo' }],
    cells: {
      sg: {
        region: 'ap-southeast-1',
        account: '222222222222',
        cidr: '10.65.0.0/16',
        markets: ['SG'],
        domain: 'sg.data.example.com',
        zone: { id: 'Z0EXAMPLESG', name: 'data.example.com' },
        link: { transitGateway: 'tgw-0a1b2c3d4e5f60002' },
        agents: ['agent-0a1b2c3d4e5f60002'],
      },
    },
    datasets: {
      [ORDERS]: { class: 'personal', from: 'shop', store: 'aurora-mysql', tables: named(tables) },
      [TOPICS]: { class: 'personal', from: 'shop', store: 'dynamodb', tables: { topic: table } },
      [PAGES]: { class: 'public', from: 'www', store: 's3' },
    },
    phases: {
      move: { datasets: moving.datasets ?? [ORDERS, TOPICS, PAGES], markets: ['SG'], stage },
    },
  });
  return cellPlan(plan, 'sg');
}

export function movingSubject(moving: Moving = {}): Subject {
  const cell = movingCell(moving);
  const has = (dataset: string) => (moving.datasets ?? [PAGES]).includes(dataset);
  return subjectOf({
    cell,
    phase: 'move',
    moves: underWay(databaseMoves(cell)),
    objects: has(PAGES)
      ? [
          {
            dataset: PAGES,
            taskArn: 'arn:aws:datasync:ap-southeast-1:222222222222:task/task-0123456789abcdef0',
          },
        ]
      : [],
  });
}
