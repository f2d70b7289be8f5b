import { checkCommand, type CheckCommandOptions } from './check-command';
import { ProgressLine } from './progress-line';
import { report } from './report';

/** Runs a check in this process: on its streams, today, and with its exit code. */
export function runCheck(paths: readonly string[], options: CheckCommandOptions, version: string): void {
  const { stdout, stderr } = process;
  // Whoever reads the output may have had enough, such as `head`.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const line = new ProgressLine(stderr, () => process.uptime());
  const writeTo = (stream: NodeJS.WriteStream) => (text: string) => {
    line.clear();
    stream.write(`${text}\n`);
  };
  try {
    process.exitCode = checkCommand(paths, options, {
      out: writeTo(stdout),
      err: writeTo(stderr),
      version,
      today: new Date().toISOString().slice(0, 10),
      colors: stdout.isTTY && process.env['NO_COLOR'] === undefined,
      progress: line.tell,
    });
  } catch (error) {
    report(error);
    process.exitCode = 2;
  } finally {
    line.clear();
  }
}
