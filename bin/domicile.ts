#!/usr/bin/env ts-node
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CheckCommandOptions } from '../lib/cli/check-command';
import type { RecordsOptions } from '../lib/cli/records-command';
import { report } from '../lib/cli/report';
import type { SqlOptions } from '../lib/cli/sql-command';
import type { UserMoveOptions } from '../lib/cli/user-move-command';
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
  .description(
    'print the records that a phase or a user’s move will be asked for, or check one that was completed',
  )
  .argument('[plan]', 'the plan file', 'plans/reference.yaml')
  .option('--phase <id>', 'those of a phase')
  .option('--cell <id>', 'only what goes into this cell')
  .option('--dataset <id>', 'only this dataset')
  .addOption(
    new Option(
      '--user-move <markets>',
      'those of a user who moves from one market to another, such as IN:DE',
    ).conflicts(['phase', 'cell', 'dataset']),
  )
  .addOption(
    new Option('--check <file>', 'a record, to be checked by itself').conflicts([
      'phase',
      'cell',
      'dataset',
      'userMove',
    ]),
  )
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  .addHelpText(
    'after',
    '\nExit codes: 0 printed, or sound; 1 the plan or the record is not sound; 2 the plan has no such phase, cell or dataset, or nothing was asked for',
  )
  .action(async (plan: string, options: Partial<RecordsOptions & UserMoveOptions> & { check?: string }) => {
    const { phase, userMove, check, format = 'text' } = options;
    if (check !== undefined) {
      const { checkRecordCommand } = await import('../lib/cli/check-record-command');
      process.exitCode = checkRecordCommand(check);
    } else if (userMove !== undefined) {
      const { userMoveCommand } = await import('../lib/cli/user-move-command');
      process.exitCode = userMoveCommand(plan, { userMove, format });
    } else if (phase !== undefined) {
      const { recordsCommand } = await import('../lib/cli/records-command');
      process.exitCode = recordsCommand(plan, { ...options, phase, format });
    } else {
      console.error('error: name --phase, --user-move or --check');
      process.exitCode = 2;
    }
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

const matching = (expression: RegExp, allowed: string) => (value: string) => {
  if (expression.test(value)) return value;
  throw new InvalidArgumentError(`allowed: ${allowed}`);
};

program
  .command('check')
  .description(
    'judge CloudFormation templates, of any app, for where their data may go and how it is encrypted',
  )
  .argument('<path...>', 'a cloud assembly (cdk.out), a template in JSON or YAML, or a folder of templates')
  .addOption(new Option('--policy <file>', 'where data may be, as YAML; see docs/check.md').conflicts('plan'))
  .option('--plan <file>', 'take the policy of this plan')
  .option(
    '--region <region>',
    'where stacks are deployed that do not say so',
    matching(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'the code of an AWS region'),
  )
  .option(
    '--account <id>',
    'the account of stacks that do not say so',
    matching(/^\d{12}$/, 'the 12 digits of an account'),
  )
  .addOption(
    new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif']).default('text'),
  )
  .option('--flows', 'tell how far the data of each resource can get', false)
  .addOption(
    new Option('--fail-on <level>', 'the least level that counts')
      .choices(['error', 'warning'])
      .default('error'),
  )
  .addHelpText(
    'after',
    `
A cloud assembly is judged as one app, with its nested assemblies and nested stacks. A template is judged by itself,
and so is each template of a folder; in a folder, files that are no templates are passed over, and so are
node_modules and .git. Without a policy, data may be in the region of its stack and nowhere else. Without --region,
the region of a template outside an assembly is unknown: what stays in the stack's own region passes, and every
region it names is somewhere else. In the same way, an account that it names is another's without --account.

Exit codes: 0 nothing found that counts, 1 something found, 2 not everything could be judged

Examples:
  domicile check cdk.out
  domicile check template.yaml --region eu-central-1
  domicile check templates --policy residency.yaml --format sarif > residency.sarif`,
  )
  // A wrong option must not look like a finding.
  .configureOutput({
    outputError: (text, write) => write(`${text.trim().replaceAll('\n', ' ')}\n`),
  })
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (paths: string[], options: CheckCommandOptions) => {
    const { runCheck } = await import('../lib/cli/run-check');
    runCheck(paths, options, version);
  });

program.parseAsync().catch(report);
