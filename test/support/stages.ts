import { STAGES, type Stage } from '../../lib/plan/schema';
import { planOf } from './plans';
import { renderedStacks, type RenderedStack } from './templates';

const ca = 'certificates/beijing.pem';
const table = (key: string[]) => ({ market: 'country', key });

/** Every stack of one cell with a dataset in each kind of store, which one phase brings there. */
function stacksAt(stage: Stage): RenderedStack[] {
  return renderedStacks(
    planOf({
      organization: 'o-exampleorg1',
      alarms: ['homes@example.com'],
      approvers: ['privacy@example.com'],
      source: {
        country: 'CN',
        networks: ['10.8.0.0/16'],
        databases: {
          shop: { engine: 'mysql', host: '10.8.1.10', database: 'shop', secret: 'source/shop', ca },
          account: { engine: 'postgresql', host: '10.8.2.10', database: 'account', secret: 'source/pg', ca },
        },
        objects: {
          www: { host: '10.8.4.10', bucket: 'www', accessKey: 'domicile', secret: 'source/www', ca },
        },
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
        orders: { class: 'personal', from: 'shop', store: 'aurora-mysql', tables: { orders: table(['id']) } },
        account: {
          class: 'personal',
          from: 'account',
          store: 'aurora-postgresql',
          tables: { users: table(['country', 'id']) },
        },
        push: { class: 'personal', from: 'shop', store: 'dynamodb', tables: { topics: table(['id']) } },
        pages: { class: 'public', from: 'www', store: 's3' },
      },
      phases: { all: { datasets: ['orders', 'account', 'push', 'pages'], markets: ['SG'], stage } },
    }),
  );
}

/** Every stack of that cell, at each stage of its one phase. */
export function stacksByStage(): Readonly<Record<Stage, readonly RenderedStack[]>> {
  return Object.fromEntries(STAGES.map((stage) => [stage, stacksAt(stage)])) as unknown as Record<
    Stage,
    RenderedStack[]
  >;
}

/** How many resources of a type a stack has at each stage. */
export interface StageRow {
  readonly stack: string;
  readonly type: string;
  /** In the order of the stages. */
  readonly counts: readonly number[];
}

/** What exists in which stack at which stage, in the order in which stacks are deployed and types come up. */
export function stageRows(byStage: ReturnType<typeof stacksByStage>): StageRow[] {
  const everywhere = STAGES.flatMap((stage) => byStage[stage]);
  const stacks = [...new Set(everywhere.map(({ path }) => path))];
  return stacks.flatMap((stack) => {
    const types = everywhere.filter(({ path }) => path === stack).flatMap(typesOf);
    return [...new Set(types)].sort().map((type) => ({
      stack,
      type,
      counts: STAGES.map((stage) => {
        const at = byStage[stage].find(({ path }) => path === stack);
        return at === undefined ? 0 : typesOf(at).filter((one) => one === type).length;
      }),
    }));
  });
}

function typesOf({ template }: RenderedStack): string[] {
  return Object.values(template.Resources).map(({ Type }) => Type);
}
