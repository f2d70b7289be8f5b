import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CfnCertificate, CfnEndpoint, type CfnEndpointProps } from 'aws-cdk-lib/aws-dms';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { certificatesIn } from '../plan/rds-authorities';
import type { Database } from '../plan/schema';
import type { DatabaseMove, ReadDatabase } from './database-moves';
import { DmsLogin } from './dms-login';
import { rdsCertificates } from './rds-certificates';

export interface DmsSourceProps {
  readonly cell: CellPlan;
  readonly moving: Pick<DatabaseMove, 'database' | 'oldCell'>;
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

/** What DMS calls the engines of Aurora (DMS API, CreateEndpoint, EngineName). */
const AURORA: Readonly<Partial<Record<Database['engine'], string>>> = {
  mysql: 'aurora',
  postgresql: 'aurora-postgresql',
};

/**
 * A database of the source, or a store of another cell, as DMS reads it: by a login in a secret, over TLS to a server that
 * is verified.
 */
export class DmsSource extends Construct {
  readonly endpoint: CfnEndpoint;

  constructor(scope: Construct, id: string, { cell, moving, key }: DmsSourceProps) {
    super(scope, id);
    const { database, oldCell } = moving;
    const login = new DmsLogin(this, 'login', { cell, key, secret: names.secret(cell, database.secret) });
    this.endpoint = new CfnEndpoint(this, 'endpoint', {
      ...ENGINES[database.engine](login.settings, database.database),
      ...(oldCell && { engineName: AURORA[database.engine] ?? database.engine }),
      endpointType: 'source',
      sslMode: database.tls,
      certificateArn: this.certificate(authority(database, cell.plan.folder, oldCell))?.ref,
      kmsKeyId: key.keyArn,
    });
    this.endpoint.node.addDependency(login.policy);
  }

  private certificate(certificatePem: string | undefined): CfnCertificate | undefined {
    if (certificatePem === undefined) return undefined;
    return new CfnCertificate(this, 'authority', { certificatePem });
  }
}

/** Whoever signed the server's certificate: of a cluster in another cell, the authorities of RDS in its region. */
function authority({ ca }: ReadDatabase, folder: string, oldCell?: CellPlan): string | undefined {
  if (oldCell !== undefined) return rdsCertificates(oldCell.cell.region, folder);
  if (ca === undefined) return undefined;
  return certificatesIn(readFileSync(resolve(folder, ca), 'utf8')).join('\n');
}
