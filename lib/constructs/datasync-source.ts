import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CfnLocationObjectStorage } from 'aws-cdk-lib/aws-datasync';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { certificatesIn } from '../plan/rds-authorities';
import type { ObjectMove } from './object-moves';
import { DataSyncRole } from './datasync-role';

export interface DataSyncSourceProps {
  readonly cell: CellPlan;
  readonly moving: ObjectMove;
  /** The cell's key for replications: the secret lies under it. */
  readonly key: IKey;
}

/**
 * An object store of the source, as the cell's agents read it: over TLS, with a secret key that is in a secret. What the
 * access key may do is the source's to say; `docs/objects.md` asks for reading alone.
 */
export class DataSyncSource extends Construct {
  readonly location: CfnLocationObjectStorage;

  constructor(scope: Construct, id: string, { cell, moving, key }: DataSyncSourceProps) {
    super(scope, id);
    const { account, region, agents } = cell.cell;
    const { store, holding } = moving;
    // Without the six characters that Secrets Manager adds: what another stack makes is known by its name.
    const secretArn = `arn:aws:secretsmanager:${region}:${account}:secret:${names.secret(cell, store.secret)}`;
    const reader = new DataSyncRole(this, 'login', {
      cell,
      statements: [
        new PolicyStatement({
          actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
          resources: [`${secretArn}-??????`],
        }),
        new PolicyStatement({ actions: ['kms:Decrypt', 'kms:DescribeKey'], resources: [key.keyArn] }),
      ],
    });
    this.location = new CfnLocationObjectStorage(this, 'location', {
      agentArns: agents.map((agent) => `arn:aws:datasync:${region}:${account}:agent/${agent}`),
      serverHostname: store.host,
      serverPort: store.port,
      serverProtocol: 'HTTPS',
      serverCertificate: serverCertificate(cell, store.ca),
      bucketName: store.bucket,
      subdirectory: `/${holding.dataset.prefix ?? ''}`,
      accessKey: store.accessKey,
      customSecretConfig: { secretArn, secretAccessRoleArn: reader.roleArn },
    });
    this.location.node.addDependency(reader.policy);
  }
}

function serverCertificate(cell: CellPlan, ca: string | undefined): string | undefined {
  return ca === undefined
    ? undefined
    : certificatesIn(readFileSync(resolve(cell.plan.folder, ca), 'utf8')).join('\n');
}
