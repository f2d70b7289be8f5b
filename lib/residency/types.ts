/** One synthesized template, and where it will be deployed. */
export interface TemplateInput {
  /** Name of the template's file; unique among the templates judged together. */
  readonly name: string;
  readonly stackName: string;
  /** Code of the region, or any one word (CDK's is `unknown-region`) for a stack without one. */
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  /** The template as parsed from JSON. */
  readonly template: unknown;
  readonly constructPath?: string;
  /** For a nested stack: the resource of another template that deploys this one, and so gives its parameters. */
  readonly parent?: { readonly name: string; readonly logicalId: string };
}

/**
 * Where pointers may lead. With an empty policy a resource's home is its own stack's region, and a pointer
 * that leaves it is a finding.
 */
export interface Policy {
  /**
   * Regions that a stack's pointers may lead to, besides its own, by stack name; `*` is for the stacks not
   * named.
   */
  readonly regions?: Readonly<Record<string, readonly string[]>>;
  /** The same for single resources, in place of what is said of their stack: by stack name, then logical id. */
  readonly resourceRegions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Single pointers that may lead somewhere else. */
  readonly allowed?: readonly AllowedPointer[];
  /** The network that data leaves from. Without it nothing is asked of links. */
  readonly link?: LinkPolicy;
}

/** Which links to the source of data there may be, and what is at their other end. */
export interface LinkPolicy {
  /** Names of the stacks that may hold a link now. */
  readonly open: readonly string[];
  /** IPv4 or IPv6 ranges of the source. */
  readonly networks: readonly string[];
  /** Ranges of other networks that a stack's link may lead to now, by stack name. */
  readonly reach?: Readonly<Record<string, readonly string[]>>;
  /** Whom a stack may let in now from networks of the same templates elsewhere, by stack name. */
  readonly admit?: Readonly<Record<string, readonly Admitted[]>>;
}

/** A network that may be let in, at one port of TCP. */
export interface Admitted {
  readonly range: string;
  readonly port: number;
}

/** A pointer that may leave home. What is left out matches everything. */
export interface AllowedPointer {
  /** Name of the stack that has the pointer. */
  readonly stack?: string;
  readonly logicalId?: string;
  /** CloudFormation type of the resource. */
  readonly type?: string;
  /** Path under Properties, with `[*]` for any element, such as `DistributionConfig.Origins[*].DomainName`. */
  readonly path?: string;
  /** A region's code, `global`, `unknown`, the name of a host outside AWS (`*.` for any below it), or the account of a key. */
  readonly to: string;
  /** Why this is no leak: shown with the flow. */
  readonly reason: string;
}

/** Where a value leads. */
export type Place =
  | { readonly kind: 'region'; readonly region: string; readonly account?: string }
  /** A service of AWS that belongs to no region. */
  | { readonly kind: 'global' }
  | { readonly kind: 'external'; readonly host: string }
  | { readonly kind: 'unknown' };

export type Level = 'error' | 'warning';

/** What a rule has against one value of one resource. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly level: Level;
  /** Name of the template's file. */
  readonly template: string;
  readonly stack: string;
  readonly region: string;
  readonly logicalId: string;
  readonly type: string;
  /** Path under Properties; empty for the resource as a whole. */
  readonly path: string;
  /** The value as far as it could be resolved; empty when the property is absent. */
  readonly value: string;
  /** Where the value leads; absent when the finding is not about a place. */
  readonly place?: Place;
  readonly message: string;
  readonly fix: string;
}

/** Which resource of which template. */
export interface ResourceName {
  readonly template: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

/** A pointer, and the two places that it connects. */
export interface Flow extends ResourceName {
  readonly rule: string;
  readonly path: string;
  readonly value: string;
  readonly from: Place;
  readonly to: Place;
  /** Whether the pointer says where data comes from. */
  readonly incoming: boolean;
  /** The resource of the app at the other end; absent where none of the templates holds it. */
  readonly other?: ResourceName;
  /** Whether the two ends are not known to lie in one region. */
  readonly crosses: boolean;
  /** Whether the policy lets the pointer lead there. */
  readonly permitted: boolean;
  /** The policy's reason, where one was needed. */
  readonly reason?: string;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly flows: readonly Flow[];
  readonly counts: {
    readonly templates: number;
    readonly resources: number;
    readonly pointers: number;
    readonly findings: number;
  };
}
