import type { Resource } from './templates';

/**
 * A resolved text may hold parts that only exist once AWS made them: a mark stands for the attribute of a
 * resource, `UNKNOWN` for what cannot be worked out. Both are characters of Unicode's private use area, so
 * that texts can be joined and split as CloudFormation would.
 */
export const UNKNOWN = '\uE002';
const MARK = /\uE000([\uE100-\uF8FF]{2})\uE001/;
const MARKS = new RegExp(MARK, 'g');
const RESERVED = /[\uE000-\uF8FF]/;
const FIRST_DIGIT = 0xe100;
const BASE = 0xf8ff - FIRST_DIGIT + 1;
/** A dynamic reference is replaced at deployment by a value that no template holds. */
const DYNAMIC = /\{\{resolve:[^}]*\}\}/g;

interface Reference {
  readonly resource: Resource;
  /** Name of the attribute; empty for what `Ref` gives. */
  readonly attribute: string;
}

/** A text as written in a template, made safe to hold marks. */
export function literal(text: string): string {
  if (RESERVED.test(text)) return UNKNOWN;
  return text.includes('{{resolve:') ? text.replace(DYNAMIC, UNKNOWN) : text;
}

/** Whether every part of `text` is known, marks of resources excepted. */
export function isKnown(text: string): boolean {
  return !text.includes(UNKNOWN);
}

/** Whether `text` is known to the letter. */
export function isLiteral(text: string): boolean {
  return !RESERVED.test(text);
}

export class Marks {
  private readonly references: Reference[] = [];
  private readonly marks = new Map<Resource, Map<string, string>>();

  of(resource: Resource, attribute: string): string {
    let ofResource = this.marks.get(resource);
    if (ofResource === undefined) this.marks.set(resource, (ofResource = new Map<string, string>()));
    let mark = ofResource.get(attribute);
    if (mark === undefined) {
      mark = encode(this.references.length);
      this.references.push({ resource, attribute });
      ofResource.set(attribute, mark);
    }
    return mark;
  }

  /** The first mark in `text`. */
  first(text: string): { readonly mark: string; readonly reference: Reference } | undefined {
    const match = MARK.exec(text);
    const reference = match === null ? undefined : this.references[decode(match[1] ?? '')];
    return match === null || reference === undefined ? undefined : { mark: match[0], reference };
  }

  /** `text` for people: marks as `${LogicalId.Attribute}`, the unknown as `?`. */
  show(text: string): string {
    if (isLiteral(text)) return text;
    return text.replaceAll(UNKNOWN, '?').replace(MARKS, (_, index: string) => {
      const reference = this.references[decode(index)];
      if (reference === undefined) return '?';
      const { resource, attribute } = reference;
      return `\${${resource.logicalId}${attribute === '' ? '' : `.${attribute}`}}`;
    });
  }
}

function encode(index: number): string {
  const digits = String.fromCharCode(FIRST_DIGIT + Math.floor(index / BASE), FIRST_DIGIT + (index % BASE));
  return `\uE000${digits}\uE001`;
}

function decode(digits: string): number {
  return (digits.charCodeAt(0) - FIRST_DIGIT) * BASE + digits.charCodeAt(1) - FIRST_DIGIT;
}
