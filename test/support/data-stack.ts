import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { tagCell } from '../../lib/constructs/tags';
import { cellPlan, type CellPlan } from '../../lib/plan/model';
import { DataStack } from '../../lib/stacks/data-stack';
import { KeysStack } from '../../lib/stacks/keys-stack';
import { NetworkStack } from '../../lib/stacks/network-stack';
import { planOf } from './plans';
import type { Resource } from './templates';

/** The one distribution that may read what the cell serves. */
export const DISTRIBUTION = 'arn:aws:cloudfront::222222222222:distribution/E1EXAMPLE';

/** One cell of the reference plan, after `change` has been made to the plan's parsed text. */
export function changedCell(id: string, change: (plan: ReferencePlan) => void): CellPlan {
  const text = parse(readFileSync(join(__dirname, '../../plans/reference.yaml'), 'utf8')) as ReferencePlan;
  change(text);
  return cellPlan(planOf(text), id);
}

/** What tests change of the reference plan. */
export interface ReferencePlan {
  disposable?: boolean;
  vault?: 'governance' | 'compliance';
  retention?: { logs?: number; backups?: number };
  cells: Record<string, { region: string }>;
  datasets: Record<string, { cdn?: boolean }>;
  phases: Record<string, { datasets: string[]; stage?: unknown }>;
}

/** The data stack of a cell, with what it needs of the other stacks. */
export function dataTemplate(cell: CellPlan, distributionArn?: string): Template {
  const app = new App({
    analyticsReporting: false,
    postCliContext: { ...flags, '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  });
  const scope = new Construct(app, cell.id);
  tagCell(scope, cell);
  const keys = new KeysStack(scope, 'keys', { cell });
  const network = new NetworkStack(scope, 'network', { cell, keys });
  return Template.fromStack(new DataStack(scope, 'data', { cell, keys, network, edge: { distributionArn } }));
}

/** Resources of a template by logical id. */
export function resourcesOf(template: Template, type?: string): Readonly<Record<string, Resource>> {
  const { Resources: all } = template.toJSON() as { Resources: Record<string, Resource> };
  return Object.fromEntries(
    Object.entries(all).filter(([, resource]) => type === undefined || resource.Type === type),
  );
}

/** Pattern of a reference to the cell's key for `purpose`. */
export function keyOf(purpose: string): { readonly 'Fn::ImportValue': string } {
  const name = new RegExp(`keys:ExportsOutputFnGetAtt${purpose}[0-9A-F]{8}Arn`);
  return { 'Fn::ImportValue': expect.stringMatching(name) as string };
}
