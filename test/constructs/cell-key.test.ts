import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CellKey, KEY_PURPOSES, type KeyPurpose } from '../../lib/constructs/cell-key';
import { planNamed } from '../support/plans';
import { cellPlan } from '../../lib/plan/model';

interface Statement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Principal: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

const sg = cellPlan(planNamed('reference'), 'sg');

function templateOf(purpose: KeyPurpose, cell = sg): Template {
  const stack = new Stack(new App(), 'keys', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  new CellKey(stack, 'key', { cell, purpose });
  return Template.fromStack(stack);
}

function statementsOf(purpose: KeyPurpose, cell = sg): Statement[] {
  const [key] = Object.values(templateOf(purpose, cell).findResources('AWS::KMS::Key')) as {
    Properties: { KeyPolicy: { Statement: Statement[] } };
  }[];
  return key?.Properties.KeyPolicy.Statement ?? [];
}

/** Whether a statement's actions, wildcards and all, take in `action`. */
function allows({ Action }: Statement, action: string): boolean {
  return [Action].flat().some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action));
}

describe.each(KEY_PURPOSES)('the key for %s', (purpose) => {
  test('stays in its region, rotates, and survives its stack', () => {
    templateOf(purpose).hasResource('AWS::KMS::Key', {
      Properties: { MultiRegion: false, EnableKeyRotation: true, PendingWindowInDays: 30 },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('gives nobody every right', () => {
    const actions = statementsOf(purpose).flatMap((statement) => statement.Action);
    expect(actions).not.toContain('kms:*');
    expect(actions).not.toContain('*');
  });

  test('lets data be read only with a condition', () => {
    const reading = statementsOf(purpose).filter((statement) =>
      [statement.Action].flat().includes('kms:Decrypt'),
    );
    expect(reading.length).toBeGreaterThan(0);
    for (const statement of reading) {
      expect({ sid: statement.Sid, conditions: Object.keys(statement.Condition ?? {}) }).not.toEqual({
        sid: statement.Sid,
        conditions: [],
      });
    }
  });

  test('lets nobody pass it on but AWS services, for resources of the account', () => {
    const granting = statementsOf(purpose).filter((statement) => allows(statement, 'kms:CreateGrant'));
    for (const { Condition } of granting) {
      expect(Condition).toEqual({
        StringEquals: { 'kms:CallerAccount': '222222222222', 'kms:ViaService': expect.any(Array) as unknown },
        Bool: { 'kms:GrantIsForAWSResource': 'true' },
      });
    }
  });

  test('lets the account use it only by services, or for runbooks, on its own behalf', () => {
    const using = statementsOf(purpose).filter(
      (statement) =>
        allows(statement, 'kms:Decrypt') &&
        'AWS' in (statement.Principal as object) &&
        statement.Sid !== 'Runbooks',
    );
    for (const { Condition } of using) {
      expect(Condition).toEqual({
        StringEquals: { 'kms:CallerAccount': '222222222222', 'kms:ViaService': expect.any(Array) as unknown },
      });
    }
  });

  test('works only through services of its own region', () => {
    const via = statementsOf(purpose).flatMap((statement) => {
      const services = statement.Condition?.StringEquals?.['kms:ViaService'];
      return services === undefined ? [] : ([services].flat() as string[]);
    });
    expect(via.filter((service) => !service.includes('.ap-southeast-1.'))).toEqual([]);
  });
});

test('the distribution reads public objects by the key of public data alone', () => {
  const readers = KEY_PURPOSES.filter((purpose) =>
    statementsOf(purpose).some((statement) => statement.Sid === 'DistributionReads'),
  );
  expect(readers).toEqual(['public']);
});

test('the key for logs serves only log groups of the account in the region', () => {
  templateOf('logs').hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: Match.objectLike({
      Statement: Match.arrayWith([
        Match.objectLike({
          Principal: { Service: 'logs.ap-southeast-1.amazonaws.com' },
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:ap-southeast-1:222222222222:log-group:*',
            },
          },
        }),
      ]),
    }),
  });
});

const EVENTS = [
  'events.amazonaws.com',
  {
    Null: { 'kms:EncryptionContext:aws:s3:arn': 'true', 'kms:EncryptionContext:aws:logs:arn': 'true' },
  },
];

function servicesOf(purpose: KeyPurpose): unknown[] {
  return statementsOf(purpose).flatMap(({ Principal, Condition }) => {
    const { Service } = Principal as { Service?: string };
    return Service === undefined ? [] : [[Service, Condition]];
  });
}

test('by the key for operations events reach the topic, whose account AWS does not say, and read no evidence', () => {
  expect(servicesOf('operations')).toEqual([
    ['cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '222222222222' } }],
    EVENTS,
    [
      'delivery.logs.amazonaws.com',
      {
        StringEquals: { 'kms:EncryptionContext:SourceArn': 'arn:aws:logs:ap-southeast-1:222222222222:*' },
      },
    ],
  ]);
});

test('runbooks of the cell alone keep what they have seen under the key for operations', () => {
  const [runbooks] = statementsOf('operations').filter(({ Sid }) => Sid === 'Runbooks');
  expect(runbooks).toMatchObject({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Condition: {
      StringEquals: { 'kms:CallerAccount': '222222222222' },
      ArnLike: {
        'kms:EncryptionContext:aws:states:stateMachineArn':
          'arn:aws:states:ap-southeast-1:222222222222:stateMachine:sg-*',
      },
    },
  });
  const others = KEY_PURPOSES.filter((purpose) => purpose !== 'operations');
  expect(
    others.flatMap((purpose) => statementsOf(purpose)).filter(({ Sid }) => Sid?.startsWith('Runbook')),
  ).toEqual([]);
});

test('by the key for logs events reach the topic of that key’s fate, and read no log', () => {
  expect(servicesOf('logs')).toEqual([['logs.ap-southeast-1.amazonaws.com', expect.anything()], EVENTS]);
});
