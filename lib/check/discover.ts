import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { errorCode } from '../plan/error-code';
import type { LocatedFault } from '../plan/fault';
import { partitionOf } from '../residency';
import { manifestIn, readAssembly } from './assembly';
import { placed, type App, type Found, type Source, type Reading } from './source';
import { faultAt, readTemplate, type TemplateFile } from './template-file';

/** How the names of template files end, among which a folder is searched. */
const EXTENSIONS = new Set(['.json', '.yaml', '.yml', '.template']);
/** Folders whose files are not the user's own. */
const PASSED_OVER = new Set(['node_modules', '.git']);
const ALLOWED = 'a cloud assembly, a CloudFormation template, or a folder of templates';

/**
 * Everything that is to be judged at `paths`: a cloud assembly is one app; a template, and each template of a folder,
 * is one by itself.
 */
export function discover(paths: readonly string[], given: Reading): Found {
  const found = paths.map((path) => at(path, given));
  return {
    apps: withDistinctNames(found.flatMap(({ apps }) => apps)),
    faults: found.flatMap(({ faults }) => faults),
  };
}

function at(path: string, given: Reading): Found {
  try {
    if (!statSync(path).isDirectory()) return single(path, basename(path), readTemplate(path, given), given);
    const found = folder(path, path, given);
    if (found.apps.length > 0 || found.faults.length > 0) return found;
    return refused(path, 'holds no template');
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? refused(path, 'does not exist') : refused(path, 'cannot be read', code);
  }
}

function refused(path: string, problem: string, found?: string): Found {
  return { apps: [], faults: [faultAt(path, problem, { found, allowed: ALLOWED })] };
}

/** A file as an app of its own, under the name that findings give it. */
function single(file: string, name: string, read: TemplateFile, given: Reading): Found {
  if (read.kind !== 'template') return { apps: [], faults: [read.fault] };
  const { region, account } = placed(undefined, undefined, given);
  const stackName = basename(file, extname(file)).replace(/\.template$/, '');
  const partition = partitionOf(region);
  const input = { name, stackName, region, account, partition, template: read.template };
  return { apps: [[{ input, file, name, tags: {} }]], faults: [] };
}

function folder(path: string, root: string, given: Reading): Found {
  const listing = manifestIn(path);
  if (listing !== undefined)
    return 'manifest' in listing
      ? readAssembly(path, listing.manifest, given)
      : { apps: [], faults: [listing] };
  const apps: App[] = [];
  const faults: LocatedFault[] = [];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = join(path, entry.name);
    const found = entry.isDirectory() ? inner(entry, file) : inFolder(file);
    apps.push(...found.apps);
    faults.push(...found.faults);
  }
  return { apps, faults };

  function inner({ name }: Dirent, file: string): Found {
    if (PASSED_OVER.has(name)) return { apps: [], faults: [] };
    try {
      return folder(file, root, given);
    } catch (error) {
      return refused(file, 'cannot be read', errorCode(error));
    }
  }

  function inFolder(file: string): Found {
    if (!EXTENSIONS.has(extname(file).toLowerCase())) return { apps: [], faults: [] };
    const read = readTemplate(file, given);
    return read.kind === 'other' ? { apps: [], faults: [] } : single(file, relative(root, file), read, given);
  }
}

/** Two files of one name are told apart by their paths. */
function withDistinctNames(apps: readonly App[]): App[] {
  const files = new Map<string, Set<string>>();
  for (const { name, file } of apps.flat()) files.set(name, (files.get(name) ?? new Set()).add(file));
  const distinct = (source: Source): Source =>
    (files.get(source.name)?.size ?? 0) > 1 ? { ...source, name: source.file } : source;
  return apps.map((app) => app.map(distinct));
}
