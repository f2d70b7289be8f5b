import { parseYamlTemplate } from '../../lib/check/template-yaml';

/** What the value of the one key of a YAML map is. */
function valueOf(yaml: string): unknown {
  const parsed = parseYamlTemplate(`It: ${yaml}\n`);
  return parsed.ok ? (parsed.value as { It: unknown }).It : parsed.problem;
}

test.each<[yaml: string, json: unknown]>([
  ['!Ref Bucket', { Ref: 'Bucket' }],
  ['!Ref AWS::Region', { Ref: 'AWS::Region' }],
  ['!Condition IsHome', { Condition: 'IsHome' }],
  ['!GetAtt Bucket.Arn', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
  ['!GetAtt Nested.Outputs.Key.Arn', { 'Fn::GetAtt': ['Nested', 'Outputs.Key.Arn'] }],
  ['!GetAtt [Bucket, Arn]', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
  ['!GetAtt [Bucket, !Ref Attribute]', { 'Fn::GetAtt': ['Bucket', { Ref: 'Attribute' }] }],
  ["!Sub '${AWS::Region}-files'", { 'Fn::Sub': '${AWS::Region}-files' }],
  ['!Sub ["${A}", { A: !GetAtt B.C }]', { 'Fn::Sub': ['${A}', { A: { 'Fn::GetAtt': ['B', 'C'] } }] }],
  ["!Join ['-', [a, !Ref B]]", { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }],
  ["!Select [1, !Split [',', 'a,b']]", { 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b'] }] }],
  ['!FindInMap [Regions, !Ref A, home]', { 'Fn::FindInMap': ['Regions', { Ref: 'A' }, 'home'] }],
  ['!If [C, { a: 1 }, !Ref AWS::NoValue]', { 'Fn::If': ['C', { a: 1 }, { Ref: 'AWS::NoValue' }] }],
  ['!Equals [!Ref A, b]', { 'Fn::Equals': [{ Ref: 'A' }, 'b'] }],
  ['!And [!Condition A, !Condition B]', { 'Fn::And': [{ Condition: 'A' }, { Condition: 'B' }] }],
  ['!Or [!Condition A, !Condition B]', { 'Fn::Or': [{ Condition: 'A' }, { Condition: 'B' }] }],
  ['!Not [!Condition A]', { 'Fn::Not': [{ Condition: 'A' }] }],
  ['!ImportValue key-arn', { 'Fn::ImportValue': 'key-arn' }],
  ['\n  Fn::ImportValue: !Sub "${A}-arn"', { 'Fn::ImportValue': { 'Fn::Sub': '${A}-arn' } }],
  ['!Base64 |\n    #!/bin/sh\n', { 'Fn::Base64': '#!/bin/sh\n' }],
  ['!Cidr [10.0.0.0/16, 4, 8]', { 'Fn::Cidr': ['10.0.0.0/16', 4, 8] }],
  ["!GetAZs ''", { 'Fn::GetAZs': '' }],
  [
    '!Transform { Name: AWS::Include, Parameters: { Location: s3://b/k } }',
    { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://b/k' } } },
  ],
  ['!Length [1, 2]', { 'Fn::Length': [1, 2] }],
  ['!ToJsonString { a: !Ref B }', { 'Fn::ToJsonString': { a: { Ref: 'B' } } }],
  ['!GetStackOutput { StackName: s }', { 'Fn::GetStackOutput': { StackName: 's' } }],
])('the short form %s is what JSON has for it', (yaml, json) => {
  expect(valueOf(yaml)).toEqual(json);
});

// SnakeYAML and PyYAML, which read templates for AWS, look at no indentation there.
test.each<[yaml: string, json: unknown]>([
  ['[\na, b\n]', ['a', 'b']],
  ['\n  A: [{\n    b: 1\n  }]\n  C: 2', { A: [{ b: 1 }], C: 2 }],
  ['\n    - A: { b: {\n  c: 1,\n d: [ e ]\n  } }\n      F: 1', [{ A: { b: { c: 1, d: ['e'] } }, F: 1 }]],
  ['!Sub \'{\n "a": 1\n}\'', { 'Fn::Sub': '{ "a": 1 }' }],
  ['\n    A: "one\n  two\n\n three"\n    B: 1', { A: 'one two\nthree', B: 1 }],
  ['\n  A: [ "one\ntwo" ]\n  B: |\n   text', { A: ['one two'], B: 'text\n' }],
])('within brackets and quotes any indentation will do: %j', (yaml, json) => {
  expect(valueOf(yaml)).toEqual(json);
});

test.each(['[\na', "'a\nb", '{ a: [b }\nC: 1', '[a]\n - b'])('%j is refused all the same', (yaml) => {
  expect(valueOf(yaml)).toMatch(/^is not a template in YAML/);
});

test.each<[yaml: string, json: unknown]>([
  ['2012-10-17', '2012-10-17'],
  ['111111111111', '111111111111'],
  ['012345678901', '012345678901'],
  ['0644', '0644'],
  ['8.0', '8.0'],
  ['1e3', '1e3'],
  ['22:22', '22:22'],
  ['0x1F', '0x1F'],
  ['.inf', '.inf'],
  ['5432', 5432],
  ['-1', -1],
  ['0.5', 0.5],
  ['yes', true],
  ['On', true],
  ['TRUE', true],
  ['no', false],
  ['off', false],
  // The type of a DynamoDB key, which the whole of YAML 1.1 would take for false.
  ['N', 'N'],
  ['y', 'y'],
  ["'yes'", 'yes'],
  ['!!str 5432', '5432'],
  ['~', null],
  ['', null],
  ['"null"', 'null'],
])('the scalar %s is read as CloudFormation reads it', (yaml, json) => {
  expect(valueOf(yaml)).toBe(json);
});

test('aliases and merged maps are followed: a tool that deploys may write them out', () => {
  expect(parseYamlTemplate('A: &a { x: 1 }\nB: { <<: *a, y: *a }\n')).toEqual({
    ok: true,
    value: { A: { x: 1 }, B: { x: 1, y: { x: 1 } } },
  });
});

test('keys are text, whatever they look like', () => {
  expect(parseYamlTemplate('on: 1\n111111111111: 2\n__proto__: 3\n')).toEqual({
    ok: true,
    value: JSON.parse('{"on": 1, "111111111111": 2, "__proto__": 3}') as unknown,
  });
});

const lists = (count: number, of: string) => `[${Array<string>(count).fill(of).join(', ')}]`;

test.each([
  ['a function that nobody knows', 'A: !Reff B', 'is not a template in YAML: unresolved tag: !Reff', '1:4'],
  ['two short forms in a row', 'A: !Base64 !Sub b', 'is not a template in YAML: a node can have', '1:12'],
  ['binary data', 'A: !!binary aGk=', 'is not a template in YAML: unresolved tag', '1:4'],
  ['the same key twice', 'A: 1\nB: { c: 1, c: 2 }', 'has the same key twice in one map', '2:12'],
  ['many documents', 'A: 1\n---\nB: 2', 'is not a template in YAML: more than one document', '2:1'],
  ['a list without an end', 'A: [1', 'is not a template in YAML: flow sequence', '1:6'],
  ['an alias of nothing', 'A: *b', 'has a YAML alias of nothing', '1:1'],
  [
    'aliases that stand for very many nodes',
    ['a', 'b', 'c', 'd', 'e', 'f']
      .map((key, i, all) => `${key}: &${key} ${lists(9, i === 0 ? 'x' : `*${all[i - 1]}`)}`)
      .join('\n'),
    'has YAML aliases for more than',
    '1:1',
  ],
  // Such depth has ended the whole process, not just thrown.
  ['lists in lists without end', `A: ${'['.repeat(20_000)}`, 'is nested too deeply', '1:1'],
  [
    'maps in maps without end',
    `${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`,
    'is nested too deeply',
    '1:1',
  ],
])('%s is a fault with its place', (_, text, problem, at) => {
  const parsed = parseYamlTemplate(text);
  if (parsed.ok) throw new Error('it is no template');
  expect([parsed.problem, `${parsed.line}:${parsed.column}`]).toEqual([expect.stringContaining(problem), at]);
});
