import { generateKeyPairSync } from 'crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { SignedUrls } from '../../lib/constructs/signed-urls';
import { servingCell } from '../support/serving';

const folder = mkdtempSync(join(tmpdir(), 'signer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A template of the key group for a signer that holds `pem`; as it is in the project when there is none. */
function templateWith(pem?: string): Template {
  const signer = join(folder, 'signer.pem');
  if (pem !== undefined) writeFileSync(signer, pem);
  const stack = new Stack();
  new SignedUrls(stack, 'urls', { cell: servingCell(pem === undefined ? {} : { signer }) });
  return Template.fromStack(stack);
}

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = ec.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test('the key group holds the public key of the plan', () => {
  const template = templateWith(publicPem);
  const [logicalId] = Object.keys(template.findResources('AWS::CloudFront::PublicKey'));
  template.hasResourceProperties('AWS::CloudFront::PublicKey', {
    PublicKeyConfig: { EncodedKey: publicPem, Name: Match.stringLikeRegexp('^sg-signer-[0-9a-f]{8}$') },
  });
  template.hasResourceProperties('AWS::CloudFront::KeyGroup', {
    KeyGroupConfig: { Name: 'sg-signers', Items: [{ 'Fn::GetAtt': [logicalId, 'Id'] }] },
  });
});

test('another key is another resource, since CloudFront lets no public key change', () => {
  const ids = [templateWith(publicPem), templateWith()].map(
    (template) => Object.keys(template.findResources('AWS::CloudFront::PublicKey'))[0],
  );
  expect(ids[0]).not.toBe(ids[1]);
});

test('nothing but the public key reaches the template', () => {
  const template = templateWith(`${privatePem}${publicPem.replaceAll('\n', '\r\n')}${privatePem}`);
  template.hasResourceProperties('AWS::CloudFront::PublicKey', {
    PublicKeyConfig: { EncodedKey: publicPem },
  });
  expect(JSON.stringify(template.toJSON())).not.toContain('PRIVATE KEY');
});
