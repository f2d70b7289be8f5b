import { check, testRefusals, told, type Edit } from '../base-plan';

/** Two public datasets of objects, each of a bucket of its own, that one planned phase brings. */
const pages = (first: string, second: string, markets = 'all'): Edit[] => [
  [
    'secret: source/drive }\n',
    `secret: source/drive }
    www: { host: 10.8.4.10, bucket: www, accessKey: domicile, secret: source/www }
    ads: { host: 10.8.4.10, bucket: ads, accessKey: domicile, secret: source/ads }
`,
  ],
  [
    '{ product: all } }\n',
    `{ product: all } }
  pages: { class: public, from: www, store: s3${first} }
  banners: { class: public, from: ads, store: s3${second} }
`,
  ],
  [
    'us: replicating }\n',
    `us: replicating }\n  third: { datasets: [pages, banners], markets: ${markets} }\n`,
  ],
];
const ALLOWED =
  'allowed: prefixes of which none begins with another; one dataset may have none; fix: serve one of the two without the CDN (cdn: false), or keep it under another prefix at the source';

testRefusals([
  {
    name: 'database tables through the CDN',
    edits: [['tables: { product', 'cdn: true, tables: { product']],
    faults: [
      [
        'true, tables',
        'datasets.catalogue.cdn: only objects are served through the CDN (found store: aurora-mysql; fix: remove it)',
      ],
    ],
  },
  {
    name: 'personal data through the CDN where the law is silent',
    edits: [
      ['store: s3,', 'store: s3, cdn: true,'],
      ['    link: { vpn', '    signer: ../test/plan/pem/signer.pem\n    link: { vpn'],
      ['    link: { transitGateway', '    signer: ../test/plan/pem/signer.pem\n    link: { transitGateway'],
    ],
    faults: [
      [
        'true, prefix',
        'datasets.files.cdn: personal data may not pass through the CDN under the law of these markets (found AD, AE, AF, AG, AI, AL, AM, AO and 241 more; allowed: markets whose law has cdn: true; fix: remove cdn here, or add it to the law if its basis says so)',
      ],
    ],
  },
  {
    name: 'personal data through the CDN of a cell without a signer',
    edits: [
      ['store: s3,', 'store: s3, cdn: true,'],
      ['basis: memo 1', 'basis: memo 1, cdn: true'],
      ['basis: memo 2', 'basis: memo 2, cdn: true'],
      ['    link: { transitGateway', '    signer: ../test/plan/pem/signer.pem\n    link: { transitGateway'],
    ],
    faults: [
      [
        'us:\n',
        'cells.us: dataset files goes through the CDN here by signed URL, but the cell has no signer (fix: add signer: the public key of the key pair that signs)',
      ],
    ],
  },
  {
    name: 'one path for two datasets',
    edits: pages(', prefix: shop/', ', prefix: shop/'),
    faults: [
      [
        'shop/ }\nphases',
        `datasets.banners.prefix: the CDN could not tell its objects from those of pages in sg, us (found path /shop/* beside /shop/*; ${ALLOWED})`,
      ],
    ],
  },
  {
    name: 'a path below another',
    edits: pages(', prefix: shop/', ', prefix: shop/new/'),
    faults: [
      [
        'shop/new/',
        `datasets.banners.prefix: the CDN could not tell its objects from those of pages in sg, us (found path /shop/new/* beside /shop/*; ${ALLOWED})`,
      ],
    ],
  },
  {
    name: 'a path above another',
    edits: pages(', prefix: shop/new/', ', prefix: shop/'),
    faults: [
      [
        'shop/ }',
        `datasets.banners.prefix: the CDN could not tell its objects from those of pages in sg, us (found path /shop/* beside /shop/new/*; ${ALLOWED})`,
      ],
    ],
  },
  {
    name: 'a second dataset without a prefix',
    edits: pages('', '', '[IN, SG]'),
    faults: [
      [
        'banners: {',
        `datasets.banners: the CDN could not tell its objects from those of pages in sg (found path /* beside /*; ${ALLOWED})`,
      ],
    ],
  },
  {
    name: 'a personal dataset on the path of a public one',
    edits: [
      ...pages(', prefix: files/', ', prefix: b/', '[US]'),
      ['prefix: files/ }\n  catalogue', 'cdn: true, prefix: files/ }\n  catalogue'],
      ['basis: memo 1', 'basis: memo 1, cdn: true'],
      ['basis: memo 2', 'basis: memo 2, cdn: true'],
      ['    link: { vpn', '    signer: ../test/plan/pem/signer.pem\n    link: { vpn'],
      ['    link: { transitGateway', '    signer: ../test/plan/pem/signer.pem\n    link: { transitGateway'],
    ],
    faults: [
      [
        'files/ }\n  banners',
        `datasets.pages.prefix: the CDN could not tell its objects from those of files in us (found path /files/* beside /files/*; ${ALLOWED})`,
      ],
    ],
  },
]);

test.each([
  ['of one that has a prefix and one that has none', pages(', prefix: shop/', '')],
  ['of one that the CDN does not serve', pages(', prefix: shop/', ', prefix: shop/, cdn: false')],
  ['beside personal data that the CDN does not serve', pages(', prefix: files/', ', prefix: b/')],
])('paths %s are sound', (_, edits) => {
  expect(told(check(...edits))).toEqual([]);
});

test('one path is sound for datasets that no cell has both of', () => {
  const [objects, datasets, phase] = pages(', prefix: shop/', ', prefix: shop/');
  if (!objects || !datasets || !phase) throw new Error('three edits make the pages');
  const apart: Edit = [
    phase[0],
    `us: replicating }\n  third: { datasets: [pages], markets: [IN] }\n  fourth: { datasets: [banners], markets: [US] }\n`,
  ];
  expect(told(check(objects, datasets, apart))).toEqual([]);
});
