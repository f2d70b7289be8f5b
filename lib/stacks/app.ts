import { App, CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { cellPlan, type Plan } from '../plan/model';
import { Acknowledgements } from '../residency/acknowledgements';
import { Residency } from '../residency/pack';
import { AccountStack } from './account-stack';
import { Cell } from './cell';
import { residencyPolicy } from './residency-policy';

export interface DomicileAppProps {
  /** Folder of the cloud assembly; default: a temporary one. */
  readonly outdir?: string;
}

/**
 * Context is set here and nowhere else, over whatever the CLI or cdk.json say, so that every way to synthesize
 * renders the same bytes.
 */
const CONTEXT = {
  ...flags,
  '@aws-cdk/core:failSynthOnValidationErrors': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  // A pack calls some of its findings warnings, such as a distribution without a web ACL: they stop a synthesis too.
  '@aws-cdk/core:strictCfnValidateErrors': true,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/aws-ec2:restrictDefaultSecurityGroup': false,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': false,
};

/** The whole app: every cell of a plan, and the checks that stop its synthesis. */
export class DomicileApp extends App {
  /** Why some findings are accepted: filled when the checks have run. */
  readonly acknowledgements = new Acknowledgements();
  /** The residency rules and what they judged; undefined before the checks are added. */
  residency?: Residency;

  constructor({ outdir }: DomicileAppProps = {}) {
    super({
      outdir,
      autoSynth: false,
      analyticsReporting: false,
      // Added by hand in addChecks, so that `--no-validation` cannot leave it out.
      builtinCloudFormationValidation: false,
      postCliContext: CONTEXT,
    });
  }

  /** The plan file named by the CDK context value `plan` (`-c plan=FILE`). */
  get planFile(): string | undefined {
    const value: unknown = this.node.tryGetContext('plan');
    return typeof value === 'string' ? value : undefined;
  }

  /** Adds every cell, and once what its account needs. */
  addCells(plan: Plan): void {
    const accounts = new Map<string, AccountStack>();
    for (const id of Object.keys(plan.file.cells)) {
      const cell = cellPlan(plan, id);
      const number = cell.cell.account;
      const account = accounts.get(number) ?? new AccountStack(this, { account: number });
      accounts.set(number, account);
      new Cell(this, id, { cell, account });
    }
  }

  /** Adds the checks that stop a synthesis. */
  addChecks(plan: Plan): void {
    this.residency = new Residency(residencyPolicy(plan));
    const packs = [
      new CloudFormationValidatePlugin(),
      new AwsSolutionsChecks(this),
      new NIST80053R5Checks(this),
      this.residency,
    ];
    Validations.of(this).addPlugins(...this.acknowledgements.watch(...packs));
  }
}
