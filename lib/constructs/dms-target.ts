import { CfnEndpoint, type CfnCertificate, type CfnEndpointProps } from 'aws-cdk-lib/aws-dms';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan, Holding } from '../plan/model';
import { names } from '../plan/names';
import { acknowledge } from './acknowledge';
import type { KeyPurpose } from './cell-key';
import type { ReadDatabase } from './database-moves';
import { DmsAccessRole } from './dms-access-role';
import { DmsLogin } from './dms-login';
import { DMS_EXCEPTIONS } from './dynamodb-stores';
import { tagDataset } from './tags';

export interface DmsTargetProps {
  readonly cell: CellPlan;
  readonly holding: Holding;
  readonly keys: Readonly<Record<KeyPurpose, IKey>>;
}

export interface AuroraTargetProps extends DmsTargetProps {
  /** Where the dataset comes from: its database has the same name in the store. */
  readonly database: ReadDatabase;
  /** Authorities of RDS in the cell's region. */
  readonly authorities: CfnCertificate;
}

type Login = DmsLogin['settings'];
type EngineSettings = Pick<CfnEndpointProps, 'engineName'> & Partial<CfnEndpointProps>;

/**
 * What DMS is told of each store (DMS user guide, CHAP_Target). Foreign keys are not checked while tables are
 * loaded one beside the other: the source has checked them.
 */
const STORES: Readonly<
  Record<'aurora-mysql' | 'aurora-postgresql', (login: Login, database: string) => EngineSettings>
> = {
  'aurora-mysql': (login) => ({
    engineName: 'aurora',
    mySqlSettings: login,
    extraConnectionAttributes: 'Initstmt=SET FOREIGN_KEY_CHECKS=0;',
  }),
  'aurora-postgresql': (login, databaseName) => ({
    engineName: 'aurora-postgresql',
    databaseName,
    postgreSqlSettings: {
      ...login,
      afterConnectScript: "SET session_replication_role='replica'",
      mapBooleanAsBoolean: true,
    },
  }),
};

/** An Aurora store of the cell, as DMS writes to it. */
export class AuroraTarget extends Construct {
  readonly endpoint: CfnEndpoint;

  constructor(scope: Construct, id: string, props: AuroraTargetProps) {
    super(scope, id);
    const { cell, holding, keys, database, authorities } = props;
    const store = holding.dataset.store === 'aurora-postgresql' ? 'aurora-postgresql' : 'aurora-mysql';
    const login = new DmsLogin(this, 'login', {
      cell,
      key: keys.replication,
      secret: names.storeSecret(cell, holding.id),
    });
    this.endpoint = new CfnEndpoint(this, 'endpoint', {
      ...STORES[store](login.settings, database.database),
      endpointType: 'target',
      sslMode: 'verify-full',
      certificateArn: authorities.ref,
      kmsKeyId: keys.replication.keyArn,
    });
    this.endpoint.node.addDependency(login.policy);
    tagDataset(this, holding.id, holding.dataset.class);
  }
}

/**
 * The DynamoDB tables of one dataset, as DMS writes to them. Always over HTTPS: the endpoint has no TLS mode. DMS may
 * write items, but neither make a table nor delete one: the data stack has made them all.
 */
export class DynamoDbTarget extends Construct {
  readonly endpoint: CfnEndpoint;

  constructor(scope: Construct, id: string, { cell, holding, keys }: DmsTargetProps) {
    super(scope, id);
    const { account, region } = cell.cell;
    const tables = Object.keys(holding.dataset.tables ?? {}).map((table) =>
      names.table(cell, holding.id, table),
    );
    const role = new DmsAccessRole(this, 'access', {
      cell,
      principal: 'global',
      statements: [
        new PolicyStatement({
          actions: [
            'dynamodb:DeleteItem',
            'dynamodb:DescribeTable',
            'dynamodb:PutItem',
            'dynamodb:UpdateItem',
          ],
          resources: [...tables, ...Object.keys(DMS_EXCEPTIONS)].map(
            (table) => `arn:aws:dynamodb:${region}:${account}:table/${table}`,
          ),
        }),
        new PolicyStatement({
          actions: [
            'kms:Decrypt',
            'kms:DescribeKey',
            'kms:Encrypt',
            'kms:GenerateDataKey',
            'kms:GenerateDataKeyWithoutPlaintext',
            'kms:ReEncryptFrom',
            'kms:ReEncryptTo',
          ],
          // What could not be written may be anyone's: the exception tables lie under the key of personal data.
          resources: [...new Set([keys[holding.dataset.class].keyArn, keys.personal.keyArn])],
          conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
        }),
        new PolicyStatement({
          actions: ['dynamodb:ListTables'],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:RequestedRegion': region } },
        }),
      ],
    });
    acknowledge(role.policy, {
      'AwsSolutions-IAM5[Resource::*]':
        'DMS lists the tables of the region to test its connection; DynamoDB offers no narrower resource for ListTables, which returns names only',
    });
    this.endpoint = new CfnEndpoint(this, 'endpoint', {
      endpointType: 'target',
      engineName: 'dynamodb',
      dynamoDbSettings: { serviceAccessRoleArn: role.roleArn },
      kmsKeyId: keys.replication.keyArn,
    });
    this.endpoint.node.addDependency(role.policy);
    tagDataset(this, holding.id, holding.dataset.class);
  }
}
