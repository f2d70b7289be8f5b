import { testRefusals } from '../base-plan';

testRefusals([
  {
    name: 'a cell where the law of its markets does not allow it',
    edits: [['jurisdictions: [SG]', 'jurisdictions: [IN]']],
    faults: [
      [
        'IN, SG]\n    domain',
        'cells.sg.markets.0: the law of these markets (memo 1) does not allow data in SG (found IN, SG; allowed: IN; fix: serve them from a cell there, or correct the law if its basis says otherwise)',
      ],
    ],
  },
  {
    name: 'a market that no law speaks of',
    edits: [
      ['markets: [IN, SG], jurisdictions', 'markets: [SG], jurisdictions'],
      ['- { markets: rest,', '- { markets: [US],'],
      ['markets: rest\n', 'markets: [US]\n'],
      ['markets: all', 'markets: [SG, IN, US]'],
    ],
    faults: [
      [
        'IN, SG]\n    domain',
        'cells.sg.markets.0: no law of the plan speaks of these markets (found IN; fix: add a line to laws with the jurisdictions and the basis)',
      ],
    ],
  },
  {
    name: 'a market that two laws name',
    edits: [['- { markets: rest,', '- { markets: [rest, IN],']],
    faults: [
      [
        'IN], jurisdictions: [US]',
        'laws.1.markets.1: laws.0 names this market already (found IN; fix: keep one of the two)',
      ],
    ],
  },
  {
    name: 'a cell where the law does not allow what is only planned yet',
    edits: [
      ['jurisdictions: [SG]', 'jurisdictions: [IN]'],
      ['stage: complete', 'stage: planned'],
      ['stage: { sg: cutover, us: replicating }', 'stage: planned'],
    ],
    faults: [
      [
        'IN, SG]\n    domain',
        'cells.sg.markets.0: the law of these markets (memo 1) does not allow data in SG (found IN, SG; allowed: IN; fix: serve them from a cell there, or correct the law if its basis says otherwise)',
      ],
    ],
  },
  {
    name: 'a planned takeover by a cell where the law does not allow it',
    edits: [
      [
        '    stage: { sg: cutover, us: replicating }\n',
        '    stage: { sg: cutover, us: replicating }\n  third: { datasets: [users], markets: [IN], from: sg }\n',
      ],
      [
        'agents: [agent-0a1b2c3d4e5f60001]\n',
        "agents: [agent-0a1b2c3d4e5f60001]\n  in: { region: ap-south-1, account: '111111111111', cidr: 10.66.0.0/16, markets: [IN], domain: in.data.example.com, zone: { id: Z0EXAMPLEIN, name: in.data.example.com } }\n",
      ],
    ],
    faults: [
      [
        'IN], domain: in.',
        'cells.in.markets.0: the law of these markets (memo 1) does not allow data in IN (found IN; allowed: SG; fix: serve them from a cell there, or correct the law if its basis says otherwise)',
      ],
    ],
  },
]);
