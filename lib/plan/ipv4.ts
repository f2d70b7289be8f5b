/** An IPv4 range as numbers: first and last address. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** Private address ranges (RFC 1918). */
export const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

/** What a link may reach: private addresses, and those that networks share with their carrier (RFC 6598). */
export const LINKED = [...PRIVATE, '100.64.0.0/10'] as const;

/** The number of an IPv4 address, or undefined for any other text. */
export function addressOf(text: string): number | undefined {
  const octets = text.split('.').map((octet) => (/^\d{1,3}$/.test(octet) ? Number(octet) : 256));
  if (octets.length !== 4 || octets.some((octet) => octet > 255)) return undefined;
  return octets.reduce((address, octet) => address * 256 + octet, 0);
}

/** The range of a CIDR whose base is its network address, or undefined for any other text. */
export function rangeOf(cidr: string): Range | undefined {
  const [base = '', length = ''] = cidr.split('/');
  const first = addressOf(base);
  const prefix = Number(length);
  if (first === undefined || length === '' || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  return first % size === 0 ? { first, last: first + size - 1, prefix } : undefined;
}

export function overlap(a: Range, b: Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function within(inner: Range, outer: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Every other range, each as large as can be, of which none overlaps these. */
function outside(cidrs: readonly string[]): string[] {
  const inner = cidrs.flatMap((cidr) => rangeOf(cidr) ?? []);
  const split = (first: number, prefix: number): string[] => {
    const size = 2 ** (32 - prefix);
    const range = { first, last: first + size - 1, prefix };
    if (inner.some((taken) => within(range, taken))) return [];
    if (!inner.some((taken) => overlap(range, taken))) return [`${dotted(first)}/${prefix}`];
    return [...split(first, prefix + 1), ...split(first + size / 2, prefix + 1)];
  };
  return split(0, 0);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}

/** Addresses of hosts that no link leads to. */
export const PUBLIC: readonly string[] = outside(LINKED);
