import { X509Certificate, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, edited, placeOf, told, type Edit } from '../base-plan';

const folder = mkdtempSync(join(tmpdir(), 'pem-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'a.pem');
const SIGNER: Edit = ['    link: { vpn', `    signer: ${file}\n    link: { vpn`];
const AUTHORITY: Edit = [
  'secret: source/feed, ca: certificates/beijing.pem',
  `secret: source/feed, ca: ${file}`,
];

const pemOf = (key: { export(options: { type: 'spki'; format: 'pem' }): string | Buffer }) =>
  key.export({ type: 'spki', format: 'pem' }).toString();
const rsa = (modulusLength: number) => pemOf(generateKeyPairSync('rsa', { modulusLength }).publicKey);
const ec = (namedCurve: string) => pemOf(generateKeyPairSync('ec', { namedCurve }).publicKey);
const certificate = readFileSync(join(__dirname, '../../../plans/certificates/beijing.pem'), 'utf8');
const p256 = ec('P-256');
const cut = (pem: string) => pem.replace(/\n[^\n]{20}/, '\n');

/** The fault of a plan with `text` in the file that `edit` names. */
function faultsOf(edit: Edit, text: string | Buffer): string[] {
  writeFileSync(file, text);
  return told(check(edit));
}

const OTHER = 'holds something other than one public key';
test.each<[string, string | Buffer, string]>([
  ['that is a certificate', certificate, OTHER],
  ['with a certificate after the key', p256 + certificate, OTHER],
  ['with two keys', p256 + p256, OTHER],
  ['with no key', 'hello', OTHER],
  ['in DER', Buffer.from(p256.split('\n').slice(1, -2).join(''), 'base64'), OTHER],
  ['that is damaged', cut(p256), 'holds a damaged public key'],
  ['of RSA 4096', rsa(4096), 'holds a public key of kind rsa 4096'],
  ['of RSA 1024', rsa(1024), 'holds a public key of kind rsa 1024'],
  [
    'of RSA for PSS alone',
    pemOf(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey),
    'holds a public key of kind rsa-pss 2048',
  ],
  ['of another curve', ec('P-384'), 'holds a public key of kind ec secp384r1'],
  ['of Ed25519', pemOf(generateKeyPairSync('ed25519').publicKey), 'holds a public key of kind ed25519'],
])('a signer %s is refused', (_, text, problem) => {
  expect(faultsOf(SIGNER, text)).toEqual([
    `${placeOf(edited(SIGNER), file)}: error: cells.us.signer: ${problem} (found "${file}"; allowed: a public key in PEM, RSA 2048 or ECDSA P-256; fix: write it with \`openssl pkey -in <private key> -pubout\`)`,
  ]);
});

test.each([
  ['RSA 2048', rsa(2048)],
  ['P-256', p256],
  ['P-256 with line ends of Windows', p256.replaceAll('\n', '\r\n')],
])('a signer of %s is sound', (_, text) => {
  expect(faultsOf(SIGNER, text)).toEqual([]);
});

const NONE = 'holds no certificate in PEM';
test.each<[string, string | Buffer, string]>([
  ['in DER', new X509Certificate(certificate).raw, NONE],
  ['in OpenSSL’s own form', certificate.replaceAll(' CERTIFICATE', ' TRUSTED CERTIFICATE'), NONE],
  ['in the old form', certificate.replaceAll(' CERTIFICATE', ' X509 CERTIFICATE'), NONE],
  ['that is a public key', p256, NONE],
  ['that is text', 'hello', NONE],
  ['that is damaged', cut(certificate), 'holds a damaged certificate'],
  ['followed by a damaged one', certificate + cut(certificate), 'holds a damaged certificate'],
])('a certificate authority %s is refused', (_, text, problem) => {
  expect(faultsOf(AUTHORITY, text)).toEqual([
    `${placeOf(edited(AUTHORITY), file)}: error: source.databases.feed.ca: ${problem} (found "${file}"; allowed: a certificate in PEM; fix: write it with \`openssl x509 -in <certificate> -outform PEM\`)`,
  ]);
});

test('several certificate authorities in one file are sound', () => {
  expect(faultsOf(AUTHORITY, `# two of them\n${certificate}\n${certificate}`)).toEqual([]);
});

test('a folder in place of a certificate authority is refused', () => {
  rmSync(file, { force: true });
  mkdirSync(file);
  expect(told(check(AUTHORITY))).toEqual([
    `${placeOf(edited(AUTHORITY), file)}: error: source.databases.feed.ca: a file that cannot be read (found "${file}"; allowed: a certificate in PEM)`,
  ]);
  rmSync(file, { recursive: true });
});
