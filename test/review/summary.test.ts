import { countLine, planSections, planTitle } from '../../lib/review/summary';
import { modelOf } from '../../lib/plan/model';
import type { Stage } from '../../lib/plan/schema';
import type { Flow } from '../../lib/residency';
import { indiaAt, planNamed, planOf } from '../support/plans';

const inRegion = (region: string) => ({ kind: 'region', region }) as const;
const FLOW: Flow = {
  rule: 'destination',
  template: 'sgedge.template.json',
  stack: 'sg-edge',
  logicalId: 'cdn',
  type: 'AWS::CloudFront::Distribution',
  path: 'DistributionConfig.WebACLId',
  value: 'arn',
  from: inRegion('ap-southeast-1'),
  to: inRegion('us-east-1'),
  incoming: false,
  crosses: true,
  permitted: true,
};

function section(title: string, flows: readonly Flow[] = [], plan = planNamed('reference')): string[] {
  return [...(planSections(plan, flows).find((each) => each.title === title)?.lines ?? [])];
}

test('the page of the reference plan is as reviewed', () => {
  const plan = planNamed('reference');
  const sections = planSections(plan, [FLOW]);
  const lines = sections.flatMap(({ title, lines }) => ['', title, ...lines.map((line) => `  ${line}`)]);
  expect(`\n${[planTitle('plans/reference.yaml', plan), ...lines].join('\n')}\n`).toMatchSnapshot();
});

test('no line of it is wider than a wide terminal', () => {
  const lines = planSections(planNamed('reference'), [FLOW]).flatMap((each) => each.lines);
  expect(lines.filter((line) => line.length > 130)).toEqual([]);
});

test('a link is open only for the phases that move', () => {
  expect(section('Open links').slice(1)).toEqual([
    expect.stringMatching(/^us +transit gateway tgw-0a1b2c3d4e5f60001 +for services$/),
  ]);
});

test('no link is open for objects, whose agents need none', () => {
  const { file } = planNamed('reference');
  const services = { ...file.phases['services'], datasets: ['files', 'assets'] };
  const objects = planOf({ ...file, phases: { ...file.phases, services } });
  expect(section('Open links', [], objects)).toEqual(['none']);
});

test('what has come home and was not erased is still at the source', () => {
  expect(section('Still at the source')).toContainEqual(
    expect.stringMatching(/^orders +242 markets +HK ID IN MY PH SG TW +-$/),
  );
});

test('what is public was copied: it is not to be erased, and is still at the source once retired', () => {
  const { file } = planNamed('reference');
  const phases = { ...file.phases, 'e-commerce': { ...file.phases['e-commerce'], stage: 'retired' } };
  const retired = planOf({ ...file, phases });
  for (const plan of [planOf(file), retired]) {
    expect(section('Still at the source', [], plan)).toContainEqual(
      expect.stringMatching(/^catalogue +242 markets +- +HK ID IN MY PH SG TW$/),
    );
  }
  const standing = section('Datasets', [], retired).map((line) => line.split(/ {2,}/));
  expect(standing.find(([id]) => id === 'catalogue')?.[4]).toBe('home, copied, still at source');
  expect(standing.find(([id]) => id === 'orders')?.[4]).toBe('home, erased at source');
});

test('of a first move, the changes of the source’s own country and of others are read, and dropped in DMS', () => {
  const logs = section('Flows across a border').filter((line) =>
    line.includes('change log, filtered in DMS'),
  );
  expect(logs).toEqual([
    expect.stringMatching(
      /^CN → US +account +personal +change log, filtered in DMS +CN HK ID IN MY PH SG TW$/,
    ),
    expect.stringMatching(
      /^CN → US +messaging +personal +change log, filtered in DMS +CN HK ID IN MY PH SG TW$/,
    ),
  ]);
});

test('a pointer is shown where it crosses a border, not where it crosses a region', () => {
  const home = { ...FLOW, stack: 'us-edge', from: inRegion('us-west-2') };
  const unknown = { ...FLOW, stack: 'unknown-edge', to: { kind: 'unknown' } as const };
  const lines = section('Flows across a border', [FLOW, home, unknown]).join('\n');
  expect(lines).toContain('SG → US');
  expect(lines).toContain('sg-edge, Distribution WebACLId');
  expect(lines).not.toContain('us-edge');
  expect(lines).not.toContain('unknown-edge');
});

test('a plan in which nothing moves has no flow and no open link', () => {
  const plan = planNamed('reference');
  const phases = Object.fromEntries(
    Object.entries(plan.file.phases).map(([id, phase]) => [id, { ...phase, stage: 'planned' }]),
  );
  const still = planOf({ ...plan.file, phases });
  expect(section('Flows across a border', [], still)).toEqual(['none']);
  expect(section('Open links', [], still)).toEqual(['none']);
});

test('counts are one line', () => {
  expect(countLine({ templates: 30, resources: 267, findings: 0, acknowledgements: 25, seconds: 4.44 })).toBe(
    '30 templates, 267 resources, 0 findings, 25 acknowledgements, 4.4 s',
  );
});

describe('a later move', () => {
  test('is shown as a flow from the old cell’s country, by phase and class', () => {
    const lines = section('Flows across a border', [], indiaAt('replicating'));
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^SG → IN +orders +personal +india into in, DMS +IN$/),
      expect.stringMatching(/^SG → IN +orders +personal +change log, filtered in DMS +HK ID MY PH SG TW$/),
      expect.stringMatching(/^SG → IN +account +personal +india into in, DMS +IN$/),
      expect.stringMatching(/^SG → IN +account +personal +change log, filtered in DMS +HK ID MY PH SG TW$/),
      expect.stringMatching(/^SG → IN +files +personal +india into in, DataSync +IN$/),
      expect.stringMatching(/^SG → IN +pages +public +india into in, DataSync +IN$/),
    ]);
  });

  test('is told once: not again by the pointer that reads the old bucket', () => {
    const pointer: Flow = {
      ...FLOW,
      stack: 'in-replication',
      type: 'AWS::DataSync::Task',
      path: 'SourceLocationArn',
      to: inRegion('ap-south-1'),
    };
    const lines = (stage: Stage) => section('Flows across a border', [pointer], indiaAt(stage)).join('\n');
    expect(lines('replicating')).not.toContain('Task SourceLocationArn');
    expect(lines('complete')).toContain('Task SourceLocationArn');
  });

  test('opens both links', () => {
    expect(section('Open links', [], indiaAt('cutover')).slice(1)).toEqual([
      expect.stringMatching(/^sg .* for india$/),
      expect.stringMatching(/^in .* for india$/),
    ]);
    expect(section('Open links', [], indiaAt('complete'))).toEqual(['none']);
  });

  test.each<readonly [Stage, string, string]>([
    ['planned', 'home', 'planned'],
    ['replicating', 'home', 'replicating from sg by DMS'],
    ['complete', 'home without IN', 'home'],
    ['retired', 'home without IN', 'home, erased in sg'],
  ])('at %s stands at “%s” in the old cell and at “%s” in the new one', (stage, old, taking) => {
    const [, orders] = section('Datasets', [], indiaAt(stage));
    expect(orders?.split(/ {2,}/)).toEqual(['orders', 'personal', 'aurora-mysql', old, taking]);
  });

  test('leaves behind in the old cell what was not erased there, and nothing at the source', () => {
    const title = 'Still in an old cell';
    expect(section(title, [], indiaAt('complete'))).toContainEqual(
      expect.stringMatching(/^orders +sg +IN +-$/),
    );
    expect(section(title, [], indiaAt('cutover'))).toEqual([]);
    expect(section(title, [], indiaAt('retired')).slice(1)).toEqual([
      expect.stringMatching(/^pages +sg +- +IN$/),
    ]);
    const source = (stage: Stage) => section('Still at the source', [], indiaAt(stage));
    expect(source('complete')).toEqual(source('planned'));
    const { file, folder } = indiaAt('complete');
    const home = { ...file.phases['home'], stage: 'retired' } as (typeof file.phases)[string];
    const erased = modelOf({ ...file, phases: { ...file.phases, home } }, folder);
    expect(section('Still at the source', [], erased).slice(1)).toEqual([
      expect.stringMatching(/^pages +- +- +HK ID IN MY PH SG TW$/),
    ]);
  });
});
