import type { Replication, Subject } from '../../../lib/constructs/runbook/subject';

const MINUTE = 60_000;

/** An error as Step Functions names those of an SDK integration. */
export class AwsError extends Error {
  constructor(name: string, message = name) {
    super(message);
    this.name = name;
  }
}

type Input = Readonly<Record<string, unknown>>;
export type Row = Record<string, unknown>;

/** A question that waits for a person. */
export interface Question {
  readonly topic: string;
  readonly token: string;
  readonly message: string;
  answer(output: unknown): boolean;
  refuse(error: string): boolean;
}

interface Told {
  readonly topic: string;
  readonly subject: string;
  readonly message: string;
}

interface Moving {
  status: string;
  /** When it began to run. */
  runs?: number;
}

/**
 * A small model of what a runbook speaks to: DMS, DataSync, S3, SNS, CloudWatch, and the people. Time is its own and moves
 * when the runbook waits. What a test changes, it changes on this object: most of it is functions that can be replaced.
 */
export class World {
  now = Date.parse('2026-03-01T20:00:00Z');
  /** Executions of the machine that run, as they are listed. */
  running: string[] = [];
  readonly told: Told[] = [];
  /** Questions to approvers, and whether the SQL of the drain has run. */
  readonly questions: Question[] = [];
  readonly drains: Question[] = [];
  /** Objects of the evidence bucket: every version, oldest first. */
  readonly objects = new Map<string, unknown[]>();
  /** Keys of objects whose newest version is the mark of a deletion. */
  readonly deleted = new Set<string>();
  readonly replications = new Map<string, Moving>();
  readonly calls: string[] = [];
  /** What was done against the rules: must stay empty whatever goes wrong. */
  readonly faults: string[] = [];
  /** When the source was written to last, once its owner has frozen it; until then it is written to all the time. */
  frozen: number | undefined;
  approvals = new Set<string>();

  /** Minutes of the full load, and of validation after it. */
  load = 45;
  validation = 90;
  /** Files that each run of a task moves at the least; the last number goes for every further run. */
  moves: readonly number[] = [12, 0];
  /** Minutes that a run of a task takes. */
  takes: (taskArn: string) => number = () => 20;
  /** Marks of a row that a test gives a table, by its name. */
  rows: (row: Row, replication: Replication) => Row | undefined = (row) => row;
  /** Pages of a replication's tables, each with the marker of the next. */
  pages: (rows: Row[], marker: unknown) => { rows: Row[]; marker?: string } = inPages;
  alarm: (name: string) => string | undefined = (name) =>
    name.endsWith('-changes') && !this.quietFor(this.subject.cutover.quiet) ? 'ALARM' : 'OK';
  answer: (question: Question) => void = (question) => void question.answer({ approved: true });
  drain: (question: Question) => void = (question) => void question.answer({ drained: true });
  owner: () => void = () => this.later(4, () => (this.frozen ??= this.now));
  compare: (dataset: string) => void = (dataset) => this.later(7, () => this.prove(dataset));
  report: (report: Row) => Row = (report) => report;
  replication: (answer: Row, replication: Replication) => Row | undefined = (answer) => answer;
  /** Called before each call takes effect; what it throws is the service's answer. */
  before: (action: string, input: Input) => void = () => undefined;

  private readonly due: { readonly at: number; readonly what: () => void }[] = [];
  private readonly tasks = new Map<string, { task: string; at: number; ends: number; files: number }>();
  private tokens = 0;

  constructor(readonly subject: Subject) {
    for (const { arn } of subject.replications) this.replications.set(arn, { status: 'created' });
    for (const { dataset, mappings } of subject.replications) {
      this.put(`schema/${subject.phase}/${dataset}.json`, {
        ...this.record('schema', dataset, mappings),
        matches: true,
        faults: [],
      });
    }
  }

  iso(minutes = 0): string {
    return new Date(this.now + minutes * MINUTE).toISOString();
  }

  later(minutes: number, what: () => void): void {
    this.due.push({ at: this.now + minutes * MINUTE, what });
  }

  pass(seconds: number): void {
    const until = this.now + seconds * 1000;
    for (;;) {
      const [next] = this.due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.due.splice(this.due.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.what();
    }
    this.now = until;
  }

  /** The token that the next question will have. */
  get token(): string {
    return `token-${this.tokens}`;
  }

  put(key: string, body: unknown): void {
    this.objects.set(key, [...(this.objects.get(key) ?? []), body]);
  }

  last(key: string): Row | undefined {
    return this.objects.get(key)?.at(-1) as Row | undefined;
  }

  get complete(): Row | undefined {
    return this.last(`evidence/${this.subject.phase}/complete.json`);
  }

  prove(dataset: string, changes: Row = {}): void {
    const replication = this.subject.replications.find((known) => known.dataset === dataset);
    const tables = replication?.names.map((name) => [
      name,
      { source: 9, target: 9, sampled: 9, differing: 0 },
    ]);
    this.put(`proof/${this.subject.phase}/${dataset}.json`, {
      ...this.record('proof', dataset, replication?.mappings ?? ''),
      tables: Object.fromEntries(tables ?? []) as unknown,
      equal: true,
      ...changes,
    });
  }

  record(record: 'schema' | 'proof', dataset: string, mappings: string): Row {
    const { cell, phase } = this.subject;
    return {
      record,
      cell,
      phase,
      dataset,
      mappings,
      checkedAt: this.iso(),
      validUntil: this.iso(60 * 24 * 30),
    };
  }

  /** Whether nothing has been written at the source for some minutes. */
  quietFor(minutes: number): boolean {
    return this.frozen !== undefined && this.now - this.frozen >= minutes * MINUTE;
  }

  /** A call as Step Functions makes it. */
  call(action: string, input: Input): unknown {
    this.calls.push(action);
    this.before(action, input);
    const [service = '', verb = ''] = action.split(':');
    const handlers: Readonly<Record<string, () => unknown>> = {
      's3:listObjectVersions': () => this.list(input),
      's3:getObject': () => this.get(input),
      's3:putObject': () => this.write(input),
      'sns:publish': () => this.publish(input),
      'sns:publish.waitForTaskToken': () => this.ask(input),
      'sfn:listExecutions': () => ({
        Executions: this.running.map((Name) => ({ Name, Status: 'RUNNING' })),
      }),
      'cloudwatch:describeAlarms': () => this.alarms(input),
      'databasemigration:describeReplications': () => this.describe(input),
      'databasemigration:startReplication': () => this.start(input),
      'databasemigration:stopReplication': () => this.stop(input),
      'databasemigration:describeReplicationTableStatistics': () => this.tables(input),
      'datasync:describeTask': () => this.task(input),
      'datasync:startTaskExecution': () => this.run(input),
      'datasync:describeTaskExecution': () => this.ran(input),
    };
    const handler = handlers[action];
    if (handler === undefined) throw new Error(`the model knows no ${service} ${verb}`);
    return handler();
  }

  private list({ Prefix }: Input): unknown {
    const under = (keys: Iterable<string>) => [...keys].filter((key) => key.startsWith(String(Prefix)));
    const versions = under(this.objects.keys()).map((Key) => ({ Key, VersionId: this.version(Key) }));
    const marks = under(this.deleted).map((Key) => ({ Key, VersionId: 'mark' }));
    return {
      IsTruncated: false,
      ...(versions.length > 0 && { Versions: versions }),
      ...(marks.length > 0 && { DeleteMarkers: marks }),
    };
  }

  private get({ Key }: Input): unknown {
    const body = this.last(String(Key));
    if (body === undefined || this.deleted.has(String(Key))) throw new AwsError('S3.NoSuchKeyException');
    return {
      Body: typeof body === 'string' ? body : JSON.stringify(body),
      ContentType: 'application/json',
      VersionId: this.version(String(Key)),
    };
  }

  private version(key: string): string {
    return `version-${this.objects.get(key)?.length ?? 0}`;
  }

  private write({ Key, Body, ChecksumAlgorithm }: Input): unknown {
    if (ChecksumAlgorithm === undefined)
      throw new AwsError('S3.S3Exception', 'a locked bucket wants a checksum');
    const key = String(Key);
    if (key === `evidence/${this.subject.phase}/complete.json`) this.judge();
    this.put(key, JSON.parse(JSON.stringify(Body)));
    return { ETag: 'etag' };
  }

  private publish({ TopicArn, Subject: subject, Message }: Input): unknown {
    this.told.push({ topic: String(TopicArn), subject: String(subject), message: String(Message) });
    if (String(subject).includes('freeze the source')) this.owner();
    const [, dataset] = /^The rows of (\S+) have/.exec(String(Message)) ?? [];
    if (dataset !== undefined) this.compare(dataset);
    return { MessageId: 'id' };
  }

  private ask({ TopicArn, Message }: Input): Promise<unknown> {
    const token = this.token;
    this.tokens++;
    return new Promise((resolve, reject) => {
      let open = true;
      const settle = (how: () => void) => {
        const first = open;
        open = false;
        if (first) how();
        return first;
      };
      const question: Question = {
        topic: String(TopicArn),
        token,
        message: String(Message),
        answer: (output) =>
          settle(() => {
            this.pass(30 * 60);
            if ((output as Row | null)?.['approved'] === true) this.approvals.add(String(TopicArn));
            resolve(output);
          }),
        refuse: (error) => settle(() => reject(new AwsError(error))),
      };
      if (TopicArn === this.subject.alarmsTopic) {
        this.drains.push(question);
        this.drain(question);
        return;
      }
      this.questions.push(question);
      this.answer(question);
    });
  }

  /** Ends every question that is still open, so that no timer is left. */
  close(): void {
    for (const question of [...this.questions, ...this.drains]) question.refuse('Killed');
  }

  private alarms({ AlarmNames }: Input): unknown {
    const found = (AlarmNames as string[]).flatMap((AlarmName) => {
      const StateValue = this.alarm(AlarmName);
      return StateValue === undefined
        ? []
        : [{ AlarmName, StateValue, StateReason: `reason of ${AlarmName}` }];
    });
    return { MetricAlarms: found, CompositeAlarms: [] };
  }

  private of(arn: unknown): { moving: Moving; replication: Replication } {
    const moving = this.replications.get(String(arn));
    const replication = this.subject.replications.find((known) => known.arn === arn);
    if (moving === undefined || replication === undefined)
      throw new AwsError('DatabaseMigration.ResourceNotFoundException');
    return { moving, replication };
  }

  private describe({ Filters }: Input): unknown {
    const arns = (Filters as { Values: string[] }[]).flatMap(({ Values }) => Values);
    return {
      Replications: arns.flatMap((arn) => {
        const { moving, replication } = this.of(arn);
        const answer = this.replication(
          {
            ReplicationConfigArn: arn,
            Status: moving.status,
            ReplicationStats: { FullLoadProgressPercent: this.percent(moving), TablesErrored: 0 },
          },
          replication,
        );
        return answer === undefined ? [] : [answer];
      }),
    };
  }

  private percent({ runs }: Moving): number {
    return runs === undefined
      ? 0
      : Math.min(100, Math.floor(((this.now - runs) * 100) / (this.load * MINUTE)));
  }

  private start({ ReplicationConfigArn, StartReplicationType }: Input): unknown {
    const { moving } = this.of(ReplicationConfigArn);
    if (this.complete !== undefined) this.faults.push('a replication was started into a cell that is home');
    const first = moving.status === 'created' && StartReplicationType === 'start-replication';
    const again = moving.status === 'stopped' && StartReplicationType === 'resume-processing';
    if (!first && !again) throw new AwsError('DatabaseMigration.InvalidResourceStateException');
    moving.status = 'initializing';
    this.later(12, () => {
      if (moving.status !== 'initializing') return;
      moving.status = 'running';
      moving.runs ??= this.now;
    });
    return { Replication: { Status: 'initializing' } };
  }

  private stop({ ReplicationConfigArn }: Input): unknown {
    const { moving } = this.of(ReplicationConfigArn);
    if (moving.status !== 'running') throw new AwsError('DatabaseMigration.InvalidResourceStateException');
    moving.status = 'stopping';
    this.later(3, () => {
      if (moving.status === 'stopping') moving.status = 'stopped';
    });
    return { Replication: { Status: 'stopping' } };
  }

  /** What DMS says of the tables of a replication. */
  statistics(replication: Replication): Row[] {
    const { moving } = this.of(replication.arn);
    const loaded = this.percent(moving) === 100;
    const valid = loaded && this.now - (moving.runs ?? 0) > (this.load + this.validation) * MINUTE;
    const written = Math.floor((this.frozen ?? this.now) / MINUTE);
    return replication.names.flatMap((TableName) => {
      const row = this.rows(
        {
          SchemaName: 'shop',
          TableName,
          TableState: loaded ? 'Table completed' : 'Full load',
          Inserts: written,
          Updates: 2,
          Deletes: 1,
          FullLoadRows: 9,
          FullLoadErrorRows: 0,
          FullLoadCondtnlChkFailedRows: 0,
          ValidationState: !replication.validated
            ? 'Not enabled'
            : valid
              ? 'Validated'
              : 'Pending validation',
          ValidationFailedRecords: 0,
          ValidationPendingRecords: 0,
          ValidationSuspendedRecords: 0,
        },
        replication,
      );
      return row === undefined ? [] : [row];
    });
  }

  private tables({ ReplicationConfigArn, Marker, MaxRecords }: Input): unknown {
    const { replication } = this.of(ReplicationConfigArn);
    if (MaxRecords !== 100) throw new AwsError('DatabaseMigration.DatabaseMigrationException');
    const { rows, marker } = this.pages(this.statistics(replication), Marker);
    return {
      ReplicationConfigArn,
      ReplicationTableStatistics: rows,
      ...(marker !== undefined && { Marker: marker }),
    };
  }

  private task({ TaskArn }: Input): unknown {
    const current = this.runOf(TaskArn);
    return {
      TaskArn,
      Status: current === undefined ? 'AVAILABLE' : 'RUNNING',
      ...(current && { CurrentTaskExecutionArn: current }),
    };
  }

  /** The run of a task that goes on. */
  private runOf(task: unknown): string | undefined {
    return [...this.tasks].find(([, run]) => run.task === task && run.ends > this.now)?.[0];
  }

  /** Begins a run of a task, as its schedule does. A task has one at a time. */
  begin(task: string): string {
    if (this.runOf(task) !== undefined)
      throw new AwsError('DataSync.InvalidRequestException', 'a run of this task goes on');
    const arn = `${task}/execution/exec-${this.tasks.size}`;
    const before = [...this.tasks.values()].filter((run) => run.task === task);
    const least = this.moves[Math.min(before.length, this.moves.length - 1)] ?? 0;
    const written = (this.frozen ?? this.now) > (before.at(-1)?.at ?? Infinity);
    const ends = this.now + this.takes(task) * MINUTE;
    this.tasks.set(arn, { task, at: this.now, ends, files: Math.max(least, written ? 1 : 0) });
    return arn;
  }

  private run({ TaskArn }: Input): unknown {
    return { TaskExecutionArn: this.begin(String(TaskArn)) };
  }

  private ran({ TaskExecutionArn }: Input): unknown {
    const run = this.tasks.get(String(TaskExecutionArn));
    if (run === undefined) throw new AwsError('DataSync.InvalidRequestException');
    const done = this.now >= run.ends;
    const report = this.report({
      TaskExecutionArn,
      Status: done ? 'SUCCESS' : 'TRANSFERRING',
      FilesTransferred: run.files,
      FilesSkipped: 40 - run.files,
      FilesVerified: 40,
      FilesDeleted: 0,
      BytesTransferred: run.files * 1000,
      ...(done && {
        Result: { PrepareStatus: 'SUCCESS', TransferStatus: 'SUCCESS', VerifyStatus: 'SUCCESS' },
      }),
    });
    // What a test makes undefined is not told.
    return JSON.parse(JSON.stringify(report)) as unknown;
  }

  /** Holds against the point of no return everything that must be so by then, as the model itself knows it. */
  private judge(): void {
    const { subject } = this;
    const must = (so: boolean, what: string) => {
      if (!so) this.faults.push(`complete.json was written although ${what}`);
    };
    must(this.complete === undefined, 'it was there');
    must(subject.stage === 'cutover', 'the phase is not in cutover');
    must(this.running.length === 1, 'another execution runs');
    must(this.frozen !== undefined, 'the source was never frozen');
    must(
      subject.approvers.length > 0 && subject.approvers.every((topic) => this.approvals.has(topic)),
      'not everyone has approved',
    );
    for (const replication of subject.replications) {
      const { dataset } = replication;
      must(this.of(replication.arn).moving.status === 'stopped', `${dataset} is not stopped`);
      const rows = this.statistics(replication);
      const names = rows.map((row) => row['TableName']);
      must(JSON.stringify(names) === JSON.stringify(replication.names), `tables of ${dataset} are missing`);
      for (const row of rows) {
        const zero = Object.entries(row).filter(([name]) =>
          /^(FullLoad.*|Validation.*)(Failed|Pending|Suspended|Error).*$/.test(name),
        );
        must(
          zero.every(([, value]) => value === 0),
          `${dataset} has rows that are not well`,
        );
        must(row['TableState'] === 'Table completed', `${dataset} is not loaded`);
        must(!replication.validated || row['ValidationState'] === 'Validated', `${dataset} is not validated`);
      }
      if (replication.validated) continue;
      const proof = this.last(`proof/${subject.phase}/${dataset}.json`);
      must(proof?.['equal'] === true, `${dataset} is not proven`);
      must(
        Date.parse(String(proof?.['checkedAt'])) > (this.frozen ?? Infinity),
        `${dataset} was proven before the freeze`,
      );
    }
    const still = subject.cutover.quiet * MINUTE;
    const lasts = subject.objects.flatMap(
      ({ taskArn }) => [...this.tasks.values()].filter(({ task }) => task === taskArn).at(-1) ?? [],
    );
    must(lasts.length === subject.objects.length, 'a task of objects never ran');
    for (const { files, at, ends, task } of lasts) {
      must(files === 0, `the last run of ${task} moved something`);
      must(at >= (this.frozen ?? Infinity) + still, `the last run of ${task} began before all was still`);
      must(ends <= this.now, `the last run of ${task} goes on`);
    }
    const drained = !subject.replications.some(({ validated }) => validated) || this.drains.length > 0;
    must(drained, 'nobody was asked for the SQL of the drain');
  }
}

function inPages(rows: Row[], marker: unknown): { rows: Row[]; marker?: string } {
  const from = marker === undefined ? 0 : Number(marker);
  const to = from + 100;
  return { rows: rows.slice(from, to), ...(to < rows.length && { marker: String(to) }) };
}
