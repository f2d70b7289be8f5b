import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { CellKey, KEY_PURPOSES, type KeyPurpose } from '../constructs/cell-key';
import { tagClass } from '../constructs/tags';
import { CellStack, type CellStackProps } from './cell-stack';

/** The cell's keys. First of its stacks: nothing is stored before the key it lies under. */
export class KeysStack extends CellStack {
  readonly keys: Readonly<Record<KeyPurpose, Key>>;

  constructor(scope: Construct, id: string, props: CellStackProps) {
    super(scope, id, props);
    const key = (purpose: KeyPurpose) => {
      const made = new CellKey(this, purpose, { cell: props.cell, purpose });
      if (purpose === 'personal' || purpose === 'public') tagClass(made, purpose);
      // Exported at every stage: an export that goes while another stack still imports it fails a deployment.
      this.exportValue(made.keyArn);
      return made;
    };
    this.keys = Object.fromEntries(KEY_PURPOSES.map((purpose) => [purpose, key(purpose)])) as Record<
      KeyPurpose,
      Key
    >;
  }
}
