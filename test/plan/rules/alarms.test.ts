import { check, testRefusals, told } from '../base-plan';

testRefusals([
  {
    name: 'a cutover that nobody watches',
    edits: [['alarms: [homes@example.com]\n', '']],
    faults: [
      [
        'cutover',
        'phases.second.stage.sg: phase second is in cutover in cell sg, and the plan names nobody who is told of trouble (found cutover; fix: add alarms, a list of e-mail addresses, to the plan, and let each confirm its subscription first)',
      ],
    ],
  },
]);

test('before a cutover nobody need be named', () => {
  expect(
    told(
      check(
        ['alarms: [homes@example.com]\n', ''],
        ['sg: cutover, us: replicating', 'sg: replicating, us: replicating'],
      ),
    ),
  ).toEqual([]);
});
