import './without-nag';
import { CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import { DEFAULT_PLAN } from '../../lib/cli/synthesize';
import { loadPlan } from '../../lib/plan/load';
import { DomicileApp } from '../../lib/stacks/app';

// The same app with our packs off: what CDK itself would take for these stacks.
const loaded = loadPlan(DEFAULT_PLAN);
if (!loaded.ok) throw new Error('the plan is not sound');
const app = new DomicileApp({ outdir: process.env.CDK_OUTDIR });
app.addCells(loaded.plan);
Validations.of(app).addPlugins(new CloudFormationValidatePlugin());
app.synth();
