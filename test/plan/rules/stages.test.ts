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
]);
