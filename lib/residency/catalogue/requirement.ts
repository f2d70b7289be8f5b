/**
 * What a type must say, because saying nothing leaks: the default is unencrypted, public, or encrypted under a key
 * that AWS owns.
 */
export interface Requirement {
  readonly type: string;
  /** Path under Properties, `[*]` after a list; several when any one of them will do. */
  readonly path: string | readonly string[];
  /** Whether a key is missing, or a switch, and of which kind. */
  readonly kind: 'key' | 'at-rest' | 'in-transit' | 'public' | 'copy';
  /** Path without which, or with `false`, there is nothing to protect. */
  readonly onlyWith?: string;
  /** Path, or paths, with which another resource decides. */
  readonly notWith?: string | readonly string[];
  /** What happens when it is left out, with its source. */
  readonly why: string;
}

/** A type that holds data and can be given no key of the customer's. */
export interface Keyless {
  readonly type: string;
  readonly why: string;
}
