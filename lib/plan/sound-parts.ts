import type { z } from 'zod';
import {
  MAX_ENTRIES,
  cellSchema,
  databaseSchema,
  datasetSchema,
  lawSchema,
  networksSchema,
  objectStoreSchema,
  phaseSchema,
  planSchema,
  type PlanFile,
} from './schema';

/**
 * What of a badly shaped plan can be judged at all: sections lack the entries that are malformed, and those with too many entries have none. Laws keep their
 * places, for faults to be told there.
 */
export function soundParts(value: unknown): PlanFile {
  const plan = mapOf(value);
  const source = mapOf(plan['source']);
  const country = planSchema.shape.source.shape.country.safeParse(source['country']);
  const networks = networksSchema.safeParse(source['networks']);
  const laws = Array.isArray(plan['laws']) ? plan['laws'].slice(0, MAX_ENTRIES) : [];
  return {
    organization: '',
    disposable: false,
    alarms: [],
    approvers: [],
    cutover: { latency: 0, quiet: 0, freeze: 0, approval: 0 },
    retention: { logs: 0, backups: 0 },
    vault: 'governance',
    source: {
      country: country.data ?? '',
      networks: networks.data ?? [],
      databases: sound(databaseSchema, source['databases']),
      objects: sound(objectStoreSchema, source['objects']),
    },
    laws: laws.map(
      (law) => lawSchema.safeParse(law).data ?? { markets: [], jurisdictions: [], basis: '', cdn: false },
    ),
    cells: sound(cellSchema, plan['cells']),
    datasets: sound(datasetSchema, plan['datasets']),
    phases: sound(phaseSchema, plan['phases']),
  };
}

function sound<T extends z.ZodType>(schema: T, section: unknown): Record<string, z.output<T>> {
  const entries = Object.entries(mapOf(section));
  if (entries.length > MAX_ENTRIES) return {};
  return Object.fromEntries(
    entries.flatMap(([id, entry]): [string, z.output<T>][] => {
      const { success, data } = schema.safeParse(entry);
      return success ? [[id, data]] : [];
    }),
  );
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
