import { lawsOf } from '../../lib/check/laws';
import { checked, policyOf, source, told } from './support';

const HANDLE = 'AWS::CloudFormation::WaitConditionHandle';
const tagged = (value: unknown, key = 'data-class') => ({
  Type: HANDLE,
  Properties: {
    Tags: [
      { Key: 'x', Value: 'y' },
      { Key: key, Value: value },
    ],
  },
});
const LAWS = `
allowed:
  - class: personal
    in: [IE, DE]
    basis: memo of May
  - class: public
    in: [IE, US]
  - stacks: [cdn-*]
    in: [IE, us-east-1]
  - in: [IE, FR]
`;

/** Regions that the pointers of a resource may lead to under {@link LAWS}. */
function regions(resource: object, more: Parameters<typeof source>[1] = {}): readonly string[] {
  const { policy } = lawsOf(policyOf(LAWS))([source({ It: resource }, more)]);
  const stack = more.stackName ?? 'shop';
  return policy.resourceRegions?.[stack]?.['It'] ?? policy.regions?.[stack] ?? [];
}

test.each<[what: string, resource: object, more: Parameters<typeof source>[1], allowed: string[]]>([
  ['without a class', { Type: HANDLE }, {}, ['eu-west-1', 'eu-west-3']],
  ['of a class', tagged('personal'), {}, ['eu-west-1', 'eu-central-1']],
  ['of a class that no law names', tagged('secret'), {}, ['eu-west-1', 'eu-west-3']],
  ['of a stack that a law names', { Type: HANDLE }, { stackName: 'cdn-eu' }, ['eu-west-1', 'us-east-1']],
  [
    'nested in a stack that a law names',
    { Type: HANDLE },
    { stackName: 'cdn-eu/logs' },
    ['eu-west-1', 'us-east-1'],
  ],
  [
    'whose class is tagged on its stack',
    { Type: HANDLE },
    { tags: { 'data-class': 'personal' } },
    ['eu-west-1', 'eu-central-1'],
  ],
  [
    'of another class than its stack',
    tagged('none'),
    { tags: { 'data-class': 'personal' } },
    ['eu-west-1', 'eu-west-3'],
  ],
  [
    'whose tags are a map',
    { Type: HANDLE, Properties: { Tags: { 'data-class': 'personal' } } },
    {},
    ['eu-west-1', 'eu-central-1'],
  ],
  [
    'whose tags have a name of their own',
    { Type: HANDLE, Properties: { UserPoolTags: { 'data-class': 'personal' } } },
    {},
    ['eu-west-1', 'eu-central-1'],
  ],
  // It could be of any: what every law allows.
  ['whose class only the deployment knows', tagged({ Ref: 'Class' }), {}, ['eu-west-1']],
  [
    'whose tags only the deployment knows',
    { Type: HANDLE, Properties: { Tags: [{ 'Fn::If': ['A', {}, {}] }] } },
    {},
    ['eu-west-1'],
  ],
])('the first law that fits a resource %s is its law', (_, resource, more, allowed) => {
  expect([...regions(resource, more)].sort()).toEqual([...allowed].sort());
});

test('the class is in the tag that the policy names', () => {
  const report = checked(
    [source({ It: tagged('personal', 'sensitivity') })],
    'classTag: sensitivity\nallowed:\n  - class: personal\n    in: [DE]\n',
  );
  expect(told(report, 'placement')).toEqual([
    'placement It: its stack is in eu-west-1; allowed is DE; forbidden by policy.yaml:3: personal data in DE',
  ]);
});

test('a stack in a region that the law does not allow is one finding, whatever is in it', () => {
  const report = checked(
    [source({ A: { Type: HANDLE }, B: { Type: HANDLE } }, { region: 'us-east-1' })],
    LAWS,
  );
  expect(told(report, 'placement')).toEqual([
    'placement : the stack is in us-east-1; allowed is IE, FR; forbidden by policy.yaml:10: data in IE, FR',
  ]);
});

test('of a stack that holds nothing under that law, only what is misplaced is found', () => {
  const resources = { A: tagged('public'), B: tagged('personal'), Metadata: { Type: 'AWS::CDK::Metadata' } };
  const report = checked([source(resources, { region: 'us-east-1' })], LAWS);
  expect(told(report, 'placement')).toEqual([
    'placement B: its stack is in us-east-1; allowed is IE, DE; forbidden by policy.yaml:3: personal data in IE, DE (memo of May)',
  ]);
});

test('a stack whose region nobody knows is found under a law', () => {
  const report = checked([source({ A: { Type: HANDLE } }, { region: 'unknown-region' })], LAWS);
  expect(told(report, 'placement')).toEqual([
    'placement : the region of the stack is not known; allowed is IE, FR; forbidden by policy.yaml:10: data in IE, FR',
  ]);
});

test('without laws nothing is misplaced', () => {
  const report = checked([source({ A: { Type: HANDLE } }, { region: 'us-east-1' })], 'hosts: []\n');
  expect(told(report, 'placement')).toEqual([]);
});

test('names that JavaScript keeps for itself do no harm', () => {
  const resources = JSON.parse(
    `{"__proto__": ${JSON.stringify(tagged('personal'))}, "constructor": {}}`,
  ) as object;
  const { policy } = lawsOf(policyOf(LAWS))([source(resources, { stackName: '__proto__' })]);
  expect(Object.keys(policy.resourceRegions ?? {})).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>)['__proto__']).toBe(Object.prototype);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('hosts of the policy, and AWS’s own places of a CDN’s parts, are allowed', () => {
  const { policy } = lawsOf(
    policyOf("hosts: [{ host: '*.a.example', reason: under contract since 2025 }]\n"),
  )([]);
  expect(policy.allowed?.map(({ to }) => to)).toEqual(['us-east-1', 'us-east-1', 'global', '*.a.example']);
});
