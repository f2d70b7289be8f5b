import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlan } from '../../../lib/plan/load';
import { placeOf, told, type Edit } from '../base-plan';

const FILE = join(__dirname, '../../../plans/india.yaml');
const PLAN = readFileSync(FILE, 'utf8');

function edited(edits: readonly Edit[]): string {
  return edits.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new Error(`the plan has ${before} not exactly once`);
    return text.replace(before, () => after);
  }, PLAN);
}

const SG_LINK = 'link: { transitGateway: tgw-0a1b2c3d4e5f60002 }';
const IN_LINK = 'link: { transitGateway: tgw-0a1b2c3d4e5f60003 }';
const VPN = 'link: { vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }';
/** The law of those who stay, as it is when nothing of theirs may pass through India. */
const STRICT: Edit = [
  'jurisdictions: [SG, IN], basis: memo LEGAL-14',
  'jurisdictions: [SG], basis: memo LEGAL-14',
];
const ONLY_ORDERS: Edit = ['datasets: [orders, account, files, pages]', 'datasets: [orders]'];
const PUBLIC_ORDERS: Edit = ['orders:\n    class: personal', 'orders:\n    class: public'];
const ONLY_OBJECTS: Edit = ['datasets: [orders, account, files, pages]', 'datasets: [files, pages]'];

test.each<readonly [name: string, edits: readonly Edit[]]>([
  ['the example', []],
  ['a later move in its night', [['stage: replicating', 'stage: cutover']]],
  [
    'a later move of a dataset of which nobody else lives in the old cell, under such a law',
    [STRICT, ['markets: [HK, ID, IN, MY, PH, SG, TW]\n    stage', 'markets: [IN]\n    stage']],
  ],
  ['a later move of tables that hold no personal data', [STRICT, PUBLIC_ORDERS, ONLY_ORDERS]],
  [
    'a later move that is complete, of cells whose links are gone, under the law of before',
    [STRICT, ['stage: replicating', 'stage: complete'], [SG_LINK, ''], [IN_LINK, '']],
  ],
  [
    'objects alone, without any link or agent, under a law that lets nothing of other markets pass',
    [STRICT, ONLY_OBJECTS, [SG_LINK, ''], [IN_LINK, ''], ['agents: [agent-0a1b2c3d4e5f60002]', '']],
  ],
  [
    'a later move that is planned before anything has moved',
    [
      ['stage: complete', 'stage: planned'],
      ['stage: replicating', 'stage: planned'],
    ],
  ],
])('%s is sound', (_, edits) => {
  expect(told(checkPlan(edited(edits), FILE), FILE)).toEqual([]);
});

interface Refused {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly faults: readonly (readonly [mark: string, message: string])[];
}

test.each<Refused>([
  {
    name: 'a later move of what is still on its way to the old cell',
    edits: [['stage: complete', 'stage: cutover']],
    faults: [
      [
        'replicating }',
        'phases.india.stage: cell sg is not home yet to all that the phase takes over from it (found replicating; allowed: planned; fix: complete home in sg first)',
      ],
    ],
  },
  {
    name: 'a later move whose change log other markets’ law does not let pass',
    edits: [STRICT],
    faults: [
      [
        'replicating }',
        'phases.india.stage: DMS filters changes in IN, where the law of HK, ID, MY, PH, SG, TW (memo LEGAL-14 and LEGAL-19) does not allow data: the change log of orders, account in cell sg holds theirs too (found replicating; allowed: planned; fix: keep it planned, or have the law of these markets allow IN, with its basis, for as long as the phase moves)',
      ],
    ],
  },
  {
    name: 'a later move in its night whose change log the law of one market among others does not let pass',
    edits: [
      ['stage: replicating', 'stage: { in: cutover }'],
      [
        '- { markets: [HK, ID, MY, PH, SG, TW],',
        '- { markets: [HK], jurisdictions: [SG], basis: memo 20 }\n  - { markets: [ID, MY, PH, SG, TW],',
      ],
    ],
    faults: [
      [
        'cutover }',
        'phases.india.stage.in: DMS filters changes in IN, where the law of HK (memo 20) does not allow data: the change log of orders, account in cell sg holds theirs too (found cutover; allowed: planned; fix: keep it planned, or have the law of these markets allow IN, with its basis, for as long as the phase moves)',
      ],
    ],
  },
  {
    name: 'a later move of dynamodb',
    edits: [
      [
        'datasets: [messaging], markets: [IN], from: sg',
        'datasets: [messaging], markets: [IN], from: sg, stage: { in: replicating }',
      ],
    ],
    faults: [
      [
        'replicating } }',
        'phases.india-push.stage.in: DMS reads no dynamodb, so that messaging cannot be replicated from cell sg (found replicating; allowed: planned; complete once carried by hand; fix: give messaging a phase of its own, and move it as docs/later-moves.md says (DynamoDB))',
      ],
    ],
  },
  {
    name: 'an old cell that is linked by VPN',
    edits: [[SG_LINK, VPN]],
    faults: [
      [
        VPN,
        'cells.sg.link: phase india takes databases over from cell sg to in, which takes a transit gateway in both (found vpn; allowed: transitGateway; fix: link the cell by a transit gateway of its region that is peered with that of in)',
      ],
    ],
  },
  {
    name: 'a taking cell without a link',
    edits: [[IN_LINK, '']],
    faults: [
      [
        'in:\n',
        'cells.in: phase india takes databases over from cell sg to in, which takes a transit gateway in both (allowed: transitGateway; fix: link the cell by a transit gateway of its region that is peered with that of sg)',
      ],
    ],
  },
  {
    name: 'an old cell in a region whose authorities are not known',
    edits: [
      ['region: ap-southeast-1', 'region: ap-southeast-6'],
      ['markets: [IN], jurisdictions: [SG, IN]', 'markets: [IN], jurisdictions: [NZ, IN]'],
      ['TW], jurisdictions: [SG, IN]', 'TW], jurisdictions: [NZ, IN]'],
    ],
    faults: [
      [
        'ap-southeast-6',
        'cells.sg.region: dataset orders is replicating from here, but the certificate authorities of Aurora in this region are not known (found ap-southeast-6; fix: save https://truststore.pki.rds.amazonaws.com/ap-southeast-6/ap-southeast-6-bundle.pem as certificates/rds-ap-southeast-6.pem beside the plan)',
      ],
    ],
  },
  {
    name: 'a later move of more folders than a bucket policy names',
    edits: [
      [
        'drive: { host: 10.8.4.11, bucket: drive,',
        `drive: { path: '${'long/'.repeat(30)}{market}/', host: 10.8.4.11, bucket: drive,`,
      ],
      ['markets: [IN], jurisdictions', 'markets: [IN, rest], jurisdictions'],
      [
        'markets: [HK, ID, IN, MY, PH, SG, TW]\n    domain',
        'markets: [HK, ID, IN, MY, PH, SG, TW, rest]\n    domain',
      ],
      ['markets: [IN]\n    domain', 'markets: all\n    domain'],
      ['markets: [HK, ID, IN, MY, PH, SG, TW]\n    stage', 'markets: all\n    stage'],
      ['files, pages], markets: [IN], from: sg', 'files, pages], markets: all, from: sg'],
      ['[messaging], markets: [IN]', '[messaging], markets: all'],
    ],
    faults: [
      [
        'all, from: sg, stage: replicating',
        'phases.india.markets: the policy of files’s bucket in cell sg has no room to name the folders that are taken over (found 249 folders, 51543 characters; allowed: 16000 characters; fix: take fewer markets over at a time)',
      ],
    ],
  },
  {
    name: 'a second later move of a folder that both bring',
    edits: [
      ['host: 10.8.4.10, bucket: www,', 'path: all/, host: 10.8.4.10, bucket: www,'],
      ['markets: [IN]\n    domain', 'markets: [IN, SG]\n    domain'],
      [
        '[messaging], markets: [IN], from: sg }',
        '[messaging], markets: [IN], from: sg }\n  singapore: { datasets: [pages], markets: [SG], from: sg }',
      ],
    ],
    faults: [
      [
        'singapore',
        'phases.singapore: phase india brings the same objects of pages to cell in (found all/; fix: let the path of the object store hold {market}, or bring all its markets in one phase)',
      ],
    ],
  },
  {
    name: 'an old home that the law does not allow',
    edits: [['markets: [IN], jurisdictions: [SG, IN]', 'markets: [IN], jurisdictions: [IN]']],
    faults: [
      [
        'IN, MY, PH, SG, TW]\n    domain',
        'cells.sg.markets.2: the law of these markets (memo LEGAL-15) does not allow data in SG (found IN; allowed: IN; fix: serve them from a cell there, or correct the law if its basis says otherwise)',
      ],
    ],
  },
])('$name is refused', ({ edits, faults }) => {
  const text = edited(edits);
  expect(told(checkPlan(text, FILE), FILE)).toEqual(
    faults.map(([mark, message]) => `${placeOf(text, mark)}: error: ${message}`),
  );
});
