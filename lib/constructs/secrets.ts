import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { acknowledge } from './acknowledge';
import { auroraKind, type Clusters } from './aurora-stores';
import { databaseMoves } from './database-moves';
import { objectMoves } from './object-moves';
import { tagDataset } from './tags';

export interface SecretsProps {
  readonly cell: CellPlan;
  /** The cell's key for replication. */
  readonly key: IKey;
  readonly clusters: Clusters;
}

/** The user that DMS is at a store. */
const STORE_USER = 'domicile_dms';

/**
 * The logins that replications use; a template never holds a secret. Those at the source are made empty, since the
 * source's administrators know them; so are those at stores of other cells, whose addresses only their deployment tells.
 * Those at the cell's own stores get a password that nobody chose, beside the address it is for: DMS reads both from the
 * secret, and so the residency rules see where a replication writes to. Each is there from its first replication until
 * every move that needs it is retired.
 */
export class Secrets extends Construct {
  constructor(scope: Construct, id: string, { cell, key, clusters }: SecretsProps) {
    super(scope, id);
    const unfinished = cell.holdings.filter(({ moves }) => moves.some(({ stage }) => stage !== 'retired'));
    const logins = [
      ...databaseMoves(cell).map(({ move, database: { secret } }) => ({ move, secret, service: 'DMS' })),
      ...objectMoves(cell).flatMap(({ move, store: { secret } }) =>
        move.from === undefined ? [{ move, secret, service: 'DataSync' }] : [],
      ),
    ].filter(({ move }) => move.stage !== 'retired');
    const stores = unfinished.filter((holding) => auroraKind(holding) !== undefined);
    if (logins.length + stores.length === 0) return;
    const reason =
      'nothing in AWS can change a login at the source, and one at a store must not change while a replication runs with it; both go when the move is retired';
    acknowledge(this, {
      'AwsSolutions-SMG4': reason,
      'NIST.800.53.R5-SecretsManagerRotationEnabled': reason,
    });
    const atSource = new Construct(this, 'source');
    for (const [secret, service] of new Map(logins.map((login) => [login.secret, login.service]))) {
      new CfnSecret(atSource, secret, {
        name: names.secret(cell, secret),
        description: `${cell.id}: login of ${service} at the source`,
        kmsKeyId: key.keyArn,
      });
    }
    const atStores = new Construct(this, 'stores');
    for (const { id: dataset, dataset: held } of stores) {
      const { host, port } = clusters.get(dataset) ?? {};
      const secret = new CfnSecret(atStores, dataset, {
        name: names.storeSecret(cell, dataset),
        description: `${cell.id}: login of DMS at ${dataset}`,
        kmsKeyId: key.keyArn,
        generateSecretString: {
          secretStringTemplate: JSON.stringify({ username: STORE_USER, host, port }),
          generateStringKey: 'password',
          excludePunctuation: true,
          passwordLength: 32,
        },
      });
      tagDataset(secret, dataset, held.class);
    }
  }
}
