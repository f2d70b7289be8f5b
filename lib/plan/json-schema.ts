import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { planSchema } from './schema';

/** The file that editors check a plan against while it is written. */
export const JSON_SCHEMA_FILE = resolve(__dirname, 'plan.schema.json');

/** JSON Schema (draft 7, which editors know best) of a plan as written: what has a default may be left out. */
export function jsonSchema(): unknown {
  return z.toJSONSchema(planSchema, { target: 'draft-7', io: 'input', reused: 'ref' });
}

/** Writes a schema as prettier would have it. */
export async function writeJson(file: string, schema: unknown): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...options, parser: 'json' }));
}

if (require.main === module) void writeJson(JSON_SCHEMA_FILE, jsonSchema());
