#!/usr/bin/env ts-node
import { Command, Option } from 'commander';
import type { RecordsOptions } from '../lib/cli/records-command';
import { report } from '../lib/cli/report';
import type { SqlOptions } from '../lib/cli/sql-command';
import { version } from '../package.json';

// Each command loads its own code: checking a plan must not wait for CDK.
const program = new Command('domicile')
  .description(
    "Brings each user's data home: one plan, cells in AWS regions, residency enforced on every template",
  )
  .version(version);

program
  .command('start')
  .description('synthesize every cell of a plan with all checks on, and show what lives where')
  .argument('[plan]', 'the plan file', 'plans/reference.yaml')
  .option('-o, --output <folder>', 'folder of the cloud assembly', 'cdk.out')
  .action(async (plan: string, { output }: { output: string }) => {
    const { startCommand } = await import('../lib/cli/start-command');
    startCommand(plan, output);
  });

program
  .command('plan')
  .description('check a plan alone, without synthesizing anything')
  .argument('[plan]', 'the plan file', 'plans/reference.yaml')
  .action(async (plan: string) => {
    const { planCommand } = await import('../lib/cli/plan-command');
    process.exitCode = planCommand(plan);
  });

program
  .command('records')
  .description('print the records that a phase will be asked for, to be completed and put in place by hand')
  .argument('[plan]', 'the plan file', 'plans/reference.yaml')
  .requiredOption('--phase <id>', 'the phase')
  .option('--cell <id>', 'only what goes into this cell')
  .option('--dataset <id>', 'only this dataset')
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  .addHelpText(
    'after',
    '\nExit codes: 0 printed, 1 the plan is not sound, 2 it has no such phase, cell or dataset',
  )
  .action(async (plan: string, options: RecordsOptions) => {
    const { recordsCommand } = await import('../lib/cli/records-command');
    process.exitCode = recordsCommand(plan, options);
  });

program
  .command('sql')
  .description('print the SQL that a phase needs at its databases, as docs/target-schema.md tells')
  .argument('[plan]', 'the plan file', 'plans/reference.yaml')
  .requiredOption('--phase <id>', 'the phase')
  .option('--cell <id>', 'only what goes into this cell')
  .option('--dataset <id>', 'only this dataset')
  .addOption(new Option('--step <step>', 'only this step').choices(['guard', 'load', 'cutover', 'drain']))
  .addHelpText(
    'after',
    '\nExit codes: 0 printed, 1 the plan is not sound, 2 it has no such phase, cell or dataset',
  )
  .action(async (plan: string, options: SqlOptions) => {
    const { sqlCommand } = await import('../lib/cli/sql-command');
    process.exitCode = sqlCommand(plan, options);
  });

program.parseAsync().catch(report);
