import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PerimeterStack } from '../../lib/stacks/perimeter-stack';
import { servingCell } from '../support/serving';

test('the certificate and the web ACL are in us-east-1, whatever the region of the cell', () => {
  const perimeter = new PerimeterStack(new App(), 'perimeter', { cell: servingCell() });
  expect(perimeter.region).toBe('us-east-1');
  const template = Template.fromStack(perimeter);
  template.resourceCountIs('AWS::CertificateManager::Certificate', 1);
  template.resourceCountIs('AWS::WAFv2::WebACL', 1);
});

test('nothing is made while the cell serves nothing', () => {
  const perimeter = new PerimeterStack(new App(), 'perimeter', { cell: servingCell({ stage: 'planned' }) });
  expect(perimeter.certificateArn).toBeUndefined();
  expect(perimeter.webAclArn).toBeUndefined();
  expect(Object.keys(Template.fromStack(perimeter).toJSON()['Resources'] as object)).toEqual(['Nothingyet']);
});
