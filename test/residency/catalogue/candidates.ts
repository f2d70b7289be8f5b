import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { version } from '@aws-cdk/aws-service-spec/package.json';
import type { Property, PropertyType, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';

/** A property of a CloudFormation type that can hold a value, or leads to another definition of the type. */
export interface SpecProperty {
  readonly type: string;
  /** Definition that it stands in; empty for the resource itself. */
  readonly owner: string;
  readonly name: string;
  /** Primitive types of its value, lists and maps opened. */
  readonly holds: readonly string[];
  /** Definitions that its value, or the elements of it, can be of. */
  readonly leadsTo: readonly string[];
  /** Whether those are the values of a map, under keys of the template's own. */
  readonly inMap: boolean;
  readonly allowed: readonly string[];
  readonly documentation: string;
  /** Types that the spec says it refers to. */
  readonly refersTo: readonly string[];
  readonly default?: string;
}

const NAMES =
  /region|arn|kms|cmk|key(?:s|id|arn|name)?$|encrypt|cipher|tls|ssl|https|transit|secure|protocol|public|replic|copy|copies|share|url|uri|endpoint|host|domain|server|address|destination|target|bucket|account|principal|owner|policy|broker|cidr|s3|location|zone|internet|cross|exposed|permission|external|origin|source|sink|webhook|email|phone|auth|outpost/i;
const DOCUMENTATION =
  /\bARNs?\b|Amazon Resource Name|\bRegions?\b|\bURLs?\b|\bURIs?\b|host ?name|\bbuckets?\b|[Ee]ncrypt|\bKMS\b|\bTLS\b|\bSSL\b|HTTPS|[Pp]ublicly|public access|cross-account|other account|account ID|[Pp]rincipal|[Rr]eplica|endpoint|destination|Availability Zone|internet|DNS name|FQDN|IP address/;
/** Primitive types whose values say where data goes, or who gets at it. */
const TELLING = new Set(['string', 'boolean', 'json']);

/** Whether a property may have to be judged: what its name, type, documentation or relationship says. */
export function isCandidate(property: SpecProperty): boolean {
  if (!property.holds.some((primitive) => TELLING.has(primitive))) return false;
  return (
    NAMES.test(property.name) ||
    property.refersTo.length > 0 ||
    property.holds.includes('json') ||
    DOCUMENTATION.test(property.documentation)
  );
}

/** Every property of every type of the spec that is installed. */
export function specProperties(): readonly SpecProperty[] {
  const spec = loadAwsServiceSpecSync();
  return [...spec.all('resource')].flatMap((resource) => {
    const definitions = [...spec.follow('usesType', resource)].map(({ entity }) => entity);
    return [
      ...propertiesOf(resource.cloudFormationType, '', resource.properties, spec),
      ...definitions.flatMap(({ name, properties }) =>
        propertiesOf(resource.cloudFormationType, name, properties, spec),
      ),
    ];
  });
}

/** Every type of the spec that is installed, those without properties too. */
export function specTypes(): readonly string[] {
  return [...loadAwsServiceSpecSync().all('resource')].map(({ cloudFormationType }) => cloudFormationType);
}

/** Version of the spec that is installed. */
export function specVersion(): string {
  return version;
}

function propertiesOf(
  type: string,
  owner: string,
  properties: Readonly<Record<string, Property>>,
  spec: SpecDatabase,
): SpecProperty[] {
  return Object.entries(properties).map(([name, property]) => {
    const parts = partsOf(property.type);
    return {
      type,
      owner,
      name,
      holds: parts.flatMap((part) => (part.type === 'ref' ? [] : [part.type])),
      leadsTo: parts.flatMap((part) =>
        part.type === 'ref' ? [definitionOf(part.reference, spec).name] : [],
      ),
      inMap: isMap(property.type),
      allowed: parts.flatMap((part) => (part.type === 'string' ? (part.allowedValues ?? []) : [])),
      documentation: property.documentation ?? '',
      refersTo: (property.relationshipRefs ?? []).map(({ cloudFormationType }) => cloudFormationType),
      default: property.defaultValue,
    };
  });
}

type Part = Exclude<PropertyType, { type: 'array' } | { type: 'map' } | { type: 'union' }>;

/** What a value is made of, when lists, maps and alternatives are opened. */
function partsOf(type: PropertyType): Part[] {
  switch (type.type) {
    case 'array':
    case 'map':
      return partsOf(type.element);
    case 'union':
      return type.types.flatMap(partsOf);
    default:
      return [type];
  }
}

function isMap(type: PropertyType): boolean {
  if (type.type === 'union') return type.types.some(isMap);
  return type.type === 'map' || (type.type === 'array' && isMap(type.element));
}

function definitionOf(reference: { readonly $ref: string }, spec: SpecDatabase): TypeDefinition {
  return spec.get('typeDefinition', reference.$ref);
}
