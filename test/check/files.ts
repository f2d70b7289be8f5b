import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folders: string[] = [];

/** A new folder with files of these contents, JSON where they are no text; {@link removeFolders} removes it. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-check-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** A template with nothing to find in it. */
export const CLEAN = { Resources: { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } } };
/** A template with one error, at the resource `Macro`. */
export const FAULTY = { Resources: { Macro: { Type: 'AWS::CloudFormation::Macro' } } };
