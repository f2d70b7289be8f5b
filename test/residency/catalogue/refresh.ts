import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueFile } from '../../../lib/residency/catalogue/catalogue';
import { CLASSIFICATIONS, KEYLESS, REQUIREMENTS } from '../../../lib/residency/catalogue/classifications';
import { specProperties, specTypes, specVersion } from './candidates';
import { catalogueOf, classify, type Classified } from './derive';

const PATH = join(__dirname, '../../../lib/residency/catalogue/catalogue.json');

/** The catalogue that the installed spec and our classifications give, and the candidates that nobody classified. */
export function derive(): { readonly text: string; readonly unclassified: readonly string[] } {
  const properties = specProperties();
  const classified = classify(properties, CLASSIFICATIONS);
  const catalogue: CatalogueFile = {
    spec: specVersion(),
    ...catalogueOf(specTypes(), properties, classified),
    required: REQUIREMENTS,
    keyless: KEYLESS,
  };
  return {
    text: textOf(catalogue),
    unclassified: classified.filter(({ by }) => by === undefined).map(nameOf),
  };
}

/** A line for each type, so that a change of the spec reads as one. */
function textOf({ types, ...rest }: CatalogueFile): string {
  const line = ([name, value]: [string, unknown]): string =>
    `${JSON.stringify(name)}:${JSON.stringify(value)}`;
  const lists = Object.entries(rest).map(([name, value]): string =>
    Array.isArray(value)
      ? `${JSON.stringify(name)}:[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
      : line([name, value]),
  );
  return `{${[...lists, `"types":{\n${Object.entries(types).map(line).join(',\n')}\n}`].join(',\n')}}\n`;
}

function nameOf({ property: { type, owner, name } }: Classified): string {
  return `${type}:${owner}.${name}`;
}

/** Writes the catalogue, and prints what a new version of the spec adds and takes away. */
function refresh(): void {
  const { text, unclassified } = derive();
  const before = existsSync(PATH) ? (JSON.parse(readFileSync(PATH, 'utf8')) as CatalogueFile) : undefined;
  const after = JSON.parse(text) as CatalogueFile;
  if (before !== undefined && before.spec !== after.spec) console.log(`spec ${before.spec} -> ${after.spec}`);
  for (const type of Object.keys(after.types))
    if (before?.types[type] === undefined) console.log(`new type ${type}`);
  for (const type of Object.keys(before?.types ?? {}))
    if (after.types[type] === undefined) console.log(`gone type ${type}`);
  for (const name of unclassified) console.log(`not classified: ${name}`);
  console.log(
    `${Object.keys(after.types).length} types, ${after.verdicts.length} verdicts, ${unclassified.length} not classified`,
  );
  writeFileSync(PATH, text);
  process.exitCode = unclassified.length === 0 ? 0 : 1;
}

if (require.main === module) refresh();
