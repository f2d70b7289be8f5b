import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { KEY_PURPOSES, type KeyPurpose } from '../../lib/constructs/cell-key';
import { databaseMoves, underWay } from '../../lib/constructs/database-moves';
import { DatabaseReplications } from '../../lib/constructs/database-replications';
import { SealedVpc } from '../../lib/constructs/sealed-vpc';
import { cellPlan, type Plan } from '../../lib/plan/model';

/** Port of every cluster of {@link replicationsOf}: no engine's own. */
export const CLUSTER_PORT = 15432;

/** The database replications of one cell, in a stack that also holds what they need of the others. */
export function replicationsOf(plan: Plan, cellId: string): Template {
  const cell = cellPlan(plan, cellId);
  const stack = new Stack(new App(), 'replication', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  const keys = Object.fromEntries(
    KEY_PURPOSES.map((purpose) => [purpose, new Key(stack, purpose)]),
  ) as unknown as Readonly<Record<KeyPurpose, Key>>;
  const vpc = new SealedVpc(stack, 'vpc', { cell, logsKey: keys.logs });
  const clusters = new Map(
    cell.holdings
      .filter(({ dataset }) => dataset.store.startsWith('aurora-'))
      .map(({ id }) => [
        id,
        {
          securityGroup: new SecurityGroup(stack, `cluster ${id}`, { vpc, allowAllOutbound: false }),
          host: `${id}.cluster.example.com`,
          port: CLUSTER_PORT,
        },
      ]),
  );
  new DatabaseReplications(stack, 'databases', {
    cell,
    moves: underWay(databaseMoves(cell)),
    vpc,
    clusters,
    keys,
  });
  return Template.fromStack(stack);
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

/** Resources of a type that have these, among other properties, by logical id. */
export function resourcesOf(
  template: Template,
  type: string,
  having: Record<string, unknown> = {},
): Readonly<Record<string, Resource>> {
  return template.findResources(type, { Properties: having }) as Record<string, Resource>;
}

/** Properties of the only such resource. */
export function propertiesOf(
  template: Template,
  type: string,
  having: Record<string, unknown> = {},
): Readonly<Record<string, unknown>> {
  const [found, ...more] = Object.values(resourcesOf(template, type, having));
  if (found === undefined || more.length > 0)
    throw new Error(`not exactly one ${type} with ${JSON.stringify(having)}`);
  return found.Properties;
}
