import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CfnCertificate, CfnEndpoint, type CfnEndpointProps } from 'aws-cdk-lib/aws-dms';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { certificatesIn } from '../plan/rds-authorities';
import type { Database } from '../plan/schema';
import { DmsLogin } from './dms-login';

export interface DmsSourceProps {
  readonly cell: CellPlan;
  readonly database: Database;
  /** The cell's key for replications. */
  readonly key: IKey;
}

type Login = DmsLogin['settings'];
type EngineSettings = Pick<CfnEndpointProps, 'engineName'> & Partial<CfnEndpointProps>;

/**
 * What DMS is told of each engine as a source (DMS user guide, CHAP_Source). Whatever would write to the source is
 * off: DDL capture makes tables and triggers there, the heartbeat a table.
 */
const ENGINES: Readonly<Record<Database['engine'], (login: Login, database: string) => EngineSettings>> = {
  mysql: (login) => ({ engineName: 'mysql', mySqlSettings: login }),
  mariadb: (login) => ({ engineName: 'mariadb', mySqlSettings: login }),
  postgresql: (login, databaseName) => ({
    engineName: 'postgres',
    databaseName,
    postgreSqlSettings: {
      ...login,
      captureDdls: false,
      heartbeatEnable: false,
      failTasksOnLobTruncation: true,
      mapBooleanAsBoolean: true,
    },
  }),
  mongodb: (login, databaseName) => ({
    engineName: 'mongodb',
    mongoDbSettings: { ...login, databaseName, authType: 'password', authMechanism: 'scram_sha_1' },
  }),
};

/** A database of the source, as DMS reads it: by a login in a secret, over TLS to a server that is verified. */
export class DmsSource extends Construct {
  readonly endpoint: CfnEndpoint;

  constructor(scope: Construct, id: string, { cell, database, key }: DmsSourceProps) {
    super(scope, id);
    const login = new DmsLogin(this, 'login', { cell, key, secret: names.secret(cell, database.secret) });
    this.endpoint = new CfnEndpoint(this, 'endpoint', {
      ...ENGINES[database.engine](login.settings, database.database),
      endpointType: 'source',
      sslMode: database.tls,
      certificateArn: this.certificate(database, cell.plan.folder)?.ref,
      kmsKeyId: key.keyArn,
    });
    this.endpoint.node.addDependency(login.policy);
  }

  private certificate({ ca }: Database, folder: string): CfnCertificate | undefined {
    if (ca === undefined) return undefined;
    const certificatePem = certificatesIn(readFileSync(resolve(folder, ca), 'utf8')).join('\n');
    return new CfnCertificate(this, 'authority', { certificatePem });
  }
}
