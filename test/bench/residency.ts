import type { Line } from './bench';
import { compiled } from './build';
import { writeTemplates } from './many-resources';
import { alternate, type Usage } from './run';

/** How much faster than CDK's own validation of the same templates. */
const LEAST_AGAINST_VALIDATE = 10;
/** Of a hundred times the resources: how much longer each of them may take. */
const MOST_GROWTH = 1.3;
/** Loading the engine and the catalogue (milliseconds). */
const MOST_LOADING = 50;

const JUDGE = [compiled(require.resolve('./judge-templates'))];
const PACKS = [compiled(require.resolve('./packs-on-templates'))];

/** The residency engine on many resources, start-up included, against CDK's validation and cdk-nag on the same. */
export function measureResidency(): Line[] {
  const on = (count: number, packs = '') => ({ BENCH_TEMPLATES: writeTemplates(count), BENCH_PACKS: packs });
  const { ours, plain, validate, nag } = alternate(
    [
      { name: 'ours', args: JUDGE, env: on(10_000) },
      { name: 'plain', args: PACKS, env: on(10_000) },
      { name: 'validate', args: PACKS, env: on(10_000, 'validate') },
      { name: 'nag', args: PACKS, env: on(10_000, 'nag') },
    ],
    { warmUps: 0, counted: 3 },
  );
  const { few, some, many } = alternate(
    [
      { name: 'few', args: JUDGE, env: on(100) },
      { name: 'some', args: JUDGE, env: on(1_000) },
      { name: 'many', args: JUDGE, env: on(100_000) },
    ],
    { warmUps: 1, counted: 3 },
  );
  const alone = (usage: Usage): number => usage.wall - plain.wall;
  const faster = alone(validate) / ours.wall;
  const growth = each(many, 100_000) / each(some, 1_000);
  const loading = ours.spans.loading ?? 0;
  return [
    {
      what: 'CDK’s validation (its app without it taken off) ÷ ours, 10,000 resources',
      found: `${faster.toFixed(1)} (${ms(alone(validate))} ÷ ${ms(ours.wall)})`,
      bound: `≥ ${LEAST_AGAINST_VALIDATE}`,
      holds: faster >= LEAST_AGAINST_VALIDATE,
    },
    {
      what: 'AwsSolutions (the same) ÷ ours',
      found: `${(alone(nag) / ours.wall).toFixed(1)} (${ms(alone(nag))} ÷ ${ms(ours.wall)})`,
      bound: '≥ 1',
      holds: alone(nag) >= ours.wall,
    },
    {
      what: 'judging one of 100,000 resources ÷ one of 1,000',
      found: growth.toFixed(2),
      bound: `≤ ${MOST_GROWTH}`,
      holds: growth <= MOST_GROWTH,
    },
    ...Object.entries({ '100': few, '1,000': some, '10,000': ours, '100,000': many }).map(
      ([count, usage]) => ({
        what: `  judging ${count}`,
        found: ms(usage.spans.judging ?? 0),
      }),
    ),
    {
      what: 'loading the engine and the catalogue',
      found: ms(loading),
      bound: `≤ ${MOST_LOADING} ms`,
      holds: loading <= MOST_LOADING,
    },
  ];
}

function each(usage: Usage, count: number): number {
  return (usage.spans.judging ?? 0) / count;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
