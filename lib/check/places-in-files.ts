import { readFileSync } from 'node:fs';
import type { Reported } from './check';
import { Positions, type Position } from './positions';

/** Looks up where findings stand, reading each file that has one, once. */
export class PlacesInFiles {
  private readonly files = new Map<string, Positions | undefined>();

  /** Where a finding stands in its file; undefined where that cannot be told. */
  of({ file, position, finding }: Reported): Position | undefined {
    if (position !== undefined) return position;
    if (!this.files.has(file)) this.files.set(file, read(file));
    return this.files.get(file)?.of(finding.logicalId, finding.path);
  }
}

function read(file: string): Positions | undefined {
  try {
    return new Positions(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
