import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CellPlan, Plan } from '../../lib/plan/model';
import { AccountStack } from '../../lib/stacks/account-stack';
import { DomicileApp } from '../../lib/stacks/app';
import { Cell } from '../../lib/stacks/cell';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface RenderedTemplate {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface RenderedStack {
  /** Its path in the app, such as `sg/data`. */
  readonly path: string;
  readonly region: string;
  readonly stackName: string;
  /** Paths of the stacks that must be deployed before it. */
  readonly dependencies: readonly string[];
  readonly template: RenderedTemplate;
}

/** Renders every stack of a plan, without the checks. */
export function renderedStacks(plan: Plan): RenderedStack[] {
  return rendered((app) => app.addCells(plan));
}

/** Renders the stacks of one cell, and that of its account, without the checks. */
export function renderedCell(cell: CellPlan): RenderedStack[] {
  return rendered((app) => {
    const account = new AccountStack(app, { account: cell.cell.account });
    new Cell(app, cell.id, { cell, account });
  });
}

function rendered(fill: (app: DomicileApp) => void): RenderedStack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'domicile-'));
  try {
    const app = new DomicileApp({ outdir });
    fill(app);
    const { stacks } = app.synth();
    return stacks.map((stack) => ({
      path: stack.hierarchicalId,
      region: stack.environment.region,
      stackName: stack.stackName,
      dependencies: stack.dependencies.flatMap((dependency) =>
        stacks.filter(({ id }) => id === dependency.id).map(({ hierarchicalId }) => hierarchicalId),
      ),
      template: stack.template as RenderedTemplate,
    }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Id of the cell that a stack is of. */
export function cellOf({ path }: RenderedStack): string {
  return path.split('/')[0] ?? '';
}
