import { check, testRefusals, told, type Edit } from '../base-plan';

const bounds = (text: string): Edit => [
  'approvers: [one@example.com]\n',
  `approvers: [one@example.com]\ncutover: ${text}\n`,
];
const PROBLEM =
  'cutover.freeze: the source could not be quiet for as long as it has to be before the time to freeze it is over';
const FIX = 'fix: raise freeze, or lower quiet';

testRefusals([
  {
    name: 'a freeze as long as the quiet that it has to have',
    edits: [bounds('{ freeze: 60, quiet: 60 }')],
    faults: [
      [
        '60, quiet',
        `${PROBLEM} (found 60 minutes, of which 60 have to be quiet; allowed: 75 minutes and more: quiet and 15 besides; ${FIX})`,
      ],
    ],
  },
  {
    name: 'a freeze that is a minute short',
    edits: [bounds('{ quiet: 20, freeze: 34 }')],
    faults: [
      [
        '34 }',
        `${PROBLEM} (found 34 minutes, of which 20 have to be quiet; allowed: 35 minutes and more: quiet and 15 besides; ${FIX})`,
      ],
    ],
  },
  {
    name: 'a freeze by default beside a quiet that is too long',
    edits: [bounds('{ quiet: 46 }')],
    faults: [
      [
        'cutover: { quiet: 46 }',
        `${PROBLEM} (found 60 minutes, of which 46 have to be quiet; allowed: 61 minutes and more: quiet and 15 besides; ${FIX})`,
      ],
    ],
  },
]);

test.each(['{ quiet: 45 }', '{ quiet: 60, freeze: 75 }', '{ freeze: 25 }'])('%s is enough', (text) => {
  expect(told(check(bounds(text)))).toEqual([]);
});
