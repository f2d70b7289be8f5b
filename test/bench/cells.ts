import type { Line } from './bench';
import { planOfCells } from './plan-of-cells';
import { alternate, type Contender, type Usage } from './run';

const FEW = 2;
const MANY = 100;
/** Peak memory of the app with {@link MANY} cells (MiB). */
const MOST_MEMORY = 1536;

/** What cells cost when there are many of them, all checks on. */
export function measureCells(): Line[] {
  const contender = <N extends string>(name: N, count: number) =>
    ({
      name,
      args: ['-r', 'ts-node/register', 'bin/app.ts'],
      env: { CDK_CONTEXT_JSON: JSON.stringify({ plan: planOfCells(count) }) },
    }) satisfies Contender;
  const { few, many } = alternate([contender('few', FEW), contender('many', MANY)], {
    warmUps: 0,
    counted: 3,
  });
  const perCell = (usage: Usage, count: number) => usage.wall / count;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return [
    {
      what: `time per cell, ${MANY} cells against ${FEW}`,
      found: `${seconds(perCell(many, MANY))} against ${seconds(perCell(few, FEW))}`,
      bound: 'no higher',
      holds: perCell(many, MANY) <= perCell(few, FEW),
    },
    {
      what: `peak memory, ${MANY} cells`,
      found: `${many.memory.toFixed(0)} MiB`,
      bound: `< ${MOST_MEMORY} MiB`,
      holds: many.memory < MOST_MEMORY,
    },
    { what: 'time of each further cell', found: seconds((many.wall - few.wall) / (MANY - FEW)) },
    { what: `peak memory, ${FEW} cells`, found: `${few.memory.toFixed(0)} MiB` },
  ];
}
