/**
 * How often a runbook looks. An execution may have 25,000 events (Step Functions developer guide, quotas), and one that has
 * more ends at once; every entry and exit of a state is an event, a call to a service five. So each wait has a share of
 * the events, and looks as often as its share allows:
 *
 * | wait                                | bound                   | share  |
 * | ----------------------------------- | ----------------------- | ------ |
 * | replications start                  | 2 hours                 | 700    |
 * | full load                           | 7 days                  | 5,000  |
 * | every table validated               | 2 days                  | 3,000  |
 * | latency                             | 1 day                   | 800    |
 * | proofs, before the approval and after the freeze | the plan's approval, at most 7 days | 2 × 1,400 |
 * | freeze                              | the plan's, at most 12 hours | 2,000 |
 * | drain: latency, tables              | 6 hours each            | 800 + 2,000 |
 * | last runs of objects                | a day each              | 2,500  |
 * | last look at the alarms             | 30 minutes              | 300    |
 * | replications stop                   | 1 hour                  | 600    |
 *
 * 20,500 in all; what stands outside of waits (starting, schema, last look, evidence) is under 40 for each of at most 20
 * replications and for each task of objects, and 200 besides. The remaining 3,500 are for repeated calls, three each. To
 * wait for a person costs no events.
 *
 * For 100 tables in 5 replications a look at the tables is 5 × 15 + 20 = 95 events: every 1 h 36 min of the 2 days, every
 * 17 min on the night. For one replication it is 35: every 34 min, and every 6 min on the night.
 */
export const SHARES = {
  start: 700,
  load: 5_000,
  validation: 3_000,
  latency: 800,
  proof: 1_400,
  freeze: 2_000,
  drain: 2_000,
  objects: 2_500,
  lastLook: 300,
  stop: 600,
} as const;

/** Events of a turn that waits, asks one service once, counts and chooses. */
export const PLAIN_TURN = 11;

/** Tables in one answer of DMS: a hundred are about 90 kB of the 256 KiB that a state may hold. */
export const PAGE = 100;

export interface Pace {
  /** Seconds between two looks. */
  readonly every: number;
  /** Looks in all. */
  readonly turns: number;
}

/** How often to look for at most `bound` seconds, at `events` a look. */
export function pace(bound: number, events: number, share: number, least = 60): Pace {
  const affordable = Math.max(2, Math.floor(share / events));
  const every = Math.max(least, Math.ceil(bound / affordable));
  return { every, turns: Math.max(2, Math.ceil(bound / every)) };
}

/** Events of one look at the tables of all of these replications. */
export function lookEvents(replications: readonly { readonly count: number }[]): number {
  return 20 + replications.reduce((sum, { count }) => sum + 6 + 9 * Math.max(1, Math.ceil(count / PAGE)), 0);
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
