import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { rdsCertificates } from '../../lib/constructs/rds-certificates';
import { indiaAt, planOf } from '../support/plans';
import { propertiesOf, replicationsOf, resourcesOf } from '../support/replications';

const ENDPOINT = 'AWS::DMS::Endpoint';
const ca = 'certificates/beijing.pem';
const keyed = (key: string[]) => ({ market: 'country', key });

/** One cell into which a dataset moves from each engine, and two from one database. */
function planWith(tls: string) {
  const server = (engine: string, more: object = {}) => ({
    engine,
    host: '10.8.1.10',
    database: `${engine}-db`,
    secret: `source/${engine}`,
    tls,
    ca,
    ...more,
  });
  const dataset = (from: string, store: string, more: object = {}) => ({
    class: 'personal',
    from,
    store,
    tables: { users: keyed(['country', 'id']) },
    ...more,
  });
  return planOf({
    organization: 'o-exampleorg1',
    source: {
      country: 'CN',
      networks: ['10.8.0.0/16'],
      databases: {
        mysql: server('mysql'),
        mariadb: server('mariadb'),
        postgresql: server('postgresql'),
      },
    },
    laws: [{ markets: ['SG'], jurisdictions: ['SG'], basis: 'memo' }],
    cells: {
      sg: {
        region: 'ap-southeast-1',
        account: '222222222222',
        cidr: '10.65.0.0/16',
        markets: ['SG'],
        domain: 'sg.data.example.com',
        zone: { id: 'Z0EXAMPLESG', name: 'data.example.com' },
      },
    },
    datasets: {
      orders: dataset('mysql', 'aurora-mysql'),
      stock: dataset('mariadb', 'aurora-mysql', { class: 'public', tables: { stock: 'all' } }),
      account: dataset('postgresql', 'aurora-postgresql'),
      push: dataset('mysql', 'dynamodb', { tables: { topics: keyed(['id']), devices: keyed(['id', 'no']) } }),
    },
    phases: {
      move: { datasets: ['orders', 'stock', 'account', 'push'], markets: ['SG'], stage: 'replicating' },
    },
  });
}

let template: Template;
beforeAll(() => {
  template = replicationsOf(planWith('verify-full'), 'sg');
});

const endpoint = (having: Record<string, unknown>) => propertiesOf(template, ENDPOINT, having);

test('reads each database once, whatever number of datasets comes from it', () => {
  const types = Object.values(resourcesOf(template, ENDPOINT)).map(({ Properties }) => [
    Properties['EndpointType'] as string,
    Properties['EngineName'] as string,
  ]);
  expect(types.sort()).toEqual([
    ['source', 'mariadb'],
    ['source', 'mysql'],
    ['source', 'postgres'],
    ['target', 'aurora'],
    ['target', 'aurora'],
    ['target', 'aurora-postgresql'],
    ['target', 'dynamodb'],
  ]);
});

test.each([
  ['mysql', 'MySqlSettings', 'sg/source/mysql'],
  ['mariadb', 'MySqlSettings', 'sg/source/mariadb'],
  ['postgres', 'PostgreSqlSettings', 'sg/source/postgresql'],
])('logs in to a %s source by a secret alone', (EngineName, settings, secret) => {
  const properties = endpoint({ EngineName });
  expect(properties[settings]).toMatchObject({
    SecretsManagerSecretId: secret,
    SecretsManagerAccessRoleArn: { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
  });
  for (const clear of ['Username', 'Password', 'ServerName', 'Port'])
    expect(properties).not.toHaveProperty(clear);
});

test('names no database of a MySQL source, which would put every table into that one', () => {
  expect(endpoint({ EngineName: 'mysql' })).not.toHaveProperty('DatabaseName');
  expect(endpoint({ EngineName: 'postgres' })).toMatchObject({ DatabaseName: 'postgresql-db' });
});

test('writes neither tables nor triggers to a PostgreSQL source', () => {
  expect(endpoint({ EngineName: 'postgres' })['PostgreSqlSettings']).toMatchObject({
    CaptureDdls: false,
    HeartbeatEnable: false,
    FailTasksOnLobTruncation: true,
  });
});

test.each(['verify-ca', 'verify-full'])('speaks %s to sources when the plan says so', (tls) => {
  const sources = resourcesOf(replicationsOf(planWith(tls), 'sg'), ENDPOINT, { EndpointType: 'source' });
  expect(Object.values(sources).map(({ Properties }) => Properties['SslMode'] as string)).toEqual([
    tls,
    tls,
    tls,
  ]);
});

test('verifies sources by the authority of the plan', () => {
  const pem = readFileSync(join(__dirname, '../../plans', ca), 'utf8').trim();
  const { CertificateArn } = endpoint({ EngineName: 'mysql' }) as { CertificateArn: { Ref: string } };
  const certificates = resourcesOf(template, 'AWS::DMS::Certificate');
  expect(certificates[CertificateArn.Ref]?.['Properties']).toMatchObject({ CertificatePem: pem });
});

test.each(['aurora-mysql', 'aurora-postgresql'])(
  'verifies %s in full by the region’s authorities',
  (store) => {
    const dataset = store === 'aurora-mysql' ? 'orders' : 'account';
    const { SslMode, CertificateArn } = target(dataset) as {
      SslMode: string;
      CertificateArn: { Ref: string };
    };
    expect(SslMode).toBe('verify-full');
    const pem = resourcesOf(template, 'AWS::DMS::Certificate')[CertificateArn.Ref]?.['Properties'] as {
      CertificatePem: string;
    };
    expect(pem.CertificatePem.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
  },
);

test('does not check foreign keys while it loads an Aurora store', () => {
  expect(target('orders')).toMatchObject({
    EngineName: 'aurora',
    ExtraConnectionAttributes: 'Initstmt=SET FOREIGN_KEY_CHECKS=0;',
  });
  expect(target('account')['PostgreSqlSettings']).toMatchObject({
    AfterConnectScript: "SET session_replication_role='replica'",
  });
});

test('every endpoint lies under the key for replications', () => {
  for (const { Properties } of Object.values(resourcesOf(template, ENDPOINT))) {
    expect(JSON.stringify(Properties['KmsKeyId'])).toMatch(/"replication/);
  }
});

test('a login may read its own secret and nothing else', () => {
  const secrets = documents().flatMap(({ Statement }) =>
    Statement.filter(({ Action }) => Action === 'secretsmanager:GetSecretValue').map(
      ({ Resource }) => Resource,
    ),
  );
  const arn = 'arn:aws:secretsmanager:ap-southeast-1:222222222222:secret:sg';
  expect(secrets.sort()).toEqual([
    `${arn}/source/mariadb-??????`,
    `${arn}/source/mysql-??????`,
    `${arn}/source/postgresql-??????`,
    `${arn}/store/account-??????`,
    `${arn}/store/orders-??????`,
    `${arn}/store/stock-??????`,
  ]);
});

test('DMS may write to the dataset’s tables and its own two, and neither make nor delete a table', () => {
  const [statement] = documents().flatMap(({ Statement }) =>
    Statement.filter(({ Action }) => Action.includes('dynamodb:PutItem')),
  );
  const arn = 'arn:aws:dynamodb:ap-southeast-1:222222222222:table';
  expect(statement?.Action).toEqual([
    'dynamodb:DeleteItem',
    'dynamodb:DescribeTable',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ]);
  expect([...(statement?.Resource as string[])].sort()).toEqual([
    `${arn}/awsdms_apply_exceptions`,
    `${arn}/awsdms_full_load_exceptions`,
    `${arn}/sg-push-devices`,
    `${arn}/sg-push-topics`,
  ]);
});

test('DMS may list tables in the cell’s region alone', () => {
  const [statement] = documents().flatMap(({ Statement }) =>
    Statement.filter(({ Action }) => Action === 'dynamodb:ListTables'),
  );
  expect(statement).toMatchObject({
    Resource: '*',
    Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-southeast-1' } },
  });
});

test('roles trust DMS on behalf of this account and region alone', () => {
  const roles = resourcesOf(template, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{ Principal: { Service: Match.stringLikeRegexp('^dms\\.') } }],
    },
  });
  expect(Object.keys(roles)).toHaveLength(7);
  for (const { Properties } of Object.values(roles)) {
    expect(Properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Condition: {
            StringEquals: { 'aws:SourceAccount': '222222222222' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:dms:ap-southeast-1:222222222222:*' },
          },
        },
      ],
    });
  }
});

test('an endpoint comes after what its role may do', () => {
  for (const { DependsOn } of Object.values(resourcesOf(template, ENDPOINT))) {
    const policies = resourcesOf(template, 'AWS::IAM::ManagedPolicy');
    expect((DependsOn ?? []).filter((id) => id in policies)).toHaveLength(1);
  }
});

test('tags a source by the strictest class of what comes from it', () => {
  const classOf = (EngineName: string) =>
    (endpoint({ EngineName })['Tags'] as { Key: string; Value: string }[]).find(
      ({ Key }) => Key === 'data-class',
    )?.Value;
  expect([classOf('mysql'), classOf('mariadb')]).toEqual(['personal', 'public']);
});

/** The target endpoint of a dataset. */
function target(dataset: string): Record<string, unknown> {
  return endpoint({
    EndpointType: 'target',
    Tags: Match.arrayWith([{ Key: 'dataset', Value: dataset }]),
  });
}

interface PolicyDocument {
  readonly Statement: readonly { readonly Action: string | string[]; readonly Resource: unknown }[];
}

function documents(): PolicyDocument[] {
  return Object.values(resourcesOf(template, 'AWS::IAM::ManagedPolicy')).map(
    ({ Properties }) => Properties['PolicyDocument'] as PolicyDocument,
  );
}

describe('a store of another cell as a source', () => {
  let india: Template;
  beforeAll(() => {
    india = replicationsOf(indiaAt('replicating'), 'in');
  });

  test.each([
    ['aurora', 'MySqlSettings', 'in/from/sg/orders'],
    ['aurora-postgresql', 'PostgreSqlSettings', 'in/from/sg/account'],
  ])('is read as %s, by the login in %s of a secret of its own', (EngineName, settings, secret) => {
    const source = propertiesOf(india, ENDPOINT, { EndpointType: 'source', EngineName });
    expect(source[settings]).toMatchObject({ SecretsManagerSecretId: secret });
    expect(source['SslMode']).toBe('verify-full');
  });

  test('is verified with the authorities of its own region', () => {
    const texts = Object.values(resourcesOf(india, 'AWS::DMS::Certificate')).map(
      ({ Properties }) => Properties['CertificatePem'],
    );
    const [old, own] = ['ap-southeast-1', 'ap-south-1'].map((region) => rdsCertificates(region, '.'));
    expect(texts.filter((text) => text === old)).toHaveLength(2);
    expect(texts.filter((text) => text === own)).toHaveLength(1);
  });

  test('selects the rows of the markets that leave, of tables that lie where they lay at the source', () => {
    const mappings = Object.values(resourcesOf(india, 'AWS::DMS::ReplicationConfig')).map(
      ({ Properties }) => Properties['TableMappings'],
    );
    expect(JSON.stringify(mappings)).toContain('{"schema-name":"shop","table-name":"order_item"}');
    expect(JSON.stringify(mappings)).toContain('"filter-conditions":[{"filter-operator":"eq","value":"IN"}]');
    expect(JSON.stringify(mappings)).not.toContain('"value":"SG"');
  });
});
