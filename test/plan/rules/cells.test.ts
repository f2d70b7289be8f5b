import { check, testRefusals, told, type Edit } from '../base-plan';

testRefusals([
  {
    name: 'two cells in one region of one account',
    edits: [
      ['us-east-1', 'ap-southeast-1'],
      ["'111111111111'", "'222222222222'"],
      ['jurisdictions: [US]', 'jurisdictions: [SG]'],
    ],
    faults: [
      [
        "ap-southeast-1\n    account: '222222222222'\n    cidr: 10.64",
        'cells.us.region: cell sg is in this region of the same account (found ap-southeast-1; fix: give one of them another region or account, or make them one cell)',
      ],
    ],
  },
  {
    name: 'a domain outside its zone',
    edits: [['domain: us.data.example.com', 'domain: us.example.com']],
    faults: [
      [
        'us.example.com',
        'cells.us.domain: outside its zone (found us.example.com; allowed: us.data.example.com or a name that ends in .us.data.example.com; fix: choose a name in the zone, or name the zone that the domain is in)',
      ],
    ],
  },
  {
    name: 'a domain that merely ends like its zone',
    edits: [['domain: us.data.example.com', 'domain: usdata.example.com']],
    faults: [
      [
        'usdata.example.com',
        'cells.us.domain: outside its zone (found usdata.example.com; allowed: us.data.example.com or a name that ends in .us.data.example.com; fix: choose a name in the zone, or name the zone that the domain is in)',
      ],
    ],
  },
  {
    name: 'a domain that two cells claim',
    edits: [
      ['domain: us.data.example.com', 'domain: sg.data.example.com'],
      ['name: us.data.example.com', 'name: data.example.com'],
    ],
    faults: [
      [
        'sg.data.example.com\n    zone: { id: Z0EXAMPLEUS',
        'cells.us.domain: cell sg has the same domain (found sg.data.example.com; fix: give each cell its own)',
      ],
    ],
  },
  {
    name: 'a zone of another region',
    edits: [['region: us-east-1', 'region: us-east-1\n    zones: [us-east-1a, us-west-2b]']],
    faults: [
      [
        'us-west-2b',
        'cells.us.zones.1: not a zone of the cell’s region (found us-west-2b; allowed: us-east-1 and a letter, such as us-east-1a)',
      ],
    ],
  },
  {
    name: 'a cell that databases move to without a link',
    edits: [
      ['    link: { vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }\n', ''],
    ],
    faults: [
      [
        'us:\n',
        'cells.us: phase second is replicating here, but the cell has no link to the source (allowed: transitGateway, vpn or directConnectGateway; fix: add link)',
      ],
    ],
  },
  {
    name: 'a cell that objects move to without an agent',
    edits: [['    agents: [agent-0a1b2c3d4e5f60001]\n', '']],
    faults: [
      [
        'us:\n',
        'cells.us: dataset files is replicating here, but the cell has no DataSync agent (fix: activate an agent at the source for this cell and list it under agents)',
      ],
    ],
  },
  {
    name: 'a hosted zone whose name another cell’s has',
    edits: [
      ['name: sg.data.example.com', 'name: data.example.com'],
      ['name: us.data.example.com', 'name: data.example.com'],
    ],
    faults: [
      [
        'data.example.com }\n    link: { vpn',
        'cells.us.zone.name: cell sg has another hosted zone of this name: only one of the two can be delegated (found data.example.com; fix: give each cell a zone of its own, such as us.data.example.com)',
      ],
    ],
  },
]);

test('one hosted zone may answer for two cells', () => {
  const zone = 'zone: { id: Z0EXAMPLE, name: data.example.com }';
  const result = check(
    ['zone: { id: Z0EXAMPLESG, name: sg.data.example.com }', zone],
    ['zone: { id: Z0EXAMPLEUS, name: us.data.example.com }', zone],
  );
  expect(told(result)).toEqual([]);
});

const NO_LINK: Edit = [
  '    link: { vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }\n',
  '',
];

test('a cell that only objects move to needs no link', () => {
  const objects: Edit = ['datasets: [users, topics, files]', 'datasets: [files]'];
  expect(told(check(NO_LINK, objects))).toEqual([]);
});

test.each(['planned', 'complete'])('a cell whose databases are %s needs no link', (stage) => {
  expect(told(check(NO_LINK, ['us: replicating', `us: ${stage}`]))).toEqual([]);
});
