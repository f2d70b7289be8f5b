import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { KEY_PURPOSES, type KeyPurpose } from '../../lib/constructs/cell-key';
import { underWay } from '../../lib/constructs/database-moves';
import { objectMoves } from '../../lib/constructs/object-moves';
import { ObjectReplications } from '../../lib/constructs/object-replications';
import { cellPlan, type CellPlan } from '../../lib/plan/model';
import { planOf } from './plans';

/** What a test changes in the plan of {@link movingCell}. */
export interface Moving {
  readonly stage?: string;
  readonly path?: string;
  readonly prefix?: string;
  readonly ca?: string;
  readonly agents?: readonly string[];
  readonly dataClass?: 'personal' | 'public';
  /** Stage of an earlier phase that brings India’s files to the same bucket; none by default. */
  readonly before?: string;
}

/** A cell that files of Singapore and Hong Kong are on their way to. */
export function movingCell(moving: Moving = {}): CellPlan {
  const { stage = 'replicating', path = '{market}/', prefix, ca, before, dataClass = 'personal' } = moving;
  const { agents = ['agent-0a1b2c3d4e5f60001'] } = moving;
  const plan = planOf({
    organization: 'o-exampleorg1',
    source: {
      country: 'CN',
      networks: ['10.8.0.0/16'],
      objects: {
        drive: {
          host: '10.8.4.11',
          port: 8443,
          bucket: 'drive',
          accessKey: 'domicile',
          secret: 'source/drive',
          path,
          ca,
        },
      },
    },
    laws: [{ markets: ['HK', 'IN', 'SG'], jurisdictions: ['SG'], basis: 'memo' }],
    cells: {
      sg: {
        region: 'ap-southeast-1',
        account: '222222222222',
        cidr: '10.65.0.0/16',
        markets: ['HK', 'IN', 'SG'],
        domain: 'sg.data.example.com',
        zone: { id: 'Z0EXAMPLESG', name: 'data.example.com' },
        agents,
      },
    },
    datasets: { files: { class: dataClass, from: 'drive', store: 's3', prefix } },
    phases: {
      ...(before !== undefined && { first: { datasets: ['files'], markets: ['IN'], stage: before } }),
      move: { datasets: ['files'], markets: ['HK', 'SG'], stage },
    },
  });
  return cellPlan(plan, 'sg');
}

/** The object replications of a cell, in a stack that also holds the keys. */
export function objectsOf(cell: CellPlan): { template: Template; tasks: ObjectReplications['tasks'] } {
  const stack = new Stack(new App(), 'replication', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  const keys = Object.fromEntries(
    KEY_PURPOSES.map((purpose) => [purpose, new Key(stack, purpose)]),
  ) as unknown as Readonly<Record<KeyPurpose, Key>>;
  const { tasks } = new ObjectReplications(stack, 'objects', {
    cell,
    moves: underWay(objectMoves(cell)),
    keys,
    logGroupArn: 'arn:aws:logs:ap-southeast-1:222222222222:log-group:/aws/datasync/sg:*',
  });
  return { template: Template.fromStack(stack), tasks };
}
