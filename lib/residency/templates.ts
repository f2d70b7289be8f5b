import { isObject, MAX_DEPTH, objectOf, own, type JsonObject } from './json';
import type { TemplateInput } from './types';

/** The one transform that leaves every resource as it is written, but for loops, which are seen by their key. */
const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';

/** A resource of one template. */
export interface Resource {
  readonly template: Template;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** Types of what stands in a template and is no resource: an entry without a Type, and a template's own faults. */
export const NO_TYPE = '';
export const WHOLE_TEMPLATE = 'Template';

export class Template {
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly outputs: JsonObject;
  readonly resources = new Map<string, Resource>();
  /** What becomes resources only at deployment; it has no properties to read. */
  readonly unread: readonly Resource[];

  constructor(readonly input: TemplateInput) {
    const body = objectOf(input.template);
    this.parameters = objectOf(own(body, 'Parameters'));
    this.mappings = objectOf(own(body, 'Mappings'));
    this.outputs = objectOf(own(body, 'Outputs'));
    const unread = rewritten(body).map((logicalId) => this.unreadable(logicalId, WHOLE_TEMPLATE));
    for (const [logicalId, value] of Object.entries(objectOf(own(body, 'Resources')))) {
      const type = own(value, 'Type');
      if (!isObject(value) || typeof type !== 'string' || Object.keys(value).some(isRewritten)) {
        unread.push(this.unreadable(logicalId, NO_TYPE));
        if (!isObject(value) || typeof type !== 'string') continue;
      }
      this.resources.set(logicalId, {
        template: this,
        logicalId,
        type,
        properties: objectOf(own(value, 'Properties')),
      });
    }
    this.unread = unread;
  }

  private unreadable(logicalId: string, type: string): Resource {
    return { template: this, logicalId, type, properties: {} };
  }
}

/** Whether a key has its neighbours made, or changed, at deployment: a macro or a loop. */
function isRewritten(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith('Fn::ForEach::');
}

/** Sections whose own entries tell more than that something in them is rewritten. */
const JUDGED_APART = new Set(['Transform', 'Resources']);

/** Parts of a template, its resources apart, that a macro makes or changes. */
function rewritten(body: JsonObject): string[] {
  const transform = body['Transform'];
  const names =
    transform === undefined ? [] : Array.isArray(transform) ? (transform as unknown[]) : [transform];
  return [
    ...(names.every((name) => name === LANGUAGE_EXTENSIONS) ? [] : ['Transform']),
    ...Object.keys(body).filter(
      (section) => !JUDGED_APART.has(section) && (isRewritten(section) || isRewrittenWithin(body[section])),
    ),
  ];
}

/** Whether a macro or a loop stands anywhere in `value`; so deep that nobody reads it counts as one. */
export function isRewrittenWithin(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  return Object.entries(value).some(([key, item]) => isRewritten(key) || isRewrittenWithin(item, depth + 1));
}

/** All templates of the app, indexed once. */
export class Templates {
  readonly all: readonly Template[];
  private readonly byName = new Map<string, Template>();
  private readonly byStack = new Map<string, Template[]>();
  private readonly byParent = new Map<string, Template>();
  private readonly byType = new Map<string, Resource[]>();

  constructor(inputs: readonly TemplateInput[]) {
    this.all = inputs.map((input) => new Template(input));
    for (const template of this.all) {
      const { name, stackName, parent } = template.input;
      this.byName.set(name, template);
      push(this.byStack, stackName, template);
      if (parent !== undefined) this.byParent.set(`${parent.name} ${parent.logicalId}`, template);
      for (const resource of template.resources.values()) push(this.byType, resource.type, resource);
    }
  }

  named(name: string): Template | undefined {
    return this.byName.get(name);
  }

  /** Stacks of that name; the same name may be used once per region and account. */
  stacks(stackName: string): readonly Template[] {
    return this.byStack.get(stackName) ?? [];
  }

  /** The template that a nested stack's resource deploys. */
  nestedIn(resource: Resource): Template | undefined {
    return this.byParent.get(`${resource.template.input.name} ${resource.logicalId}`);
  }

  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
