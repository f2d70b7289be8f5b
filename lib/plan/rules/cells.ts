import type { Fault } from '../fault';
import { isMoving, movesOverLink, type Plan } from '../model';
import { pairs } from './places';

/** Two cells in one region of one account: their names would clash, and one failure would reach both. */
export function oneCellPerRegion({ file }: Plan): Fault[] {
  return pairs(Object.entries(file.cells)).flatMap(([[first, a], [second, b]]) =>
    a.region === b.region && a.account === b.account
      ? [
          {
            path: ['cells', second, 'region'],
            problem: `cell ${first} is in this region of the same account`,
            found: b.region,
            fix: 'give one of them another region or account, or make them one cell',
          },
        ]
      : [],
  );
}

/** Domains that are not in the zone that answers for them, or that two cells claim. */
export function domains({ file }: Plan): Fault[] {
  const outside = Object.entries(file.cells).flatMap(([id, { domain, zone }]): Fault[] =>
    domain === zone.name || domain.endsWith(`.${zone.name}`)
      ? []
      : [
          {
            path: ['cells', id, 'domain'],
            problem: 'outside its zone',
            found: domain,
            allowed: `${zone.name} or a name that ends in .${zone.name}`,
            fix: 'choose a name in the zone, or name the zone that the domain is in',
          },
        ],
  );
  const claimed = pairs(Object.entries(file.cells)).flatMap(([[first, a], [second, b]]): Fault[] =>
    a.domain === b.domain
      ? [
          {
            path: ['cells', second, 'domain'],
            problem: `cell ${first} has the same domain`,
            found: b.domain,
            fix: 'give each cell its own',
          },
        ]
      : [],
  );
  return [...outside, ...claimed];
}

/** Hosted zones of one name: only one of them can be delegated, so that certificates in the other would wait for ever. */
export function hostedZones({ file }: Plan): Fault[] {
  return pairs(Object.entries(file.cells)).flatMap(([[first, a], [second, b]]): Fault[] =>
    a.zone.name !== b.zone.name || a.zone.id === b.zone.id
      ? []
      : [
          {
            path: ['cells', second, 'zone', 'name'],
            problem: `cell ${first} has another hosted zone of this name: only one of the two can be delegated`,
            found: b.zone.name,
            fix: `give each cell a zone of its own, such as ${b.domain}`,
          },
        ],
  );
}

/** Availability zones of another region. */
export function zones({ file }: Plan): Fault[] {
  return Object.entries(file.cells).flatMap(([id, { region, zones: named }]) =>
    (named ?? []).flatMap((zone, index): Fault[] =>
      zone.slice(0, -1) === region
        ? []
        : [
            {
              path: ['cells', id, 'zones', index],
              problem: 'not a zone of the cell’s region',
              found: zone,
              allowed: `${region} and a letter, such as ${region}a`,
            },
          ],
    ),
  );
}

/** Cells that databases of the source move to without a link, or objects without the DataSync agents that send them. */
export function carriers(plan: Plan): Fault[] {
  return Object.entries(plan.file.cells).flatMap(([id, cell]): Fault[] => {
    const [first] = movesOverLink(plan, id).filter(({ from }) => from === undefined);
    const objects = plan.moves
      .filter((move) => move.cell === id && move.from === undefined && isMoving(move.stage))
      .find((move) => plan.file.datasets[move.dataset]?.store === 's3');
    const path = ['cells', id];
    return [
      ...(first === undefined || cell.link !== undefined
        ? []
        : [
            {
              path,
              atKey: true,
              problem: `phase ${first.phase} is ${first.stage} here, but the cell has no link to the source`,
              allowed: 'transitGateway, vpn or directConnectGateway',
              fix: 'add link',
            },
          ]),
      ...(objects === undefined || cell.agents.length > 0
        ? []
        : [
            {
              path,
              atKey: true,
              problem: `dataset ${objects.dataset} is ${objects.stage} here, but the cell has no DataSync agent`,
              fix: 'activate an agent at the source for this cell and list it under agents',
            },
          ]),
    ];
  });
}
