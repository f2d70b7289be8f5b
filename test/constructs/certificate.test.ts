import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CellCertificate } from '../../lib/constructs/certificate';
import { servingCell } from '../support/serving';

test("the certificate is the domain's, proved through the hosted zone and logged publicly", () => {
  const stack = new Stack();
  new CellCertificate(stack, 'certificate', { cell: servingCell() });
  Template.fromStack(stack).hasResourceProperties('AWS::CertificateManager::Certificate', {
    DomainName: 'sg.data.example.com',
    ValidationMethod: 'DNS',
    DomainValidationOptions: [{ DomainName: 'sg.data.example.com', HostedZoneId: 'Z0EXAMPLESG' }],
    CertificateTransparencyLoggingPreference: 'ENABLED',
  });
});
