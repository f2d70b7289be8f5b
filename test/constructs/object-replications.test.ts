import { Match, type Template } from 'aws-cdk-lib/assertions';
import { objectMoves } from '../../lib/constructs/object-moves';
import { movingCell, objectsOf, type Moving } from '../support/objects';
import { referenceCell } from '../support/plans';
import { propertiesOf, resourcesOf } from '../support/replications';

const ROLE = 'AWS::IAM::Role';
const POLICY = 'AWS::IAM::ManagedPolicy';
const TASK = 'AWS::DataSync::Task';
const SOURCE = 'AWS::DataSync::LocationObjectStorage';
const TARGET = 'AWS::DataSync::LocationS3';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

const templateOf = (moving?: Moving) => objectsOf(movingCell(moving)).template;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Statements of the policies whose logical id begins with `name`. */
function statements(template: Template, name: string): Statement[] {
  return Object.entries(resourcesOf(template, POLICY))
    .filter(([id]) => id.startsWith(name))
    .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}

function taskOf(moving?: Moving): Readonly<Record<string, unknown>> {
  return propertiesOf(templateOf(moving), TASK);
}

describe('a task', () => {
  test('moves the folder of each of its markets and nothing else, in mode BASIC', () => {
    expect(taskOf()).toMatchObject({
      Name: 'sg-files-move',
      TaskMode: 'BASIC',
      Includes: [{ FilterType: 'SIMPLE_PATTERN', Value: '/HK/|/SG/' }],
    });
  });

  test('finds markets in the middle of a path', () => {
    expect(taskOf({ path: 'users/{market}/files/', prefix: 'drive/' })).toMatchObject({
      Includes: [{ Value: '/users/HK/files/|/users/SG/files/' }],
    });
  });

  test('for the rest of the world is one, with 242 folders', () => {
    const { template } = objectsOf(referenceCell('us'));
    const tasks = Object.values(resourcesOf(template, TASK));
    const filters = tasks.map(({ Properties }) => (Properties['Includes'] as [{ Value: string }])[0].Value);
    expect(filters.map((filter) => filter.split('|').length)).toEqual([242, 242]);
    template.resourceCountIs(SOURCE, 2);
    template.resourceCountIs(TARGET, 2);
  });

  test('verifies everything, copies what changed, and deletes what the source no longer has', () => {
    expect(taskOf()).toMatchObject({
      Options: {
        VerifyMode: 'POINT_IN_TIME_CONSISTENT',
        TransferMode: 'CHANGED',
        OverwriteMode: 'ALWAYS',
        PreserveDeletedFiles: 'REMOVE',
        Mtime: 'PRESERVE',
        Atime: 'BEST_EFFORT',
        TaskQueueing: 'ENABLED',
        LogLevel: 'BASIC',
      },
    });
  });

  test.each([
    ['replicating', 'ENABLED'],
    ['cutover', 'DISABLED'],
  ])('at %s has its schedule %s', (stage, status) => {
    expect(taskOf({ stage })).toMatchObject({
      Schedule: { ScheduleExpression: 'rate(6 hours)', Status: status },
    });
  });

  test('is the same task at the cutover, but for its schedule', () => {
    const [before, after] = ['replicating', 'cutover'].map(
      (stage) => templateOf({ stage }).toJSON() as object,
    );
    expect(JSON.stringify(after)).toBe(
      JSON.stringify(before).replace('"Status":"ENABLED"', '"Status":"DISABLED"'),
    );
  });

  test('writes to the log group of the cell', () => {
    expect(taskOf()['CloudWatchLogGroupArn']).toBe(
      'arn:aws:logs:ap-southeast-1:222222222222:log-group:/aws/datasync/sg:*',
    );
  });

  test('is known by its move', () => {
    const cell = movingCell();
    const { template, tasks } = objectsOf(cell);
    const [id] = Object.keys(resourcesOf(template, TASK));
    const [moving] = objectMoves(cell);
    expect(tasks.size).toBe(1);
    expect([...tasks.keys()][0]).toBe(moving?.move);
    expect([...tasks.values()].every((arn) => arn.startsWith('${Token['))).toBe(true);
    expect(id).toMatch(/^objectsfilesmoverun/);
  });
});

describe('the source', () => {
  test('is read by the cell’s agents over TLS, below the dataset’s prefix, with a secret of the cell', () => {
    const secret = 'arn:aws:secretsmanager:ap-southeast-1:222222222222:secret:sg/source/drive';
    expect(propertiesOf(templateOf({ prefix: 'drive/' }), SOURCE)).toMatchObject({
      AgentArns: ['arn:aws:datasync:ap-southeast-1:222222222222:agent/agent-0a1b2c3d4e5f60001'],
      ServerHostname: '10.8.4.11',
      ServerPort: 8443,
      ServerProtocol: 'HTTPS',
      BucketName: 'drive',
      Subdirectory: '/drive/',
      AccessKey: 'domicile',
      CustomSecretConfig: { SecretArn: secret },
    });
  });

  test('shows no secret key, and asks for no certificate that the plan does not give', () => {
    const location = propertiesOf(templateOf(), SOURCE);
    expect(location['Subdirectory']).toBe('/');
    for (const absent of ['SecretKey', 'ServerCertificate', 'CmkSecretConfig'])
      expect(location).not.toHaveProperty(absent);
  });

  test('is verified with the plan’s certificates and nothing that lies beside them', () => {
    const { ServerCertificate: pem } = propertiesOf(templateOf({ ca: 'certificates/beijing.pem' }), SOURCE);
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----$/);
  });

  test('is reached with leave to read one secret, and its key', () => {
    const found = statements(templateOf(), 'objectsfilesmovesource');
    expect(found.map(({ Effect, Action }) => [Effect, Action])).toEqual([
      ['Allow', ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue']],
      ['Allow', ['kms:Decrypt', 'kms:DescribeKey']],
    ]);
    expect(found[0]?.Resource).toBe(
      'arn:aws:secretsmanager:ap-southeast-1:222222222222:secret:sg/source/drive-??????',
    );
    expect(JSON.stringify(found[1]?.Resource)).toContain('replication');
  });

  test('is written to by no role: none allows more than its secret, its bucket or its report', () => {
    const allowed = statements(templateOf(), '').filter(({ Effect }) => Effect === 'Allow');
    const actions = new Set(allowed.flatMap(({ Action }) => list(Action) as string[]));
    expect([...actions].filter((action) => !/^(?:s3|kms|secretsmanager):/.test(action))).toEqual([]);
    expect([...actions].filter((action) => action.includes('*'))).toEqual([]);
    const template = templateOf();
    for (const { Properties } of Object.values(resourcesOf(template, TASK)))
      expect(JSON.stringify(Properties['DestinationLocationArn'])).toContain('target');
  });
});

describe('the target', () => {
  const bucket = 'arn:aws:s3:::sg-files-222222222222-ap-southeast-1';

  test('is the dataset’s bucket, below the same prefix as at the source', () => {
    expect(propertiesOf(templateOf({ prefix: 'drive/' }), TARGET)).toMatchObject({
      S3BucketArn: bucket,
      Subdirectory: 'drive/',
      S3StorageClass: 'STANDARD',
    });
    expect(propertiesOf(templateOf(), TARGET)).not.toHaveProperty('Subdirectory');
  });

  test('is reached with leave to use that prefix and the key of its class, through S3', () => {
    const found = statements(templateOf({ prefix: 'drive/' }), 'objectsfilesmovetarget');
    const denied = found.filter(({ Effect }) => Effect === 'Deny');
    const allowed = found.filter(({ Effect }) => Effect === 'Allow');
    expect(denied.map(({ NotResource }) => NotResource)).toEqual([`${bucket}/drive/*`]);
    const onAll = allowed.filter(({ Resource }) => Resource === '*');
    expect(onAll).toHaveLength(1);
    // What is allowed everywhere is denied everywhere but there.
    expect(onAll[0]?.Action).toEqual(denied[0]?.Action);
    expect(onAll[0]?.Condition).toEqual({ StringEquals: { 'aws:ResourceAccount': '222222222222' } });
    const [key] = allowed.filter(({ Action }) => list(Action).includes('kms:Decrypt'));
    expect(JSON.stringify(key?.Resource)).toContain('personal');
    expect(key?.Condition).toEqual({
      StringEquals: { 'kms:ViaService': 's3.ap-southeast-1.amazonaws.com' },
    });
  });

  test('of public data lies under the key for public data', () => {
    const found = statements(templateOf({ dataClass: 'public' }), 'objectsfilesmovetarget');
    const [key] = found.filter(({ Action }) => list(Action).includes('kms:Decrypt'));
    expect(JSON.stringify(key?.Resource)).toContain('public');
  });

  test.each(['complete', 'replicating', 'retired'])(
    'is never written to where an earlier phase, now %s, brought another market',
    (before) => {
      const template = templateOf({ before, path: 'users/{market}/', prefix: 'drive/' });
      const denials = statements(template, 'objectsfilesmovetargetothers');
      expect(denials).toEqual([
        expect.objectContaining({
          Effect: 'Deny',
          Action: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject', 's3:PutObjectTagging'],
          Resource: `${bucket}/drive/users/IN/*`,
        }),
      ]);
    },
  );

  test('that no other phase brings to needs no such denial', () => {
    const denials = statements(templateOf(), 'objectsfilesmovetarget').filter(
      ({ Effect, Resource }) => Effect === 'Deny' && Resource !== undefined,
    );
    expect(denials).toEqual([]);
  });

  test('comes after everything that its role may and may not do', () => {
    const template = templateOf({ before: 'complete' });
    const [location] = Object.values(resourcesOf(template, TARGET));
    const policies = Object.keys(resourcesOf(template, POLICY)).filter((id) =>
      id.startsWith('objectsfilesmovetarget'),
    );
    expect(policies).toHaveLength(2);
    expect(location?.DependsOn).toEqual(expect.arrayContaining(policies));
  });
});

describe('the report', () => {
  const evidence = 'arn:aws:s3:::sg-evidence-222222222222-ap-southeast-1';

  test('of personal data goes to the evidence bucket, and names no file', () => {
    expect(taskOf()['TaskReportConfig']).toEqual({
      Destination: {
        S3: {
          S3BucketArn: evidence,
          Subdirectory: 'reports/move/files/',
          BucketAccessRoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^objectsfilesmovereport/), 'Arn'] },
        },
      },
      OutputType: 'SUMMARY_ONLY',
    });
  });

  test('of public data names what went wrong', () => {
    expect(taskOf({ dataClass: 'public' })['TaskReportConfig']).toMatchObject({
      OutputType: 'STANDARD',
      ReportLevel: 'ERRORS_ONLY',
    });
  });

  test('is written with leave to add to that prefix, under the key for operations', () => {
    const found = statements(templateOf(), 'objectsfilesmovereport');
    const [denied] = found.filter(({ Effect }) => Effect === 'Deny');
    expect(denied?.NotResource).toBe(`${evidence}/reports/move/files/*`);
    const actions = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
    expect(denied?.Action).toEqual(actions);
    const allowed = found.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.flatMap(({ Action }) => Action)).toEqual([
      ...actions,
      'kms:Decrypt',
      'kms:GenerateDataKey',
    ]);
    expect(JSON.stringify(allowed)).toContain('operations');
  });
});

test('every role is DataSync’s alone, for resources of this account and region', () => {
  const template = templateOf();
  template.resourceCountIs(ROLE, 3);
  template.allResourcesProperties(ROLE, {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: 'sts:AssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'datasync.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': '222222222222' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:datasync:ap-southeast-1:222222222222:*' },
          },
        },
      ],
    },
  });
});

test('everything of a move says which dataset it carries', () => {
  const template = templateOf();
  for (const type of [TASK, SOURCE, TARGET])
    template.hasResourceProperties(type, {
      Tags: Match.arrayWith([
        { Key: 'data-class', Value: 'personal' },
        { Key: 'dataset', Value: 'files' },
      ]),
    });
});
