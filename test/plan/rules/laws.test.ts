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
]);
