import { CfnTask, type CfnLocationS3 } from 'aws-cdk-lib/aws-datasync';
import { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { names } from '../plan/names';
import { includeFilter } from '../plan/object-folders';
import type { DataSyncReport } from './datasync-report';
import type { ObjectMove } from './object-moves';

export interface DataSyncTaskProps {
  readonly cell: CellPlan;
  readonly moving: ObjectMove;
  /** ARN of the location that is read. */
  readonly source: string;
  readonly target: CfnLocationS3;
  readonly report: DataSyncReport;
  readonly logGroupArn: string;
}

/** How often a task runs while replicating. DataSync takes an hour at the least; a run reads everything to verify it. */
const SCHEDULE = 'rate(6 hours)';

/** What is the same for every task (DataSync API, Options). */
const OPTIONS: CfnTask.OptionsProperty = {
  // Reads all of source and destination at the end of a run, not only what it moved.
  verifyMode: 'POINT_IN_TIME_CONSISTENT',
  transferMode: 'CHANGED',
  overwriteMode: 'ALWAYS',
  // What a user deletes at the source must not live on in the cell. See docs/decisions/0009.
  preserveDeletedFiles: 'REMOVE',
  objectTags: 'PRESERVE',
  // One cannot be had without the other; without the time of change every run would move everything again.
  atime: 'BEST_EFFORT',
  mtime: 'PRESERVE',
  // Objects have no owners and modes of a file system.
  uid: 'NONE',
  gid: 'NONE',
  posixPermissions: 'NONE',
  preserveDevices: 'NONE',
  // Tasks of a cell share its agents, and wait for each other.
  taskQueueing: 'ENABLED',
  // Failures alone: TRANSFER would write down the name of every object.
  logLevel: 'BASIC',
};

/**
 * The task that copies one dataset for one cell's markets, in mode BASIC: with an agent beside an object store there is
 * no other (DataSync user guide, task modes). It runs by itself while replicating; at the cutover only when it is told
 * to, so that no run begins unseen while the night counts on what has moved.
 */
export class DataSyncTask extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DataSyncTaskProps) {
    super(scope, id);
    const { cell, moving, source, target, report, logGroupArn } = props;
    const { holding, move, folders } = moving;
    const task = new CfnTask(this, 'task', {
      name: names.replication(cell, holding.id, move.phase),
      taskMode: 'BASIC',
      sourceLocationArn: source,
      destinationLocationArn: target.ref,
      includes: [{ filterType: 'SIMPLE_PATTERN', value: includeFilter(folders) }],
      options: OPTIONS,
      schedule: {
        scheduleExpression: SCHEDULE,
        status: move.stage === 'replicating' ? 'ENABLED' : 'DISABLED',
      },
      taskReportConfig: report.config,
      cloudWatchLogGroupArn: logGroupArn,
    });
    task.node.addDependency(report.ready);
    this.arn = task.ref;
  }
}
