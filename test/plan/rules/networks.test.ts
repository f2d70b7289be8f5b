import { check, testRefusals, told, type Edit } from '../base-plan';

testRefusals([
  {
    name: 'a range whose base is not its network address',
    edits: [['10.64.0.0/16', '10.64.1.0/16']],
    faults: [
      [
        '10.64.1.0/16',
        'cells.us.cidr: not a network (found 10.64.1.0/16; allowed: a base address with all host bits 0, then /0 to /32)',
      ],
    ],
  },
  {
    name: 'a range with an impossible address',
    edits: [['10.64.0.0/16', '10.640.0.0/16']],
    faults: [
      [
        '10.640.0.0/16',
        'cells.us.cidr: not a network (found 10.640.0.0/16; allowed: a base address with all host bits 0, then /0 to /32)',
      ],
    ],
  },
  {
    name: "a cell's range that is too small",
    edits: [['10.64.0.0/16', '10.64.0.0/25']],
    faults: [
      [
        '10.64.0.0/25',
        'cells.us.cidr: a size that a cell’s network cannot have (found 10.64.0.0/25; allowed: /16 to /24)',
      ],
    ],
  },
  {
    name: "a cell's range of public addresses",
    edits: [['10.64.0.0/16', '11.64.0.0/16']],
    faults: [
      [
        '11.64.0.0/16',
        'cells.us.cidr: not private addresses (found 11.64.0.0/16; allowed: within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 (RFC 1918))',
      ],
    ],
  },
  {
    name: 'cells whose ranges overlap',
    edits: [['10.64.0.0/16', '10.65.64.0/20']],
    faults: [
      [
        '10.65.64.0/20',
        'cells.us.cidr: overlaps cells.sg.cidr (10.65.0.0/16) (found 10.65.64.0/20; fix: give each cell a range of its own, apart from the source’s networks)',
      ],
    ],
  },
  {
    name: "a cell whose range overlaps the source's",
    edits: [['10.64.0.0/16', '10.8.0.0/20']],
    faults: [
      [
        '10.8.0.0/20',
        'cells.us.cidr: overlaps source.networks.0 (10.8.0.0/16) (found 10.8.0.0/20; fix: give each cell a range of its own, apart from the source’s networks)',
      ],
    ],
  },
  {
    name: 'a server at an address that no link may reach',
    edits: [['10.8.1.10', '10.9.1.10']],
    faults: [
      [
        '10.9.1.10',
        'source.databases.shop.host: data is moving from an address that no link may reach (found 10.9.1.10; allowed: 10.8.0.0/16; fix: add its network to source.networks)',
      ],
    ],
  },
  {
    name: 'a source without networks while databases move',
    edits: [['  networks: [10.8.0.0/16]\n', '']],
    faults: [
      [
        'source:',
        'source.networks: data is moving, but no link may reach the source (fix: list the networks that its servers are in)',
      ],
    ],
  },
  {
    name: 'a source network of public addresses',
    edits: [['[10.8.0.0/16]', '[10.8.0.0/16, 128.0.0.0/2]']],
    faults: [
      [
        '128.0.0.0/2',
        'source.networks.1: not private addresses (found 128.0.0.0/2; allowed: within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 (RFC 1918, RFC 6598); fix: list the addresses that the source’s servers have behind the link)',
      ],
    ],
  },
  {
    name: 'a source network that is private only in part',
    edits: [['[10.8.0.0/16]', '[10.8.0.0/16, 172.0.0.0/8]']],
    faults: [
      [
        '172.0.0.0/8',
        'source.networks.1: not private addresses (found 172.0.0.0/8; allowed: within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 (RFC 1918, RFC 6598); fix: list the addresses that the source’s servers have behind the link)',
      ],
    ],
  },
]);

test('a source may have addresses shared with its carrier, a cell may not', () => {
  expect(told(check(['[10.8.0.0/16]', '[10.8.0.0/16, 100.64.0.0/10]']))).toEqual([]);
  expect(told(check(['10.64.0.0/16', '100.64.0.0/16']))).toHaveLength(1);
});

test('an object store may be anywhere: its agents stand beside it', () => {
  expect(told(check(['10.8.4.10', '10.9.4.10']))).toEqual([]);
});

test('a source that only objects leave needs no networks', () => {
  const objects: Edit = ['datasets: [users, topics, files]', 'datasets: [files]'];
  expect(told(check(objects, ['  networks: [10.8.0.0/16]\n', '']))).toEqual([]);
});
