import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { errorCode } from '../plan/error-code';
import type { LocatedFault } from '../plan/fault';
import { partitionOf } from '../residency';
import { entryOf, isMap, textOf } from './maps';
import { placed, type Found, type Source, type Reading } from './source';
import { faultAt, readTemplate } from './template-file';

export const MANIFEST = 'manifest.json';
const NESTED_STACK = 'AWS::CloudFormation::Stack';
/** CloudFormation has no such limit; an app that nests so deep contains itself. */
const MAX_NESTED = 20;

/** The manifest of the cloud assembly in a folder, undefined when the folder holds none; a fault if nobody can tell. */
export function manifestIn(folder: string): { readonly manifest: unknown } | LocatedFault | undefined {
  const file = join(folder, MANIFEST);
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isMap(entryOf(manifest, 'artifacts')) ? { manifest } : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    const problem = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return faultAt(file, problem, {
      allowed: 'the manifest of a cloud assembly',
      fix: 'run cdk synth again',
    });
  }
}

/**
 * Every template of a cloud assembly, as one app: those of assemblies nested in it (CDK's stages) and of nested
 * stacks, which are joined to the resource that deploys them.
 *
 * @param manifest as {@link manifestIn} gives it
 */
export function readAssembly(folder: string, manifest: unknown, given: Reading): Found {
  const sources: Source[] = [];
  const faults: LocatedFault[] = [];
  const names = new Map<string, number>();
  assembly(folder, manifest, 0);
  if (sources.length === 0 && faults.length === 0)
    faults.push(
      faultAt(join(folder, MANIFEST), 'names no stack', { allowed: 'a cloud assembly with a stack' }),
    );
  return { apps: sources.length === 0 ? [] : [sources], faults };

  function assembly(at: string, listing: unknown, depth: number): void {
    const assets = new Assets();
    for (const [id, artifact] of Object.entries(entryOf(listing, 'artifacts') ?? {})) {
      const properties = entryOf(artifact, 'properties');
      const type = textOf(artifact, 'type');
      if (type === 'aws:cloudformation:stack') {
        const [account, region] = (textOf(artifact, 'environment') ?? '').replace(/^aws:\/\//, '').split('/');
        const file = textOf(properties, 'templateFile');
        if (file === undefined) {
          faults.push(faultAt(join(at, MANIFEST), `does not say which template stack ${id} has`));
          continue;
        }
        stack(join(at, file), assets, 0, {
          ...placed(region, account, given),
          stackName: textOf(properties, 'stackName') ?? id,
          constructPath: textOf(artifact, 'displayName'),
          tags: tagsOf(entryOf(properties, 'tags')),
        });
      }
      const name = textOf(properties, 'directoryName');
      if (type !== 'cdk:cloud-assembly' || name === undefined) continue;
      const inner = manifestIn(join(at, name));
      if (inner !== undefined && 'manifest' in inner && depth <= MAX_NESTED)
        assembly(join(at, name), inner.manifest, depth + 1);
      else faults.push(faultAt(join(at, name, MANIFEST), `is no manifest, which assembly ${id} must have`));
    }
  }

  function stack(file: string, assets: Assets, depth: number, about: Stack): void {
    const read = readTemplate(file, { progress: given.progress, surely: true });
    if (read.kind !== 'template') {
      faults.push(read.fault);
      return;
    }
    const { tags, ...where } = about;
    const name = relative(folder, file);
    const input = {
      ...where,
      name: unique(name),
      partition: partitionOf(about.region),
      template: read.template,
    };
    sources.push({ input, file, name, tags });
    for (const [logicalId, resource] of Object.entries(entryOf(read.template, 'Resources') ?? {})) {
      if (textOf(resource, 'Type') !== NESTED_STACK) continue;
      const nested = assets.templateOf(resource, dirname(file));
      // The judgement says so of a nested stack without its template.
      if (nested === undefined || depth > MAX_NESTED) continue;
      const id = idOf(logicalId, textOf(entryOf(resource, 'Metadata'), 'aws:cdk:path'));
      stack(nested, assets, depth + 1, {
        ...about,
        stackName: `${about.stackName}/${id}`,
        constructPath: about.constructPath === undefined ? undefined : `${about.constructPath}/${id}`,
        parent: { name: input.name, logicalId },
      });
    }
  }

  /** One file may be the template of many nested stacks. */
  function unique(name: string): string {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  }
}

interface Stack extends Pick<
  Source['input'],
  'region' | 'account' | 'stackName' | 'constructPath' | 'parent'
> {
  readonly tags: Readonly<Record<string, string>>;
}

/** The name that a nested stack has in its app; of a stack that CDK did not write, its logical id. */
function idOf(logicalId: string, path: string | undefined): string {
  const [, id] =
    /([^/]+)\.NestedStack\/[^/]+$/.exec(path ?? '') ??
    /^(.+)NestedStack\1NestedStackResource[0-9A-F]{8}$/.exec(logicalId) ??
    [];
  return id ?? logicalId;
}

function tagsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).flatMap(([key, tag]) =>
      typeof tag === 'string' ? [[key, tag]] : [],
    ),
  );
}

/** Finds the file of a nested stack's template: by the metadata that CDK writes, else by the hash in its URL. */
class Assets {
  private readonly folders = new Map<string, ReadonlyMap<string, string>>();

  templateOf(resource: unknown, folder: string): string | undefined {
    const named = textOf(entryOf(resource, 'Metadata'), 'aws:asset:path');
    if (named !== undefined && existsSync(join(folder, named))) return join(folder, named);
    const url = JSON.stringify(entryOf(entryOf(resource, 'Properties'), 'TemplateURL')) ?? '';
    const [, hash = ''] = /\/([0-9a-f]{64})\.json/.exec(url) ?? [];
    const path = this.in(folder).get(hash);
    return path === undefined || !existsSync(join(folder, path)) ? undefined : join(folder, path);
  }

  /** Paths of file assets by hash. */
  private in(folder: string): ReadonlyMap<string, string> {
    let found = this.folders.get(folder);
    if (found === undefined) this.folders.set(folder, (found = assetsIn(folder)));
    return found;
  }
}

function assetsIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.assets.json')) continue;
    let listing: unknown;
    try {
      listing = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    } catch {
      continue;
    }
    for (const [hash, asset] of Object.entries(entryOf(listing, 'files') ?? {})) {
      const path = textOf(entryOf(asset, 'source'), 'path');
      if (path !== undefined) found.set(hash, path);
    }
  }
  return found;
}
