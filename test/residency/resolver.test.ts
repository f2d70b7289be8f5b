import { describePlace, placeOf, type PointerKind } from '../../lib/residency/place';
import { Resolver } from '../../lib/residency/resolver';
import { Templates } from '../../lib/residency/templates';
import type { TemplateInput } from '../../lib/residency/types';
import { ACCOUNT, AWAY, HOME, template } from './support';

const keys = template(
  {
    Resources: {
      Key: { Type: 'AWS::KMS::Key' },
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } },
    },
    Outputs: {
      Key: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } },
      Loop: { Value: { 'Fn::GetStackOutput': { StackName: 'keys', Region: AWAY, OutputName: 'Loop' } } },
    },
  },
  { stackName: 'keys', region: AWAY },
);
const exporter = template(
  {
    Resources: { Key: { Type: 'AWS::KMS::Key' } },
    Outputs: {
      Key: {
        Value: { 'Fn::GetAtt': ['Key', 'Arn'] },
        Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Key' } },
      },
      Loop: { Value: { 'Fn::ImportValue': 'exporter:Loop' }, Export: { Name: 'exporter:Loop' } },
    },
  },
  { stackName: 'exporter' },
);
const nested = template(
  {
    Parameters: {
      Given: { Type: 'String' },
      Kept: { Type: 'String', Default: HOME, AllowedValues: [HOME, AWAY] },
    },
    Resources: { Key: { Type: 'AWS::KMS::Key' } },
    Outputs: { Given: { Value: { Ref: 'Given' } }, Kept: { Value: { Ref: 'Kept' } } },
  },
  { stackName: 'stack/nested', name: 'nested', parent: { name: 'stack.template.json', logicalId: 'Nested' } },
);
const body = {
  Parameters: {
    Region: { Type: 'String', Default: AWAY },
    Bare: { Type: 'String' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: AWAY },
    List: { Type: 'CommaDelimitedList', Default: `${HOME},${AWAY}` },
    Choice: { Type: 'String', Default: HOME, AllowedValues: [HOME, AWAY] },
    Must: { Type: 'Number', AllowedValues: [1, 2] },
    Odd: { Type: 'String', Default: HOME, AllowedValues: [{ Ref: 'Region' }] },
    StoredChoice: { Type: 'AWS::SSM::Parameter::Value<String>', AllowedValues: [AWAY] },
    Shadow: { Type: 'String', Default: '\uE000\uE100\uE100\uE001' },
  },
  Mappings: { Map: { [HOME]: { other: AWAY, list: [HOME, AWAY] }, [AWAY]: { other: HOME } } },
  Resources: {
    Key: { Type: 'AWS::KMS::Key' },
    Role: { Type: 'AWS::IAM::Role' },
    Custom: { Type: 'Custom::Thing' },
    Wait: { Type: 'AWS::CloudFormation::WaitCondition' },
    Value: { Type: 'AWS::SSM::Parameter', Properties: { Value: `arn:aws:kms:${AWAY}:1:key/k` } },
    Nested: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { Parameters: { Given: `arn:aws:kms:${AWAY}:1:key/k` } },
    },
  },
};

function resolve(value: unknown): readonly string[] {
  const inputs: TemplateInput[] = [template(body), keys, exporter, nested];
  const resolver = new Resolver(new Templates(inputs));
  const [main] = resolver.templates.all;
  return main === undefined ? [] : resolver.texts(value, main).map((text) => resolver.marks.show(text));
}

function leads(value: unknown, kind: PointerKind = 'local'): string[] {
  const inputs: TemplateInput[] = [template(body), keys, exporter, nested];
  const resolver = new Resolver(new Templates(inputs));
  const [main] = resolver.templates.all;
  if (main === undefined) return [];
  return resolver.texts(value, main).map((text) => describePlace(placeOf(text, kind, main, resolver)));
}

const unknown = 'a place that cannot be worked out';
const arn = { 'Fn::GetAtt': ['Key', 'Arn'] };
const split = (value: unknown, index: unknown): object => ({
  'Fn::Select': [index, { 'Fn::Split': [':', value] }],
});

const ref = (name: string): object => ({ Ref: name });
const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `t${i}`);
const entries = (count: number): object => Object.fromEntries(texts(count).map((text) => [text, text]));
const mapped = (): object => ({ 'Fn::FindInMap': ['M', 'a', { Ref: 'Nothing' }] });
const chain = (count: number): unknown =>
  texts(count).reduce<unknown>((rest, text) => (rest === '' ? text : { 'Fn::If': ['C', text, rest] }), '');
const show =
  (resolver: Resolver) =>
  (text: string): string =>
    resolver.marks.show(text);

describe('a value becomes every text it can be', () => {
  test.each<[string, unknown, string[]]>([
    ['a text', 'a', ['a']],
    ['a number', 1, ['1']],
    ['a boolean', false, ['false']],
    ['the region', { Ref: 'AWS::Region' }, [HOME]],
    ['the account', { Ref: 'AWS::AccountId' }, [ACCOUNT]],
    ['the partition', { Ref: 'AWS::Partition' }, ['aws']],
    ['the suffix of hosts', { Ref: 'AWS::URLSuffix' }, ['amazonaws.com']],
    ['nothing', { Ref: 'AWS::NoValue' }, []],
    ['a resource', { Ref: 'Key' }, ['${Key}']],
    ['an attribute', arn, ['${Key.Arn}']],
    ['an attribute in one text', { 'Fn::GetAtt': 'Key.Arn' }, ['${Key.Arn}']],
    ['a parameter with a default', { Ref: 'Region' }, [AWAY]],
    ['a parameter without one', { Ref: 'Bare' }, ['?']],
    ['a parameter stored elsewhere', { Ref: 'Stored' }, ['?']],
    ['a parameter with a choice', { Ref: 'Choice' }, [HOME, AWAY]],
    ['a parameter with a choice and no default', { Ref: 'Must' }, ['1', '2']],
    ['a parameter whose choice is no text', { Ref: 'Odd' }, ['?']],
    ['a choice among things stored elsewhere', { Ref: 'StoredChoice' }, ['?']],
    [
      'a nested stack’s parameter that its parent leaves at its default',
      { 'Fn::GetAtt': ['Nested', 'Outputs.Kept'] },
      [HOME],
    ],
    ['a name of nothing', { Ref: 'Nothing' }, ['?']],
    ['a join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, [`a-${HOME}`]],
    [
      'a join that leaves nothing out but nothing',
      { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] },
      ['a-b'],
    ],
    ['a join of a split', { 'Fn::Join': ['-', { 'Fn::Split': [':', 'a:b'] }] }, ['a-b']],
    ['a substitution', { 'Fn::Sub': '${AWS::Region}/${Key.Arn}/${!Kept}' }, [`${HOME}/\${Key.Arn}/\${Kept}`]],
    [
      'a substitution with variables',
      { 'Fn::Sub': ['${x}-${y}', { x: { Ref: 'Region' }, y: 1 }] },
      [`${AWAY}-1`],
    ],
    [
      'both branches of a condition',
      { 'Fn::If': ['C', 'a', { 'Fn::If': ['D', 'b', 'c'] }] },
      ['a', 'b', 'c'],
    ],
    ['a mapping', { 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'other'] }, [AWAY]],
    ['a mapping by an unknown key', { 'Fn::FindInMap': ['Map', { Ref: 'Bare' }, 'other'] }, [AWAY, HOME]],
    ['a mapping that is not there', { 'Fn::FindInMap': ['Nothing', 'a', 'b'] }, ['?']],
    ['the default of a mapping', { 'Fn::FindInMap': ['Nothing', 'a', 'b', { DefaultValue: 'c' }] }, ['c']],
    [
      'an element of a mapping’s list',
      { 'Fn::Select': [1, { 'Fn::FindInMap': ['Map', HOME, 'list'] }] },
      [AWAY],
    ],
    ['an element of a parameter’s list', { 'Fn::Select': ['1', { Ref: 'List' }] }, [AWAY]],
    ['an element of a split', split('a:b', 1), ['b']],
    ['an element that is not there', split('a:b', 5), ['?']],
    [
      'an element behind something unknown',
      { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Sub': '${Bare}:b' }] }] },
      ['?'],
    ],
    ['an element of a resource’s ARN', split(arn, 3), ['${Key.Arn}']],
    ['an availability zone', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, [`${HOME}a`]],
    [
      'a nested stack’s output',
      { 'Fn::GetAtt': ['Nested', 'Outputs.Given'] },
      [`arn:aws:kms:${AWAY}:1:key/k`],
    ],
    ['a custom resource’s answer', { 'Fn::GetAtt': ['Custom', 'Arn'] }, ['?']],
    ['the name a custom resource gives itself', { Ref: 'Custom' }, ['?']],
    ['what signals bring', { 'Fn::GetAtt': ['Wait', 'Data'] }, ['?']],
    ['a dynamic reference', 'x{{resolve:ssm:/a}}', ['x?']],
    ['a text that looks like a mark', { Ref: 'Shadow' }, ['?']],
    ['an unknown function', { 'Fn::Transform': { Name: 'x' } }, ['?']],
    [
      'an output that is itself',
      { 'Fn::GetStackOutput': { StackName: 'keys', Region: AWAY, OutputName: 'Loop' } },
      ['?'],
    ],
    ['an export that is itself', { 'Fn::ImportValue': 'exporter:Loop' }, ['?']],
  ])('%s', (_, value, texts) => {
    expect(resolve(value)).toEqual(texts);
  });

  test('of more parts than can be followed, those past the limit are unknown', () => {
    const two = { 'Fn::If': ['C', 'a', 'b'] };
    const seven = resolve({ 'Fn::Join': ['', Array(7).fill(two)] });
    expect([seven.length, seven.every((text) => text.endsWith('?'))]).toEqual([64, true]);
    expect(resolve({ 'Fn::Join': ['', Array(6).fill(two)] })).toHaveLength(64);
  });

  test.each([
    ['a mapping', (count: number) => ({ Mappings: { M: { a: entries(count) } } }), mapped],
    ['nested conditions', () => ({}), (count: number) => chain(count)],
    ['a choice', (count: number) => ({ Parameters: { P: { AllowedValues: texts(count) } } }), () => ref('P')],
  ])('of 65 texts of %s the last is unknown, of 64 none', (_, more, value) => {
    for (const [count, unknowns] of [
      [64, 0],
      [65, 1],
    ] as const) {
      const resolver = new Resolver(new Templates([template(more(count))]));
      const [main] = resolver.templates.all;
      const found = main === undefined ? [] : resolver.texts(value(count), main).map(show(resolver));
      expect(found.filter((text) => text === '?')).toHaveLength(unknowns);
      expect(found).toHaveLength(count);
    }
  });
});

describe('a value leads to a place', () => {
  const cases: readonly [string, unknown, string[], PointerKind?][] = [
    ['a key of the stack', arn, [HOME]],
    ['the region in a key’s ARN', split(arn, 3), [HOME], 'region'],
    ['an ARN', `arn:aws:kms:${AWAY}:1:key/k`, [AWAY]],
    ['an ARN with a region worked out', { 'Fn::Sub': 'arn:${AWS::Partition}:kms:${Region}:1:key/k' }, [AWAY]],
    ['an ARN whose end is unknown', { 'Fn::Sub': `arn:aws:kms:${AWAY}:1:key/\${Bare}` }, [AWAY]],
    ['an ARN whose region is unknown', { 'Fn::Sub': 'arn:aws:kms:${Bare}:1:key/k' }, [unknown]],
    ['an ARN whose region is no region', 'arn:aws:kms:*:1:key/k', [unknown]],
    ['an ARN of a global service', 'arn:aws:iam::1:role/r', ['a global service']],
    ['a global resource', { 'Fn::GetAtt': ['Role', 'Arn'] }, ['a global service']],
    ['an export', { 'Fn::ImportValue': 'exporter:Key' }, [HOME]],
    ['an export that nothing exports', { 'Fn::ImportValue': 'x' }, [unknown]],
    [
      'an output in another region',
      { 'Fn::GetStackOutput': { StackName: 'keys', Region: AWAY, OutputName: 'Key' } },
      [AWAY],
    ],
    [
      'an output in a region that has no such stack',
      { 'Fn::GetStackOutput': { StackName: 'keys', OutputName: 'Key' } },
      [unknown],
    ],
    ['a parameter that AWS stores', { 'Fn::GetAtt': ['Value', 'Value'] }, [AWAY]],
    ['a parameter given by the parent stack', { 'Fn::GetAtt': ['Nested', 'Outputs.Given'] }, [AWAY]],
    ['a name in the own region', 'alias/cell', [HOME]],
    ['a bucket of another stack by name', 'pages', [AWAY], 'bucket'],
    ['a bucket of another stack by ARN', 'arn:aws:s3:::pages/shop/*', [AWAY], 'bucket'],
    ['a bucket of another stack by URL', 's3://pages/shop', [AWAY], 'bucket'],
    ['a bucket of nobody', 'elsewhere', [unknown], 'bucket'],
    [
      'a bucket’s host with a region',
      { 'Fn::Sub': 'pages.s3.${AWS::Region}.${AWS::URLSuffix}' },
      [HOME],
      'host',
    ],
    ['a bucket’s host without one', 'pages.s3.amazonaws.com', [AWAY], 'host'],
    ['an old bucket host', 'x.s3-eu-west-1.amazonaws.com', ['eu-west-1'], 'host'],
    ['a database’s host', `a.b.${AWAY}.rds.amazonaws.com:5432`, [AWAY], 'host'],
    ['a function’s URL', `https://x.lambda-url.${AWAY}.on.aws/`, [AWAY], 'host'],
    ['an AWS host of no region', 'x.amazonaws.com', [unknown], 'host'],
    ['a CDN', 'd1.cloudfront.net', ['a global service'], 'host'],
    ['a host outside', 'https://user@db.example.com:5432/x', ['db.example.com, outside AWS'], 'host'],
    [
      'a host that only looks like AWS',
      `${HOME}.amazonaws.com.example.com`,
      [`${HOME}.amazonaws.com.example.com, outside AWS`],
      'host',
    ],
    ['an address', '10.8.1.10', ['10.8.1.10, outside AWS'], 'host'],
    ['a host that cannot be worked out', { Ref: 'Bare' }, [unknown], 'host'],
    ['a URL where a name is expected', `https://sqs.${AWAY}.amazonaws.com/1/q`, [AWAY]],
    ['a region', AWAY, [AWAY], 'region'],
    ['what is no region', 'everywhere', [unknown], 'region'],
  ];
  for (const [name, value, places, kind] of cases)
    test(name, () => expect(leads(value, kind)).toEqual(places));
});
