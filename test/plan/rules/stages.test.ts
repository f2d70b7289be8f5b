import { testRefusals } from '../base-plan';

testRefusals([
  {
    name: 'a phase that runs ahead of an earlier one',
    edits: [['stage: complete', 'stage: replicating']],
    faults: [
      [
        'cutover',
        'phases.second.stage.sg: in cell sg phase second runs ahead of phase first, which is replicating (found cutover; allowed: planned, replicating; fix: finish first first, or put second before it)',
      ],
    ],
  },
  {
    name: 'a stage for an unknown cell',
    edits: [['us: replicating', 'eu: replicating']],
    faults: [
      ['eu: replicating', 'phases.second.stage.eu: the plan has no such cell (found eu; allowed: us, sg)'],
    ],
  },
  {
    name: 'a stage for a cell that the phase brings nothing to',
    edits: [['stage: complete', 'stage: { sg: complete, us: complete }']],
    faults: [
      [
        'us: complete',
        'phases.first.stage.us: the phase brings nothing to this cell (found us; allowed: sg)',
      ],
    ],
  },
  {
    name: 'a takeover past planned',
    edits: [
      [
        '    stage: { sg: cutover, us: replicating }\n',
        '    stage: { sg: cutover, us: replicating }\n  third: { datasets: [users], markets: [IN], from: sg, stage: retired }\n',
      ],
      [
        'agents: [agent-0a1b2c3d4e5f60001]\n',
        "agents: [agent-0a1b2c3d4e5f60001]\n  in: { region: ap-south-1, account: '111111111111', cidr: 10.66.0.0/16, markets: [IN], domain: in.data.example.com, zone: { id: Z0EXAMPLEIN, name: data.example.com }, link: { transitGateway: tgw-0a1b2c3d4e5f60003 } }\n",
      ],
      ['jurisdictions: [SG]', 'jurisdictions: [SG, IN]'],
    ],
    faults: [
      [
        'retired }',
        'phases.third.stage: taking over from another cell is not built yet (found retired; allowed: planned; fix: leave the phase planned for now; it is checked and shown)',
      ],
    ],
  },
]);
