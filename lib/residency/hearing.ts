import { statementsOf, type Site, type SiteOf } from './catalogue/sites';
import type { Kind } from './catalogue/verdict';
import { describePlace, placeOf, placeOfTemplate, samePlace, type PointerKind } from './place';
import { permits, regionsOf } from './policy';
import { read, readFrom, type Reading } from './read';
import type { Resolver } from './resolver';
import type { Rule } from './rule';
import type { Resource, Templates } from './templates';
import type { Finding, Flow, LinkPolicy, Place, Policy, ResourceName } from './types';

/** What a judgement gathers while the rules run. */
interface Proceedings {
  readonly findings: Map<string, Finding>;
  readonly flows: Map<string, Flow>;
}

/** One rule hearing one resource: what the resource says, and what the rule concludes. */
export class Hearing {
  constructor(
    private readonly rule: Rule,
    readonly resource: Resource,
    readonly resolver: Resolver,
    private readonly policy: Policy,
    private readonly record: Proceedings,
  ) {}

  /** What the policy says of links; undefined when it says nothing. */
  get link(): LinkPolicy | undefined {
    return this.policy.link;
  }

  get templates(): Templates {
    return this.resolver.templates;
  }

  /** Everything that can stand at a property path; see {@link read}. */
  read(path: string): readonly Reading[] {
    return read(this.resource, path, this.resolver);
  }

  /** As {@link read}, below values already read. */
  below(readings: readonly Reading[], path: string): readonly Reading[] {
    return readFrom(readings, path, this.resource.template, this.resolver);
  }

  /** Values of the resource that the catalogue says are of one of `kinds`. */
  sites<K extends Kind>(...kinds: readonly K[]): readonly SiteOf<K>[] {
    const isAsked = (site: Site): site is SiteOf<K> => (kinds as readonly Kind[]).includes(site.verdict.kind);
    return statementsOf(this.resource).sites.filter(isAsked);
  }

  /** Every text that a reading can be; none for an absent one. */
  texts(reading: Reading): readonly string[] {
    return reading.value === undefined ? [] : this.resolver.texts(reading.value, this.resource.template);
  }

  /** The resource of one of `types` that a text names. */
  named(text: string, ...types: string[]): Resource | undefined {
    return this.resolver.resource(text, types, this.resource.template);
  }

  placeOf(text: string, kind: PointerKind): Place {
    return placeOf(text, kind, this.resource.template, this.resolver);
  }

  /** Finds fault with readings at `path` that are absent, or that can be a text which `accepts` refuses. */
  require(path: string, accepts: (text: string) => boolean, message: string): void {
    for (const reading of this.read(path)) this.requireOf(reading, accepts, message);
  }

  requireOf(reading: Reading, accepts: (text: string) => boolean, message: string): void {
    const texts = this.texts(reading);
    if (texts.length === 0) this.find(reading.path, '', message);
    for (const text of texts) if (!accepts(text)) this.find(reading.path, text, message);
  }

  /** Judges where the pointers at `path` lead, if there are any: see {@link lead}. */
  leads(path: string, kind: PointerKind, what: string, options: LeadOptions = {}): void {
    for (const reading of this.read(path)) {
      for (const text of this.texts(reading)) this.lead(reading.path, text, kind, what, options);
    }
  }

  /** Records a pointer's flow; a finding unless it leads to where it may. `what` begins the message. */
  lead(path: string, text: string, kind: PointerKind, what: string, options: LeadOptions = {}): void {
    const { incoming = false, anywhere = false, homeOnly = false } = options;
    const place = options.place ?? this.placeOf(text, kind);
    const verdict = anywhere ? { permitted: true } : this.permits(path, place, homeOnly);
    const here = placeOfTemplate(this.resource.template);
    const [from, to] = incoming ? [place, here] : [here, place];
    this.flow(path, text, { from, to, incoming }, verdict);
    if (verdict.permitted) return;
    const message = `${what} leads to ${describePlace(place)}; allowed is ${this.allowed(homeOnly)}`;
    this.find(path, text, message, place);
  }

  /** Whether the policy allows the pointer at `path` by an entry to just that. */
  allows(path: string, to: string): boolean {
    return this.permits(path, { kind: 'external', host: to }, true).permitted;
  }

  find(path: string, text: string, message: string, place?: Place): void {
    const { template, logicalId, type } = this.resource;
    const finding: Finding = {
      rule: this.rule.id,
      level: this.rule.level,
      template: template.input.name,
      stack: template.input.stackName,
      region: template.input.region,
      logicalId,
      type,
      path,
      value: this.resolver.marks.show(text),
      place,
      message,
      fix: this.rule.fix,
    };
    this.record.findings.set(
      [finding.rule, finding.template, logicalId, path, text, message].join('\n'),
      finding,
    );
  }

  private permits(path: string, place: Place, homeOnly: boolean): ReturnType<typeof permits> {
    const { template, logicalId, type } = this.resource;
    const { stackName, region } = template.input;
    const pointer = { stack: stackName, region, logicalId, type, path };
    const policy = homeOnly ? { allowed: this.policy.allowed } : this.policy;
    return permits(policy, pointer, place);
  }

  private allowed(homeOnly: boolean): string {
    const { template, logicalId } = this.resource;
    const { stackName, region } = template.input;
    const others = homeOnly ? [] : regionsOf(this.policy, stackName, logicalId);
    return [...new Set([region, ...others])].join(', ');
  }

  private flow(
    path: string,
    text: string,
    ends: Pick<Flow, 'from' | 'to' | 'incoming'>,
    verdict: ReturnType<typeof permits>,
  ): void {
    const other = this.named(text, 'AWS::S3::Bucket');
    const flow: Flow = {
      rule: this.rule.id,
      ...nameOf(this.resource),
      path,
      value: this.resolver.marks.show(text),
      ...ends,
      ...(other === undefined ? {} : { other: nameOf(other) }),
      crosses: !samePlace(ends.from, ends.to),
      ...verdict,
    };
    this.record.flows.set([flow.template, flow.logicalId, path, text].join('\n'), flow);
  }
}

function nameOf({ template, logicalId, type }: Resource): ResourceName {
  return { template: template.input.name, stack: template.input.stackName, logicalId, type };
}

interface LeadOptions {
  /** The pointer says where data comes from. */
  readonly incoming?: boolean;
  /** Whether it may lead anywhere, as where data comes from may. */
  readonly anywhere?: boolean;
  /** Whether no other region will do, whatever regions the policy opens to the stack. */
  readonly homeOnly?: boolean;
  /** Where it leads, if the rule knows better than the text. */
  readonly place?: Place;
}
