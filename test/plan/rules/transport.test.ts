import { testRefusals } from '../base-plan';

testRefusals([
  {
    name: 'a TLS mode that the engine lacks',
    edits: [['engine: mysql,', 'engine: mysql, tls: require,']],
    faults: [
      [
        'require',
        'source.databases.shop.tls: DMS has no such TLS mode for mysql (found require; allowed: verify-ca, verify-full)',
      ],
    ],
  },
  {
    name: 'data that would travel unencrypted',
    edits: [['engine: postgresql,', 'engine: postgresql, tls: none,']],
    faults: [
      [
        'none',
        'source.databases.account.tls: data would travel unencrypted (found none; allowed: verify-ca, verify-full)',
      ],
    ],
  },
  {
    name: 'data that would travel to an unverified server',
    edits: [['engine: mongodb,', 'engine: mongodb, tls: require,']],
    faults: [
      [
        'require',
        'source.databases.feed.tls: data would travel to a server that nothing verifies (found require; allowed: verify-full)',
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
    name: 'a signer that is no public key',
    edits: [['    link: { vpnGateway', '    signer: ../test/plan/pem/garbage.pem\n    link: { vpnGateway']],
    faults: [
      [
        '../test/plan/pem/garbage.pem',
        'cells.us.signer: not a public key in PEM (found "../test/plan/pem/garbage.pem")',
      ],
    ],
  },
  {
    name: 'a certificate that is none',
    edits: [
      [
        'secret: source/shop, ca: certificates/beijing.pem',
        'secret: source/shop, ca: ../test/plan/pem/garbage.pem',
      ],
    ],
    faults: [
      [
        '../test/plan/pem/garbage.pem',
        'source.databases.shop.ca: not a certificate in PEM (found "../test/plan/pem/garbage.pem")',
      ],
    ],
  },
]);
