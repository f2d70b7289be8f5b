import { found, one, resources, template } from '../support';

const rule = 'not-judgeable';
const bucket = { Type: 'AWS::S3::Bucket' };
const transformed = (transform: unknown, more: object = {}): object => ({
  Transform: transform,
  Resources: { It: bucket },
  ...more,
});

test.each<[string, object, string[]]>([
  ['no transform', { Resources: { It: bucket } }, []],
  ['the language extensions', transformed('AWS::LanguageExtensions'), []],
  ['the language extensions in a list', transformed(['AWS::LanguageExtensions']), []],
  ['a macro', transformed(['MyMacro']), ['Transform']],
  ['a macro after the extensions', transformed(['AWS::LanguageExtensions', 'MyMacro']), ['Transform']],
  ['SAM', transformed('AWS::Serverless-2016-10-31'), ['Transform']],
  ['an include at the top', transformed({ Name: 'AWS::Include' }), ['Transform']],
  ['a transform at the top', { 'Fn::Transform': { Name: 'AWS::Include' } }, ['Fn::Transform']],
  [
    'a transform in the mappings',
    { Mappings: { Map: { a: { b: 'c' }, 'Fn::Transform': {} } } },
    ['Mappings'],
  ],
  ['a loop in the outputs', { Outputs: { 'Fn::ForEach::All': [] } }, ['Outputs']],
])('a template with %s', (_, body, ids) => {
  expect(found(rule, template(body))).toEqual(ids);
});

test.each<[string, object]>([
  ['Fn::ForEach::Buckets', ['Name', ['A'], { '${Name}': bucket }] as object],
  ['Fn::Transform', { Name: 'AWS::Include' }],
  ['NoType', {}],
  ['OddType', { Type: 1 }],
  ['Merged', { ...bucket, 'Fn::Transform': { Name: 'AWS::Include' } }],
])('an entry of the resources that may become anything is found: %s', (id, entry) => {
  expect(found(rule, resources({ [id]: entry, Plain: bucket }))).toEqual([id]);
});

test.each<[string, object, string[]]>([
  ['AWS::New::Thing', {}, ['It']],
  ['AWS::DynamoDB::GlobalTable', { Replicas: { Ref: 'List' } }, ['It Replicas']],
  ['AWS::DynamoDB::GlobalTable', { Replicas: { Ref: 'AWS::NoValue' } }, []],
  ['Vendor::Made::Thing', {}, ['It']],
  ['AWS::CDK::Metadata', { Analytics: 'v2' }, []],
  ['AWS::SNS::Topic', { Ref: 'x' }, ['It']],
  ['AWS::CloudFormation::WaitConditionHandle', {}, []],
  ['My::Org::Thing::MODULE', {}, ['It']],
  ['AWS::CloudFormation::StackSet', {}, ['It']],
  ['AWS::CloudFormation::Macro', {}, ['It']],
  ['AWS::ServiceCatalog::CloudFormationProvisionedProduct', {}, ['It']],
  ['AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/t.json' }, ['It']],
  ['AWS::S3::Bucket', { 'Fn::Transform': {}, BucketName: 'b' }, ['It Fn::Transform']],
  ['AWS::S3::Bucket', { Tags: [{ Key: 'a', 'Fn::Transform': {} }] }, ['It Tags']],
  ['AWS::S3::Bucket', { Tags: { 'Fn::Transform': {} } }, ['It Tags']],
  ['AWS::S3::Bucket', { Rules: { 'Fn::ForEach::All': [], Id: 'a' } }, ['It Rules']],
])('%s with %j', (type, properties, ids) => {
  expect(found(rule, one(type, properties))).toEqual(ids);
});

test('a nested stack whose template is judged too is accepted', () => {
  const child = resources(
    { Bucket: bucket },
    { stackName: 'stack/child', parent: { name: 'stack.template.json', logicalId: 'It' } },
  );
  expect(found(rule, [one('AWS::CloudFormation::Stack', {}), child])).toEqual([]);
});

test('what is nested deeper than anybody reads is found', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : { A: nested(depth - 1) });
  expect(found(rule, one('AWS::SNS::Topic', { Shallow: nested(50), Deep: nested(500) }))).toEqual([
    'It Deep',
  ]);
});
