import { lawsOfPlan } from '../../lib/check/plan-laws';
import { loadPlan } from '../../lib/plan/load';
import type { Finding, Place } from '../../lib/residency';

const PLAN = 'plans/reference.yaml';
const loaded = loadPlan(PLAN);
if (!loaded.ok) throw new Error('the reference plan is sound');
const { forbiddenBy } = lawsOfPlan(loaded.plan, {}, PLAN)([]);
const finding = (stack: string, place?: Place) => ({ stack, place }) as Finding;

test('a finding names the laws of the cell’s markets that it breaks, with their lines', () => {
  const said = forbiddenBy(finding('sg-data', { kind: 'region', region: 'eu-west-1' }));
  const [first = ''] = said?.split(' and ') ?? [];
  const [, line = ''] = /^plans\/reference\.yaml:(\d+): [A-Z, ]+ \(.+\)$/.exec(first) ?? [];
  expect(Number(line)).toBeGreaterThan(1);
});

test.each<[what: string, stack: string, place: Place | undefined]>([
  ['a place that the law allows', 'sg-data', { kind: 'region', region: 'ap-southeast-1' }],
  ['no place', 'sg-data', undefined],
  ['a stack of no cell', 'other', { kind: 'unknown' }],
])('a finding about %s breaks no law', (_, stack, place) => {
  expect(forbiddenBy(finding(stack, place))).toBeUndefined();
});

test.each<Place>([{ kind: 'unknown' }, { kind: 'global' }, { kind: 'external', host: 'a.example' }])(
  'no law allows %j',
  (place) => {
    expect(forbiddenBy(finding('sg-data', place))).toContain(PLAN);
  },
);
