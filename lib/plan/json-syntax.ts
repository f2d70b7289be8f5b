import { LineCounter, parseDocument } from 'yaml';

const TOKEN =
  /[{}[\],:]|"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Why a text is not JSON, or would not be read whole (of two keys of one name JSON.parse drops the first), with its
 * place where that can be told; undefined for sound JSON.
 */
export function jsonProblem(text: string): string | undefined {
  const lines = new LineCounter();
  // All JSON is YAML, so what YAML's parser stops at is a fault of the JSON too, and it knows the place.
  const [error] = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true }).errors;
  const at = (offset: number | undefined) => {
    const { line, col } = offset === undefined ? { line: 0, col: 0 } : lines.linePos(offset);
    return line === 0 ? '' : ` at line ${line}, column ${col}`;
  };
  try {
    JSON.parse(text);
  } catch {
    return `is not JSON${at(strayOffset(text) ?? error?.pos[0])}`;
  }
  return error === undefined ? undefined : `has the same key twice${at(error.pos[0])}`;
}

/** Where something stands that YAML would let pass: a word without quotes, a comma with nothing after it. */
function strayOffset(text: string): number | undefined {
  let comma: number | undefined;
  for (let offset = 0; offset < text.length; offset = TOKEN.lastIndex) {
    const space = /^[ \t\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0;
    TOKEN.lastIndex = offset + space;
    if (TOKEN.lastIndex >= text.length) return undefined;
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return start;
    if (comma !== undefined && (token === '}' || token === ']')) return comma;
    comma = token === ',' ? start : undefined;
  }
  return undefined;
}
