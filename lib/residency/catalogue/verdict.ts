/**
 * What a property can do with data:
 *
 * - pointers, judged by the place they lead to: `arn` (an ARN, or the id or name of something in the stack's own
 *   region), `bucket` (its name, its ARN or an `s3://` address), `host` (a host name or URL), `region` (a region's
 *   code), `zone` (an availability zone), `external` (somewhere outside AWS, whatever it says), `global` (something
 *   that belongs to no region, whatever it says);
 * - who gets at data: `account`, `principal` (an account, ARN, service or `*`), `role` (which a service acts by),
 *   `policy` (a document), `range` (of addresses let in);
 * - `key` (a KMS key) and `definition` (a language of its own, pointers among its words);
 * - switches, judged by their value: `at-rest`, `in-transit`, `public` and `copy`.
 */
export type Kind = Pointer | Party | Switch | 'key' | 'definition';

export type Pointer = 'arn' | 'bucket' | 'host' | 'region' | 'zone' | 'external' | 'global';
export type Party = 'account' | 'principal' | 'role' | 'policy' | 'range';
export type Switch = 'at-rest' | 'in-transit' | 'public' | 'copy';

/** What the catalogue says of a property that needs judging. */
export interface Verdict {
  readonly kind: Kind;
  /** What the pointer is for, where that is no plain destination: a copy of the data, or what tells of its use. */
  readonly of?: 'copy' | 'telemetry';
  /** The pointer says where data comes from, not where it goes. */
  readonly incoming?: true;
  /** Of a switch: the only values that are right. */
  readonly good?: readonly string[];
  /** Of a switch: the values that are wrong; every other is right. */
  readonly bad?: readonly string[];
}
