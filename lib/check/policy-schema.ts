import { z } from 'zod';

/** The shape of a policy file. What one value means for another is checked in `policy-faults.ts`, not here. */

/** A reason shorter than this explains nothing (characters). */
const SHORTEST_REASON = 20;
/** More than any app needs, and few enough to try each on every finding. */
const MAX_ENTRIES = 1000;

const text = z.string().min(1).max(500);
const pattern = (expression: RegExp, what: string) => z.string().regex(expression, { error: what });
const list = <T extends z.ZodType>(entry: T) => z.array(entry).min(1).max(MAX_ENTRIES);

const name = pattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case letters and digits, joined by hyphens');
const places = list(text).describe(
  'regions, countries (ISO 3166-1 alpha-2, or EU), or jurisdictions named above',
);
const glob = pattern(/^[A-Za-z0-9*/_.:-]+$/, 'a name, in which * stands for anything');
const reason = z
  .string()
  .min(SHORTEST_REASON)
  .max(2000)
  .describe('why this is no leak, for a reviewer to agree with');

const lawSchema = z.strictObject({
  class: text
    .optional()
    .describe('only resources whose data is of this class, as their tag says; default: all'),
  stacks: list(glob).optional().describe('only these stacks, * for anything; default: all'),
  in: places.describe('where these may be, and where their pointers may lead'),
  basis: text.optional().describe('the memo or statute that says so'),
});

const hostSchema = z.strictObject({
  host: pattern(
    /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
    'a host outside AWS in lower case, or *. and a domain',
  ),
  reason,
});

const exceptionSchema = z.strictObject({
  rule: text.optional().describe('id of the rule'),
  stack: glob.optional().describe('name of the stack, * for anything'),
  logicalId: glob.optional().describe('logical id of the resource, * for anything'),
  type: text.optional().describe('CloudFormation type of the resource'),
  path: text.optional().describe('path under Properties, with [*] for any element'),
  to: text.optional().describe('where it leads: a region, a host, global, or unknown'),
  reason,
  expires: pattern(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2027-06-30').describe(
    'the last day on which it holds, such as 2027-06-30',
  ),
});

export const policySchema = z.strictObject({
  jurisdictions: z
    .record(name, list(text))
    .default({})
    .describe('names for regions and countries (ISO 3166-1 alpha-2, or EU)'),
  classTag: text.default('data-class').describe('the tag that says of which class the data of a resource is'),
  allowed: z
    .array(lawSchema)
    .max(MAX_ENTRIES)
    .default([])
    .describe('where resources may be; the first entry that fits a resource is its law'),
  hosts: z.array(hostSchema).max(MAX_ENTRIES).default([]).describe('hosts outside AWS that data may go to'),
  exceptions: z
    .array(exceptionSchema)
    .max(MAX_ENTRIES)
    .default([])
    .describe('findings that are accepted for a time'),
});

export type PolicyFile = z.infer<typeof policySchema>;
