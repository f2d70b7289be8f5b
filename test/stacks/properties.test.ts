import fc from 'fast-check';
import { contains } from '../../lib/plan/geography';
import { cellPlan, modelOf, needsLink, type Move, type Plan } from '../../lib/plan/model';
import { STAGES, type Stage } from '../../lib/plan/schema';
import { planWithSuccessor, soundPlan } from '../arbitrary/plan';
import { renderedStacks, type RenderedStack } from '../support/templates';

/** Every run renders whole apps. */
const RUNS = { numRuns: 12 };

const STORES = ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket'];
const KEPT = [...STORES, 'AWS::KMS::Key', 'AWS::Backup::BackupVault', 'AWS::EC2::VPC', 'AWS::EC2::Subnet'];
const LINKS =
  /^AWS::EC2::(TransitGateway|VPN|VPCGatewayAttachment|VPCPeering)|^AWS::DirectConnect::|^AWS::EC2::Route$/;
/** What CloudFormation changes in place, and a later stage may change. */
const IN_PLACE: Readonly<Record<string, string>> = { 'AWS::KMS::Key': 'KeyPolicy' };

test('no cell refers to another cell', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const stack of renderedStacks(plan)) {
        if (stack.path.startsWith('account-')) continue;
        const own = `${cellOf(stack)}-`;
        const names = referredStacks(stack.template);
        expect(names.filter((name) => !name.startsWith(own))).toEqual([]);
        const outside = stack.dependencies.filter((path) => !path.startsWith(`${cellOf(stack)}/`));
        expect(outside.filter((path) => !path.startsWith('account-'))).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('the same plan gives the same bytes', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      expect(JSON.stringify(renderedStacks(plan))).toBe(JSON.stringify(renderedStacks(plan)));
    }),
    { numRuns: 4 },
  );
});

test('every store stands where the law of each market it holds allows', () => {
  fc.assert(
    fc.property(soundPlan, (plan) => {
      for (const { stack, dataset } of stores(renderedStacks(plan))) {
        const markets = plan.moves
          .filter(
            (move) => move.cell === cellOf(stack) && move.dataset === dataset && move.stage !== 'planned',
          )
          .flatMap((move) => move.markets);
        expect(markets).not.toEqual([]);
        for (const market of markets) {
          const allowed = plan.lawOf(market)?.law.jurisdictions ?? [];
          expect({ market, allowed: allowed.some((place) => contains(place, stack.region)) }).toEqual({
            market,
            allowed: true,
          });
        }
      }
    }),
    RUNS,
  );
});

test('moving a phase on neither removes nor replaces what is kept, and takes back no export', () => {
  fc.assert(
    fc.property(
      fc.oneof(soundPlan, planWithSuccessor),
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      (plan, which, steps) => {
        const before = renderedStacks(plan);
        const after = renderedStacks(movedOn(plan, which, steps));
        for (const stack of before) {
          const later = after.find(({ path }) => path === stack.path)?.template;
          for (const [id, resource] of Object.entries(stack.template.Resources)) {
            if (!KEPT.includes(resource.Type)) continue;
            expect([stack.path, id, lasting(later?.Resources[id])]).toEqual([
              stack.path,
              id,
              lasting(resource),
            ]);
          }
          for (const [id, { Value }] of Object.entries(stack.template.Outputs ?? {})) {
            expect([stack.path, id, later?.Outputs?.[id]?.Value]).toEqual([stack.path, id, Value]);
          }
        }
      },
    ),
    RUNS,
  );
});

test('a link is there exactly while a database moves over it, whatever stages a plan goes through', () => {
  fc.assert(
    fc.property(
      fc.oneof(soundPlan, planWithSuccessor),
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      (plan, which, steps) => {
        for (const stage of [plan, movedOn(plan, which, steps)]) {
          const linked = renderedStacks(stage)
            .filter(({ template }) => Object.values(template.Resources).some(({ Type }) => LINKS.test(Type)))
            .map(({ path }) => path);
          const needed = Object.keys(stage.file.cells).filter((cell) => needsLink(stage, cell));
          expect(linked.sort()).toEqual(needed.map((cell) => `${cell}/replication`).sort());
        }
      },
    ),
    RUNS,
  );
});

test('a cell is open to another exactly while that one takes over from it, and for what it takes over', () => {
  fc.assert(
    fc.property(planWithSuccessor, fc.nat(), fc.integer({ min: 0, max: 4 }), (plan, which, steps) => {
      const stage = movedOn(plan, which, steps);
      const stacks = renderedStacks(stage);
      for (const id of Object.keys(stage.file.cells)) {
        const {
          leaving,
          plan: { file },
        } = cellPlan(stage, id);
        const needed = leaving.flatMap((move) => {
          const store = file.datasets[move.dataset]?.store ?? 'dynamodb';
          if (!isHeld(stage, move)) return [];
          if (store === 's3') return [`reads ${move.cell}-${move.dataset}-${move.phase}-reader`];
          return store === 'dynamodb' ? [] : [`admits ${file.cells[move.cell]?.cidr}`];
        });
        expect([id, [...new Set(openings(stacks, id))].sort()]).toEqual([id, [...new Set(needed)].sort()]);
      }
    }),
    RUNS,
  );
});

/** Whether the cell that a move takes over from has the store. */
function isHeld(plan: Plan, { dataset, from = '' }: Move): boolean {
  return cellPlan(plan, from).holdings.some(({ id }) => id === dataset);
}

/** What in a cell's stacks lets another cell in: ranges that are admitted, and roles that may read. */
function openings(stacks: readonly RenderedStack[], cell: string): string[] {
  const own = stacks.filter((stack) => cellOf(stack) === cell);
  const resources = own.flatMap(({ template }) => Object.values(template.Resources));
  const text = JSON.stringify(
    resources.filter(({ Type }) => Type === 'AWS::S3::BucketPolicy' || Type === 'AWS::KMS::Key'),
  );
  const roles = text.match(/(?<=role\/)[a-z0-9-]+-reader(?=")/g) ?? [];
  const ranges = resources.flatMap(({ Type, Properties }) =>
    Type === 'AWS::EC2::SecurityGroupIngress' && Properties?.CidrIp !== undefined
      ? [Properties.CidrIp as string]
      : [],
  );
  return [...roles.map((role) => `reads ${role}`), ...ranges.map((range) => `admits ${range}`)];
}

/** The plan with one phase further on in one of its cells. */
function movedOn(plan: Plan, which: number, steps: number): Plan {
  const pairs = [...new Set(plan.moves.map((move) => `${move.phase} ${move.cell}`))];
  const [phase = '', cell = ''] = (pairs[which % pairs.length] ?? '').split(' ');
  const current = plan.moves.find((move) => move.phase === phase && move.cell === cell)?.stage ?? 'planned';
  const next: Stage = STAGES[Math.min(STAGES.indexOf(current) + steps, STAGES.length - 1)] ?? 'retired';
  const before = plan.file.phases[phase];
  if (before === undefined) return plan;
  const byCell = Object.fromEntries(
    plan.moves.filter((move) => move.phase === phase).map((move) => [move.cell, move.stage]),
  );
  const phases = { ...plan.file.phases, [phase]: { ...before, stage: { ...byCell, [cell]: next } } };
  return modelOf({ ...plan.file, phases }, plan.folder);
}

/** What of a resource must not change. */
function lasting(resource: RenderedStack['template']['Resources'][string] | undefined): unknown {
  if (resource === undefined) return 'gone';
  const inPlace = IN_PLACE[resource.Type] ?? '';
  return Object.fromEntries(Object.entries(resource.Properties ?? {}).filter(([name]) => name !== inPlace));
}

function cellOf(stack: RenderedStack): string {
  return stack.path.split('/')[0] ?? '';
}

/** Stacks that a template reads values of. */
function referredStacks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredStacks);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Fn::ImportValue') return [String(inner)];
    if (key === 'Fn::GetStackOutput') return [String((inner as { StackName: unknown }).StackName)];
    return referredStacks(inner);
  });
}

/** Stores of datasets, by their tag. */
function stores(stacks: readonly RenderedStack[]): { stack: RenderedStack; dataset: string }[] {
  return stacks.flatMap((stack) =>
    Object.values(stack.template.Resources).flatMap((resource) => {
      if (!STORES.includes(resource.Type)) return [];
      const tags = (resource.Properties?.Tags ?? []) as { Key: string; Value: string }[];
      const dataset = tags.find((tag) => tag.Key === 'dataset')?.Value ?? 'untagged';
      return dataset === 'shared' ? [] : [{ stack, dataset }];
    }),
  );
}
