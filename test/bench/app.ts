import { join } from 'node:path';
import type { Line } from './bench';
import { compiled, SCRATCH } from './build';
import { alternate, type Contender, type Medians, type Usage } from './run';

const TS_NODE = ['-r', 'ts-node/register'];

const CONTENDERS = [
  {
    name: 'npm start',
    args: [require.resolve('ts-node/dist/bin'), 'bin/domicile.ts', 'start', '-o', join(SCRATCH, 'out')],
  },
  { name: 'cdk app', args: [...TS_NODE, 'bin/app.ts'] },
  { name: 'stopwatch', args: [...TS_NODE, require.resolve('./stopwatch-app')] },
  { name: 'baseline', args: [compiled(require.resolve('./baseline-app'))] },
  { name: 'empty', args: [compiled(require.resolve('./empty-app'))] },
  { name: 'plan', args: [...TS_NODE, 'bin/domicile.ts', 'plan'] },
] as const satisfies readonly Contender[];
type Name = (typeof CONTENDERS)[number]['name'];

/** Our packs and TypeScript against the same app without either. */
const MOST_OVER_BASELINE = 1.3;
/** Of the whole process: loading the residency checks, and running them. */
const MOST_FOR_RESIDENCY = 0.1;
/** "Well under a second", for a plan checked alone (milliseconds). */
const MOST_FOR_PLAN = 1000;

/** What `npm start` and the CDK CLI run, against the same app without our packs and against an empty one. */
export function measureApp(): Line[] {
  const medians: Medians<Name> = alternate(CONTENDERS, { warmUps: 2, counted: 7 });
  const { baseline, empty, stopwatch, plan } = medians;
  const residency = (stopwatch.spans.residency ?? 0) / stopwatch.wall;
  return [
    ...(['npm start', 'cdk app'] as const).flatMap((name) => [
      ratio(`${name} ÷ the same in JavaScript, packs off`, medians[name], baseline, MOST_OVER_BASELINE),
      ratio(`${name} ÷ an empty CDK app`, medians[name], empty),
    ]),
    ratio('the same in JavaScript, packs off ÷ an empty CDK app', baseline, empty),
    {
      what: 'residency checks, share of the process',
      found: `${(100 * residency).toFixed(1)}%`,
      bound: `≤ ${100 * MOST_FOR_RESIDENCY}%`,
      holds: residency <= MOST_FOR_RESIDENCY,
    },
    ...Object.entries(stopwatch.spans).map(([span, ms]) => ({
      what: `  ${span}`,
      found: `${ms.toFixed(0)} ms`,
    })),
    {
      what: 'domicile plan',
      found: `${plan.wall.toFixed(0)} ms`,
      bound: `< ${MOST_FOR_PLAN} ms`,
      holds: plan.wall < MOST_FOR_PLAN,
    },
  ];
}

function ratio(what: string, one: Usage, other: Usage, most?: number): Line {
  const value = one.wall / other.wall;
  const seconds = ({ wall }: Usage) => (wall / 1000).toFixed(2);
  const found = `${value.toFixed(2)} (${seconds(one)} s ÷ ${seconds(other)} s; CPU ${(one.cpu / other.cpu).toFixed(2)})`;
  return most === undefined ? { what, found } : { what, found, bound: `≤ ${most}`, holds: value <= most };
}
