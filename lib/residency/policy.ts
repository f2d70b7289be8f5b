import type { AllowedPointer, Place, Policy } from './types';

/** Pointers of CloudFront that AWS only allows to, or from, us-east-1. No user data passes through them. */
export const CDN_PERIMETER: readonly AllowedPointer[] = [
  {
    type: 'AWS::CloudFront::Distribution',
    path: 'DistributionConfig.ViewerCertificate.AcmCertificateArn',
    to: 'us-east-1',
    reason: 'CloudFront takes its certificate from us-east-1 only; a certificate holds no user data',
  },
  {
    type: 'AWS::CloudFront::Distribution',
    path: 'DistributionConfig.WebACLId',
    to: 'us-east-1',
    reason: 'CloudFront takes its web ACL from us-east-1 only; it holds rules, no user data',
  },
  {
    type: 'AWS::Logs::DeliverySource',
    path: 'ResourceArn',
    to: 'global',
    reason: 'a distribution is global; where its log goes is judged at the delivery destination',
  },
];

/** What holds where nobody gives a policy: home is the stack's region, and a CDN has its perimeter. */
export const DEFAULT_POLICY: Policy = { allowed: CDN_PERIMETER };

/** The pointer that a policy is asked about. */
interface AskedPointer {
  readonly stack: string;
  /** Region of the stack. */
  readonly region: string;
  readonly logicalId: string;
  readonly type: string;
  /** Path under Properties with the elements' numbers. */
  readonly path: string;
}

/** Regions that a policy opens to a stack, or to a resource in it, besides its own. */
export function regionsOf(policy: Policy, stack: string, logicalId: string): readonly string[] {
  return (
    own(own(policy.resourceRegions, stack), logicalId) ??
    own(policy.regions, stack) ??
    own(policy.regions, '*') ??
    []
  );
}

/** Whether a pointer may lead to `place`, and the policy's reason where one was needed. */
export function permits(
  policy: Policy,
  pointer: AskedPointer,
  place: Place,
): { readonly permitted: boolean; readonly reason?: string } {
  if (place.kind === 'region') {
    if (place.region === pointer.region) return { permitted: true };
    if (regionsOf(policy, pointer.stack, pointer.logicalId).includes(place.region))
      return { permitted: true };
  }
  const to = place.kind === 'region' ? place.region : place.kind === 'external' ? place.host : place.kind;
  const path = pointer.path.replace(/\[\d+\]/g, '[*]');
  const allowed = policy.allowed?.find(
    (entry) =>
      (entry.to === to || (place.kind === 'external' && isBelow(to, entry.to))) &&
      (entry.stack ?? pointer.stack) === pointer.stack &&
      (entry.logicalId ?? pointer.logicalId) === pointer.logicalId &&
      (entry.type ?? pointer.type) === pointer.type &&
      (entry.path ?? path) === path,
  );
  return allowed === undefined ? { permitted: false } : { permitted: true, reason: allowed.reason };
}

/** Whether a host that is known to the letter is below a domain, written `*.example.com`. */
function isBelow(host: string, domain: string): boolean {
  return domain.startsWith('*.') && host.endsWith(domain.slice(1)) && /^[a-z0-9.-]+$/i.test(host);
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
