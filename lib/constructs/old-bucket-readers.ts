import { AccountPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { cellPlan, type CellPlan, type Move } from '../plan/model';
import { names } from '../plan/names';
import { readerFolders } from '../plan/reader-folders';
import type { DataClass } from '../plan/schema';
import { READ_BUCKET, READ_OBJECTS } from './datasync-permissions';

/**
 * What a bucket's policy says while other cells take its dataset over: the reader of each move may read the folders of the
 * markets that move, and do nothing else. The denial holds in an account that both cells share, too, where the role's own
 * policy would be enough. A role is told by the condition and not as the principal: a policy whose principal is a role
 * that does not exist yet is refused (IAM user guide, principals), and the cell that makes the role is deployed later.
 */
export function bucketReaders(cell: CellPlan, dataset: string): PolicyStatement[] {
  const arn = `arn:aws:s3:::${names.bucket(cell, dataset)}`;
  return cell.leaving
    .filter((move) => move.dataset === dataset)
    .flatMap((move, index) => {
      const taking = cellPlan(cell.plan, move.cell);
      const reader = {
        principals: [new AccountPrincipal(taking.cell.account)],
        conditions: { ArnEquals: { 'aws:PrincipalArn': roleArn(taking, move) } },
      };
      return [
        new PolicyStatement({
          ...reader,
          sid: `Reader${index}Looks`,
          actions: READ_BUCKET,
          resources: [arn],
        }),
        new PolicyStatement({
          ...reader,
          sid: `Reader${index}Reads`,
          actions: READ_OBJECTS,
          resources: [`${arn}/*`],
        }),
        new PolicyStatement({
          ...reader,
          sid: `Reader${index}ReadsNothingElse`,
          effect: Effect.DENY,
          actions: READ_OBJECTS,
          notResources: readerFolders(cell.plan, move),
        }),
      ];
    });
}

/** What a key's policy says meanwhile: the readers may decrypt those buckets' objects, through S3. */
export function keyReaders(cell: CellPlan, dataClass: DataClass): PolicyStatement[] {
  const { datasets } = cell.plan.file;
  const { region } = cell.cell;
  const isOfClass = (move: Move) =>
    datasets[move.dataset]?.store === 's3' && datasets[move.dataset]?.class === dataClass;
  return leaving(cell, isOfClass).map(({ account, roles, sid, buckets }) => {
    const arns = buckets.map((bucket) => `arn:aws:s3:::${bucket}`);
    return new PolicyStatement({
      sid: `${sid}Decrypts`,
      principals: [new AccountPrincipal(account)],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'aws:PrincipalArn': roles },
        StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': arns.flatMap((arn) => [arn, `${arn}/*`]) },
      },
    });
  });
}

/** Any key of a cell's account in its region: which one it is, only its deployment tells, so that its alias is asked for. */
export function keyArnPattern({ cell: { account, region } }: CellPlan): string {
  const id = [8, 4, 4, 4, 12].map((length) => '?'.repeat(length)).join('-');
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}

interface Reader {
  readonly account: string;
  /** ARNs of its roles. */
  readonly roles: string[];
  readonly buckets: readonly string[];
  /** What statements about it begin with. */
  readonly sid: string;
}

/** Who reads what leaves a cell, by the cell that takes it over. */
function leaving(cell: CellPlan, wanted: (move: Move) => boolean): Reader[] {
  const moves = cell.leaving.filter(wanted);
  return [...new Set(moves.map((move) => move.cell))].map((id) => {
    const taking = cellPlan(cell.plan, id);
    const own = moves.filter((move) => move.cell === id);
    return {
      account: taking.cell.account,
      roles: own.map((move) => roleArn(taking, move)),
      buckets: [...new Set(own.map(({ dataset }) => names.bucket(cell, dataset)))],
      // A statement's id takes letters and digits only.
      sid: `Cell${id.replaceAll('-', '')}`,
    };
  });
}

function roleArn(taking: CellPlan, { dataset, phase }: Move): string {
  return `arn:aws:iam::${taking.cell.account}:role/${names.reader(taking, dataset, phase)}`;
}
