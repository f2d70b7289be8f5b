import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { DmsAccessRole } from './dms-access-role';

export interface DmsLoginProps {
  readonly cell: CellPlan;
  /** Name of the secret: a JSON object of username, password, host and port. */
  readonly secret: string;
  /** Key of the secret. */
  readonly key: IKey;
}

/** Leave to read one login: exactly the secret of that name, and its key through Secrets Manager. */
export class DmsLogin extends DmsAccessRole {
  /** As every engine's endpoint settings take it. */
  readonly settings: {
    readonly secretsManagerAccessRoleArn: string;
    readonly secretsManagerSecretId: string;
  };

  constructor(scope: Construct, id: string, { cell, secret, key }: DmsLoginProps) {
    const { account, region } = cell.cell;
    super(scope, id, {
      cell,
      principal: 'regional',
      statements: [
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          // Six characters that Secrets Manager adds to every name.
          resources: [`arn:aws:secretsmanager:${region}:${account}:secret:${secret}-??????`],
        }),
        new PolicyStatement({ actions: ['kms:Decrypt', 'kms:DescribeKey'], resources: [key.keyArn] }),
      ],
    });
    this.settings = { secretsManagerAccessRoleArn: this.roleArn, secretsManagerSecretId: secret };
  }
}
