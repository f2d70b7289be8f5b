import { basename } from 'node:path';
import { Stack, Validations } from 'aws-cdk-lib/core';
import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { appTreeOf, type AppTree } from './construct-paths';

/** A written reason why one finding is accepted. */
export interface Acknowledgement {
  /** Path of the construct that it stands beside. */
  readonly path: string;
  /** Namespaced id of the finding, such as `AwsSolutions::AwsSolutions-IAM5[Resource::*]`. */
  readonly id: string;
  readonly reason: string;
  /** Resources whose finding it accepts. */
  readonly accepts: readonly string[];
}

/** A reason shorter than this explains nothing (characters). */
const SHORTEST_REASON = 20;
/** CDK writes this one itself wherever zones are named; it is nobody's judgement of this app. */
const WRITTEN_BY_CDK = 'CloudFormation-Validate::W3010';
/** CDK drops its own warnings when they are acknowledged, so nobody can tell whether one was. */
const CDK_WARNING = /^Annotation::@aws-cdk\//;

/**
 * Refuses acknowledgements that accept nothing, and those without a reason. It hears the findings of the
 * packs it watches before CDK takes the accepted ones out, at no second run; so it comes last:
 *
 *     const acknowledgements = new Acknowledgements();
 *     Validations.of(app).addPlugins(...acknowledgements.watch(new AwsSolutionsChecks(), new Residency()));
 *
 * A stock pack hides a finding that is acknowledged by its plain id, and no trace is left: only namespaced
 * ids (`<pack>::<rule>`) are taken. CDK's own template validation is watched like a pack, as a
 * `CloudFormationValidatePlugin` made by the app.
 */
export class Acknowledgements implements IPolicyValidationPlugin {
  readonly name = 'Acknowledgements';
  private readonly heard: { readonly namespace: string; readonly violation: PolicyViolation }[] = [];
  private last: readonly Acknowledgement[] = [];

  /** Every acknowledgement of the last synthesis, in the order of the construct tree. */
  get list(): readonly Acknowledgement[] {
    return this.last;
  }

  /** The packs and this, in the order to add them to the app. Their findings are heard from now on. */
  watch(...packs: readonly IPolicyValidationPlugin[]): IPolicyValidationPlugin[] {
    for (const pack of packs) this.listenTo(pack);
    return [...packs, this];
  }

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const tree = appTreeOf(context.appConstruct);
    const given = collect(context.appConstruct);
    const accepted = this.match(given, tree);
    this.heard.length = 0;
    this.last = given.map((entry) => ({ ...entry, accepts: [...(accepted.get(keyOf(entry)) ?? [])].sort() }));
    const violations = this.last.flatMap((entry) => faultsOf(entry));
    return { success: violations.length === 0, violations };
  }

  /** Wraps the method, not the pack: CDK looks for its own plugin by class. */
  private listenTo(pack: IPolicyValidationPlugin): void {
    const validate = pack.validate.bind(pack);
    const namespace = dashed(pack.name);
    pack.validate = (context) => {
      const report = validate(context);
      // CDK takes accepted resources out of these very objects later: keep what is there now.
      for (const violation of report.violations) this.heard.push({ namespace, violation: { ...violation } });
      return report;
    };
  }

  /** Which resources each acknowledgement accepts: as in CDK, the nearest one around a resource does. */
  private match(given: readonly Given[], tree: AppTree): ReadonlyMap<string, ReadonlySet<string>> {
    const keys = new Set(given.map(keyOf));
    const accepted = new Map<string, Set<string>>();
    for (const { namespace, violation } of this.heard) {
      const id = isNamespaced(violation.ruleName)
        ? dashed(violation.ruleName)
        : `${namespace}::${dashed(violation.ruleName)}`;
      for (const resource of violation.violatingResources) {
        const { templatePath = '', resourceLogicalId = '' } = resource;
        const path = resource.constructPath ?? tree.pathOf(basename(templatePath), resourceLogicalId) ?? '';
        const nearest = outwards(path).find((at) => keys.has(keyOf({ path: at, id })));
        if (nearest === undefined) continue;
        const key = keyOf({ path: nearest, id });
        accepted.set(key, (accepted.get(key) ?? new Set()).add(path));
      }
    }
    return accepted;
  }
}

type Given = Omit<Acknowledgement, 'accepts'>;

function collect(root: IConstruct): Given[] {
  const given = new Map<string, Given>();
  for (const construct of root.node.findAll()) {
    for (const entry of construct.node.metadata) {
      if (entry.type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
      for (const [id, reason] of Object.entries(Object(entry.data) as Record<string, unknown>)) {
        if (id === WRITTEN_BY_CDK && Stack.isStack(construct)) continue;
        const acknowledgement = {
          path: construct.node.path,
          id,
          reason: typeof reason === 'string' ? reason : '',
        };
        given.set(keyOf(acknowledgement), acknowledgement);
      }
    }
  }
  return [...given.values()];
}

function faultsOf({ path, id, reason, accepts }: Acknowledgement): PolicyViolation[] {
  const faults: PolicyViolation[] = [];
  const fault = (ruleName: string, description: string, fix: string): void => {
    // Fatal: CDK lets no acknowledgement accept it.
    const violatingResources = [{ constructPath: path, locations: [] }];
    faults.push({ ruleName, description, fix, severity: 'fatal', violatingResources });
  };
  if (reason.trim().length < SHORTEST_REASON)
    fault(
      'reason',
      `the acknowledgement of ${id} has the reason "${reason.trim()}"; a reason has at least ${SHORTEST_REASON} characters`,
      'write why the finding is accepted, so that a security reviewer can agree',
    );
  if (id.startsWith('Annotation::') && !CDK_WARNING.test(id))
    fault(
      'plain-id',
      `the acknowledgement of ${id.replace('Annotation::', '')} names no pack, so no report would show it`,
      'write the id as <pack>::<rule>, such as AwsSolutions::AwsSolutions-S1',
    );
  else if (accepts.length === 0 && !CDK_WARNING.test(id))
    fault(
      'stale',
      `the acknowledgement of ${id} accepts no finding`,
      'take it out, or put it beside the construct that the finding is about',
    );
  return faults;
}

function keyOf({ path, id }: { readonly path: string; readonly id: string }): string {
  return `${path}\n${id}`;
}

/** A construct's path and those around it, to the app's empty one. */
function outwards(path: string): string[] {
  const parts = path === '' ? [] : path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

/** CDK writes ids with hyphens for spaces. */
function dashed(id: string): string {
  return id.replaceAll(' ', '-');
}

/** Whether an id begins with a namespace; a `::` inside brackets belongs to the finding. */
function isNamespaced(id: string): boolean {
  return /^[^[({]+::/.test(id);
}
