import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { CellPlan } from '../../plan/model';
import { names } from '../../plan/names';
import { acknowledge } from '../acknowledge';
import type { DatabaseMove } from '../database-moves';
import { definition } from './definition';
import { permissions, reading } from './permissions';
import { subjectOf, type ObjectTask } from './subject';

export interface RunbookProps {
  readonly cell: CellPlan;
  readonly phase: string;
  /** The databases that the phase moves into the cell. */
  readonly moves: readonly DatabaseMove[];
  /** The tasks of its objects. */
  readonly objects: readonly ObjectTask[];
  /** The cell's key for operations: evidence and topics lie under it. */
  readonly key: IKey;
  readonly logs: CfnLogGroup;
}

/**
 * The state machine that moves one phase into one cell, by calls to AWS alone. Its log tells every step, and nothing of what
 * went in or came out. It goes with the phase, its evidence stays.
 */
export class Runbook extends Construct {
  constructor(scope: Construct, id: string, { cell, phase, moves, objects, key, logs }: RunbookProps) {
    super(scope, id);
    const { account } = cell.cell;
    const subject = subjectOf({ cell, phase, moves, objects });
    const machine = definition(subject);
    const role = new Role(this, 'role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': subject.arn },
        },
      }),
    });
    const policy = new ManagedPolicy(this, 'policy', {
      roles: [role],
      statements: permissions(subject, machine, key),
    });
    const records = reading(subject);
    const reads =
      records.length === 0
        ? []
        : [new ManagedPolicy(this, 'records', { roles: [role], statements: records })];
    acknowledge(policy, {
      'AwsSolutions-IAM5[Resource::*]':
        'logging, tracing, and asking for alarms and replications take no narrower resource; objects of evidence and runs of tasks have no names beforehand, so that they too would take a wildcard, and an acknowledgement each: a denial in the same policy shuts out every object but the evidence of this phase, and every run but those of its tasks',
    });
    const stateMachine = new CfnStateMachine(this, 'machine', {
      stateMachineName: names.runbook(cell, phase),
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: JSON.stringify(machine),
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logs.attrArn } }],
      },
      tracingConfiguration: { enabled: true },
      // Its history holds the tokens of approvals.
      encryptionConfiguration: {
        type: 'CUSTOMER_MANAGED_KMS_KEY',
        kmsKeyId: key.keyArn,
        kmsDataKeyReusePeriodSeconds: 300,
      },
    });
    stateMachine.node.addDependency(policy, ...reads);
  }
}
