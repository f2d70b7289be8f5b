import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Backups } from '../../lib/constructs/backups';
import { changedCell, dataTemplate, keyOf, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';
import type { Resource } from '../support/templates';

interface Statement {
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

let template: Template;

beforeAll(() => {
  template = dataTemplate(referenceCell('sg'));
});

/** The backups alone, of a plan that differs from the reference. */
function backupsWhere(change: Parameters<typeof changedCell>[1]): Template {
  const stack = new Stack(new App(), 'data');
  const key = new Key(stack, 'key');
  const store = {
    id: 'pages',
    kind: 's3',
    arns: ['arn:aws:s3:::pages'],
    reach: ['arn:aws:s3:::pages/*'],
  } as const;
  new Backups(stack, 'backups', {
    cell: changedCell('sg', change),
    keys: { personal: key, public: key },
    stores: [{ ...store, dataClass: 'public' }],
  });
  return Template.fromStack(stack);
}

const vaults = (from = template): Resource[] => Object.values(resourcesOf(from, 'AWS::Backup::BackupVault'));

test.each(['personal', 'public'])(
  'the vault of %s data lies under its class’s key and is kept',
  (dataClass) => {
    const vault = vaults().find(({ Properties }) => Properties?.['BackupVaultName'] === `sg-${dataClass}`);
    expect(vault?.Properties?.['EncryptionKeyArn']).toEqual(keyOf(dataClass));
    expect(vault?.DeletionPolicy).toBe('RetainExceptOnCreate');
  },
);

test.each([
  ['governance', { MinRetentionDays: 35 }],
  ['compliance', { MinRetentionDays: 35, ChangeableForDays: 3 }],
] as const)('a vault is locked in %s mode if the plan says so', (mode, lock) => {
  const locked = backupsWhere((plan) => (plan.vault = mode));
  expect(vaults(locked)).toHaveLength(1);
  for (const { Properties } of vaults(locked)) expect(Properties?.['LockConfiguration']).toEqual(lock);
});

test('nobody takes a backup out of a vault, puts one in from elsewhere, or shortens its life', () => {
  for (const { Properties } of vaults()) {
    const { Statement: statements } = Properties?.['AccessPolicy'] as { Statement: Statement[] };
    const denied = statements.flatMap(({ Effect, Principal, Action }) => {
      expect({ Effect, Principal }).toEqual({ Effect: 'Deny', Principal: { AWS: '*' } });
      return Action;
    });
    expect(denied.sort()).toEqual([
      'backup:CopyFromBackupVault',
      'backup:CopyIntoBackupVault',
      'backup:DeleteRecoveryPoint',
      'backup:StartCopyJob',
      'backup:UpdateRecoveryPointLifecycle',
    ]);
  }
});

test('a backup a day is kept for the plan’s days and copied nowhere', () => {
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::Backup::BackupPlan'))) {
    const { BackupPlanRule: rules } = Properties?.['BackupPlan'] as { BackupPlanRule: object[] };
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      Lifecycle: { DeleteAfterDays: 35 },
      ScheduleExpression: 'cron(0 3 * * ? *)',
    });
    expect(rules[0]).not.toHaveProperty('CopyActions');
  }
});

test('every store is in the plan of its class', () => {
  const selected = Object.values(resourcesOf(template, 'AWS::Backup::BackupSelection')).flatMap(
    ({ Properties }) => (Properties?.['BackupSelection'] as { Resources: unknown[] }).Resources,
  );
  const text = JSON.stringify(selected);
  for (const type of ['AWS::RDS::DBCluster', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket']) {
    const stores = Object.entries(resourcesOf(template, type)).filter(
      ([, { Properties }]) => !/-(logs|evidence)-/.test(String(Properties?.['BucketName'])),
    );
    expect(stores).not.toHaveLength(0);
    for (const [id] of stores) expect(text).toContain(`"${id}"`);
  }
});

test('a backup role acts on its own store, in the region, and through AWS’s services', () => {
  const policies = Object.entries(resourcesOf(template, 'AWS::IAM::ManagedPolicy')).filter(([id]) =>
    id.startsWith('backups'),
  );
  expect(policies).toHaveLength(8);
  for (const [, { Properties }] of policies) {
    const { Statement: statements } = Properties?.['PolicyDocument'] as { Statement: Statement[] };
    const [allowed, denied, ...key] = statements;
    expect(allowed?.Condition).toEqual({ StringEquals: { 'aws:RequestedRegion': 'ap-southeast-1' } });
    expect(denied?.Effect).toBe('Deny');
    const looking = /:(Describe|List|Get(Resources|MetricData|BucketLocation)|TagResource)/;
    for (const action of [allowed?.Action ?? []].flat()) {
      if (!looking.test(action)) expect(denied?.Action).toContain(action);
    }
    expect(key).toHaveLength(2);
    for (const { Resource: resource, Condition } of key) {
      expect(resource).toEqual({
        'Fn::ImportValue': expect.stringMatching(/GetAtt(personal|public)/) as string,
      });
      expect(Condition?.['StringEquals']).toHaveProperty(['kms:ViaService']);
    }
  }
});

test('a sandbox’s backups can be thrown away with it', () => {
  const sandbox = backupsWhere((plan) => (plan.disposable = true));
  for (const { Properties, DeletionPolicy } of vaults(sandbox)) {
    expect(Properties).not.toHaveProperty('LockConfiguration');
    expect(JSON.stringify(Properties)).not.toContain('DeleteRecoveryPoint');
    expect(DeletionPolicy).toBe('Delete');
  }
});
