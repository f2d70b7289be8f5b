import { isObject, objectOf, own, type JsonObject } from './json';
import type { TemplateInput } from './types';

/** A resource of one template. */
export interface Resource {
  readonly template: Template;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

export class Template {
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly outputs: JsonObject;
  readonly resources = new Map<string, Resource>();

  constructor(readonly input: TemplateInput) {
    const body = objectOf(input.template);
    this.parameters = objectOf(own(body, 'Parameters'));
    this.mappings = objectOf(own(body, 'Mappings'));
    this.outputs = objectOf(own(body, 'Outputs'));
    for (const [logicalId, value] of Object.entries(objectOf(own(body, 'Resources')))) {
      const type = own(value, 'Type');
      if (!isObject(value) || typeof type !== 'string') continue;
      this.resources.set(logicalId, {
        template: this,
        logicalId,
        type,
        properties: objectOf(own(value, 'Properties')),
      });
    }
  }
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
