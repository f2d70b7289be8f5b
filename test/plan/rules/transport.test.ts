import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPlan } from '../../../lib/plan/load';
import { check, edited, testRefusals, told, type Edit } from '../base-plan';

const malaysia: Edit[] = [
  ['region: ap-southeast-1', 'region: ap-southeast-5'],
  ['jurisdictions: [SG]', 'jurisdictions: [MY]'],
];

testRefusals([
  {
    name: 'a TLS mode that the engine lacks',
    edits: [['engine: mysql,', 'engine: mysql, tls: require,']],
    faults: [
      [
        'require',
        'source.databases.shop.tls: DMS has no such TLS mode for mysql (found require; allowed: verify-ca, verify-full; fix: remove it: verify-full is the default)',
      ],
    ],
  },
  {
    name: 'data that would travel unencrypted',
    edits: [['engine: postgresql,', 'engine: postgresql, tls: none,']],
    faults: [
      [
        'none',
        'source.databases.account.tls: data would travel unencrypted (found none; allowed: verify-ca, verify-full; fix: remove it: verify-full is the default)',
      ],
    ],
  },
  {
    name: 'data that would travel to an unverified server',
    edits: [['engine: mongodb,', 'engine: mongodb, tls: require,']],
    faults: [
      [
        'require',
        'source.databases.feed.tls: data would travel to a server that nothing verifies (found require; allowed: verify-full; fix: remove it: verify-full is the default)',
      ],
    ],
  },
  {
    name: 'a server without its certificate authority',
    edits: [['secret: source/shop, ca: certificates/beijing.pem', 'secret: source/shop']],
    faults: [
      [
        'shop:',
        'source.databases.shop: verify-full needs the certificate authority of the server (fix: add ca: a .pem file beside the plan)',
      ],
    ],
  },
  {
    name: 'a certificate authority that is not there',
    edits: [
      [
        'secret: source/shop, ca: certificates/beijing.pem',
        'secret: source/shop, ca: certificates/nanjing.pem',
      ],
    ],
    faults: [
      [
        'certificates/nanjing.pem',
        'source.databases.shop.ca: no such file beside the plan (found "certificates/nanjing.pem"; allowed: a certificate in PEM)',
      ],
    ],
  },
  {
    name: 'a cell to Aurora in a region whose certificate authorities are not known',
    edits: malaysia,
    faults: [
      [
        'ap-southeast-5',
        'cells.sg.region: dataset users is cutover here, but the certificate authorities of Aurora in this region are not known (found ap-southeast-5; fix: save https://truststore.pki.rds.amazonaws.com/ap-southeast-5/ap-southeast-5-bundle.pem as certificates/rds-ap-southeast-5.pem beside the plan)',
      ],
    ],
  },
]);

test('authorities are not asked for while nothing moves to Aurora there', () => {
  expect(told(check(...malaysia, ['sg: cutover', 'sg: complete']))).toEqual([]);
  expect(told(check(...malaysia, ['stage: { sg: cutover, us: replicating }', 'stage: planned']))).toEqual([]);
  expect(told(check(...malaysia, ['[users, topics, files]', '[topics, files]']))).toEqual([]);
});

describe('authorities beside the plan', () => {
  const example = join(__dirname, '../../../plans/certificates/beijing.pem');
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
    cpSync(example, join(folder, 'certificates/beijing.pem'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const problems = () => {
    const result = checkPlan(edited(...malaysia), join(folder, 'plan.yaml'));
    return result.ok ? [] : result.faults.map(({ path }) => path.join('.'));
  };

  test('are taken', () => {
    cpSync(example, join(folder, 'certificates/rds-ap-southeast-5.pem'));
    expect(problems()).toEqual([]);
  });

  test('are asked for where a folder has their name', () => {
    mkdirSync(join(folder, 'certificates/rds-ap-southeast-5.pem'));
    expect(problems()).toEqual(['cells.sg.region']);
  });
});
