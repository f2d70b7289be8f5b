import { CloudFormationValidatePlugin, type IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { performance } from 'node:perf_hooks';

// The app of `npm start`, timed from inside. The packages above come first, so that the time it takes to load the
// residency checks is their own.
async function main(): Promise<void> {
  const begun = performance.now();
  const { Residency } = await import('../../lib/residency/pack');
  const { Acknowledgements } = await import('../../lib/residency/acknowledgements');
  performance.measure('residency', { start: begun });
  timed('residency', Residency);
  timed('residency', Acknowledgements);
  timed('AwsSolutions', AwsSolutionsChecks);
  timed('NIST 800-53', NIST80053R5Checks);
  timed('CDK validation', CloudFormationValidatePlugin);
  const { synthesize } = await import('../../lib/cli/synthesize');
  const loaded = performance.now();
  performance.measure('loading modules', { start: 0, end: loaded });
  synthesize();
  performance.measure('synthesis', { start: loaded });
}

/** Records how long each of a pack's validations takes. */
function timed(name: string, pack: { readonly prototype: IPolicyValidationPlugin }): void {
  const validate = Reflect.get(pack.prototype, 'validate');
  pack.prototype.validate = function (context) {
    const start = performance.now();
    const report = validate.call(this, context);
    performance.measure(name, { start });
    return report;
  };
}

void main();
