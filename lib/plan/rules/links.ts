import type { Fault } from '../fault';
import type { Plan } from '../model';
import type { Cell } from '../schema';
import { pairs } from './places';

/** A gateway that a cell's link names, and what no other cell may share with this one if it names it too. */
interface Gateway {
  readonly path: readonly string[];
  readonly id: string;
  readonly sharedBy: (other: Cell) => boolean;
  readonly problem: string;
}

/**
 * Gateways that two cells cannot both have: a virtual private gateway is attached to one network, a customer gateway
 * belongs to one account in one region, a transit gateway to one region. Direct Connect gateways have no region.
 */
export function gateways({ file }: Plan): Fault[] {
  return pairs(Object.entries(file.cells)).flatMap(([[first, a], [second, b]]) => {
    const taken = new Set(gatewaysOf(a).map(({ id }) => id));
    return gatewaysOf(b).flatMap(({ path, id, sharedBy, problem }): Fault[] =>
      taken.has(id) && !sharedBy(a)
        ? [
            {
              path: ['cells', second, 'link', ...path],
              problem: `cell ${first} has the same gateway, which ${problem}`,
              found: id,
              fix: 'give each cell the one of its own region and account',
            },
          ]
        : [],
    );
  });
}

function gatewaysOf({ region, link }: Cell): Gateway[] {
  if (link === undefined || 'directConnectGateway' in link) return [];
  if ('transitGateway' in link) {
    const sharedBy = (other: Cell) => other.region === region;
    return [
      { path: ['transitGateway'], id: link.transitGateway, sharedBy, problem: 'belongs to one region' },
    ];
  }
  const never = { sharedBy: () => false };
  return [
    { path: ['vpn', 'gateway'], id: link.vpn.gateway, ...never, problem: 'attaches to one network' },
    {
      path: ['vpn', 'customerGateway'],
      id: link.vpn.customerGateway,
      ...never,
      problem: 'belongs to one region of one account',
    },
  ];
}
