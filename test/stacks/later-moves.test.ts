import { modelOf } from '../../lib/plan/model';
import { STAGES, type Stage } from '../../lib/plan/schema';
import { residencyPolicy } from '../../lib/stacks/residency-policy';
import { judge, type Policy } from '../../lib/residency';
import { indiaAt } from '../support/plans';
import { renderedStacks, type RenderedStack, type Resource } from '../support/templates';

const byStage = Object.fromEntries(
  STAGES.map((stage) => [stage, renderedStacks(indiaAt(stage))]),
) as unknown as Record<Stage, readonly RenderedStack[]>;

function resourcesAt(stage: Stage, path: string): Readonly<Record<string, Resource>> {
  return byStage[stage].find((stack) => stack.path === path)?.template.Resources ?? {};
}

/** Resources of a type that hold these texts, counted at each stage. */
function count(path: string, type: string, ...texts: string[]): number[] {
  return STAGES.map(
    (stage) =>
      Object.values(resourcesAt(stage, path)).filter(
        (resource) =>
          resource.Type === type && texts.every((text) => JSON.stringify(resource).includes(text)),
      ).length,
  );
}

const OLD = '10.65.0.0/16';
const TAKING = '10.66.0.0/16';
const READER = (dataset: string) => `arn:aws:iam::444444444444:role/in-${dataset}-india-reader`;

// planned, replicating, cutover, complete, retired: the table of docs/later-moves.md.
test.each<readonly [stack: string, type: string, texts: readonly string[], counts: readonly number[]]>([
  // The old cell.
  ['sg/replication', 'AWS::EC2::TransitGatewayAttachment', [], [0, 1, 1, 0, 0]],
  ['sg/replication', 'AWS::EC2::Route', [`"${TAKING}"`], [0, 3, 3, 0, 0]],
  ['sg/replication', 'AWS::EC2::Route', [], [0, 3, 3, 0, 0]],
  [
    'sg/replication',
    'AWS::EC2::SecurityGroupIngress',
    [`"CidrIp":"${TAKING}"`, '"FromPort":13306'],
    [0, 1, 1, 0, 0],
  ],
  [
    'sg/replication',
    'AWS::EC2::SecurityGroupIngress',
    [`"CidrIp":"${TAKING}"`, '"FromPort":15432'],
    [0, 1, 1, 0, 0],
  ],
  ['sg/replication', 'AWS::EC2::SecurityGroupIngress', [], [0, 2, 2, 0, 0]],
  ['sg/replication', 'AWS::DMS::ReplicationConfig', [], [0, 0, 0, 0, 0]],
  ['sg/data', 'AWS::S3::BucketPolicy', [READER('files')], [0, 1, 1, 0, 0]],
  ['sg/data', 'AWS::S3::BucketPolicy', [READER('pages')], [0, 1, 1, 0, 0]],
  ['sg/keys', 'AWS::KMS::Key', [READER('files')], [0, 1, 1, 0, 0]],
  ['sg/keys', 'AWS::KMS::Key', [READER('pages')], [0, 1, 1, 0, 0]],
  ['sg/data', 'AWS::RDS::DBClusterParameterGroup', ['"binlog_format":"ROW"'], [0, 1, 1, 0, 0]],
  ['sg/data', 'AWS::RDS::DBClusterParameterGroup', ['"binlog_format":"OFF"'], [1, 0, 0, 1, 1]],
  ['sg/data', 'AWS::RDS::DBClusterParameterGroup', ['"rds.logical_replication":"1"'], [0, 1, 1, 0, 0]],
  // The cell that takes over.
  ['in/replication', 'AWS::EC2::TransitGatewayAttachment', [], [0, 1, 1, 0, 0]],
  ['in/replication', 'AWS::EC2::Route', [`"${OLD}"`], [0, 3, 3, 0, 0]],
  ['in/replication', 'AWS::EC2::Route', [], [0, 3, 3, 0, 0]],
  ['in/replication', 'AWS::EC2::SecurityGroup', [`"CidrIp":"${OLD}"`, '"FromPort":13306'], [0, 1, 1, 0, 0]],
  ['in/replication', 'AWS::DMS::Endpoint', ['"EndpointType":"source"', '"in/from/sg/'], [0, 2, 2, 0, 0]],
  ['in/replication', 'AWS::DMS::Endpoint', ['"EndpointType":"source"'], [0, 2, 2, 0, 0]],
  ['in/replication', 'AWS::DMS::ReplicationConfig', [], [0, 2, 2, 0, 0]],
  ['in/replication', 'AWS::DataSync::Task', ['"Fn::GetStackOutput"', '"in-from-sg"'], [0, 2, 2, 0, 0]],
  ['in/replication', 'AWS::DataSync::LocationObjectStorage', [], [0, 0, 0, 0, 0]],
  ['in/data', 'AWS::SecretsManager::Secret', ['"in/from/sg/'], [0, 2, 2, 2, 0]],
  ['in/data', 'AWS::SecretsManager::Secret', ['"in/source/'], [0, 0, 0, 0, 0]],
  ['in/data', 'AWS::RDS::DBClusterParameterGroup', ['"binlog_format":"OFF"'], [0, 1, 1, 1, 1]],
  ['in/from-sg', 'AWS::DataSync::LocationS3', [], [0, 2, 2, 2, 0]],
  ['in/from-sg', 'AWS::IAM::Role', [], [0, 2, 2, 0, 0]],
  ['in/from-sg', 'AWS::CloudFormation::WaitConditionHandle', [], [1, 0, 0, 0, 1]],
])('%s holds %s with %j at the stages of the table', (stack, type, texts, counts) => {
  expect(count(stack, type, ...texts)).toEqual(counts);
});

test('the stacks are the same at every stage', () => {
  const paths = (stage: Stage) => byStage[stage].map(({ path }) => path).sort();
  for (const stage of STAGES) expect(paths(stage)).toEqual(paths('planned'));
});

test('what tells DataSync of the old buckets stands in their region, and comes before the tasks', () => {
  const stacks = byStage.replicating;
  expect(stacks.find(({ path }) => path === 'in/from-sg')?.region).toBe('ap-southeast-1');
  expect(stacks.find(({ path }) => path === 'in/replication')?.dependencies).toContain('in/from-sg');
});

test('a cell that takes no objects over has no stack in another cell’s region', () => {
  const { file, folder } = indiaAt('planned');
  const india = { datasets: ['orders'], markets: ['IN'], from: 'sg', stage: 'planned' as const };
  const plan = modelOf({ ...file, phases: { ...file.phases, india } }, folder);
  expect(renderedStacks(plan).map(({ path }) => path)).not.toContain('in/from-sg');
});

/** What CloudFormation changes in place when a later move opens and closes. */
const IN_PLACE: Readonly<Record<string, readonly string[]>> = {
  'AWS::KMS::Key': ['KeyPolicy'],
  'AWS::S3::BucketPolicy': ['PolicyDocument'],
  'AWS::RDS::DBClusterParameterGroup': ['Parameters'],
};

test.each(STAGES)(
  'at %s nothing that the old cell had before is replaced, removed or no longer exported',
  (stage) => {
    for (const before of byStage.planned.filter(({ path }) => path.startsWith('sg/'))) {
      const after = byStage[stage].find(({ path }) => path === before.path)?.template;
      for (const [id, resource] of Object.entries(before.template.Resources)) {
        expect([before.path, id, lasting(after?.Resources[id])]).toEqual([
          before.path,
          id,
          lasting(resource),
        ]);
      }
      for (const [id, output] of Object.entries(before.template.Outputs ?? {})) {
        expect([before.path, id, after?.Outputs?.[id]]).toEqual([before.path, id, output]);
      }
    }
  },
);

function lasting(resource: Resource | undefined): unknown {
  if (resource === undefined) return 'gone';
  const inPlace = IN_PLACE[resource.Type] ?? [];
  const kept = Object.entries(resource.Properties ?? {}).filter(([name]) => !inPlace.includes(name));
  return [resource.Type, Object.fromEntries(kept)];
}

test('no stage opens the old bucket and key to more than reading, nor to anyone but the readers', () => {
  const statements = [
    ...added('sg/data', 'AWS::S3::BucketPolicy', 'PolicyDocument'),
    ...added('sg/keys', 'AWS::KMS::Key', 'KeyPolicy'),
  ];
  expect(statements).toHaveLength(8);
  for (const { Action, Principal, Condition } of statements) {
    for (const action of [Action].flat()) expect(action).toMatch(/^(s3:(Get|List)|kms:Decrypt$)/);
    expect(JSON.stringify(Principal)).toContain('444444444444:root');
    expect([Condition?.['ArnEquals']?.['aws:PrincipalArn']].flat()).toEqual([
      expect.stringMatching(/^arn:aws:iam::444444444444:role\/in-(files|pages)-india-reader$/),
    ]);
  }
});

test('the old bucket denies the reader every folder but those of the markets that move', () => {
  const denials = added('sg/data', 'AWS::S3::BucketPolicy', 'PolicyDocument').filter(
    ({ Effect }) => Effect === 'Deny',
  );
  expect(denials.map(({ NotResource }) => NotResource)).toEqual([
    'arn:aws:s3:::sg-files-222222222222-ap-southeast-1/IN/*',
    'arn:aws:s3:::sg-pages-222222222222-ap-southeast-1/shop/IN/*',
  ]);
  for (const { Action } of denials) expect(Action).toContain('s3:GetObject');
});

/** Statements that a policy of the old cell has while the move is replicating, and not before. */
function added(path: string, type: string, property: string): Statement[] {
  return Object.entries(resourcesAt('replicating', path)).flatMap(([id, resource]) => {
    if (resource.Type !== type) return [];
    const earlier = statementsOf(resourcesAt('planned', path)[id], property).map((one) =>
      JSON.stringify(one),
    );
    return statementsOf(resource, property).filter((one) => !earlier.includes(JSON.stringify(one)));
  });
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly NotResource?: unknown;
  readonly Principal: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function statementsOf(resource: Resource | undefined, property: string): Statement[] {
  const document = resource?.Properties?.[property] as { Statement: Statement[] } | undefined;
  return document?.Statement ?? [];
}

/** What the residency rules find in the templates of a later move under way. */
function findings(policy: Policy): string[] {
  const { findings: found } = judge(
    byStage.replicating.map((stack) => ({
      name: `${stack.stackName}.template.json`,
      stackName: stack.stackName,
      region: stack.region,
      account: /^in\/|^account-4/.test(stack.path) ? '444444444444' : '222222222222',
      partition: 'aws',
      template: stack.template,
    })),
    policy,
  );
  const counts = new Map<string, number>();
  for (const { rule, stack, message } of found) {
    const line = `${stack} ${rule}: ${message.replace(/;.*/, '')}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, times]) => `${times} ${line}`).sort();
}

test('the policy of the plan permits what a later move under way needs', () => {
  expect(findings(residencyPolicy(indiaAt('replicating')))).toEqual([]);
});

test.each<Stage>(['planned', 'complete', 'retired'])(
  'under the policy of a plan in which the move is %s, the same templates are refused on both sides',
  (stage) => {
    expect(findings(residencyPolicy(indiaAt(stage)))).toEqual([
      '2 in-replication datasync-direction: the source leads to ap-southeast-1',
      '2 sg-replication link: a network of another region or account is let in',
      '3 in-replication link: the route leads past the source',
      '3 sg-replication link: the route leads past the source',
      '4 in-replication link: a link is left over: no data moves over it',
      '4 sg-keys foreign-principal: lets in account 444444444444',
      '4 sg-replication link: a link is left over: no data moves over it',
      '8 sg-data foreign-principal: lets in account 444444444444',
    ]);
  },
);

test('the policy names each pointer of the move, with its phase, and no other', () => {
  const { allowed = [], link } = residencyPolicy(indiaAt('cutover'));
  const still = residencyPolicy(indiaAt('planned'));
  const before = new Set((still.allowed ?? []).map((pointer) => JSON.stringify(pointer)));
  const opened = allowed.filter((pointer) => !before.has(JSON.stringify(pointer)));
  expect(new Set(opened.map(({ stack, to }) => `${stack} ${to}`))).toEqual(
    new Set(['in-replication ap-southeast-1', 'sg-keys 444444444444', 'sg-data 444444444444']),
  );
  expect(opened.filter(({ path }) => path !== undefined)).toEqual([
    {
      stack: 'in-replication',
      type: 'AWS::DataSync::Task',
      path: 'SourceLocationArn',
      to: 'ap-southeast-1',
      reason: 'phase india takes over from cell sg, as the law of its markets allows',
    },
  ]);
  expect(link?.reach).toEqual({ 'sg-replication': [TAKING], 'in-replication': [OLD] });
  // The cell that takes over lets nobody in.
  expect(link?.admit).toEqual({
    'sg-replication': [
      { range: TAKING, port: 13306 },
      { range: TAKING, port: 15432 },
    ],
  });
  expect([still.link?.reach, still.link?.admit]).toEqual([{}, {}]);
});
