import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EdgeStack } from '../../lib/stacks/edge-stack';
import { PerimeterStack } from '../../lib/stacks/perimeter-stack';
import { servingCell, type Serving } from '../support/serving';

function edgeOf(serving: Serving = {}): EdgeStack {
  const cell = servingCell(serving);
  const app = new App();
  const perimeter = new PerimeterStack(app, 'perimeter', { cell });
  return new EdgeStack(app, 'edge', { cell, perimeter });
}

test.each([
  ['another region', {}],
  ['the same region', { region: 'us-east-1', jurisdiction: 'US' }],
])('the perimeter is read weakly from %s', (_, serving) => {
  const edge = edgeOf(serving);
  const output = (OutputName: string) => ({
    'Fn::GetStackOutput': {
      StackName: 'sg-perimeter',
      Region: 'us-east-1',
      OutputName: Match.stringLikeRegexp(OutputName),
    },
  });
  Template.fromStack(edge).hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      ViewerCertificate: { AcmCertificateArn: output('certificate') },
      WebACLId: output('webacl'),
    },
  });
  expect(edge.dependencies.map((stack) => stack.stackName)).toEqual(['sg-perimeter']);
});

test('the distribution is exported, whether or not another stack uses it', () => {
  const edge = edgeOf();
  Template.fromStack(edge).hasOutput('*', {
    Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('distribution'), 'Id'] },
    Export: Match.anyValue(),
  });
  expect(edge.resolve(edge.distributionArn)).toEqual({
    'Fn::Join': ['', ['arn:aws:cloudfront::222222222222:distribution/', edge.resolve(edge.distributionId)]],
  });
});

test.each([
  ['domain', { domain: 'other.data.example.com' }],
  ['hosted zone', { zone: 'Z0EXAMPLEOTHER' }],
])(
  'another %s, which replaces the certificate, changes this template: weak values are read anew',
  (_, serving) => {
    expect(Template.fromStack(edgeOf(serving)).toJSON()).not.toEqual(Template.fromStack(edgeOf()).toJSON());
  },
);

test('nothing is made while the cell serves nothing', () => {
  const edge = edgeOf({ stage: 'planned' });
  expect(edge.distributionArn).toBeUndefined();
  expect(Object.keys(Template.fromStack(edge).toJSON()['Resources'] as object)).toEqual(['Nothingyet']);
});
