import type { z } from 'zod';
import { readRecord } from '../plan/read-record';
import {
  carriedRecord,
  erasureRecord,
  proofRecord,
  recordKind,
  schemaRecord,
  userMoveRecord,
} from '../plan/records';
import type { Output } from './plan-command';

const SCHEMAS: Readonly<Record<z.output<typeof recordKind>['record'], z.ZodType>> = {
  schema: schemaRecord,
  proof: proofRecord,
  carried: carriedRecord,
  erased: erasureRecord,
  'user-joined': userMoveRecord,
  'user-left': userMoveRecord,
};

/**
 * Checks a record by itself, before it is put where nothing can be taken back: that it is complete and says what its kind
 * has to say.
 *
 * @returns the exit code: 0 it is a record, 1 it is not
 */
export function checkRecordCommand(
  file: string,
  output: Output = { out: console.log, err: console.error },
): number {
  const kind = readRecord(file, recordKind);
  const read = kind.ok ? readRecord(file, SCHEMAS[kind.record.record]) : kind;
  if (read.ok) {
    output.out(`${file}: record is complete`);
    return 0;
  }
  for (const problem of read.problems) output.err(`${file}: error: ${problem}`);
  return 1;
}
