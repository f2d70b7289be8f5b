import { parseArgs } from 'node:util';
import { tableLines } from '../../lib/review/table';
import { measureApp } from './app';
import { build } from './build';
import { measureCells } from './cells';
import { measureResidency } from './residency';

/** One thing measured, beside its bound where it has one. */
export interface Line {
  readonly what: string;
  readonly found: string;
  readonly bound?: string;
  readonly holds?: boolean;
}

const PARTS: Readonly<Record<string, () => Line[]>> = {
  app: measureApp,
  cells: measureCells,
  residency: measureResidency,
};

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.find((part) => !Object.hasOwn(PARTS, part));
if (unknown !== undefined) {
  console.error(`no part ${unknown}; there are: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

try {
  build();
  const lines = Object.entries(PARTS).flatMap(([part, measure]) => {
    if (positionals.length > 0 && !positionals.includes(part)) return [];
    process.stderr.write(`${part}\n`);
    return measure();
  });
  const verdict = ({ holds }: Line) => (holds === undefined ? '' : holds ? 'holds' : 'FAILS');
  const rows = lines.map((line) => [line.what, line.found, line.bound ?? '', verdict(line)]);
  console.log(tableLines(['measured', 'found', 'bound', ''], rows).join('\n'));
  if (lines.some(({ holds }) => holds === false)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
