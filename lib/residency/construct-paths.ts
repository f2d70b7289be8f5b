import { CfnResource, NestedStack, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** A stack of the app, nested ones included, with the resources in its template. */
export interface StackNode {
  readonly stack: Stack;
  /** For a nested stack: the stack it is nested in, and its resource there. */
  readonly parent?: { readonly stack: Stack; readonly logicalId: string };
}

/** What a validation plugin needs to know of the construct tree, gathered in one walk. */
export interface AppTree {
  /** Stacks by construct path. */
  readonly stacks: ReadonlyMap<string, StackNode>;
  /** Construct path of a resource, by the file name of its template and its logical id. */
  pathOf(templateFile: string, logicalId: string): string | undefined;
}

export function appTreeOf(root: IConstruct): AppTree {
  const stacks = new Map<string, StackNode>();
  const paths = new Map<string, string>();
  visit(root);
  return { stacks, pathOf: (templateFile, logicalId) => paths.get(`${templateFile} ${logicalId}`) };

  function visit(construct: IConstruct): void {
    if (Stack.isStack(construct))
      stacks.set(construct.node.path, { stack: construct, parent: parentOf(construct) });
    if (CfnResource.isCfnResource(construct))
      paths.set(`${construct.stack.templateFile} ${logicalIdOf(construct)}`, construct.node.path);
    construct.node.children.forEach(visit);
  }
}

function parentOf(stack: Stack): StackNode['parent'] {
  const resource = stack.nestedStackResource;
  if (!NestedStack.isNestedStack(stack) || resource === undefined || !CfnResource.isCfnResource(resource))
    return undefined;
  return { stack: resource.stack, logicalId: logicalIdOf(resource) };
}

function logicalIdOf(resource: CfnResource): string {
  return String(resource.stack.resolve(resource.logicalId));
}
