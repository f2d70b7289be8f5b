/** Tells a user what went wrong in one line; the environment variable DEBUG adds where in the code. */
export function report(error: unknown): void {
  console.error(error instanceof Error && process.env['DEBUG'] === undefined ? error.message : error);
  process.exitCode = 1;
}
