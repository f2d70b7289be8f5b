import { App, CloudFormationValidatePlugin, Stack, Validations } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// An app of the templates of a folder, with the packs that the environment asks for, and no others.
const packs = new Set((process.env.BENCH_PACKS ?? '').split(','));
const folder = process.env.BENCH_TEMPLATES ?? '.';
const app = new App({
  outdir: process.env.CDK_OUTDIR,
  analyticsReporting: false,
  builtinCloudFormationValidation: false,
  postCliContext: { '@aws-cdk/core:failSynthOnValidationErrors': false },
});
for (const name of readdirSync(folder)) {
  const stack = new Stack(app, name.replace('.json', ''), {
    env: { region: 'ap-southeast-1', account: '111111111111' },
  });
  new CfnInclude(stack, 'Template', { templateFile: join(folder, name) });
}
if (packs.has('validate')) Validations.of(app).addPlugins(new CloudFormationValidatePlugin());
void main();

async function main(): Promise<void> {
  if (packs.has('nag')) Validations.of(app).addPlugins(new (await import('cdk-nag')).AwsSolutionsChecks());
  app.synth();
}
