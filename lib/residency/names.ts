import { own } from './json';
import { isKnown } from './marks';
import type { Resolver } from './resolver';
import type { Resource } from './templates';

/** Property that holds the physical name, of types that other resources point to by name. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::DMS::Endpoint': 'EndpointIdentifier',
  'AWS::DMS::DataProvider': 'DataProviderName',
  'AWS::DMS::MigrationProject': 'MigrationProjectName',
};

/** Resources by physical name, over all templates. */
export class PhysicalNames {
  private readonly named = new Map<string, Resource[]>();

  constructor(resolver: Resolver) {
    for (const [type, property] of Object.entries(NAME_PROPERTIES)) {
      for (const resource of resolver.templates.ofType(type)) {
        for (const text of resolver.texts(own(resource.properties, property), resource.template)) {
          if (!isKnown(text)) continue;
          const key = `${type} ${text}`;
          const found = this.named.get(key);
          if (found === undefined) this.named.set(key, [resource]);
          else found.push(resource);
        }
      }
    }
  }

  of(type: string, name: string): readonly Resource[] {
    return this.named.get(`${type} ${name}`) ?? [];
  }
}
