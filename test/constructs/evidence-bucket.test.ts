import { changedCell, dataTemplate, keyOf, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';

function evidence(cell = referenceCell('sg')) {
  const buckets = Object.values(resourcesOf(dataTemplate(cell), 'AWS::S3::Bucket'));
  return buckets.find(({ Properties }) => String(Properties?.['BucketName']).includes('-evidence-'))
    ?.Properties;
}

test('evidence can be neither changed nor deleted for as long as logs are kept', () => {
  expect(evidence()).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } },
    },
    VersioningConfiguration: { Status: 'Enabled' },
  });
});

test('evidence is locked as the plan locks its vaults', () => {
  const cell = changedCell('sg', (plan) => {
    plan.vault = 'compliance';
    plan.retention = { logs: 400 };
  });
  expect(evidence(cell)).toMatchObject({
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } } },
  });
});

test('evidence lies under the key for operations', () => {
  expect(evidence()).toMatchObject({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { KMSMasterKeyID: keyOf('operations') } },
      ],
    },
  });
});

/** Statements of the policies of evidence buckets that deny `action`. */
function denials(action: string, cell = referenceCell('sg')): unknown[] {
  return Object.values(resourcesOf(dataTemplate(cell), 'AWS::S3::BucketPolicy'))
    .flatMap(({ Properties }) => (Properties?.['PolicyDocument'] as { Statement: unknown[] }).Statement)
    .filter((statement) => JSON.stringify(statement).includes(`"Action":"${action}"`));
}

test('nobody hides evidence behind the mark of a deletion', () => {
  expect(denials('s3:DeleteObject')).toEqual([
    expect.objectContaining({ Sid: 'NoDeletion', Effect: 'Deny', Principal: { AWS: '*' } }),
  ]);
});

test('a sandbox can be removed: nothing in it is locked', () => {
  const cell = changedCell('sg', (plan) => {
    plan.disposable = true;
  });
  expect(evidence(cell)).not.toHaveProperty('ObjectLockEnabled');
  expect(denials('s3:DeleteObject', cell)).toEqual([]);
});
