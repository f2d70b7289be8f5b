import fc from 'fast-check';
import { wordsOf } from '../../lib/residency/language';
import { judgementOf, resources } from './support';

const named = (text: string): string[] =>
  [...wordsOf(text)].filter(({ name }) => name !== '').map(({ name, text: word }) => `${name} = ${word}`);

test.each([
  ['JSON', '{"region": "eu-west-1"}', ['region = eu-west-1']],
  ['JSON in a string of JSON', '{\\"region\\":\\"eu-west-1\\"}', ['region = eu-west-1']],
  ['YAML', 'sink:\n  region: eu-west-1\n', ['sink = region:', 'region = eu-west-1']],
  ['properties', 'app.region=eu-west-1', ['app.region = eu-west-1']],
  ['a name and value without a space', 'region:eu-west-1', ['region = eu-west-1']],
  [
    'an ARN, whose colons part nothing',
    '"to": "arn:aws:sqs:eu-west-1:1:q"',
    ['to = arn:aws:sqs:eu-west-1:1:q'],
  ],
  ['a URL', 'endpoint = "https://a.example/b?c"', ['endpoint = https://a.example/b?c']],
])('in %s a value has its name', (_, text, words) => {
  expect(named(text)).toEqual(words);
});

test('whatever stands in a text, its words are found without an end to wait for', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { text: word } of wordsOf(text)) expect(text).toContain(word);
    }),
  );
});

// In time that grew with the square of a text, any of these would take hours: jest would give up on it.
test.each(['a', 'a.', 'a_', 's3.', 'a+', 'arn:aws:', '"', '${', 'region=', ':', '://', 'us-'])(
  'a megabyte of %j is judged',
  (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const { counts } = judgementOf(
      resources({
        Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: text } },
        Call: { Type: 'Custom::Call', Properties: { Create: `{${text}` } },
        Settings: { Type: 'AWS::EMR::SecurityConfiguration', Properties: { SecurityConfiguration: text } },
        Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: text, PolicyDocument: text } },
        Cdn: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: { DistributionConfig: { Origins: [{ DomainName: text }] } },
        },
      }),
    );
    expect(counts.resources).toBe(5);
  },
);
