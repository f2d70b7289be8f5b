import { testRefusals } from '../base-plan';

testRefusals([
  {
    name: 'a market of an active phase that no cell serves',
    edits: [
      ['markets: [IN, SG]\n    domain', 'markets: [SG]\n    domain'],
      ['markets: rest\n', 'markets: [US]\n'],
      ['markets: all', 'markets: [SG, US]'],
    ],
    faults: [
      [
        'IN, SG], stage',
        'phases.first.markets.0: no cell serves these markets of an active phase (found IN; fix: list them under the markets of a cell, or leave them out of the phase)',
      ],
    ],
  },
  {
    name: 'markets that two cells would be home to',
    edits: [
      ['markets: rest\n', 'markets: [rest, IN]\n'],
      ['jurisdictions: [SG]', 'jurisdictions: [SG, US]'],
    ],
    faults: [
      [
        'IN, SG], stage',
        'phases.first.markets.0: cells sg and us would both be home to these markets at once (found IN; fix: list each market in one cell, or add a phase that takes over from one of them)',
      ],
      [
        'all\n    stage',
        'phases.second.markets: cells sg and us would both be home to these markets at once (found IN; fix: list each market in one cell, or add a phase that takes over from one of them)',
      ],
    ],
  },
  {
    name: 'a dataset brought to one cell by two phases',
    edits: [['[users, topics, files]', '[users, topics, files, orders]']],
    faults: [
      [
        'orders]',
        'phases.second.datasets.3: phase first already brings orders of these markets to cell sg (found IN, SG; fix: take the dataset or the markets out of one phase, or name the cell this one takes over from)',
      ],
    ],
  },
  {
    name: 'a takeover from a cell that does not serve the market',
    edits: [['phases:\n', 'phases:\n  third: { datasets: [orders], markets: [IN], from: us }\n']],
    faults: [
      [
        'us }',
        'phases.third.from: the cell does not serve these markets (found IN; fix: name the cell that serves them today)',
      ],
    ],
  },
  {
    name: 'a takeover of a dataset that the cell never had',
    edits: [
      [
        '    stage: { sg: cutover, us: replicating }\n',
        '    stage: { sg: cutover, us: replicating }\n  third: { datasets: [orders], markets: [BR], from: us }\n',
      ],
      [
        'agents: [agent-0a1b2c3d4e5f60001]\n',
        "agents: [agent-0a1b2c3d4e5f60001]\n  br: { region: sa-east-1, account: '111111111111', cidr: 10.66.0.0/16, markets: [BR], domain: br.data.example.com, zone: { id: Z0EXAMPLEBR, name: data.example.com } }\n",
      ],
      ['markets: rest\n', 'markets: [rest, BR]\n'],
      ['jurisdictions: [US]', 'jurisdictions: [US, BR]'],
    ],
    faults: [
      [
        'us }',
        'phases.third.from: no earlier phase brings these datasets of all its markets to cell us (found orders; fix: put the phase that brings them there first, or move them from the source without from)',
      ],
    ],
  },
  {
    name: "a market of the source's own country in a phase",
    edits: [['markets: [IN, SG], stage', 'markets: [IN, SG, CN], stage']],
    faults: [
      [
        'CN], stage',
        'phases.first.markets.2: the source’s own country: its data stays at the source (found CN; fix: remove it)',
      ],
    ],
  },
  {
    name: "a market of the source's own country in a cell",
    edits: [['markets: [IN, SG]\n    domain', 'markets: [IN, SG, CN]\n    domain']],
    faults: [
      [
        'CN]\n    domain',
        'cells.sg.markets.2: the source’s own country: its data stays at the source (found CN; fix: remove it)',
      ],
    ],
  },
  {
    name: 'a takeover that no other cell serves',
    edits: [
      [
        '    stage: { sg: cutover, us: replicating }\n',
        '    stage: { sg: cutover, us: replicating }\n  third: { datasets: [users], markets: [IN], from: sg }\n',
      ],
    ],
    faults: [
      [
        'IN], from',
        'phases.third.markets.0: no cell but sg serves these markets (found IN; fix: list them under the markets of a cell, or leave them out of the phase)',
      ],
    ],
  },
]);
