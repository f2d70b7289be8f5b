import { joined, limited, limitedLists, product, type Lists, type Texts } from './alternatives';
import { intrinsicOf, isObject, listOf, MAX_DEPTH, objectOf, own } from './json';
import { isKnown, isLiteral, literal, Marks, UNKNOWN } from './marks';
import { PhysicalNames } from './names';
import { pseudoParameter } from './pseudo-parameters';
import type { Resource, Template, Templates } from './templates';

/** Letters of a region's zones; none has more. */
const ZONES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Works out values as CloudFormation would, over all templates together. */
export class Resolver {
  readonly marks = new Marks();
  private readonly memory = new Map<string, Texts>();
  private exports?: Map<string, { readonly value: unknown; readonly template: Template }>;
  private names?: PhysicalNames;

  constructor(readonly templates: Templates) {}

  /**
   * Every text that `value` can be: more than one where a condition or a mapping decides, none for
   * `AWS::NoValue`. What cannot be worked out is {@link UNKNOWN}. Never throws, always ends.
   */
  texts(value: unknown, template: Template, depth = 0): Texts {
    if (typeof value === 'string') return [literal(value)];
    if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
    const intrinsic = intrinsicOf(value);
    if (intrinsic === undefined || depth > MAX_DEPTH) return [UNKNOWN];
    const { name, argument } = intrinsic;
    const next = depth + 1;
    switch (name) {
      case 'Ref':
        return typeof argument === 'string' ? this.ref(argument, template, next) : [UNKNOWN];
      case 'Fn::GetAtt':
        return this.getAtt(argument, template, next);
      case 'Fn::Sub':
        return this.sub(argument, template, next);
      case 'Fn::Join': {
        const [separator, list] = listOf(argument);
        if (typeof separator !== 'string') return [UNKNOWN];
        return joined(this.lists(list, template, next), separator);
      }
      case 'Fn::Select': {
        const [index, list] = listOf(argument);
        const lists = this.lists(list, template, next);
        const picks = this.texts(index, template, next);
        return limited(picks.flatMap((pick) => lists.map((texts) => this.select(texts, Number(pick)))));
      }
      case 'Fn::If': {
        const [, yes, no] = listOf(argument);
        return limited([...this.texts(yes, template, next), ...this.texts(no, template, next)]);
      }
      case 'Fn::GetAZs':
        return limited(this.lists(value, template, next).flat());
      case 'Fn::FindInMap':
        return limited(
          this.mapped(argument, template, next).flatMap((found) => this.texts(found, template, next)),
        );
      case 'Fn::ImportValue':
        return limited(
          this.texts(argument, template, next).flatMap((text) => this.imported(text, template, next)),
        );
      case 'Fn::GetStackOutput':
        return this.stackOutput(argument, template, next);
      default:
        return [UNKNOWN];
    }
  }

  /** The resource that `text` names: by a mark, or by the physical name of one of `types`. */
  resource(text: string, types: readonly string[], at: Template): Resource | undefined {
    const found = this.marks.first(text);
    if (found !== undefined)
      return found.mark === text || text.endsWith(found.mark) ? found.reference.resource : undefined;
    const name = text.startsWith('arn:')
      ? (text.split(':').slice(5).join(':').split(/[/:]/).pop() ?? '')
      : text;
    return types
      .flatMap((type) => this.withName(type, name))
      .find(
        (resource) =>
          resource.template.input.region === at.input.region || resource.type === 'AWS::S3::Bucket',
      );
  }

  /** Resources of a type whose physical name is `name`, anywhere in the app. */
  withName(type: string, name: string): readonly Resource[] {
    this.names ??= new PhysicalNames(this);
    return this.names.of(type, name);
  }

  private ref(name: string, template: Template, depth: number): Texts {
    const pseudo = pseudoParameter(name, template.input);
    if (pseudo !== undefined) return pseudo;
    const parameter = own(template.parameters, name);
    if (isObject(parameter)) return this.parameter(name, parameter, template, depth);
    const resource = template.resources.get(name);
    return [resource === undefined || answersAsItLikes(resource) ? UNKNOWN : this.marks.of(resource, '')];
  }

  private parameter(name: string, parameter: unknown, template: Template, depth: number): Texts {
    const { parent } = template.input;
    const parentTemplate = parent === undefined ? undefined : this.templates.named(parent.name);
    const given = own(
      own(parentTemplate?.resources.get(parent?.logicalId ?? '')?.properties, 'Parameters'),
      name,
    );
    if (given !== undefined && parentTemplate !== undefined)
      return this.once(`parameter ${template.input.name} ${name}`, () =>
        this.texts(given, parentTemplate, depth),
      );
    // An SSM parameter's default is the name of the value, not the value.
    const type = own(parameter, 'Type');
    if (typeof type === 'string' && type.startsWith('AWS::SSM::')) return [UNKNOWN];
    const value = own(parameter, 'Default');
    // A nested stack's parameter that its parent does not give is its default; a deployment may give any other.
    const allowed = parentTemplate === undefined ? listOf(own(parameter, 'AllowedValues')) : [];
    const values = value === undefined ? allowed : [value, ...allowed];
    return values.length === 0 || values.some(isObject)
      ? [UNKNOWN]
      : limited(values.flatMap((each) => this.texts(each, template, depth)));
  }

  private getAtt(argument: unknown, template: Template, depth: number): Texts {
    const [logicalId, given] = typeof argument === 'string' ? splitAtDot(argument) : listOf(argument);
    const resource = typeof logicalId === 'string' ? template.resources.get(logicalId) : undefined;
    if (resource === undefined) return [UNKNOWN];
    return limited(
      this.texts(given, template, depth).flatMap((attribute) => this.attribute(resource, attribute, depth)),
    );
  }

  private attribute(resource: Resource, attribute: string, depth: number): Texts {
    const { type } = resource;
    if (type === 'AWS::CloudFormation::Stack') {
      const nested = this.templates.nestedIn(resource);
      const output = attribute.replace(/^Outputs\./, '');
      return nested === undefined ? [UNKNOWN] : this.output(nested, output, depth);
    }
    if (type === 'AWS::SSM::Parameter' && attribute === 'Value')
      return this.once(`value ${resource.template.input.name} ${resource.logicalId}`, () =>
        this.texts(own(resource.properties, 'Value'), resource.template, depth),
      );
    return [answersAsItLikes(resource) ? UNKNOWN : this.marks.of(resource, attribute)];
  }

  private sub(argument: unknown, template: Template, depth: number): Texts {
    const [body, given] = Array.isArray(argument) ? listOf(argument) : [argument, {}];
    if (typeof body !== 'string') return [UNKNOWN];
    const variables = objectOf(given);
    const parts: Texts[] = body.split(/(\$\{[^}]*\})/).map((part) => {
      if (!part.startsWith('${') || !part.endsWith('}')) return [literal(part)];
      const name = part.slice(2, -1).trim();
      if (name.startsWith('!')) return [literal(`\${${name.slice(1)}}`)];
      if (Object.hasOwn(variables, name)) return this.texts(variables[name], template, depth);
      return name.includes('.') ? this.getAtt(name, template, depth) : this.ref(name, template, depth);
    });
    return joined(product(parts), '');
  }

  private imported(name: string, template: Template, depth: number): Texts {
    if (this.exports === undefined) {
      this.exports = new Map();
      for (const exporter of this.templates.all) {
        for (const output of Object.values(exporter.outputs)) {
          const exported = own(own(output, 'Export'), 'Name');
          if (exported === undefined) continue;
          for (const text of this.texts(exported, exporter))
            this.exports.set(exportKey(text, exporter), { value: own(output, 'Value'), template: exporter });
        }
      }
    }
    const key = exportKey(name, template);
    const found = isKnown(name) ? this.exports.get(key) : undefined;
    if (found === undefined) return [UNKNOWN];
    return this.once(`export ${key}`, () => this.texts(found.value, found.template, depth));
  }

  private stackOutput(argument: unknown, template: Template, depth: number): Texts {
    const text = (key: string): string | undefined => {
      const value = own(argument, key);
      const texts = value === undefined ? [] : this.texts(value, template, depth);
      return texts.length === 1 ? texts[0] : undefined;
    };
    const name = (text('StackName') ?? UNKNOWN).replace(/^arn:[^/]*:stack\/([^/]+).*$/, '$1');
    const region = own(argument, 'Region') === undefined ? template.input.region : text('Region');
    const producers = this.templates.stacks(name).filter((stack) => stack.input.region === region);
    const output = text('OutputName');
    if (producers.length === 0 || output === undefined) return [UNKNOWN];
    return limited(producers.flatMap((producer) => this.output(producer, output, depth)));
  }

  private output(template: Template, name: string, depth: number): Texts {
    const output = own(template.outputs, name);
    if (output === undefined) return [UNKNOWN];
    return this.once(`output ${template.input.name} ${name}`, () =>
      this.texts(own(output, 'Value'), template, depth),
    );
  }

  /** The values that a mapping can give: all of a level whose key is not known. */
  private mapped(argument: unknown, template: Template, depth: number): readonly unknown[] {
    if (!Array.isArray(argument)) return [undefined];
    let level: unknown[] = [template.mappings];
    for (const key of argument.slice(0, 3) as unknown[]) {
      const keys = this.texts(key, template, depth);
      level = level.flatMap((values) =>
        keys.every(isLiteral)
          ? keys.map((text) => own(values, text)).filter((value) => value !== undefined)
          : Object.values(objectOf(values)),
      );
    }
    const fallback = own(argument[3], 'DefaultValue');
    if (fallback !== undefined) level.push(fallback);
    return level.length === 0 ? [undefined] : level;
  }

  /** Values that `value` can be where a list or an object may stand: conditions followed, `undefined` for none. */
  variants(value: unknown, template: Template, depth = 0): readonly unknown[] {
    const intrinsic = intrinsicOf(value);
    if (intrinsic === undefined || depth > MAX_DEPTH) return [value];
    const { name, argument } = intrinsic;
    if (name === 'Ref' && argument === 'AWS::NoValue') return [undefined];
    if (name === 'Fn::If') {
      const [, yes, no] = listOf(argument);
      return [...this.variants(yes, template, depth + 1), ...this.variants(no, template, depth + 1)];
    }
    if (name !== 'Fn::FindInMap') return [value];
    const found = this.mapped(argument, template, depth + 1);
    return found.every(Array.isArray) ? found : [value];
  }

  private lists(value: unknown, template: Template, depth: number): Lists {
    if (depth > MAX_DEPTH) return [[UNKNOWN]];
    const next = depth + 1;
    if (Array.isArray(value)) return product(value.map((item) => this.texts(item, template, next)));
    const intrinsic = intrinsicOf(value);
    switch (intrinsic?.name) {
      case 'Fn::Split': {
        const [delimiter, source] = listOf(intrinsic.argument);
        if (typeof delimiter !== 'string' || delimiter === '' || !isLiteral(delimiter)) return [[UNKNOWN]];
        return this.texts(source, template, next).map((text) => text.split(delimiter));
      }
      case 'Fn::GetAZs':
        return this.texts(intrinsic.argument ?? '', template, next).map((region) =>
          ZONES.map((zone) => `${region === '' ? template.input.region : region}${zone}`),
        );
      case 'Fn::If': {
        const [, yes, no] = listOf(intrinsic.argument);
        return limitedLists([...this.lists(yes, template, next), ...this.lists(no, template, next)]);
      }
      case 'Fn::FindInMap':
        return this.mapped(intrinsic.argument, template, next).flatMap((found) =>
          Array.isArray(found) ? this.lists(found, template, next) : [[UNKNOWN]],
        );
      case undefined:
        return [[UNKNOWN]];
      default:
        return this.texts(value, template, next).map((text) => text.split(','));
    }
  }

  /** An element; past or behind something unresolved, that thing itself, since the element comes from it. */
  private select(texts: Texts, index: number): string {
    const before = texts.slice(0, Number.isInteger(index) ? index : 0).find((text) => text.includes(UNKNOWN));
    if (before !== undefined || !Number.isInteger(index)) return UNKNOWN;
    for (const text of texts.slice(0, index)) {
      const found = this.marks.first(text);
      if (found !== undefined) return found.mark;
    }
    return texts[index] ?? UNKNOWN;
  }

  /** Works a value out once; while it is being worked out it is unknown to itself. */
  private once(key: string, work: () => Texts): Texts {
    const known = this.memory.get(key);
    if (known !== undefined) return known;
    this.memory.set(key, [UNKNOWN]);
    const texts = work();
    this.memory.set(key, texts);
    return texts;
  }
}

/** Whether what a resource returns is whatever its code, or whoever signals it, likes. */
function answersAsItLikes({ type }: Resource): boolean {
  return (
    type.startsWith('Custom::') ||
    type === 'AWS::CloudFormation::CustomResource' ||
    type === 'AWS::CloudFormation::WaitCondition'
  );
}

function splitAtDot(text: string): readonly [string, string] {
  const dot = text.indexOf('.');
  return dot === -1 ? [text, ''] : [text.slice(0, dot), text.slice(dot + 1)];
}

/** Exports are looked up within a region of an account. */
function exportKey(name: string, template: Template): string {
  return `${template.input.account} ${template.input.region} ${name}`;
}
