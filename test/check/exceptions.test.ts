import { bucket, checked, source, told } from './support';

const MACRO = { Macro: { Type: 'AWS::CloudFormation::Macro' } };
const exception = (about: string, expires = '2026-06-15') =>
  `exceptions:\n  - { ${about}, reason: the macro only adds tags to stacks, expires: ${expires} }\n`;
const RULES = ['not-judgeable', 'expired-exception', 'unused-exception'];

test('an exception accepts what it is about, until the end of its day', () => {
  const report = checked([source(MACRO)], exception('rule: not-judgeable, stack: sh*'), '2026-06-15');
  expect(report.findings).toEqual([]);
  expect(report.counts.findings).toBe(0);
  expect(report.accepted).toMatchObject([
    { finding: { logicalId: 'Macro' }, reason: 'the macro only adds tags to stacks', expires: '2026-06-15' },
  ]);
});

test('an exception that has expired accepts nothing, and is an error at its line of the policy', () => {
  const report = checked([source(MACRO)], exception('rule: not-judgeable'), '2026-06-16');
  expect(told(report, ...RULES)).toEqual([
    'not-judgeable Macro: a macro rewrites templates at deployment',
    'expired-exception : the exception expired at the end of 2026-06-15, so 1 of its findings count',
  ]);
  expect(report.findings[1]).toMatchObject({
    file: 'policy.yaml',
    position: { line: 2, column: 5 },
    finding: { level: 'error', template: 'policy.yaml', path: 'exceptions.0' },
  });
});

test('an exception that has expired is found though nothing is left of what it was about', () => {
  const report = checked([source({})], exception('rule: not-judgeable'), '2027-01-01');
  expect(told(report, ...RULES)).toEqual([
    'expired-exception : the exception expired at the end of 2026-06-15, and nothing is left that it would accept',
  ]);
});

test.each([
  'rule: link',
  'stack: other',
  'logicalId: Mac',
  'type: AWS::S3::Bucket',
  'path: Name',
  'to: unknown',
])('an exception about %s accepts nothing else, and is a warning', (about) => {
  const report = checked([source(MACRO)], exception(about));
  expect(report.findings.map(({ finding }) => [finding.rule, finding.level])).toEqual([
    ['not-judgeable', 'error'],
    ['unused-exception', 'warning'],
  ]);
  expect(report.accepted).toEqual([]);
});

test('two exceptions for one finding are both of use', () => {
  const both = `${exception('rule: not-judgeable')}${exception('logicalId: Macro').replace('exceptions:\n', '')}`;
  expect(checked([source(MACRO)], both).findings).toEqual([]);
});

test('the flow of an accepted pointer is permitted, for the reason of the exception', () => {
  const resources = { Files: bucket('us-east-1') };
  const flow = (policy: string) =>
    checked([source(resources)], policy).flows.find(({ rule }) => rule === 'key-region');
  expect(flow(exception('stack: other'))).toMatchObject({ permitted: false });
  expect(flow(exception('rule: key-region, to: us-east-1'))).toMatchObject({
    permitted: true,
    reason: 'the macro only adds tags to stacks',
  });
});
