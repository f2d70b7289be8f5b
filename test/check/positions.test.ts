import { Positions } from '../../lib/check/positions';

const YAML = `AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub '\${AWS::Region}-files'
      Rules:
        - Id: a
        - Id: b
          Filter: { Prefix: p }
      Encryption: !If
        - IsHome
        - Keys: [{ Arn: one }]
        - Keys:
            - Arn: two
              Alias: three
      Headers:
        method.request.header.X: true
      Long:
        Fn::If: [IsHome, { A: 1 }, { B: 2 }]
  Bare:
    Type: AWS::S3::Bucket
`;

const at = (text: string, logicalId: string, path: string) => {
  const position = new Positions(text).of(logicalId, path);
  return position === undefined ? undefined : `${position.line}:${position.column}`;
};

test.each([
  ['a resource', 'Files', '', '4:3'],
  ['a property', 'Files', 'BucketName', '7:7'],
  ['an element', 'Files', 'Rules[1]', '10:11'],
  ['what is in an element', 'Files', 'Rules[1].Filter.Prefix', '11:21'],
  ['what both branches of a condition have, in the first', 'Files', 'Encryption.Keys[0].Arn', '14:20'],
  ['what one branch has, in that one', 'Files', 'Encryption.Keys[0].Alias', '17:15'],
  ['a branch of a condition in its long form', 'Files', 'Long.B', '21:38'],
  ['a key with dots in it', 'Files', 'Headers.method.request.header.X', '19:9'],
  ['a property that is missing, where it would be', 'Files', 'Rules[0].Filter.Prefix', '9:11'],
  ['a missing property of the resource', 'Files', 'Versioning.Status', '6:5'],
  ['a property of a resource that has none', 'Bare', 'BucketName', '22:3'],
  ['any element, at its list', 'Files', 'Rules[*].Id', '8:7'],
  ['a section of the template', 'Transform', '', '2:1'],
])('%s stands where it is written', (_, logicalId, path, position) => {
  expect(at(YAML, logicalId, path)).toBe(position);
});

test('JSON has places too', () => {
  const json = JSON.stringify({ Resources: { A: { Type: 'T', Properties: { B: [{ C: 1 }] } } } }, null, 2);
  expect(at(json, 'A', 'B[0].C')).toBe('8:13');
});

test.each([
  ['nothing of that name', YAML, 'None'],
  ['a text that is no map', 'just words', 'Files'],
  ['a text nested too deeply', '['.repeat(20_000), 'Files'],
  ['an empty text', '', 'Files'],
])('%s has no place', (_, text, logicalId) => {
  expect(at(text, logicalId, '')).toBeUndefined();
});
