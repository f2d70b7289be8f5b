import { dataTemplate, keyOf, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';

const policies = Object.values(resourcesOf(dataTemplate(referenceCell('sg')), 'AWS::IAM::ManagedPolicy'));
const policy = policies.find(({ Properties }) => Properties?.['ManagedPolicyName'] === 'sg-user-moves');

test('who writes that users moved writes two objects of each move, and reads nothing', () => {
  const bucket = 'arn:aws:s3:::sg-evidence-222222222222-ap-southeast-1';
  const move = '????????-????-????-????-????????????';
  expect(policy?.Properties?.['PolicyDocument']).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'WritesRecords',
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: ['joined', 'left'].map((what) => `${bucket}/user-moves/${move}/${what}.json`),
      },
      {
        Sid: 'UnderTheKeyOfEvidence',
        Effect: 'Allow',
        Action: 'kms:GenerateDataKey',
        Resource: keyOf('operations'),
        Condition: { StringEquals: { 'kms:ViaService': 's3.ap-southeast-1.amazonaws.com' } },
      },
    ],
  });
});

test('it is nobody’s until someone attaches it', () => {
  for (const whom of ['Roles', 'Users', 'Groups']) expect(policy?.Properties).not.toHaveProperty(whom);
});
