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

// main
async function main(): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(JSON_SCHEMA_FILE);
  const text = await format(JSON.stringify(jsonSchema()), { ...options, parser: 'json' });
  writeFileSync(JSON_SCHEMA_FILE, text);
}

if (require.main === module) void main();
