import { describePlace } from './place';
import type { Flow, Place, ResourceName } from './types';

/** How far the data of one resource can get, over whatever reads it and passes it on. */
export interface Reach extends ResourceName {
  readonly places: readonly Reached[];
}

export interface Reached {
  readonly place: Place;
  /** Logical ids of the resources on the shortest way there, the nearest first. */
  readonly via: readonly string[];
}

interface Node {
  readonly name: ResourceName;
  readonly place: Place;
  readonly next: Set<Node>;
  readonly leaves: Place[];
}

/** Rules whose pointers carry no data: a key is used where it is, a statement moves nothing by itself. */
const NO_WAY = new Set(['key-region', 'other-regions', 'zone']);

/** From each resource that passes data on, every place that it can reach, transitively over the whole app. */
export function reachOf(flows: readonly Flow[]): readonly Reach[] {
  return [...graphOf(flows).values()]
    .filter(({ next, leaves }) => next.size + leaves.length > 0)
    .map((node) => ({ ...node.name, places: placesFrom(node) }));
}

function graphOf(flows: readonly Flow[]): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const flow of flows) {
    if (NO_WAY.has(flow.rule)) continue;
    const [mine, others] = flow.incoming ? [flow.to, flow.from] : [flow.from, flow.to];
    const here = nodeOf(flow, mine);
    const there = flow.other === undefined ? undefined : nodeOf(flow.other, others);
    if (flow.incoming) there?.next.add(here);
    else if (there !== undefined) here.next.add(there);
    else here.leaves.push(flow.to);
  }
  return nodes;

  function nodeOf({ template, stack, logicalId, type }: ResourceName, place: Place): Node {
    const key = `${template}\n${logicalId}`;
    const name = { template, stack, logicalId, type };
    const node = nodes.get(key) ?? { name, place, next: new Set<Node>(), leaves: [] };
    nodes.set(key, node);
    return node;
  }
}

/** Breadth first, so that the first way to a place is the shortest. */
function placesFrom(start: Node): readonly Reached[] {
  const reached = new Map<string, Reached>();
  const seen = new Set([start]);
  const queue: { readonly node: Node; readonly via: readonly string[] }[] = [{ node: start, via: [] }];
  for (const { node, via } of queue) {
    for (const place of node.leaves) reach(place, via);
    for (const next of node.next) {
      if (seen.has(next)) continue;
      seen.add(next);
      const further = [...via, next.name.logicalId];
      reach(next.place, further);
      queue.push({ node: next, via: further });
    }
  }
  return [...reached.values()];

  function reach(place: Place, via: readonly string[]): void {
    const key = describePlace(place);
    if (!reached.has(key)) reached.set(key, { place, via });
  }
}
