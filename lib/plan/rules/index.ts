import type { Fault } from '../fault';
import type { Plan } from '../model';
import { cdn } from './cdn';
import { carriers, domains, oneCellPerRegion, zones } from './cells';
import { broughtTwice, ownCountry, takeovers, unserved } from './homes';
import { ambiguousTables, identifiers } from './identifiers';
import { lawOfCells, lawsOfOneMarket } from './laws';
import { dynamodbNames, mappingsSize, replicationNames, tableCount } from './limits';
import { overlaps, ranges, reach } from './networks';
import { references, repeated, reservedSecrets, sharedPlaceNames } from './references';
import { sandbox } from './sandbox';
import { notBuiltYet, order, stageCells } from './stages';
import { capacity, objectPaths, parts, stores } from './stores';
import { someTables, tables } from './tables';
import { pemFiles, tls } from './transport';

/** Everything that is judged of a well-shaped plan. Each rule bears with the faults that others tell. */
export const RULES: readonly ((plan: Plan) => Fault[])[] = [
  references,
  sharedPlaceNames,
  reservedSecrets,
  repeated,
  unserved,
  broughtTwice,
  takeovers,
  ownCountry,
  lawOfCells,
  lawsOfOneMarket,
  oneCellPerRegion,
  domains,
  zones,
  carriers,
  ranges,
  overlaps,
  reach,
  stores,
  parts,
  objectPaths,
  capacity,
  someTables,
  tables,
  identifiers,
  ambiguousTables,
  tls,
  pemFiles,
  cdn,
  order,
  stageCells,
  notBuiltYet,
  sandbox,
  mappingsSize,
  tableCount,
  replicationNames,
  dynamodbNames,
];
