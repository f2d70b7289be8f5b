import { resolve } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../plan/json-schema';
import { policySchema } from './policy-schema';

/** The file that editors check a policy against while it is written. */
export const POLICY_SCHEMA_FILE = resolve(__dirname, 'policy.schema.json');

/** JSON Schema (draft 7, which editors know best) of a policy as written: what has a default may be left out. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(policySchema, { target: 'draft-7', io: 'input', reused: 'ref' });
}

if (require.main === module) void writeJson(POLICY_SCHEMA_FILE, policyJsonSchema());
