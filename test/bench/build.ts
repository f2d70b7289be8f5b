import { transformFileSync } from '@swc/core';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
/** Where the bench writes, and nothing else does. */
export const SCRATCH = join(ROOT, '.work/bench');
/** What makes a process tell what it used. */
export const USAGE = compiled(require.resolve('./usage'));

/** The JavaScript that {@link build} makes of a TypeScript file. */
export function compiled(file: string): string {
  return join(SCRATCH, 'js', relative(ROOT, file).replace(/\.ts$/, '.js'));
}

/** Compiles the app and the entries of the bench to JavaScript, which finds the same packages from where it lies. */
export function build(): void {
  rmSync(SCRATCH, { recursive: true, force: true });
  for (const folder of ['bin', 'lib', 'test/bench']) compileFolder(join(ROOT, folder));
  cpSync(join(ROOT, 'package.json'), join(SCRATCH, 'js/package.json'));
}

function compileFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) compileFolder(file);
    else if (file.endsWith('.ts')) write(compiled(file), compile(file));
    else cpSync(file, compiled(file));
  }
}

/** As ts-node does with swc, but once. */
function compile(file: string): string {
  return transformFileSync(file, {
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
  }).code;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
