import { testRefusals } from '../base-plan';

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
      ['    link: { vpnGateway', '    signer: ../test/plan/pem/signer.pem\n    link: { vpnGateway'],
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
]);
