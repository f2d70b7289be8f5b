import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAGES } from '../../lib/plan/schema';
import { stacksByStage, stageRows, type StageRow } from '../support/stages';

/** The page that holds the table of what exists at which stage. */
const PAGE = join(__dirname, '../../docs/stages.md');
const HEAD = ['stack', 'resource', ...STAGES];

/** The rows of the table, as the page writes them. */
export function written(rows: readonly StageRow[]): string[][] {
  return rows.map(({ stack, type, counts }) => [
    stack.replace(/^sg\//, ''),
    type.replace(/^AWS::/, ''),
    ...counts.map((count) => (count === 0 ? '' : `${count}`)),
  ]);
}

/** The rows that the page has. */
export function rowsOfPage(): string[][] {
  const lines = readFileSync(PAGE, 'utf8').split('\n');
  const table = lines.filter((line) => line.startsWith('|')).slice(2);
  return table.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

async function write(): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const lines = [HEAD, HEAD.map(() => '---'), ...written(stageRows(stacksByStage()))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const page = readFileSync(PAGE, 'utf8').replace(/^\|[^]*\|$/m, lines.join('\n'));
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

if (require.main === module) void write();
