/** The code of a Node.js error, such as ENOENT; empty for anything else that was thrown. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
