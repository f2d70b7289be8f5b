import { testRefusals } from '../base-plan';

testRefusals([
  ...['one@example.com', 'One@Example.COM'].map((second) => ({
    name: `one approver twice, as ${second}`,
    edits: [['[one@example.com]', `[one@example.com, ${second}]`]] as const,
    faults: [
      [
        `${second}]`,
        `approvers.1: the same approver twice: one person could answer for both (found ${second}; fix: name another person, or leave one approver)`,
      ],
    ] as const,
  })),
  {
    name: 'a cutover that nobody can approve',
    edits: [['approvers: [one@example.com]\n', '']],
    faults: [
      [
        'cutover',
        'phases.second.stage.sg: a cutover needs someone who approves it (found cutover; fix: name one or two addresses under approvers, and deploy them: each has to be confirmed once)',
      ],
    ],
  },
  {
    name: 'a cutover that nobody can approve, in every cell at once',
    edits: [
      ['approvers: [one@example.com]\n', ''],
      ['stage: { sg: cutover, us: replicating }', 'stage: cutover'],
    ],
    faults: [
      [
        'cutover',
        'phases.second.stage: a cutover needs someone who approves it (found cutover; fix: name one or two addresses under approvers, and deploy them: each has to be confirmed once)',
      ],
    ],
  },
]);
