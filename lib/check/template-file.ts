import { readFileSync, statSync } from 'node:fs';
import { errorCode } from '../plan/error-code';
import type { LocatedFault } from '../plan/fault';
import { isMap } from './maps';
import type { Progress } from './progress';
import { parseYamlTemplate } from './template-yaml';

/** Largest template that is read, in bytes. CloudFormation takes 1 MB. */
const MAX_JSON_BYTES = 256 * 1024 ** 2;
/** YAML takes a hundred times as long as JSON to read. */
const MAX_YAML_BYTES = 8 * 1024 ** 2;

/** What a file turned out to be. */
export type TemplateFile =
  | { readonly kind: 'template'; readonly template: Readonly<Record<string, unknown>> }
  /** Something else, and sound as far as anyone here can tell. */
  | { readonly kind: 'other'; readonly fault: LocatedFault }
  /** A template that CloudFormation would not take either, or a file that nobody can read. */
  | { readonly kind: 'unreadable'; readonly fault: LocatedFault };

const ALLOWED = 'a CloudFormation template in JSON or YAML';

/** A file so large may take more than a second to read, in bytes. */
const LARGE = 512 * 1024;

export interface ReadOptions {
  readonly progress?: Progress;
  /** Whether an assembly says that it is a template: even a stack without resources has one. */
  readonly surely?: boolean;
}

/** Reads a template file. Bad input is a fault, never an exception. */
export function readTemplate(file: string, { progress, surely = false }: ReadOptions = {}): TemplateFile {
  const unreadable = (problem: string, found?: string): TemplateFile => ({
    kind: 'unreadable',
    fault: faultAt(file, problem, { found }),
  });
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return unreadable('is not a file');
    if (stat.size > MAX_JSON_BYTES)
      return unreadable(`has more than ${MAX_JSON_BYTES} bytes`, `${stat.size} bytes`);
    progress?.(`reading ${file}`, stat.size > LARGE);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return templateOf(text, file, surely);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return unreadable('does not exist');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { kind: 'other', fault: faultAt(file, 'is not UTF-8') };
    return unreadable('cannot be read', code);
  }
}

/** The template that a text is; `file` names it in faults, and tells JSON from YAML by how its name ends. */
function templateOf(text: string, file: string, surely: boolean): TemplateFile {
  const parsed = parse(text, file);
  if ('problem' in parsed) {
    const fault = faultAt(file, parsed.problem, parsed);
    return { kind: LIKE_A_TEMPLATE.test(text) ? 'unreadable' : 'other', fault };
  }
  const { value } = parsed;
  if (isTemplate(value) || (surely && isMap(value))) return { kind: 'template', template: value };
  const fault = faultAt(file, 'is not a CloudFormation template: it has no Resources');
  return { kind: isMap(value) && VERSION in value ? 'unreadable' : 'other', fault };
}

const VERSION = 'AWSTemplateFormatVersion';
/** What a broken file must say to be taken for a broken template: passing over one of these would be passing it. */
const LIKE_A_TEMPLATE = /AWSTemplateFormatVersion|["']Resources["']\s*:|^\s*Resources\s*:/m;

/** Whether a document is a template: by the version it names, or else by its resources. */
function isTemplate(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isMap(value) || !isMap(value['Resources'])) return false;
  const entries = Object.entries(value['Resources']);
  return (
    VERSION in value ||
    'Transform' in value ||
    entries.some(
      ([key, entry]) => key.startsWith('Fn::') || (isMap(entry) && typeof entry['Type'] === 'string'),
    ) ||
    entries.length === 0
  );
}

interface Position {
  readonly line?: number;
  readonly column?: number;
}

/** Any JSON is YAML too, but a parser of its own reads it in a hundredth of the time. */
function parse(
  text: string,
  file: string,
): { readonly value: unknown } | ({ readonly problem: string } & Position) {
  const json = /\.json$/i.test(file);
  if (json || /^\s*[{[]/.test(text)) {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      if (json) return { ...brokenAt(text), problem: 'is not JSON' };
    }
  }
  if (text.length > MAX_YAML_BYTES)
    return { problem: `has more than the ${MAX_YAML_BYTES} bytes that are read of YAML` };
  const parsed = parseYamlTemplate(text);
  return parsed.ok ? { value: parsed.value } : parsed;
}

/** Where YAML's parser, which knows places, stops in a text that is no JSON. */
function brokenAt(text: string): Position {
  if (text.length > MAX_YAML_BYTES) return {};
  const parsed = parseYamlTemplate(text);
  return parsed.ok ? {} : parsed;
}

/** A fault of a whole file, or at a place in it. */
export function faultAt(
  file: string,
  problem: string,
  { line = 1, column = 1, ...details }: Position & Pick<LocatedFault, 'found' | 'allowed' | 'fix'> = {},
): LocatedFault {
  const { found, allowed = ALLOWED, fix } = details;
  return { file, line, column, path: [], problem, found, allowed, fix };
}
