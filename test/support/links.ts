import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Link } from '../../lib/constructs/link';
import { SealedVpc } from '../../lib/constructs/sealed-vpc';
import { cellPlan, type Plan } from '../../lib/plan/model';
import type { Link as LinkPlan } from '../../lib/plan/schema';
import { planNamed, planOf } from './plans';

/** A link of each kind. */
export const KINDS = {
  transitGateway: { transitGateway: 'tgw-0a1b2c3d4e5f60001' },
  vpn: { vpn: { gateway: 'vgw-0a1b2c3d4e5f60001', customerGateway: 'cgw-0a1b2c3d4e5f60001' } },
  directConnect: { directConnectGateway: '5f294f92-bafb-4011-916d-9b0b0a1b2c3d' },
} as const satisfies Record<string, LinkPlan>;

/** What a test changes of the reference plan. */
export interface Linked {
  readonly link?: LinkPlan;
  /** Stage of the phase that moves two databases to `us`; default: replicating. */
  readonly stage?: string;
  readonly datasets?: readonly string[];
  readonly networks?: readonly string[];
  /** Hosts of databases, by id. */
  readonly hosts?: Readonly<Record<string, string>>;
}

/** The reference plan with the cell `us` linked in some way. */
export function linkedPlan({ link, stage = 'replicating', datasets, networks, hosts = {} }: Linked): Plan {
  const { file } = planNamed('reference');
  const { source, cells, phases } = file;
  const databases = Object.fromEntries(
    Object.entries(source.databases).map(([id, database]) => [
      id,
      { ...database, host: hosts[id] ?? database.host },
    ]),
  );
  return planOf({
    ...file,
    source: { ...source, databases, networks: networks ?? source.networks },
    cells: { ...cells, us: { ...cells['us'], ...(link && { link }) } },
    phases: {
      ...phases,
      services: {
        ...phases['services'],
        datasets: datasets ?? phases['services']?.datasets,
        stage: { us: stage, sg: 'complete' },
      },
    },
  });
}

/** The link of cell `us`, in a stack that also holds its network and its key. */
export function linkOf(linked: Linked): Template {
  const cell = cellPlan(linkedPlan(linked), 'us');
  const stack = new Stack(new App(), 'replication', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  const logsKey = new Key(stack, 'logs');
  const vpc = new SealedVpc(stack, 'vpc', { cell, logsKey });
  new Link(stack, 'link', { cell, vpc, logsKey });
  return Template.fromStack(stack);
}
