import {
  Composer,
  isScalar,
  LineCounter,
  Pair,
  Parser,
  Scalar,
  visit,
  YAMLMap,
  YAMLParseError,
  YAMLSeq,
  type CollectionTag,
  type CST,
  type Document,
  type ScalarTag,
} from 'yaml';
import { TemplateLexer } from './yaml-lexer';

/** Functions that have a short form, by the name after the exclamation mark (CloudFormation user guide, intrinsic functions). */
const FUNCTIONS = [
  'Ref',
  'Condition',
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAZs',
  'GetAtt',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const;

/** How many nodes YAML aliases may stand for in all: CloudFormation itself takes none. */
const MAX_ALIASED_NODES = 10_000;
/** How many collections may stand in one another; the deepest template in use has some thirty. */
const MAX_NESTING = 500;
/** An account's id has as many digits: what is so long is a name, not a quantity. */
const DIGITS_OF_AN_ACCOUNT = 12;

/** Scalars as CloudFormation takes them: YAML 1.1 in what is true, and no date. */
const SCALARS: readonly ScalarTag[] = [
  scalar('null', /^(?:~|null|Null|NULL)?$/, () => null),
  scalar('bool', /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/, () => true),
  scalar('bool', /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/, () => false),
  scalar('int', /^[-+]?\d+$/, numberOrText),
  scalar('float', /^[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?$/, numberOrText),
];

function scalar(name: string, test: RegExp, value: (source: string) => unknown): ScalarTag {
  return {
    tag: `tag:yaml.org,2002:${name}`,
    default: true,
    test,
    resolve: (source) => new Scalar(value(source)),
  };
}

/** A number that would not be written back as it stands is text: `012345678901`, `8.0`, `1e3`; so is an account's id. */
function numberOrText(source: string): number | string {
  const number = Number(source);
  return String(number) === source && source.length < DIGITS_OF_AN_ACCOUNT ? number : source;
}

const SHORT_FORMS: readonly (ScalarTag | CollectionTag)[] = FUNCTIONS.flatMap((name) => {
  const tag = `!${name}`;
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  const around = (argument: YAMLMap | YAMLSeq) => {
    const call = new YAMLMap();
    call.items.push(new Pair(new Scalar(key), argument));
    return call;
  };
  return [
    { tag, resolve: (text: string) => ({ [key]: name === 'GetAtt' ? attributeOf(text) : text }) },
    { tag, collection: 'seq', nodeClass: YAMLSeq, resolve: (list) => argumentOf(list, around) },
    { tag, collection: 'map', nodeClass: YAMLMap, resolve: (map) => argumentOf(map, around) },
  ] satisfies (ScalarTag | CollectionTag)[];
});

function argumentOf(value: unknown, around: (argument: YAMLMap | YAMLSeq) => YAMLMap): unknown {
  return value instanceof YAMLMap || value instanceof YAMLSeq ? around(value) : value;
}

/** `Resource.Attribute` as a list; an attribute may have dots of its own. */
function attributeOf(text: string): string | readonly [string, string] {
  const dot = text.indexOf('.');
  return dot === -1 ? text : [text.slice(0, dot), text.slice(dot + 1)];
}

/** Why a text is no template, and where; line and column count from 1. */
export interface Syntax {
  readonly problem: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The document that a template's text is. It has errors in it where the text is not YAML.
 *
 * @returns undefined if it is nested so deeply that to compose it would take more stack than there is
 */
export function templateDocument(text: string, lines: LineCounter): Document | undefined {
  const tokens = tokensOf(text, lines);
  if (isDeep(tokens)) return undefined;
  const composer = new Composer({
    prettyErrors: false,
    logLevel: 'error',
    schema: 'failsafe',
    customTags: (tags) => [...tags, ...SCALARS, ...SHORT_FORMS],
    merge: true,
    resolveKnownTags: false,
    stringKeys: true,
    // Looked for in one pass below: the parser compares every key with every other.
    uniqueKeys: false,
  });
  const [first, second] = composer.compose(tokens, true, text.length);
  if (second !== undefined) first?.errors.push(...second.errors, manyDocuments(second));
  return first;
}

function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const lexeme of new TemplateLexer().lex(text)) tokens.push(...parser.next(lexeme));
  return [...tokens, ...parser.end()];
}

function manyDocuments(second: Document): YAMLParseError {
  const [start] = second.range ?? [0];
  return new YAMLParseError([start, start], 'MULTIPLE_DOCS', 'more than one document');
}

/** Walks without recursion, which is what is in doubt. */
function isDeep(tokens: readonly CST.Token[]): boolean {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_NESTING) return true;
    level = level.flatMap(within);
  }
  return false;
}

function within(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((part) => part !== undefined && part !== null),
  );
}

/**
 * The template that a text in YAML is, short forms written out as JSON has them. Never throws: a text that
 * CloudFormation would not take is a syntax fault.
 */
export function parseYamlTemplate(
  text: string,
): { readonly ok: true; readonly value: unknown } | ({ readonly ok: false } & Syntax) {
  const lines = new LineCounter();
  const refused = (problem: string, offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { ok: false as const, problem, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = templateDocument(text, lines);
    if (document === undefined) return refused('is nested too deeply', 0);
    const [broken] = [...document.errors, ...document.warnings];
    if (broken !== undefined)
      return refused(`is not a template in YAML: ${said(broken.message)}`, broken.pos[0]);
    const twice = keyTwice(document);
    if (twice !== undefined) return refused('has the same key twice in one map', twice);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASED_NODES });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof ReferenceError)
      return refused(
        error.message.startsWith('Excessive')
          ? `has YAML aliases for more than ${MAX_ALIASED_NODES} nodes`
          : 'has a YAML alias of nothing',
        0,
      );
    return refused('is nested too deeply', 0);
  }
}

/** The parser's message in one line, as the end of a sentence. */
function said(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return `${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}

/** Offset of a key that stands before in the same map. */
function keyTwice(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          offset = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return offset;
}
