import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Stage, type IPolicyValidationContext, type PolicyValidationPluginReport } from 'aws-cdk-lib/core';
import { NagPack } from 'cdk-nag';
import { appTreeOf, type AppTree, type StackNode } from './construct-paths';
import { judge } from './judge';
import { partitionOf } from './place';
import { DEFAULT_POLICY } from './policy';
import type { Judgement, Policy, TemplateInput } from './types';

/**
 * The residency rules as a pack of cdk-nag, for any CDK app:
 *
 *     Validations.of(app).addPlugins(new Residency());
 *
 * A finding stops synthesis unless `Validations.of(construct).acknowledge({ id: 'Residency::<rule>', reason })`
 * accepts it. Unlike other packs it judges the rendered templates of all stacks together.
 */
export class Residency extends NagPack {
  override readonly name = 'Residency';
  private last?: Judgement;

  constructor(private readonly policy: Policy = DEFAULT_POLICY) {
    super();
    this.packName = this.name;
  }

  /** What the last synthesis came to; undefined before the first. Findings include the acknowledged ones. */
  get judgement(): Judgement | undefined {
    return this.last;
  }

  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const tree = appTreeOf(context.appConstruct);
    const { inputs, paths } = templatesOf(context, tree);
    const stacks = new Map(inputs.map((input) => [input.name, input.constructPath]));
    this.last = judge(inputs, this.policy);
    const violations = this.last.findings.map((finding) => ({
      ruleName: finding.rule,
      description: [
        finding.path === '' ? '' : `${finding.path}: `,
        finding.message,
        finding.value === '' ? '' : ` (found: ${finding.value})`,
      ].join(''),
      fix: finding.fix,
      severity: finding.level,
      violatingResources: [
        {
          resourceLogicalId: finding.logicalId,
          templatePath: paths.get(finding.template),
          // What is no resource has no construct: its stack stands for it.
          constructPath:
            tree.pathOf(basename(finding.template), finding.logicalId) ?? stacks.get(finding.template),
          locations: [finding.path === '' ? 'Properties' : `Properties.${finding.path}`],
        },
      ],
    }));
    return { success: violations.length === 0, violations };
  }

  /** Nothing: the templates are judged, not the constructs. */
  protected checkResource(): void {}
}

/** Reads every template of the app, those of nested stacks too, which CDK leaves out of the context. */
function templatesOf(
  context: IPolicyValidationContext,
  tree: AppTree,
): { readonly inputs: readonly TemplateInput[]; readonly paths: ReadonlyMap<string, string> } {
  const inputs: TemplateInput[] = [];
  const paths = new Map<string, string>();
  const names = new Map<StackNode['stack'], string>();
  const folder = Stage.isStage(context.appConstruct) ? context.appConstruct.outdir : '';
  for (const entry of context.stackTemplates) {
    const node = tree.stacks.get(entry.stackConstructPath);
    if (node === undefined) throw new Error(`no stack at ${entry.stackConstructPath}`);
    add(node, entry.templatePath, entry.region ?? 'unknown-region', entry.accountId ?? 'unknown-account');
  }
  return { inputs, paths };

  function add(node: StackNode, path: string, region: string, account: string): void {
    const { stack, parent } = node;
    const parentName = parent === undefined ? undefined : names.get(parent.stack);
    const name = relative(folder, path);
    names.set(stack, name);
    paths.set(name, path);
    inputs.push({
      name,
      stackName: parent === undefined ? stack.stackName : `${parent.stack.stackName}/${stack.node.id}`,
      region,
      account,
      partition: partitionOf(region),
      template: JSON.parse(readFileSync(path, 'utf8')) as unknown,
      constructPath: stack.node.path,
      parent:
        parent === undefined || parentName === undefined
          ? undefined
          : { name: parentName, logicalId: parent.logicalId },
    });
    for (const nested of tree.stacks.values())
      if (nested.parent?.stack === stack)
        add(nested, join(dirname(path), nested.stack.templateFile), region, account);
  }
}
