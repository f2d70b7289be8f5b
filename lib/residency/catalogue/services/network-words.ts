/** Full names of what stands in `names`, apart by blanks: `of('EC2', 'Volume.KmsKeyId *.KeyName')`. */
export function of(service: string, names: string): readonly string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `AWS::${service}::${name}`);
}

/** Reasons that recur among networks, computers and developers' tools. */
export const WHY = {
  code: 'a program, its build or an image of a machine comes from there, no data of users',
  reported: 'AWS reports it; nobody sets it',
  probe: 'what a health check asks for; it carries no data of users',
  match: 'what traffic is compared with, or which of it a rule is for',
  ownName: 'a name of its own that others call it by; it leads nowhere else',
  edgePart: 'a part of the same global resource, which is judged by itself',
  behind:
    'the way from a balancer or gateway to its targets within the network; what users connect to is judged',
  signingKeys: 'public keys are fetched from there, nothing is sent',
  federation: 'an identity provider that IAM or the organization registers, outside any region',
  pull: 'which version, path or object within a place that is judged by itself',
  billing: 'who pays',
} as const;
