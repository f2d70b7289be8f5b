import fc from 'fast-check';
import { judge } from '../../lib/residency/judge';
import { RULES } from '../../lib/residency/rules';
import { AWAY, found, HOME, judgementOf, one, resources, template } from './support';

const to = (value: unknown): object => ({
  ReplicationConfiguration: { Rules: [{ Destination: { Bucket: value } }] },
});
/** `count` conditions, the home bucket under each, and the leak last. */
const chain = (count: number, wrap: (value: unknown) => unknown = (value) => value): unknown =>
  Array.from({ length: count }, (_, i) => `H${i}`).reduceRight<unknown>(
    (rest, id) => ({ 'Fn::If': ['C', wrap({ 'Fn::GetAtt': ['Home', id] }), rest] }),
    wrap('arn:aws:s3:::copies'),
  );
const away = resources(
  { Copies: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copies' } } },
  { stackName: 'away', region: AWAY },
);

describe('the same leak is found in every disguise', () => {
  test.each<[string, unknown, object?]>([
    ['a literal', 'arn:aws:s3:::copies'],
    ['a join', { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', 'copies']] }],
    ['a substitution', { 'Fn::Sub': ['arn:aws:s3:::${name}', { name: 'copies' }] }],
    ['a condition', { 'Fn::If': ['C', { 'Fn::GetAtt': ['Home', 'Arn'] }, 'arn:aws:s3:::copies'] }],
    [
      'a mapping',
      { 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'bucket'] },
      { Mappings: { Map: { [HOME]: { bucket: 'arn:aws:s3:::copies' } } } },
    ],
    [
      'a parameter',
      { Ref: 'To' },
      { Parameters: { To: { Type: 'String', Default: 'arn:aws:s3:::copies' } } },
    ],
    [
      'a parameter that may be given it',
      { Ref: 'To' },
      { Parameters: { To: { Default: 'home', AllowedValues: ['home', 'arn:aws:s3:::copies'] } } },
    ],
    ['the last of more conditions than are followed', chain(70)],
    ['the last of more lists than are followed', { 'Fn::Select': [0, chain(70, (text) => [text])] }],
    ['an element of a split', { 'Fn::Select': [1, { 'Fn::Split': ['|', 'x|arn:aws:s3:::copies'] }] }],
    [
      'a nested condition',
      { 'Fn::Join': ['', ['arn:aws:s3:::', { 'Fn::If': ['C', { Ref: 'Home' }, 'copies'] }]] },
    ],
  ])('%s', (_, value, more = {}) => {
    const body = {
      Resources: {
        Home: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'home' } },
        It: { Type: 'AWS::S3::Bucket', Properties: to(value) },
      },
      ...more,
    };
    const path = 'It ReplicationConfiguration.Rules[0].Destination.Bucket';
    expect(found('s3-replication', [away, template(body)])).toEqual([path]);
  });
});

describe('a judgement', () => {
  test('says where a finding is, what it found, where that leads and what to do', () => {
    const { findings } = judge(
      [away, one('AWS::S3::Bucket', to('arn:aws:s3:::copies'))],
      {},
      RULES.filter(({ id }) => id === 's3-replication'),
    );
    expect(findings).toEqual([
      {
        rule: 's3-replication',
        level: 'error',
        template: 'stack.template.json',
        stack: 'stack',
        region: HOME,
        logicalId: 'It',
        type: 'AWS::S3::Bucket',
        path: 'ReplicationConfiguration.Rules[0].Destination.Bucket',
        value: 'arn:aws:s3:::copies',
        place: { kind: 'region', region: AWAY, account: '111111111111' },
        message: `the replication leads to ${AWAY}; allowed is ${HOME}`,
        fix: expect.stringContaining('own region') as string,
      },
    ]);
  });

  test('counts templates, resources, pointers and findings', () => {
    expect(judgementOf([away, one('AWS::SNS::Topic', { KmsMasterKeyId: 'alias/cell' })]).counts).toEqual({
      templates: 2,
      resources: 2,
      pointers: 1,
      findings: 5,
    });
  });

  test('records a permitted pointer as a flow that does not cross', () => {
    expect(judgementOf(one('AWS::SNS::Topic', { KmsMasterKeyId: 'alias/cell' })).flows).toMatchObject([
      {
        path: 'KmsMasterKeyId',
        from: { region: HOME },
        to: { region: HOME },
        crosses: false,
        permitted: true,
      },
    ]);
  });
});

describe('a policy', () => {
  const leak = one('AWS::SecretsManager::Secret', { KmsKeyId: 'k', ReplicaRegions: [{ Region: AWAY }] });
  const allowed = {
    type: 'AWS::SecretsManager::Secret',
    path: 'ReplicaRegions[*].Region',
    to: AWAY,
    reason: 'a memo',
  };

  test.each([
    ['a region opened to the stack', { regions: { stack: [AWAY] } }],
    ['a region opened to all', { regions: { '*': [AWAY] } }],
    ['the pointer allowed', { allowed: [allowed] }],
    [
      'the pointer of this stack and resource allowed',
      { allowed: [{ ...allowed, stack: 'stack', logicalId: 'It' }] },
    ],
  ])('lets a pointer leave home: %s', (_, policy) => {
    expect(found('replicas', leak, policy)).toEqual([]);
  });

  test.each([
    ['no policy', {}],
    ['a region opened to another stack', { regions: { other: [AWAY] } }],
    ['a region opened to all but this stack', { regions: { '*': [AWAY], stack: [] } }],
    ['another region allowed', { allowed: [{ ...allowed, to: 'eu-west-1' }] }],
    ['another path allowed', { allowed: [{ ...allowed, path: 'KmsKeyId' }] }],
    ['another stack allowed', { allowed: [{ ...allowed, stack: 'other' }] }],
    ['another resource allowed', { allowed: [{ ...allowed, logicalId: 'Other' }] }],
    ['another type allowed', { allowed: [{ ...allowed, type: 'AWS::SNS::Topic' }] }],
  ])('holds it back: %s', (_, policy) => {
    expect(found('replicas', leak, policy)).toHaveLength(1);
  });
});

describe('whatever a template holds, a judgement ends', () => {
  const types = [
    ...new Set(RULES.flatMap((rule) => (rule.types === 'every type' ? ['AWS::New::Thing'] : rule.types))),
  ];
  const names = [
    'KmsKeyId',
    'PolicyDocument',
    'Statement',
    'Principal',
    'AWS',
    'Replicas',
    'Region',
    'SslMode',
    'EngineName',
    '__proto__',
    'constructor',
  ];
  const functions = [
    'Ref',
    'Fn::GetAtt',
    'Fn::Sub',
    'Fn::Join',
    'Fn::Select',
    'Fn::Split',
    'Fn::If',
    'Fn::FindInMap',
    'Fn::ImportValue',
    'Fn::GetStackOutput',
    'Fn::GetAZs',
  ];
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('A', 'B', 'P', 'A.Arn', '${A.Arn}${P}', 'arn:aws:s3:::', 'AWS::Region', '\uE000'),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      text,
      fc.constantFrom(null, true, 0, -1),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('value'), { maxKeys: 4 }),
      fc.tuple(fc.constantFrom(...functions), tie('value')).map(([name, argument]) => ({ [name]: argument })),
    ),
  }));
  const resource = fc.record(
    { Type: fc.constantFrom(...types), Properties: value },
    { requiredKeys: ['Type'] },
  );
  const output = fc.record({ Value: value, Export: fc.record({ Name: value }) }, { requiredKeys: ['Value'] });
  const body = fc.oneof(
    value,
    fc.record({
      Parameters: fc.oneof(value, fc.record({ P: fc.record({ Default: value }) })),
      Mappings: value,
      Resources: fc.record({ A: resource, B: resource }),
      Outputs: fc.oneof(value, fc.record({ O: output, Q: output })),
    }),
  );

  test('random templates', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        const inputs = [template(one), template(other, { stackName: 'other', region: AWAY })];
        expect(judgementOf(inputs).counts.templates).toBe(2);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    [
      'objects where names are expected, which no text can be made of',
      {
        Parameters: { P: { Type: { toString: 1 }, Default: 'a' } },
        Resources: {
          A: { Type: 'AWS::S3::Bucket', Properties: { KmsKeyId: { 'Fn::GetAtt': [{ toString: 1 }] } } },
          B: { Type: 'AWS::S3::Bucket', Properties: { KmsKeyId: { Ref: 'P' } } },
        },
      },
    ],
    [
      'resources of no shape',
      { Resources: { A: null, B: 1, C: { Type: 1 }, D: { Type: 'AWS::S3::Bucket', Properties: [] } } },
    ],
  ])('%s', (_, odd) => {
    expect(() => judgementOf([template(odd)])).not.toThrow();
  });

  test('deep nesting', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 20_000; i++) deep = i % 2 === 0 ? { KmsKeyId: deep } : { 'Fn::If': ['C', deep, 'k'] };
    expect(found('key-region', one('AWS::SNS::Topic', { KmsMasterKeyId: deep }))).not.toEqual([]);
  });

  test('outputs that double at each step', () => {
    const outputs = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => {
        const before = { 'Fn::GetStackOutput': { StackName: 'stack', OutputName: `O${i - 1}` } };
        return [`O${i}`, { Value: i === 0 ? 'k' : { 'Fn::Join': ['', [before, before]] } }];
      }),
    );
    const last = { 'Fn::GetStackOutput': { StackName: 'stack', OutputName: 'O199' } };
    const doubling = template({
      Resources: { It: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: last } } },
      Outputs: outputs,
    });
    expect(found('key-region', doubling)).toEqual(['It KmsMasterKeyId']);
  });
});
