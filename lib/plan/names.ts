import type { CellPlan } from './model';
import type { DataClass } from './schema';

/** The buckets that a cell has for itself. */
export const CELL_BUCKETS = { access: 'access-logs', edge: 'edge-logs', evidence: 'evidence' } as const;

/**
 * Physical names. They are fixed where another stack, another service or a person must know a name before the
 * resource exists; everything else is named by CloudFormation.
 */
export const names = {
  /** Name of a dataset's or a log bucket, unique over all of S3 in the account and region (at most 63 characters). */
  bucket: (cell: CellPlan, what: string) => `${cell.id}-${what}-${cell.cell.account}-${cell.cell.region}`,
  /** Aurora cluster of a dataset. */
  cluster: (cell: CellPlan, dataset: string) => `${cell.id}-${dataset}`,
  /** DynamoDB table of a dataset's table. */
  table: (cell: CellPlan, dataset: string, table: string) => `${cell.id}-${dataset}-${table}`,
  /** Secret in a cell: `name` is the plan's. */
  secret: (cell: CellPlan, name: string) => `${cell.id}/${name}`,
  /** Secret, as {@link names.secret} takes it, of the login at a store of the cell `from` that a dataset is taken over from. */
  oldStore: (from: string, dataset: string) => `from/${from}/${dataset}`,
  /** Role that reads the objects of a move in the bucket of another cell, by which that cell's policies know it. */
  reader: (cell: CellPlan, dataset: string, phase: string) => `${cell.id}-${dataset}-${phase}-reader`,
  /** Login that DMS uses at a dataset's own store in the cell. */
  storeSecret: (cell: CellPlan, dataset: string) => `${cell.id}/store/${dataset}`,
  /** Policy that lets the application write the records of users who move, and nothing else. */
  userMoves: (cell: CellPlan) => `${cell.id}-user-moves`,
  /** Delivery of the cell's access logs, and its source. */
  delivery: (cell: CellPlan) => `${cell.id}-edge`,
  /** Log group of a VPN's tunnels; the prefix is AWS's own for logs that its services deliver. */
  tunnelLogs: (cell: CellPlan) => `/aws/vendedlogs/vpn/${cell.id}`,
  /** Topic that alarms go to (`alarms`, `key-alarms`), or that asks an approver (`approval-1`, `approval-2`). */
  topic: (cell: CellPlan, what: string) => `${cell.id}-${what}`,
  /** Alarm of a cell; `what` says on what, then what is wrong with it, such as `orders-e-commerce-source-latency`. */
  alarm: (cell: CellPlan, what: string) => `${cell.id}-${what}`,
  /** Vault of a class's backups. */
  vault: (cell: CellPlan, dataClass: DataClass) => `${cell.id}-${dataClass}`,
  /** The cell's one dashboard; its name is unique in the account. */
  dashboard: (cell: CellPlan) => cell.id,
  /** State machine that moves a phase into a cell. */
  runbook: (cell: CellPlan, phase: string) => `${cell.id}-${phase}`,
  /** Log group that the cell's DataSync tasks write to. */
  objectLogs: (cell: CellPlan) => `/aws/datasync/${cell.id}`,
  /** Where in the evidence bucket the reports of a move's DataSync task lie. */
  reports: (dataset: string, phase: string) => `reports/${phase}/${dataset}/`,
  /** A serverless replication, and through it the log group that DMS writes to; or a DataSync task. */
  replication: (cell: CellPlan, dataset: string, phase: string) => `${cell.id}-${dataset}-${phase}`,
} as const;
