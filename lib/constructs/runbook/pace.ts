/**
 * How often a runbook looks. An execution may have 25,000 events (Step Functions developer guide, quotas), and one that has
 * more ends at once; every entry and exit of a state is an event, a call to a service five. So each wait has a share of
 * the events, and looks as often as its share allows:
 *
 * | wait                                | bound                   | share  |
 * | ----------------------------------- | ----------------------- | ------ |
 * | replications that are stopping      | 30 minutes              | 600    |
 * | replications start                  | 2 hours                 | 700    |
 * | full load                           | 7 days                  | 4,000  |
 * | every table validated               | 2 days                  | 3,000  |
 * | latency                             | 1 day                   | 800    |
 * | proofs, before the approval and after the freeze | the plan's approval, at most 7 days | 2 × 1,200 |
 * | freeze                              | the plan's, at most 12 hours | 2,000 |
 * | drain: latency, tables              | 6 hours each            | 800 + 3,500 |
 * | last runs of objects                | a day for all rounds    | 2,500  |
 * | last look at the alarms             | 30 minutes              | 300    |
 * | replications stop                   | 1 hour                  | 600    |
 *
 * 21,200 in all; what stands outside of waits (starting, schema, last look, evidence) is under 40 for each of at most 20
 * replications, and 200 besides. The remaining 2,800 are for repeated calls, three each. To wait for a person costs no
 * events. What does not happen leaves its share to what does: the runs of objects while replicating have that of the night,
 * the last runs of a phase of objects alone that of the load.
 *
 * For 100 tables in 5 replications a look at the tables is 5 × 15 + 20 = 95 events, so that the 2 days have one every
 * 1 h 36 min, and the drain one every 10 min. For one replication it is 35: every 34 min, and every 4 min. For 20 it is 320:
 * every 6 h, and every 36 min; whoever wants a short night moves fewer datasets in a phase.
 */
export const SHARES = {
  start: 700,
  load: 4_000,
  validation: 3_000,
  latency: 800,
  proof: 1_200,
  freeze: 2_000,
  drain: 3_500,
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

/** How often to look for at most `bound` seconds, at `events` a look: at the beginning, at the end, and in between. */
export function pace(bound: number, events: number, share: number, least = 60): Pace {
  const waits = Math.max(1, Math.floor(share / events) - 1);
  const every = Math.max(least, Math.ceil(bound / waits));
  return { every, turns: Math.ceil(bound / every) + 1 };
}

/** Events of one look at the tables of all of these replications. */
export function lookEvents(replications: readonly { readonly count: number }[]): number {
  return 20 + replications.reduce((sum, { count }) => sum + 6 + 9 * Math.max(1, Math.ceil(count / PAGE)), 0);
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
