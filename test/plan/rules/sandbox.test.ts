import { testRefusals } from '../base-plan';

testRefusals([
  {
    name: 'personal data in a sandbox',
    edits: [['organization: o-exampleorg1\n', 'organization: o-exampleorg1\ndisposable: true\n']],
    faults: [
      [
        'true',
        'disposable: personal data (orders) is complete in phase first, and nothing here is kept (found true; fix: remove disposable, or leave the phases of personal data planned)',
      ],
    ],
  },
]);
