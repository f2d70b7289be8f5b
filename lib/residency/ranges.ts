import { BlockList, isIP } from 'node:net';

/** A range of addresses, IPv4 or IPv6. */
export interface Range {
  readonly base: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** A CIDR as a range; undefined for any other text. */
export function rangeOf(cidr: string): Range | undefined {
  const [base = '', length = '', ...more] = cidr.split('/');
  const version = isIP(base);
  const prefix = Number(length);
  if (version === 0 || more.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  if (prefix > (version === 4 ? 32 : 128)) return undefined;
  return { base, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether every address of `inner` is one of `outer`. */
export function within(inner: Range, outer: Range): boolean {
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  const list = new BlockList();
  list.addSubnet(outer.base, outer.prefix, outer.family);
  return list.check(inner.base, inner.family);
}

/** Whether the two have an address in common: of two ranges that do, one lies in the other. */
export function overlap(one: Range, other: Range): boolean {
  return within(one, other) || within(other, one);
}
